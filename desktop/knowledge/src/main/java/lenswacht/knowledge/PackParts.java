package lenswacht.knowledge;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The parts of a pack while it is read. A pack that extends another begins with the parts of that
/// one; it may add, and not replace.
final class PackParts {
  final Map<String, String> heading = new LinkedHashMap<>();
  final Map<String, Source> sources = new LinkedHashMap<>();
  final Map<String, Field> fields = new LinkedHashMap<>();
  final Map<String, Basis> bases = new LinkedHashMap<>();
  final Map<String, Factor> factors = new LinkedHashMap<>();
  final Map<String, DecisionTable> tables = new LinkedHashMap<>();
  final Map<String, Rule> rules = new LinkedHashMap<>();
  final Map<String, Control> controls = new LinkedHashMap<>();
  final Map<String, Set<String>> lists = new LinkedHashMap<>();
  final Phrases.Builder phrases = new Phrases.Builder();

  /// Takes over what another pack rates with: everything but its heading, its controls and its
  /// lists.
  void takeModel(PackParts model) {
    sources.putAll(model.sources);
    fields.putAll(model.fields);
    bases.putAll(model.bases);
    factors.putAll(model.factors);
    tables.putAll(model.tables);
    rules.putAll(model.rules);
    phrases.takeOver(model.phrases, model.controls.values());
  }

  /// Notes that `list` names `maker`.
  void name(String list, String maker) {
    lists.computeIfAbsent(list, _ -> new LinkedHashSet<>()).add(maker);
  }

  /// The references of a row, each to a source that is there.
  List<String> references(Row row) throws PackException {
    List<String> references = row.words("source");
    if (references.isEmpty()) {
      throw row.wrong("source", "there is no source");
    }
    for (String reference : references) {
      if (!sources.containsKey(reference.split(":", 2)[0])) {
        throw row.wrong("source", "there is no source '" + reference.split(":", 2)[0] + "'");
      }
    }
    return references;
  }

  /// How a row stands to the text it names.
  static HowRead howRead(Row row) throws PackException {
    String label = row.oneOf("reading", List.of("text", "own", "unverified"));
    return switch (label) {
      case "text" -> HowRead.TEXT;
      case "own" -> HowRead.OWN;
      default -> HowRead.UNVERIFIED;
    };
  }
}
