package lenswacht.assessment.biometric;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the register says of a system.
public enum BiometricField {
  /// What it is for, in words.
  PURPOSE(Type.TEXT),
  /// Who decides on it: the organisation of this site, or another.
  CONTROLLER(Type.CHOICE, "site", "other"),
  /// Which law holds: the AVG, or the Wpg where it serves a police task.
  REGIME(Type.CHOICE, "avg", "wpg"),
  /// How it compares: with one person who says who he is, afterwards on a cause, or live.
  MODE(Type.CHOICE, "one-to-one", "afterwards", "live"),
  /// Whether the place that it looks at is open to everyone.
  PUBLICLY_ACCESSIBLE(Type.YES_NO),
  /// The legal basis, in words.
  LEGAL_BASIS(Type.TEXT),
  /// Whether necessity and DPIA are on paper.
  NECESSITY_DOCUMENTED(Type.YES_NO),
  /// Whether a lawful authority is on record for each search.
  AUTHORITY_PER_SEARCH(Type.YES_NO),
  /// Whether live use has the authorisation that the law asks for.
  LIVE_AUTHORISED(Type.YES_NO),
  /// The set of faces that it compares with, in words.
  REFERENCE_DATABASE(Type.TEXT),
  /// Where these faces come from.
  ORIGIN(
      Type.CHOICE,
      "own-enrolment",
      "government-register",
      "police-register",
      "supplier",
      "gathered-from-internet"),
  /// The day on which it went into use.
  GO_LIVE(Type.DATE),
  /// The day of the legal and ethical test.
  REVIEW_DATE(Type.DATE),
  /// What the legal and ethical test said.
  REVIEW_OUTCOME(Type.CHOICE, "positive", "negative", "none"),
  /// Whether a person decides before a match has an effect.
  HUMAN_REVIEW(Type.YES_NO),
  /// Whether a decision follows a match by itself.
  AUTOMATIC_DECISION(Type.YES_NO),
  /// Whether two experts judge independently of each other.
  TWO_REVIEWERS(Type.YES_NO),
  /// Whether they choose from a fixed list of conclusions.
  FIXED_CONCLUSIONS(Type.YES_NO),
  /// Whether the most conservative conclusion holds where they differ.
  CONSERVATIVE_CONCLUSION(Type.YES_NO),
  /// The score from which two faces count as alike.
  THRESHOLD(Type.TEXT),
  /// On what test that score was chosen.
  THRESHOLD_REASON(Type.TEXT);

  private static final int LONGEST = 1_000;

  private final Type type;
  private final List<String> choices;

  BiometricField(Type type, String... choices) {
    this.type = type;
    this.choices = List.of(choices);
  }

  private enum Type {
    TEXT,
    YES_NO,
    CHOICE,
    DATE
  }

  /// As sheets write it.
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The field with this column.
  public static Optional<BiometricField> of(String column) {
    for (BiometricField field : values()) {
      if (field.column().equals(column)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /// Whether `value` can stand in it.
  public boolean accepts(String value) {
    return switch (type) {
      case TEXT -> !value.isBlank() && value.length() <= LONGEST;
      case YES_NO -> value.equals("yes") || value.equals("no");
      case CHOICE -> choices.contains(value);
      case DATE -> isDay(value);
    };
  }

  private static boolean isDay(String value) {
    try {
      return value.length() == 10 && !LocalDate.parse(value).equals(LocalDate.MIN);
    } catch (DateTimeException _) {
      return false;
    }
  }

  /// The values of which one is chosen; empty where words or a day stand.
  public List<String> choices() {
    return switch (type) {
      case CHOICE -> choices;
      case YES_NO -> List.of("yes", "no");
      case TEXT, DATE -> List.of();
    };
  }

  /// What can stand in it, for a person.
  public String shape() {
    return switch (type) {
      case TEXT -> "words";
      case YES_NO -> "yes or no";
      case CHOICE -> String.join(", ", choices);
      case DATE -> "a day such as 2026-11-20";
    };
  }
}
