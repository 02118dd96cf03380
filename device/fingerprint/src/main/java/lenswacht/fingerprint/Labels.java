package lenswacht.fingerprint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who makes what is sold under a label. A label whose maker is doubtful, or that several makers
/// supply, is answered with nothing.
final class Labels {
  static final List<String> COLUMNS = List.of("brand", "maker", "confidence", "source", "dated");

  private final Map<String, List<Supplier>> suppliers = new HashMap<>();

  /// A maker behind a label.
  ///
  /// @param maker the maker
  /// @param confidence how sure that is
  record Supplier(String maker, Confidence confidence) {}

  Labels(List<CatalogueRow> rows, Names names) {
    for (CatalogueRow row : rows) {
      String brand = row.required("brand");
      String maker = row.required("maker");
      if (!names.isBrand(brand)) {
        throw row.complaint("'" + brand + "' is no known brand");
      }
      if (!names.isMaker(maker)) {
        throw row.complaint("'" + maker + "' is no known maker");
      }
      row.required("source");
      row.day("dated");
      Supplier supplier = new Supplier(maker, confidence(row));
      List<Supplier> known = suppliers.getOrDefault(brand, new ArrayList<>(1));
      known.add(supplier);
      suppliers.put(brand, known);
    }
  }

  private static Confidence confidence(CatalogueRow row) {
    return switch (row.cell("confidence")) {
      case "high" -> Confidence.CERTAIN;
      case "medium" -> Confidence.LIKELY;
      case "low" -> Confidence.HINT;
      default -> throw row.complaint("confidence must be high, medium or low");
    };
  }

  /// The one maker behind `brand`, if that is at least likely and nobody else supplies it.
  Optional<Supplier> supplier(String brand) {
    List<Supplier> all = suppliers.getOrDefault(brand, List.of());
    boolean isOne = all.stream().map(Supplier::maker).distinct().count() == 1;
    return isOne && all.getFirst().confidence() != Confidence.HINT
        ? Optional.of(all.getFirst())
        : Optional.empty();
  }
}
