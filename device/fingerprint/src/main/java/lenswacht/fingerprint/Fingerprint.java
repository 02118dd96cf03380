package lenswacht.fingerprint;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import lenswacht.fingerprint.Claim.Attribute;

/// One line of the catalogue: a pattern and what it identifies.
///
/// @param id names it everywhere
/// @param pattern looked for anywhere in the text
/// @param longest characters of the text that are looked at
/// @param conditions what must hold besides; all of them
/// @param statements what it says
/// @param confidence how much that can bear
/// @param trust what kind of sign it is
/// @param source where the knowledge comes from
/// @param dated when it was entered or checked
record Fingerprint(
    String id,
    LazyPattern pattern,
    int longest,
    List<Condition> conditions,
    List<Statement> statements,
    Confidence confidence,
    Trust trust,
    String source,
    LocalDate dated) {
  Fingerprint {
    conditions = List.copyOf(conditions);
    statements = List.copyOf(statements);
  }

  /// What it says about `text`, conditions aside; nothing if the pattern is not found.
  Optional<Map<Attribute, Said>> read(CharSequence text, Names names) {
    return match(text, names).map(Match::said);
  }

  /// The same, with where the pattern was found.
  Optional<Match> match(CharSequence text, Names names) {
    CharSequence looked = text.length() > longest ? text.subSequence(0, longest) : text;
    Matcher found = pattern.matcher(looked);
    if (!found.find()) {
      return Optional.empty();
    }
    Map<Attribute, Said> all = new EnumMap<>(Attribute.class);
    for (Statement statement : statements) {
      Confidence sure = statement.isHint() ? Confidence.HINT : confidence;
      statement
          .value(found, names)
          .ifPresent(value -> all.putIfAbsent(statement.attribute(), new Said(value, sure)));
    }
    return Optional.of(new Match(all, found.start()));
  }

  /// What a pattern said, and where in the text it was found.
  record Match(Map<Attribute, Said> said, int from) {}

  /// A value and how much it can bear.
  record Said(String value, Confidence confidence) {}
}
