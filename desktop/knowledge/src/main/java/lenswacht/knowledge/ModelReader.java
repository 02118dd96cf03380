package lenswacht.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads what a pack rates with: sources, fields, factors and decision tables.
final class ModelReader {
  static final List<String> AXES = List.of("ESPIONAGE", "PRIVACY");

  private static final String LISTED = "listed.";
  private static final String SEATED = "seated.";

  private final RowReader reader;
  private final String folder;
  private final PackParts parts;

  ModelReader(RowReader reader, String folder, PackParts parts) {
    this.reader = reader;
    this.folder = folder;
    this.parts = parts;
  }

  private String name(String file) {
    return folder + "/" + file;
  }

  void sources() throws PackException {
    for (Row row : reader.read(name("sources.csv"), "source", "title", "date", "status", "place")) {
      String id = row.required("source");
      Source source =
          new Source(
              id,
              row.required("title"),
              row.required("date"),
              row.oneOf("status", List.of("read", "secondary", "recalled")),
              row.required("place"));
      if (parts.sources.put(id, source) != null) {
        throw row.wrong("source", "source '" + id + "' stands here twice, or in the pack below");
      }
    }
  }

  /// Reads the makers that lists name; each must be in the register, so that a slip of the pen does
  /// not pass for a maker that nobody sells.
  void lists() throws PackException {
    List<Row> rows =
        reader.readOrNone(
            name("lists.csv"), Set.of(), "list", "maker", "clause", "source", "date", "reading");
    Set<String> known = rows.isEmpty() ? Set.of() : MakerRegister.names(reader);
    for (Row row : rows) {
      row.required("clause");
      row.date("date");
      parts.references(row);
      PackParts.howRead(row);
      String maker = row.required("maker");
      if (!known.contains(maker)) {
        throw row.wrong("maker", "makers.csv has no maker '" + maker + "'");
      }
      parts.name(row.required("list"), maker);
    }
  }

  void fields() throws PackException {
    for (Row row :
        reader.readOrNone(
            name("fields.csv"),
            Set.of(),
            "field",
            "type",
            "choices",
            "origin",
            "per_site",
            "question_nl",
            "question_en")) {
      Field field = field(row);
      if (parts.fields.put(field.name(), field) != null) {
        throw row.wrong(
            "field", "field '" + field.name() + "' stands here twice, or in the pack below");
      }
      parts.phrases.add("field." + field.name(), row, "question_nl", "question_en");
    }
  }

  private Field field(Row row) throws PackException {
    String name = row.required("field");
    if (!name.matches("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*")) {
      throw row.wrong("field", "'" + name + "' is no name of a field such as site.class");
    }
    Field.Type type = word(row, "type", Field.Type.class);
    if (type == Field.Type.CHOICE == row.words("choices").isEmpty()) {
      throw row.wrong("choices", "a choice has choices, and nothing else has");
    }
    if (name.startsWith(LISTED) && !parts.lists.containsKey(name.substring(LISTED.length()))) {
      throw row.wrong("field", "lists.csv has no list '" + name.substring(LISTED.length()) + "'");
    }
    if (name.startsWith(SEATED) && !name.substring(SEATED.length()).matches("[a-z]{2}")) {
      throw row.wrong("field", "a seat is two letters of a state, such as seated.cn");
    }
    Field.Origin origin = word(row, "origin", Field.Origin.class);
    return new Field(name, type, row.words("choices"), origin, row.yes("per_site"));
  }

  void bases() throws PackException {
    for (Row row : reader.read(name("bases.csv"), "part", "clause", "source", "since", "reading")) {
      Basis basis =
          new Basis(
              row.required("clause"),
              parts.references(row),
              row.date("since").toString(),
              PackParts.howRead(row));
      if (parts.bases.put(row.required("part"), basis) != null) {
        throw row.wrong("part", "'" + row.text("part") + "' stands here twice");
      }
    }
  }

