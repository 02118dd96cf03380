package lenswacht.casefile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lenswacht.casefile.CustodyNote.Value;
import lenswacht.observation.OctetRange;

/// Custody in words: what was done, with what, and what a case knows of a file.
public final class CustodyTale {
  private static final int MOST_PLACES = 20;

  private final Wordbook words;

  /// In Dutch or English.
  public CustodyTale(Locale language) {
    this.words = new Wordbook("lenswacht.casefile.custody", language);
  }

  /// What was done.
  public String act(CustodyAct.Kind kind) {
    return words.say("act." + kind);
  }

  /// With what it was done.
  public String what(CustodyAct act) {
    Optional<String> journal = act.told(Value.JOURNAL);
    return journal.isPresent()
        ? words.say("what.journal", journal.get(), act.told(Value.DEVICE).orElse("?"))
        : act.what();
  }

  /// What is told of it besides, in the order of [CustodyNote.Value]; a person's own words first.
  public String note(CustodyAct act) {
    List<String> said = new ArrayList<>();
    if (!act.note().isEmpty()) {
      said.add(act.note());
    }
    act.told()
        .map(CustodyNote::values)
        .orElse(Map.of())
        .forEach((value, text) -> add(said, value, text));
    return String.join("; ", said);
  }

  private void add(List<String> said, Value value, String text) {
    switch (value) {
      case DEVICE -> {} // stands in what it was done with
      case KIND, FORMAT, LANGUAGE, AUDIENCE, STATE ->
          said.add(words.sayOr("value." + value + "." + text, text));
      case JOURNAL,
          LINES,
          OCTETS,
          FACTS,
          SINCE,
          FROM,
          TO,
          AT,
          UNSOUND,
          FOR,
          SIGNER,
          OF,
          OF_SHA256 ->
          said.add(words.say("value." + value, text));
    }
  }

  /// What came of comparing a file with what was written from the case.
  public List<String> of(FileCheck check) {
    List<String> lines = new ArrayList<>();
    switch (check.finding()) {
      case FileCheck.Same same -> {
        lines.add(words.say("file.same", check.file()));
        same.acts().forEach(act -> lines.add("  " + told(act)));
      }
      case FileCheck.Altered altered -> {
        lines.add(words.say("file.altered", check.file()));
        lines.add("  " + told(altered.act()));
        lines.addAll(places(check, altered));
      }
      case FileCheck.Unknown unknown -> lines.add(words.say("file.unknown", check.file()));
    }
    lines.add(words.say("file.hash", check.octets(), check.sha256().hex()));
    return lines;
  }

  /// An act as one line: when, who, what and as what.
  private String told(CustodyAct act) {
    Instant at = act.at().truncatedTo(ChronoUnit.SECONDS);
    String line = words.say("file.act", act.number(), at, act.by(), act(act.kind()), what(act));
    String note = note(act);
    return note.isEmpty() ? line : line + " (" + note + ")";
  }

  private List<String> places(FileCheck check, FileCheck.Altered altered) {
    List<String> lines = new ArrayList<>();
    if (altered.octetsThen().isEmpty()) {
      return List.of("  " + words.say("file.nowhere"));
    }
    long more = check.octets() - altered.octetsThen().get();
    if (more != 0) {
      lines.add("  " + words.say(more > 0 ? "file.longer" : "file.shorter", Math.abs(more)));
    }
    altered.places().stream().limit(MOST_PLACES).forEach(place -> lines.add("  " + place(place)));
    if (altered.places().size() > MOST_PLACES) {
      lines.add("  " + words.say("file.more", altered.places().size() - MOST_PLACES));
    }
    return lines;
  }

  private String place(FileCheck.Place place) {
    OctetRange octets = place.octets();
    StringBuilder line =
        new StringBuilder(
            octets.to() < 0
                ? words.say("file.octets.from", octets.from())
                : words.say("file.octets", octets.from(), octets.to() - 1));
    place
        .lines()
        .ifPresent(
            at ->
                line.append(", ")
                    .append(
                        at.from() == at.to()
                            ? words.say("file.line", at.from())
                            : words.say("file.lines", at.from(), at.to())));
    for (String part : place.parts()) {
      line.append(", ")
          .append(
              switch (part) {
                case ZipParts.DIRECTORY -> words.say("file.directory");
                case ZipParts.FURTHER -> words.say("file.further");
                default -> words.say("file.part", part);
              });
    }
    return line.toString();
  }
}
