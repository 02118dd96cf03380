package lenswacht.product;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import lenswacht.observation.CleanText;

/// The products of a list and how its columns were read.
///
/// @param layout where the headings stand and what the columns hold
/// @param products one for each row that names anything, in the order of the list
/// @param skipped rows below the headings that name no product, counted from 0
public record ProductList(
    ColumnMatcher.Layout layout, List<ListedProduct> products, List<Integer> skipped) {
  private static final int LONGEST_FIELD = 120;
  private static final int MOST_OF_ONE = 9;

  public ProductList {
    products = List.copyOf(products);
    skipped = List.copyOf(skipped);
  }

  /// Reads the products of `rows` as `layout` says.
  ///
  /// @param brands finds the brand in running words, where no column holds it
  public static ProductList read(
      List<List<String>> rows, ColumnMatcher.Layout layout, BrandFinder brands) {
    Map<ListColumn, Integer> at = new EnumMap<>(ListColumn.class);
    layout.columns().forEach(match -> at.put(match.column(), match.index()));
    List<ListedProduct> products = new ArrayList<>();
    List<Integer> skipped = new ArrayList<>();
    for (int i = layout.headingRow() + 1; i < rows.size(); i++) {
      ListedProduct product = product(i, rows.get(i), at, brands);
      if (product.brand().isEmpty() && product.model().isEmpty()) {
        skipped.add(i);
      } else {
        products.add(product);
      }
    }
    return new ProductList(layout, products, skipped);
  }

  /// Finds a brand in running words.
  public interface BrandFinder {
    /// The brand that `words` name first; empty where they name none.
    Optional<String> find(String words);
  }

  private static ListedProduct product(
      int row, List<String> cells, Map<ListColumn, Integer> at, BrandFinder brands) {
    String brand = cell(cells, at, ListColumn.BRAND);
    String model = cell(cells, at, ListColumn.MODEL);
    String words = cell(cells, at, ListColumn.DESCRIPTION);
    if (brand.isEmpty()) {
      brand = brands.find(model).or(() -> brands.find(words)).orElse("");
    }
    if (model.isEmpty() && !words.isEmpty()) {
      model = words;
    }
    return new ListedProduct(
        row,
        brand,
        model,
        cell(cells, at, ListColumn.FIRMWARE),
        cell(cells, at, ListColumn.PLACE),
        number(cell(cells, at, ListColumn.NUMBER)));
  }

  private static String cell(List<String> cells, Map<ListColumn, Integer> at, ListColumn column) {
    Integer index = at.get(column);
    return index == null || index >= cells.size()
        ? ""
        : CleanText.of(cells.get(index), LONGEST_FIELD).strip();
  }

  private static OptionalInt number(String text) {
    boolean isNumber =
        !text.isEmpty()
            && text.length() <= MOST_OF_ONE
            && text.chars().allMatch(Character::isDigit);
    return isNumber ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }
}
