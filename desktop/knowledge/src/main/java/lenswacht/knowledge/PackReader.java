package lenswacht.knowledge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the rows of one policy pack and refuses whatever cannot be so, with file and line.
final class PackReader {
  static final List<String> FILES =
      List.of(
          "pack.csv",
          "sources.csv",
          "fields.csv",
          "bases.csv",
          "factors.csv",
          "levels.csv",
          "tables.csv",
          "rules.csv",
          "conditions.csv",
          "controls.csv",
          "sentences.csv");

  private static final List<String> AXES = List.of("ESPIONAGE", "PRIVACY");
  private static final List<String> SEVERITIES =
      List.of("INFO", "LOW", "MEDIUM", "HIGH", "CRITICAL");
  private static final List<String> HEADING = List.of("id", "version", "date", "status", "source");

  private final RowReader reader;
  private final String folder;
  private final Phrases.Builder phrases = new Phrases.Builder();
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Map<String, Factor> factors = new LinkedHashMap<>();
  private final Map<String, Basis> bases = new LinkedHashMap<>();
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Map<String, List<List<Condition>>> cases = new LinkedHashMap<>();

  PackReader(KnowledgeFolder folder, String name) {
    this.reader = new RowReader(folder);
    this.folder = name;
  }

  PolicyPack read() throws PackException {
    Map<String, String> heading = heading();
    sources();
    fields();
    bases();
    factors();
    List<DecisionTable> tables = tables();
    conditions();
    List<Rule> rules = rules();
    List<Control> controls = controls(rules);
    for (Row row : reader.read(name("sentences.csv"), "key", "nl", "en")) {
      phrases.add(row.required("key"), row, "nl", "en");
    }
    Phrases built = phrases.build();
    checkChoices(built);
    return new PolicyPack(
        heading,
        List.copyOf(fields.values()),
        List.copyOf(factors.values()),
        tables,
        List.copyOf(sources.values()),
        rules,
        controls,
        built);
  }

  private String name(String file) {
    return folder + "/" + file;
  }

  private Map<String, String> heading() throws PackException {
    Map<String, String> heading = new LinkedHashMap<>();
    for (Row row : reader.read(name("pack.csv"), "key", "value")) {
      heading.put(row.required("key"), row.required("value"));
    }
    for (String key : HEADING) {
      if (!heading.containsKey(key)) {
        throw new PackException(name("pack.csv"), 0, "'" + key + "' is missing");
      }
    }
    return heading;
  }

  private void sources() throws PackException {
    for (Row row : reader.read(name("sources.csv"), "source", "title", "date", "status", "place")) {
      String id = row.required("source");
      sources.put(
          id,
          new Source(
              id,
              row.required("title"),
              row.required("date"),
              row.oneOf("status", List.of("read", "secondary", "recalled")),
              row.required("place")));
    }
  }

  private void fields() throws PackException {
    for (Row row :
        reader.read(
            name("fields.csv"),
            "field",
            "type",
            "choices",
            "origin",
            "per_site",
            "question_nl",
            "question_en")) {
      String field = row.required("field");
      Field.Type type = word(row, "type", Field.Type.class);
      if (type == Field.Type.CHOICE == row.words("choices").isEmpty()) {
        throw row.wrong("a choice has choices, and nothing else has");
      }
      Field.Origin origin = word(row, "origin", Field.Origin.class);
      fields.put(field, new Field(field, type, row.words("choices"), origin, row.yes("per_site")));
      phrases.add("field." + field, row, "question_nl", "question_en");
    }
  }

  private void bases() throws PackException {
    for (Row row : reader.read(name("bases.csv"), "part", "clause", "source", "since", "reading")) {
      Basis basis =
          new Basis(
              row.required("clause"), references(row), row.date("since").toString(), isOwn(row));
      if (bases.put(row.required("part"), basis) != null) {
        throw row.wrong("'" + row.text("part") + "' stands here twice");
      }
    }
  }

  /// What a factor or table rests on.
  private Basis basis(String part) throws PackException {
    Basis basis = bases.get(part);
    if (basis == null) {
      throw new PackException(
          name("bases.csv"), 0, "there is no row that says what '" + part + "' rests on");
    }
    return basis;
  }

  private static boolean isOwn(Row row) throws PackException {
    return row.oneOf("reading", List.of("text", "own")).equals("own");
  }

