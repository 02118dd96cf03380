package lenswacht.console.text;

import java.util.Locale;
import lenswacht.assessment.Level;
import lenswacht.assessment.Severity;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Trust;
import lenswacht.observation.CleanText;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.JournalEvent;

/// The phrase for each constant that people see.
public final class Words {
  private static final int LONGEST_SEEN = 200;

  private Words() {}

  /// The word for a level.
  public static Phrase of(Level level) {
    return Phrase.of("level." + name(level));
  }

  /// The word for a confidence.
  public static Phrase of(Confidence confidence) {
    return Phrase.of("confidence." + name(confidence));
  }

  /// The word for a kind of asset.
  public static Phrase of(AssetKind kind) {
    return Phrase.of("kind." + name(kind));
  }

  /// The word for a severity.
  public static Phrase of(Severity severity) {
    return Phrase.of("severity." + name(severity));
  }

  /// The word for what a claim is about.
  public static Phrase of(Claim.Attribute attribute) {
    return Phrase.of("attribute." + name(attribute));
  }

  /// The word for a phase of a scan run.
  public static Phrase of(JournalEvent.Phase phase) {
    return Phrase.of("phase." + name(phase));
  }

  /// The word for how a scan run ended.
  public static Phrase of(JournalEvent.RunOutcome outcome) {
    return Phrase.of("outcome." + name(outcome));
  }

  /// The word for how far a clock can be trusted.
  public static Phrase of(ClockTrust trust) {
    return Phrase.of("clock." + name(trust));
  }

  /// The word for the kind of sign a claim rests on.
  public static Phrase of(Trust trust) {
    return Phrase.of("trust." + name(trust));
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What a claim says: the word for a kind, anything else as it was seen.
  public static Phrase value(Claim claim) {
    if (claim.attribute() == Claim.Attribute.KIND) {
      for (AssetKind kind : AssetKind.values()) {
        if (kind.name().equals(claim.value())) {
          return of(kind);
        }
      }
    }
    return Phrase.verbatim(CleanText.of(claim.value(), LONGEST_SEEN));
  }
}