  /// What a factor or table rests on.
  private Basis basis(String part) throws PackException {
    Basis basis = parts.bases.get(part);
    if (basis == null) {
      throw new PackException(
          name("bases.csv"), 0, "there is no row that says what '" + part + "' rests on");
    }
    return basis;
  }

  void factors() throws PackException {
    for (Row row :
        reader.read(name("factors.csv"), "factor", "axis", "base", "name_nl", "name_en")) {
      String id = row.required("factor");
      int base = row.number("base", 0, DecisionTable.LEVELS - 1);
      parts.factors.put(id, new Factor(id, row.oneOf("axis", AXES), base, basis(id)));
      parts.phrases.add("factor." + id, row, "name_nl", "name_en");
    }
    Map<String, Integer> meanings = new LinkedHashMap<>();
    for (Row row : reader.read(name("levels.csv"), "factor", "level", "meaning_nl", "meaning_en")) {
      String id = row.required("factor");
      if (!parts.factors.containsKey(id)) {
        throw row.wrong("factor", "there is no factor '" + id + "'");
      }
      int level = row.number("level", 0, DecisionTable.LEVELS - 1);
      parts.phrases.add("factor." + id + "." + level, row, "meaning_nl", "meaning_en");
      meanings.merge(id, 1, Integer::sum);
    }
    for (String id : parts.factors.keySet()) {
      if (meanings.getOrDefault(id, 0) != DecisionTable.LEVELS) {
        throw new PackException(
            name("levels.csv"), 0, "factor '" + id + "' must have a meaning for each level");
      }
    }
  }

  void tables() throws PackException {
    Map<String, List<Row>> rowsOf = new LinkedHashMap<>();
    for (Row row :
        reader.read(
            name("tables.csv"), "table", "rows", "columns", "row", "c0", "c1", "c2", "c3", "c4")) {
      rowsOf.computeIfAbsent(row.required("table"), _ -> new ArrayList<>()).add(row);
    }
    for (Map.Entry<String, List<Row>> table : rowsOf.entrySet()) {
      parts.tables.put(table.getKey(), table(table.getKey(), table.getValue()));
    }
    for (String id : PolicyPack.TABLES) {
      if (!rowsOf.containsKey(id)) {
        throw new PackException(name("tables.csv"), 0, "table '" + id + "' is missing");
      }
    }
  }

  private DecisionTable table(String id, List<Row> rows) throws PackException {
    List<List<Integer>> cells = new ArrayList<>();
    for (Row row : rows) {
      if (row.number("row", 0, DecisionTable.LEVELS - 1) != cells.size()) {
        throw row.wrong("row", "the rows of table '" + id + "' must be 0 to 4, in order");
      }
      List<Integer> levels = new ArrayList<>();
      for (int column = 0; column < DecisionTable.LEVELS; column++) {
        levels.add(row.number("c" + column, 0, DecisionTable.LEVELS - 1));
      }
      refuseFall(id, row, levels, cells);
      cells.add(levels);
    }
    Row last = rows.getLast();
    if (cells.size() != DecisionTable.LEVELS) {
      throw last.wrong("row", "table '" + id + "' is not total: it has " + cells.size() + " rows");
    }
    return new DecisionTable(id, last.required("rows"), last.required("columns"), cells, basis(id));
  }

  /// Refuses a level that is lower than the one before it in its row or above it in its column.
  private static void refuseFall(
      String id, Row row, List<Integer> levels, List<List<Integer>> above) throws PackException {
    for (int column = 0; column < DecisionTable.LEVELS; column++) {
      boolean fallsInRow = column > 0 && levels.get(column) < levels.get(column - 1);
      boolean fallsInColumn = !above.isEmpty() && levels.get(column) < above.getLast().get(column);
      if (fallsInRow || fallsInColumn) {
        throw row.wrong("c" + column, "table '" + id + "' is not monotone: the level falls here");
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
    throw row.wrong(heading, "'" + heading + "' cannot be '" + text + "'");
  }
}