  private void factors() throws PackException {
    for (Row row :
        reader.read(name("factors.csv"), "factor", "axis", "base", "name_nl", "name_en")) {
      String id = row.required("factor");
      int base = row.number("base", 0, DecisionTable.LEVELS - 1);
      factors.put(id, new Factor(id, row.oneOf("axis", AXES), base, basis(id)));
      phrases.add("factor." + id, row, "name_nl", "name_en");
    }
    Map<String, Integer> meanings = new LinkedHashMap<>();
    for (Row row : reader.read(name("levels.csv"), "factor", "level", "meaning_nl", "meaning_en")) {
      String id = row.required("factor");
      if (!factors.containsKey(id)) {
        throw row.wrong("there is no factor '" + id + "'");
      }
      int level = row.number("level", 0, DecisionTable.LEVELS - 1);
      phrases.add("factor." + id + "." + level, row, "meaning_nl", "meaning_en");
      meanings.merge(id, 1, Integer::sum);
    }
    for (String id : factors.keySet()) {
      if (meanings.getOrDefault(id, 0) != DecisionTable.LEVELS) {
        throw new PackException(
            name("levels.csv"), 0, "factor '" + id + "' must have a meaning for each level");
      }
    }
  }

  private List<DecisionTable> tables() throws PackException {
    Map<String, List<Row>> rowsOf = new LinkedHashMap<>();
    for (Row row :
        reader.read(
            name("tables.csv"), "table", "rows", "columns", "row", "c0", "c1", "c2", "c3", "c4")) {
      rowsOf.computeIfAbsent(row.required("table"), _ -> new ArrayList<>()).add(row);
    }
    List<DecisionTable> tables = new ArrayList<>();
    for (Map.Entry<String, List<Row>> table : rowsOf.entrySet()) {
      tables.add(table(table.getKey(), table.getValue()));
    }
    for (String id : PolicyPack.TABLES) {
      if (!rowsOf.containsKey(id)) {
        throw new PackException(name("tables.csv"), 0, "table '" + id + "' is missing");
      }
    }
    return tables;
  }

  private DecisionTable table(String id, List<Row> rows) throws PackException {
    List<List<Integer>> cells = new ArrayList<>();
    for (Row row : rows) {
      if (row.number("row", 0, DecisionTable.LEVELS - 1) != cells.size()) {
        throw row.wrong("the rows of table '" + id + "' must be 0 to 4, in order");
      }
      List<Integer> levels = new ArrayList<>();
      for (int column = 0; column < DecisionTable.LEVELS; column++) {
        levels.add(row.number("c" + column, 0, DecisionTable.LEVELS - 1));
      }
      cells.add(levels);
    }
    Row last = rows.getLast();
    if (cells.size() != DecisionTable.LEVELS) {
      throw last.wrong("table '" + id + "' is not total: it has " + cells.size() + " rows");
    }
    DecisionTable table =
        new DecisionTable(id, last.required("rows"), last.required("columns"), cells, basis(id));
    if (!table.isMonotone()) {
      throw last.wrong("table '" + id + "' is not monotone");
    }
    return table;
  }

  private void conditions() throws PackException {
    Set<String> open = new HashSet<>();
    for (Row row :
        reader.read(name("conditions.csv"), "rule", "case", "field", "operator", "value")) {
      String rule = row.required("rule");
      List<List<Condition>> ofRule = cases.computeIfAbsent(rule, _ -> new ArrayList<>());
      int number = row.number("case", 1, 20);
      if (open.add(rule + "/" + number)) {
        ofRule.add(new ArrayList<>());
      }
      if (number != ofRule.size()) {
        throw row.wrong("the cases of rule '" + rule + "' must be numbered in order");
      }
      ofRule.getLast().add(condition(row));
    }
  }

  private Condition condition(Row row) throws PackException {
    Field field = fields.get(row.required("field"));
    if (field == null) {
      throw row.wrong("there is no field '" + row.text("field") + "'");
    }
    Operator operator =
        Operator.named(row.required("operator"))
            .orElseThrow(() -> row.wrong("there is no operator '" + row.text("operator") + "'"));
    if (!operator.suits(field.type())) {
      throw row.wrong("'" + operator.label() + "' does not suit field '" + field.name() + "'");
    }
    String value = row.required("value");
    List<String> values = operator == Operator.ONE_OF ? row.words("value") : List.of(value);
    for (String one : values) {
      if (!field.accepts(one)) {
        throw row.wrong("'" + one + "' is no value of field '" + field.name() + "'");
      }
    }
    return new Condition(field.name(), operator, value);
  }

