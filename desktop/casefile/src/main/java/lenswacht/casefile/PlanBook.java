package lenswacht.casefile;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.floor.Floor;
import lenswacht.assessment.floor.FloorPlan;
import lenswacht.assessment.floor.Match;
import lenswacht.assessment.floor.NetworkAsset;
import lenswacht.assessment.floor.PaperList;
import lenswacht.assessment.floor.Papers;
import lenswacht.assessment.floor.Placement;
import lenswacht.assessment.floor.PlanPicture;
import lenswacht.assessment.floor.Reconciliation;
import lenswacht.assessment.floor.Said;
import lenswacht.assessment.floor.Scale;
import lenswacht.assessment.floor.SightRound;
import lenswacht.assessment.floor.SightRound.Walked;
import lenswacht.assessment.floor.Sighting;
import lenswacht.casefile.CaseFileException.Reason;
import lenswacht.observation.Bytes;
import lenswacht.observation.FactJson;
import lenswacht.observation.MalformedFactException;

/// The floors of a site, where its assets hang, what was seen while walking round and what the
/// papers say. Nothing is overwritten: the last word on a thing holds, and taking back is a further
/// word.
public final class PlanBook {
  private static final String ADD =
      "INSERT INTO floor_word (kind, subject, words, said_by, said_at) VALUES (?, ?, ?, ?, ?)";
  private static final String ADD_PICTURE =
      "INSERT OR IGNORE INTO plan_picture (sha256, png) VALUES (?, ?)";

  private final Ledger ledger;
  private final Instant until;
  private final UnaryOperator<String> hashed;

  /// @param until words that were said later are not told
  /// @param hashed what is kept of a serial number
  PlanBook(Ledger ledger, Instant until, UnaryOperator<String> hashed) {
    this.ledger = ledger;
    this.until = until;
    this.hashed = hashed;
  }

  /// What is said something of.
  private enum Kind {
    FLOOR,
    PLACEMENT,
    SIGHTING,
    WALKED,
    PAPER,
    MATCH;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A floor as it is written: its picture is kept apart.
  private record HeldFloor(String name, int rank, String sha256, Optional<Scale> scale) {}

  /// The floors, what hangs where, and what was seen.
  public FloorPlan plan() throws CaseFileException {
    List<HeldFloor> held = last(Kind.FLOOR, HeldFloor.class);
    Map<String, PlanPicture> pictures = pictures(held);
    List<Floor> floors = new ArrayList<>();
    for (HeldFloor one : held) {
      PlanPicture picture = pictures.get(one.sha256());
      if (picture == null) {
        throw new CaseFileException(Reason.DAMAGED, "the plan of a floor is missing");
      }
      floors.add(new Floor(one.name(), one.rank(), picture, one.scale()));
    }
    floors.sort(Comparator.comparingInt(Floor::rank).thenComparing(Floor::name));
    return new FloorPlan(
        floors,
        last(Kind.PLACEMENT, Placement.class).stream()
            .filter(one -> floors.stream().anyMatch(floor -> floor.holds(one.spot())))
            .toList(),
        round());
  }

  /// What was seen while walking round.
  public SightRound round() throws CaseFileException {
    return new SightRound(last(Kind.SIGHTING, Sighting.class), last(Kind.WALKED, Walked.class));
  }

  /// What the papers say.
  public Papers papers() throws CaseFileException {
    Map<String, Match> matches = new LinkedHashMap<>();
    for (Map.Entry<String, String> one : texts(Kind.MATCH).entrySet()) {
      matches.put(one.getKey(), read(one.getValue(), Match.class));
    }
    return new Papers(last(Kind.PAPER, PaperList.class), matches);
  }

  /// What was found, what papers say and what was seen, held against each other.
  ///
  /// @param assessment of everything that was found
  /// @param wasScanned whether anybody looked at the network
  public Reconciliation reconcile(Assessment assessment, boolean wasScanned)
      throws CaseFileException {
    return Reconciliation.of(
        NetworkAsset.of(assessment, this::veiled), wasScanned, papers(), round());
  }

  /// What is kept of a serial number that was read from a label or a list.
  public String veiled(String serial) {
    return serial.isBlank() || serial.startsWith("#") ? serial.strip() : hashed.apply(serial);
  }

  /// Keeps a floor, instead of one of the same name.
  public void keep(Floor floor, Said said) throws CaseFileException {
    PlanPicture picture = floor.picture();
    HeldFloor held = new HeldFloor(floor.name(), floor.rank(), picture.sha256(), floor.scale());
    ledger.add(
        List.of(
            new Ledger.Adding(
                ADD_PICTURE, List.of(List.of(picture.sha256(), picture.png().toArray()))),
            word(Kind.FLOOR, floor.name(), Optional.of(held), said)));
  }

  /// Takes a floor away. What hangs there is to be placed again; its plan stays in the file.
  public void removeFloor(String name, Said said) throws CaseFileException {
    say(Kind.FLOOR, name, Optional.empty(), said);
  }

