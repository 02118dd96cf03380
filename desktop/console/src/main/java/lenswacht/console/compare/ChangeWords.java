package lenswacht.console.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lenswacht.assessment.Level;
import lenswacht.assessment.Verdict;
import lenswacht.assessment.compare.Change;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Words;
import lenswacht.knowledge.PolicyPack;

/// The words for what changed, where a comparison has the names of levels, verdicts and fields.
///
/// @param pack has the question of each field
public record ChangeWords(PolicyPack pack) {
  private static final String TO = "..";

  /// What it is about: the question where an answer changed.
  public Phrase subject(Change change) {
    String[] parts = change.subject().split(" ", 2);
    String key = "field." + parts[parts.length - 1];
    if (change.cause() != Change.Cause.ANSWERS || !pack.sentenceKeys().contains(key)) {
      return Phrase.verbatim(change.subject());
    }
    Phrase question =
        new Phrase.Both(
            pack.sentence(key, Language.NL.locale(), Map.of()),
            pack.sentence(key, Language.EN.locale(), Map.of()));
    return parts.length == 1
        ? question
        : new Phrase.Joined(List.of(Phrase.verbatim(parts[0]), question), ": ");
  }

  /// What changed.
  public static Phrase what(Change change) {
    return Phrase.of(
        "compare.what." + change.what().name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /// A value before or after.
  public static Phrase value(Change change, String value) {
    return switch (change.what()) {
      case ESPIONAGE, PRIVACY -> levels(value);
      case VERDICT -> verdict(value);
      case APPEARED,
          GONE,
          CHANGED,
          MOVED,
          FIRES,
          SILENT,
          NEWLY_LOOKED_AT,
          NOT_LOOKED_AT,
          HOLDS,
          WITHOUT_GROUND,
          NOT_CARRIED_OVER ->
          Phrase.verbatim(value);
    };
  }

  private static Phrase levels(String value) {
    int at = value.indexOf(TO);
    return at < 0
        ? level(value)
        : Phrase.of(
            "compare.between",
            "best",
            level(value.substring(0, at)),
            "worst",
            level(value.substring(at + TO.length())));
  }

  private static Phrase level(String name) {
    return Arrays.stream(Level.values())
        .filter(level -> level.name().equals(name))
        .findFirst()
        .map(Words::of)
        .orElse(Phrase.verbatim(name));
  }

  private static Phrase verdict(String name) {
    return Arrays.stream(Verdict.values())
        .filter(verdict -> verdict.name().equals(name))
        .findFirst()
        .map(
            verdict ->
                Phrase.of("verdict." + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-')))
        .orElse(Phrase.verbatim(name));
  }
}