  private List<Rule> rules() throws PackException {
    List<Rule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
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
      if (!ids.add(rule.id())) {
        throw row.wrong("rule '" + rule.id() + "' stands here twice");
      }
      rules.add(rule);
      phrases.add(rule.textKey(), row, "sentence_nl", "sentence_en");
      phrases.add(rule.acceptableKey(), row, "acceptable_nl", "acceptable_en");
    }
    for (String id : cases.keySet()) {
      if (!ids.contains(id)) {
        throw new PackException(
            name("conditions.csv"), 0, "there is no rule '" + id + "' for its conditions");
      }
    }
    return rules;
  }

  private Rule rule(Row row) throws PackException {
    String id = row.required("rule");
    List<Effect> effects = new ArrayList<>();
    for (String effect : row.words("effects")) {
      effects.add(effect(row, effect));
    }
    List<String> axes = row.words("axes");
    if (axes.isEmpty() || !AXES.containsAll(axes)) {
      throw row.wrong("'axes' must be some of " + AXES);
    }
    List<List<Condition>> conditions = cases.get(id);
    if (conditions == null) {
      throw row.wrong("rule '" + id + "' has no conditions");
    }
    if (row.text("clause").isEmpty()) {
      throw row.wrong("rule '" + id + "' has no clause");
    }
    return new Rule(
        id,
        axes,
        row.oneOf("severity", SEVERITIES),
        effects,
        conditions,
        row.text("clause"),
        references(row),
        row.date("since").toString(),
        isOwn(row));
  }

  private Effect effect(Row row, String written) throws PackException {
    boolean raises = written.contains(">=");
    String[] parts = written.split(raises ? ">=" : "=", -1);
    if (parts.length != 2 || !parts[1].matches("[0-4]")) {
      throw row.wrong("'" + written + "' is no effect such as E_EXP>=3 or E_MIT=0");
    }
    if (!factors.containsKey(parts[0])) {
      throw row.wrong("there is no factor '" + parts[0] + "'");
    }
    return new Effect(
        parts[0], raises ? Effect.Kind.RAISE : Effect.Kind.START, Integer.parseInt(parts[1]));
  }

  private List<String> references(Row row) throws PackException {
    List<String> references = row.words("source");
    if (references.isEmpty()) {
      throw row.wrong("there is no source");
    }
    for (String reference : references) {
      if (!sources.containsKey(reference.split(":", 2)[0])) {
        throw row.wrong("there is no source '" + reference.split(":", 2)[0] + "'");
      }
    }
    return references;
  }

  private List<Control> controls(List<Rule> rules) throws PackException {
    List<String> known = rules.stream().map(Rule::id).toList();
    List<Control> controls = new ArrayList<>();
    for (Row row :
        reader.read(
            name("controls.csv"),
            "control",
            "rules",
            "provable",
            "only_if",
            "source",
            "title_nl",
            "title_en")) {
      String id = row.required("control");
      for (String rule : row.words("rules")) {
        if (!known.contains(rule)) {
          throw row.wrong("there is no rule '" + rule + "'");
        }
      }
      Optional<String> onlyIf = row.optional("only_if");
      if (onlyIf.isPresent() && !fields.containsKey(onlyIf.get())) {
        throw row.wrong("there is no field '" + onlyIf.get() + "'");
      }
      controls.add(
          new Control(id, row.words("rules"), row.yes("provable"), onlyIf, references(row)));
      phrases.add("control." + id, row, "title_nl", "title_en");
    }
    return controls;
  }

  private void checkChoices(Phrases built) throws PackException {
    if (!built.has("pack.title") || !built.has("not-determined")) {
      throw new PackException(
          name("sentences.csv"), 0, "'pack.title' or 'not-determined' is missing");
    }
    for (Field field : fields.values()) {
      for (String choice : field.choices()) {
        if (!built.has("choice." + field.name() + "." + choice)) {
          throw new PackException(
              name("sentences.csv"),
              0,
              "there is no sentence for choice '" + choice + "' of field '" + field.name() + "'");
        }
      }
    }
  }

  private static <E extends Enum<E>> E word(Row row, String heading, Class<E> type)
      throws PackException {
    String text = row.required(heading);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
        return constant;
      }
    }
    throw row.wrong("'" + heading + "' cannot be '" + text + "'");
  }
}