  /// Says where an asset hangs and what it looks at.
  public void place(Placement placement) throws CaseFileException {
    say(Kind.PLACEMENT, placement.asset(), Optional.of(placement), placement.said());
  }

  /// Says that nobody knows where an asset hangs.
  public void unplace(String asset, Said said) throws CaseFileException {
    say(Kind.PLACEMENT, asset, Optional.empty(), said);
  }

  /// Notes a camera that somebody saw, or more about it.
  public void note(Sighting sighting) throws CaseFileException {
    say(Kind.SIGHTING, sighting.id(), Optional.of(sighting), sighting.said());
  }

  /// Strikes out a sighting.
  public void strike(String sighting, Said said) throws CaseFileException {
    say(Kind.SIGHTING, sighting, Optional.empty(), said);
  }

  /// A name that no sighting ever had.
  public String freshSighting() throws CaseFileException {
    int[] most = {0};
    ledger.read(
        "SELECT DISTINCT subject FROM floor_word WHERE kind = 'sighting'",
        row -> {
          String digits = row.getString(1).replaceAll("[^0-9]", "");
          if (!digits.isEmpty() && digits.length() < 7) {
            most[0] = Math.max(most[0], Integer.parseInt(digits));
          }
        });
    return "s" + (most[0] + 1);
  }

  /// Says that a part of the site was walked whole.
  public void walked(Walked walked) throws CaseFileException {
    say(Kind.WALKED, walked.part(), Optional.of(walked), walked.said());
  }

  /// Takes back that a part of the site was walked whole.
  public void notWalked(String part, Said said) throws CaseFileException {
    say(Kind.WALKED, part, Optional.empty(), said);
  }

  /// Keeps a list, instead of one of the same name.
  public void keep(PaperList list) throws CaseFileException {
    say(Kind.PAPER, list.name(), Optional.of(list), list.said());
  }

  /// Takes a list away.
  public void removeList(String name, Said said) throws CaseFileException {
    say(Kind.PAPER, name, Optional.empty(), said);
  }

  /// Says which asset a row of a list is.
  ///
  /// @param key of the row, see [Papers#key]
  public void match(String key, Match match, Said said) throws CaseFileException {
    say(
        Kind.MATCH,
        key,
        match.state() == Match.State.OPEN ? Optional.empty() : Optional.of(match),
        said);
  }

  private void say(Kind kind, String subject, Optional<?> words, Said said)
      throws CaseFileException {
    ledger.add(List.of(word(kind, subject, words, said)));
  }

  private static Ledger.Adding word(Kind kind, String subject, Optional<?> words, Said said) {
    String text =
        words.map(one -> new String(FactJson.writeLine(one), StandardCharsets.UTF_8)).orElse(null);
    return new Ledger.Adding(
        ADD, List.of(Arrays.asList(kind.word(), subject, text, said.by(), said.at().toString())));
  }

  private <T> List<T> last(Kind kind, Class<T> shape) throws CaseFileException {
    List<T> all = new ArrayList<>();
    for (String words : texts(kind).values()) {
      all.add(read(words, shape));
    }
    return all;
  }

  private Map<String, String> texts(Kind kind) throws CaseFileException {
    Map<String, String> last = new LinkedHashMap<>();
    ledger.read(
        "SELECT subject, words, said_at FROM floor_word WHERE kind = '%s' ORDER BY id"
            .formatted(kind.word()),
        row -> {
          if (Instant.parse(row.getString(3)).isAfter(until)) {
            return;
          }
          if (row.getString(2) == null) {
            last.remove(row.getString(1));
          } else {
            last.put(row.getString(1), row.getString(2));
          }
        });
    return last;
  }

  private static <T> T read(String words, Class<T> shape) throws CaseFileException {
    try {
      return FactJson.read(words, shape);
    } catch (MalformedFactException malformed) {
      throw new CaseFileException(
          Reason.DAMAGED, "what was said of the floors cannot be read", malformed);
    }
  }

  private Map<String, PlanPicture> pictures(List<HeldFloor> held) throws CaseFileException {
    Map<String, PlanPicture> pictures = new LinkedHashMap<>();
    ledger.read(
        "SELECT sha256, png FROM plan_picture WHERE length(png) <= " + PlanPicture.MOST_OCTETS,
        row -> {
          String hash = row.getString(1);
          if (held.stream().anyMatch(one -> one.sha256().equals(hash))) {
            pictures.put(hash, picture(hash, row.getBytes(2)));
          }
        });
    return pictures;
  }

  private static PlanPicture picture(String hash, byte[] png) throws CaseFileException {
    try {
      PlanPicture picture = PlanPicture.of(Bytes.of(png));
      if (picture.sha256().equals(hash)) {
        return picture;
      }
    } catch (IllegalArgumentException malformed) {
      throw new CaseFileException(Reason.DAMAGED, "the plan of a floor cannot be read", malformed);
    }
    throw new CaseFileException(Reason.DAMAGED, "the plan of a floor was altered");
  }
}
