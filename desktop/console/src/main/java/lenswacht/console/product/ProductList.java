package lenswacht.console.product;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lenswacht.console.text.Phrase;
import lenswacht.observation.CleanText;

/// A list of products: one brand and model a line, with a semicolon, a tab or a comma between. A
/// heading line, blank lines and repeats are left out; further columns are not read.
///
/// @param products in the order of the list, each once
/// @param repeats number of lines left out because they were there already
public record ProductList(List<Product> products, int repeats) {
  /// Longest text that is read, in characters.
  public static final int LONGEST = 1 << 20;

  /// Most products in a list.
  public static final int MOST = 5000;

  private static final int LONGEST_FIELD = 120;
  private static final Set<String> HEADINGS = Set.of("brand", "merk", "make", "fabrikant");

  public ProductList {
    products = List.copyOf(products);
  }

  /// One product as it is written in the list.
  ///
  /// @param brand not blank
  /// @param model may be empty
  public record Product(String brand, String model) {}

  /// Reads a list.
  ///
  /// @throws ProductListException if it is too long or holds no product
  public static ProductList parse(String text) throws ProductListException {
    if (text.length() > LONGEST) {
      throw new ProductListException(Phrase.of("products.too-long"));
    }
    Set<Product> products = new LinkedHashSet<>();
    int repeats = 0;
    boolean first = true;
    for (String line : text.lines().toList()) {
      List<String> fields = fields(line);
      String brand = fields.getFirst();
      boolean heading = first && HEADINGS.contains(brand.toLowerCase(Locale.ROOT));
      first = first && brand.isEmpty();
      if (brand.isEmpty() || heading) {
        continue;
      }
      if (!products.add(new Product(brand, fields.size() > 1 ? fields.get(1) : ""))) {
        repeats++;
      }
      if (products.size() > MOST) {
        throw new ProductListException(Phrase.of("products.too-many", "most", MOST));
      }
    }
    if (products.isEmpty()) {
      throw new ProductListException(Phrase.of("products.none"));
    }
    return new ProductList(List.copyOf(products), repeats);
  }

  private static List<String> fields(String line) {
    char between = line.indexOf(';') >= 0 ? ';' : line.indexOf('\t') >= 0 ? '\t' : ',';
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length() && fields.size() < 2; i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == between && !quoted) {
        fields.add(clean(field));
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    if (fields.size() < 2) {
      fields.add(clean(field));
    }
    return fields;
  }

  private static String clean(StringBuilder field) {
    return CleanText.of(field.toString(), LONGEST_FIELD);
  }
}
