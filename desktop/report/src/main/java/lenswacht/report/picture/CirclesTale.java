package lenswacht.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import lenswacht.assessment.floor.Circle;
import lenswacht.assessment.floor.NetworkAsset;
import lenswacht.assessment.floor.PaperList;
import lenswacht.assessment.floor.Reconciliation;
import lenswacht.assessment.floor.Reconciliation.Doubt;
import lenswacht.assessment.floor.Reconciliation.PaperRow;
import lenswacht.assessment.floor.Reconciliation.Thing;
import lenswacht.assessment.floor.Region;
import lenswacht.assessment.floor.Sighting;

/// Three circles in sentences.
public final class CirclesTale {
  private static final int MOST_NAMED = 12;

  private final Reconciliation known;
  private final PictureWords words;

  /// Tells `known`.
  public CirclesTale(Reconciliation known, PictureWords words) {
    this.known = known;
    this.words = words;
  }

  /// Each circle, each of the seven parts with what lies in it, and what a person must decide.
  public List<String> told() {
    List<String> told = new ArrayList<>();
    told.add(totals());
    for (Region region : Region.values()) {
      told.add(sentence(region));
    }
    known.doubts().forEach(doubt -> told.add(sentence(doubt)));
    return told;
  }

  /// The three circles in one line.
  public String totals() {
    List<String> parts = new ArrayList<>();
    for (Circle circle : Circle.values()) {
      OptionalInt count = known.count(circle);
      parts.add(
          words.word("circles.circle", circle)
              + ": "
              + (count.isPresent()
                  ? Integer.toString(count.getAsInt())
                  : words.say("circles.not-looked-at")));
    }
    return String.join("; ", parts) + ".";
  }

  /// A part with its number and what lies in it.
  public String sentence(Region region) {
    String name = name(region);
    OptionalInt count = known.count(region);
    if (count.isEmpty()) {
      return words.say("circles.part.open", "part", name);
    }
    List<Thing> things = known.in(region);
    if (things.isEmpty()) {
      return words.say("circles.part.none", "part", name);
    }
    String named =
        things.stream().limit(MOST_NAMED).map(this::name).collect(Collectors.joining("; "));
    return words.say(
        "circles.part",
        "part",
        name,
        "count",
        count.getAsInt(),
        "things",
        things.size() > MOST_NAMED ? named + " \u2026" : named);
  }

  /// What a part is: in which circles, and in which not.
  public String name(Region region) {
    return words.word("circles.region", region);
  }

  /// What something is called: what was found, else what paper says, else what was seen.
  public String name(Thing thing) {
    return thing
        .asset()
        .map(CirclesTale::name)
        .orElseGet(
            () ->
                thing.rows().isEmpty()
                    ? name(thing.sightings().getFirst())
                    : name(thing.rows().getFirst()));
  }

  private static String name(NetworkAsset asset) {
    return asset.product() + " (" + asset.name() + ")";
  }

  private static String name(PaperRow paper) {
    PaperList.Row row = paper.row();
    return joined(row.id(), row.label().product(), row.place(), row.address());
  }

  private static String name(Sighting sighting) {
    String place =
        sighting.place().isBlank()
            ? sighting.spot().map(spot -> spot.floor()).orElse("")
            : sighting.place();
    return joined(sighting.id(), sighting.label().product(), sighting.looks(), place);
  }

  private static String joined(String... parts) {
    return java.util.Arrays.stream(parts)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(", "));
  }

  /// Why several are taken for one; empty where nothing was put together.
  public String why(Thing thing) {
    return thing.why().stream()
        .map(why -> words.word("circles.why", why))
        .collect(Collectors.joining(", "));
  }

  /// What a person must decide.
  public String sentence(Doubt doubt) {
    return words.say(
        "circles.doubt." + doubt.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
        "subject",
        doubt.subject(),
        "others",
        String.join(", ", doubt.assets()));
  }
}
