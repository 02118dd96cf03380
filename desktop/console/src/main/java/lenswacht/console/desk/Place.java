package lenswacht.console.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import lenswacht.console.text.Phrase;

/// Where in the console one can be, in the order of the left column.
public enum Place {
  /// Three doors.
  START(Part.BEGIN),
  /// The case summed up.
  OVERVIEW(Part.CASE),
  /// The mandate, and what is looked at before a visit.
  MANDATE(Part.CASE),
  /// A visit with the device.
  VISIT(Part.CASE),
  /// All assets.
  CAMERAS(Part.CASE),
  /// Which zones reach which.
  SEPARATION(Part.CASE),
  /// How assets are rated, and why.
  JUDGEMENT(Part.CASE),
  /// What can be done about it, at which price.
  REMEDIES(Part.CASE),
  /// The report on paper.
  REPORT(Part.CASE),
  /// Who decides on what the machine proposes, and how far that is.
  REVIEW(Part.MORE),
  /// What only people know.
  QUESTIONS(Part.MORE),
  /// Systems that tell faces apart.
  REGISTER(Part.MORE),
  /// What changed between two visits.
  COMPARE(Part.MORE),
  /// Whether everything that is kept still holds, and through whose hands it went.
  EVIDENCE(Part.MORE),
  /// What is judged with.
  KNOWLEDGE(Part.MORE),
  /// A list of products.
  PRODUCTS(Part.MORE),
  /// How the console looks and speaks.
  SETTINGS(Part.MORE);

  /// A part of the left column.
  public enum Part {
    /// Where everything begins.
    BEGIN,
    /// The way through one case; these are numbered.
    CASE,
    /// What stands beside that way.
    MORE
  }

  private final Part part;

  Place(Part part) {
    this.part = part;
  }

  /// The part of the left column.
  public Part part() {
    return part;
  }

  /// `start`, `overview` and so on.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What it is called.
  public Phrase title() {
    return Phrase.of("screen." + word());
  }

  /// The place called `word`.
  public static Optional<Place> of(String word) {
    return Arrays.stream(values()).filter(place -> place.word().equals(word)).findFirst();
  }

  /// All words, for a person.
  public static String words() {
    return Arrays.stream(values()).map(Place::word).collect(Collectors.joining(", "));
  }
}
