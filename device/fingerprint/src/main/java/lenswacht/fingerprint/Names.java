package lenswacht.fingerprint;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// The controlled spelling of brands and makers, and the words that stand in a name's place without
/// being one.
final class Names {
  private static final int MOST_WORDS = 5;
  private final LazyPattern firmForm =
      new LazyPattern(
          " (?:inc|ltd|co|corp|corporation|gmbh|ag|ab|llc|company|limited|technology|technologies"
              + "|systems|electronics|communications|international|digital)$");
  private final Map<String, String> brands = new HashMap<>();
  private final Set<String> spelled = new HashSet<>();
  private final Set<String> makers = new HashSet<>();
  private final Set<String> placeholders = new HashSet<>();
  private final Set<String> products = new HashSet<>();

  Names(
      List<CatalogueRow> makerRows,
      List<CatalogueRow> brandRows,
      List<CatalogueRow> productRows,
      List<CatalogueRow> words) {
    for (CatalogueRow row : brandRows) {
      spelled.add(row.required("name"));
      add(row, row.required("name"));
      for (String spelling : row.cell("aliases").split("\\|", -1)) {
        if (!spelling.isBlank()) {
          add(row, spelling);
        }
      }
    }
    for (CatalogueRow row : makerRows) {
      String name = row.required("name");
      if (!isBrand(name)) {
        throw row.complaint("maker '" + name + "' is missing from brands.csv");
      }
      if (!makers.add(name)) {
        throw row.complaint("maker '" + name + "' stands there twice");
      }
      row.required("source");
      row.day("dated");
    }
    for (CatalogueRow row : productRows) {
      addProduct(row);
    }
    for (CatalogueRow row : words) {
      placeholders.add(plain(row.required("word")));
    }
  }

  private void add(CatalogueRow row, String spelling) {
    String before = brands.put(plain(spelling), row.required("name"));
    if (before != null && !before.equals(row.required("name"))) {
      throw row.complaint("'" + spelling + "' already stands for '" + before + "'");
    }
  }

  private void addProduct(CatalogueRow row) {
    if (!isBrand(row.required("brand"))) {
      throw row.complaint("'" + row.cell("brand") + "' is no known brand");
    }
    if (!products.add(row.required("name"))) {
      throw row.complaint("product '" + row.cell("name") + "' stands there twice");
    }
    row.constant("kind", AssetKind.class);
    row.required("source");
    row.day("dated");
  }

  /// Whether `name` is a product that fingerprints may name as such. Model numbers that an asset
  /// states are not listed; the patterns of `model.csv` read them.
  boolean isProduct(String name) {
    return products.contains(name);
  }

  boolean isMaker(String name) {
    return makers.contains(name);
  }

  /// Every brand in its controlled spelling.
  SortedSet<String> brands() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(spelled));
  }

  boolean isBrand(String name) {
    return spelled.contains(name);
  }

  /// Whether `text` is a word like "IPC" or "General" that names nothing.
  boolean isPlaceholder(String text) {
    String plain = plain(text);
    return plain.isEmpty() || placeholders.contains(plain);
  }

  /// The brand that `text` names, whole or in its first words.
  Optional<String> brand(String text) {
    String[] words = plain(text).split(" ", MOST_WORDS + 1);
    StringBuilder start = new StringBuilder();
    String found = null;
    for (int i = 0; i < Math.min(words.length, MOST_WORDS); i++) {
      start.append(i == 0 ? "" : " ").append(words[i]);
      found = brands.getOrDefault(start.toString(), found);
    }
    return Optional.ofNullable(found);
  }

  /// The brand that the whole of `text` names, with or without the firm's legal form.
  Optional<String> wholeBrand(String text) {
    String plain = plain(text);
    String shorter = plain;
    do {
      plain = shorter;
      String known = brands.get(plain);
      if (known != null) {
        return Optional.of(known);
      }
      shorter = firmForm.matcher(plain).replaceFirst("");
    } while (!shorter.equals(plain));
    return Optional.empty();
  }

  /// `model` without a brand in front of it.
  String withoutBrand(String model) {
    String rest = model;
    int gap = firstGap(rest);
    while (gap > 0 && wholeBrand(rest.substring(0, gap)).isPresent()) {
      rest = rest.substring(gap + 1).strip();
      gap = firstGap(rest);
    }
    return rest.isEmpty() ? model : rest;
  }

  private static int firstGap(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == ' ' || text.charAt(i) == '_') {
        return i;
      }
    }
    return -1;
  }

  /// Lower case, with every run of other characters than letters and digits as one blank.
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (char symbol : text.toLowerCase(Locale.ROOT).toCharArray()) {
      if (Character.isLetterOrDigit(symbol)) {
        plain.append(symbol);
      } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    }
    return plain.toString().strip();
  }
}
