package lenswacht.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lenswacht.knowledge.expression.ExpressionException;
import lenswacht.knowledge.expression.ExpressionLanguage;
import lenswacht.knowledge.expression.Shape;
import org.jspecify.annotations.Nullable;

/// Reads the rules of a pack and their conditions.
final class RuleReader {
  private static final List<String> SEVERITIES =
      List.of("INFO", "LOW", "MEDIUM", "HIGH", "CRITICAL");
  private static final int MOST_CASES = 20;
  private static final int MOST_EXPRESSIONS = 200;

  private final RowReader reader;
  private final String folder;
  private final PackParts parts;
  private final Map<String, List<List<Condition>>> cases = new LinkedHashMap<>();
  private final Map<String, Row> firstRow = new LinkedHashMap<>();
  private @Nullable ExpressionLanguage language;
  private int expressions;

  RuleReader(RowReader reader, String folder, PackParts parts) {
    this.reader = reader;
    this.folder = folder;
    this.parts = parts;
  }

  private String name(String file) {
    return folder + "/" + file;
  }

  void rules() throws PackException {
    conditions();
    Set<String> own = new HashSet<>();
    for (Row row :
        reader.read(
            name("rules.csv"),
            "rule",
            "axes",
            "severity",
            "effects",
            "clause",
            "source",
            "since",
            "reading",
            "sentence_nl",
            "sentence_en",
            "acceptable_nl",
            "acceptable_en")) {
      Rule rule = rule(row);
      own.add(rule.id());
      if (parts.rules.put(rule.id(), rule) != null) {
        throw row.wrong("rule", "rule '" + rule.id() + "' stands here twice, or in the pack below");
      }
      parts.phrases.add(rule.textKey(), row, "sentence_nl", "sentence_en");
      parts.phrases.add(rule.acceptableKey(), row, "acceptable_nl", "acceptable_en");
    }
    for (Map.Entry<String, Row> conditions : firstRow.entrySet()) {
      if (!own.contains(conditions.getKey())) {
        throw conditions
            .getValue()
            .wrong("rule", "there is no rule '" + conditions.getKey() + "' for its conditions");
      }
    }
  }

  private void conditions() throws PackException {
    Set<String> open = new HashSet<>();
    for (Row row :
        reader.readOrNone(
            name("conditions.csv"),
            Set.of("expression"),
            "rule",
            "case",
            "field",
            "operator",
            "value",
            "expression")) {
      String rule = row.required("rule");
      firstRow.putIfAbsent(rule, row);
      List<List<Condition>> ofRule = cases.computeIfAbsent(rule, _ -> new ArrayList<>());
      int number = row.number("case", 1, MOST_CASES);
      if (open.add(rule + "/" + number)) {
        ofRule.add(new ArrayList<>());
      }
      if (number != ofRule.size()) {
        throw row.wrong("case", "the cases of rule '" + rule + "' must be numbered in order");
      }
      ofRule.getLast().add(condition(row));
    }
  }

  private Condition condition(Row row) throws PackException {
    if (row.text("expression").isEmpty()) {
      return comparison(row);
    }
    for (String heading : List.of("field", "operator", "value")) {
      if (!row.text(heading).isEmpty()) {
        throw row.wrong(heading, "a row has either a comparison or an expression");
      }
    }
    if (!ExpressionLanguage.NAME.equals(parts.heading.get("expressions"))) {
      throw row.wrong(
          "expression", "pack.csv must say the language: expressions," + ExpressionLanguage.NAME);
    }
    if (++expressions > MOST_EXPRESSIONS) {
      throw row.wrong("expression", "a pack has at most " + MOST_EXPRESSIONS + " expressions");
    }
    if (language == null) {
      language = new ExpressionLanguage(shapes());
    }
    try {
      return new Condition.Expression(language.read(row.text("expression")));
    } catch (ExpressionException refused) {
      throw row.wrong(
          "expression", refused.line(), refused.column(), String.valueOf(refused.getMessage()));
    }
  }

  private Map<String, Shape> shapes() {
    Map<String, Shape> shapes = new TreeMap<>();
    for (Field field : parts.fields.values()) {
      shapes.put(
          field.name(),
          switch (field.type()) {
            case YES_NO -> Shape.YES_NO;
            case NUMBER -> Shape.NUMBER;
            case CHOICE -> Shape.WORD;
            case DATE -> Shape.DAY;
          });
    }
    return shapes;
  }

  private Condition comparison(Row row) throws PackException {
    Field field = parts.fields.get(row.required("field"));
    if (field == null) {
      throw row.wrong("field", "there is no field '" + row.text("field") + "'");
    }
    Operator operator =
        Operator.named(row.required("operator"))
            .orElseThrow(
                () -> row.wrong("operator", "there is no operator '" + row.text("operator") + "'"));
    if (!operator.suits(field.type())) {
      throw row.wrong(
          "operator", "'" + operator.label() + "' does not suit field '" + field.name() + "'");
    }
    String value = row.required("value");
    List<String> values = operator == Operator.ONE_OF ? row.words("value") : List.of(value);
    for (String one : values) {
      if (!field.accepts(one)) {
        throw row.wrong("value", "'" + one + "' is no value of field '" + field.name() + "'");
      }
    }
    return new Condition.Comparison(field.name(), operator, value);
  }

  private Rule rule(Row row) throws PackException {
    String id = row.required("rule");
    List<Effect> effects = new ArrayList<>();
    for (String effect : row.words("effects")) {
      effects.add(effect(row, effect));
    }
    List<String> axes = row.words("axes");
    if (axes.isEmpty() || !ModelReader.AXES.containsAll(axes)) {
      throw row.wrong("axes", "'axes' must be some of " + ModelReader.AXES);
    }
    List<List<Condition>> conditions = cases.get(id);
    if (conditions == null) {
      throw row.wrong("rule", "rule '" + id + "' has no conditions");
    }
    if (row.text("clause").isEmpty()) {
      throw row.wrong("clause", "rule '" + id + "' has no clause");
    }
    return new Rule(
        id,
        axes,
        row.oneOf("severity", SEVERITIES),
        effects,
        conditions,
        new Basis(
            row.text("clause"),
            parts.references(row),
            row.date("since").toString(),
            PackParts.howRead(row)));
  }

  private Effect effect(Row row, String written) throws PackException {
    boolean raises = written.contains(">=");
    String[] sides = written.split(raises ? ">=" : "=", -1);
    if (sides.length != 2 || !sides[1].matches("[0-4]")) {
      throw row.wrong("effects", "'" + written + "' is no effect such as E_EXP>=3 or E_MIT=0");
    }
    if (!parts.factors.containsKey(sides[0])) {
      throw row.wrong("effects", "there is no factor '" + sides[0] + "'");
    }
    return new Effect(
        sides[0], raises ? Effect.Kind.RAISE : Effect.Kind.START, Integer.parseInt(sides[1]));
  }
}
