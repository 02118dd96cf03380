package lenswacht.fingerprint;

import java.util.ArrayList;
import java.util.List;

/// Sister firms, joint ventures and former names.
final class Kinships {
  static final List<String> COLUMNS = List.of("firm", "relation", "other", "source", "dated");

  private final List<Kinship> all = new ArrayList<>();

  Kinships(List<CatalogueRow> rows, Names names) {
    for (CatalogueRow row : rows) {
      all.add(
          new Kinship(
              known(row, "firm", names),
              row.constant("relation", Kinship.Relation.class),
              known(row, "other", names),
              row.required("source"),
              row.day("dated")));
    }
  }

  private static String known(CatalogueRow row, String column, Names names) {
    String name = row.required(column);
    if (!names.isBrand(name)) {
      throw row.complaint("'" + name + "' is no known brand");
    }
    return name;
  }

  /// Every kinship that `firm` stands in, from either side.
  List<Kinship> of(String firm) {
    return all.stream()
        .filter(kinship -> kinship.firm().equals(firm) || kinship.other().equals(firm))
        .toList();
  }
}
