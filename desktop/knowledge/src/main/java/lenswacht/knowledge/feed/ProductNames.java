package lenswacht.knowledge.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Model numbers out of what feeds write as the name of a product. A name that holds none, and more
/// than words for cameras and recorders as such, names nothing here: the same makers sell routers,
/// controllers and programs.
final class ProductNames {
  private static final int LONGEST = 1024;
  private static final int MOST_MODELS = 64;
  private static final Pattern BETWEEN =
      Pattern.compile("\\s*[,;\\n]\\s*(?:and\\s+)?|\\s+(?:and|or|/)\\s+");
  private static final Pattern MODEL =
      Pattern.compile(
          "(?=[^0-9]{0,32}[0-9])(?=[^A-Za-z]{0,32}[A-Za-z])[A-Za-z0-9][A-Za-z0-9+./()-]{1,46}");
  private static final Pattern NO_MODEL =
      Pattern.compile(
          "(?i)v?[0-9]{1,4}(?:\\.[0-9a-z]{1,16}){1,9}|v[0-9].{0,46}|[0-9]{1,3}(?:st|nd|rd|th)");
  private static final Pattern WILD =
      Pattern.compile("[xX]{2,8}|(?<=[0-9-])x(?=[0-9a-zA-Z-]|$)|(?<=[A-Z])x(?=-|$)");
  private static final Pattern CHANNELS =
      Pattern.compile("\\s{0,4}/\\s{0,4}(?=[0-9]{1,3}P(?:[^A-Za-z0-9]|$))");
  private static final Set<String> GENERIC =
      Set.of(
          "ip",
          "network",
          "camera",
          "cameras",
          "cam",
          "ipc",
          "nvr",
          "nvrs",
          "dvr",
          "dvrs",
          "xvr",
          "digital",
          "video",
          "recorder",
          "recorders",
          "firmware",
          "os",
          "dome",
          "bullet",
          "ptz",
          "surveillance",
          "devices",
          "products",
          "series",
          "and",
          "all",
          "some",
          "cctv");
  private static final Set<String> TELLING =
      Set.of(
          "camera",
          "cameras",
          "cam",
          "ipc",
          "nvr",
          "nvrs",
          "dvr",
          "dvrs",
          "xvr",
          "recorder",
          "recorders",
          "cctv",
          "os");

  private ProductNames() {}

  /// Model numbers of a product.
  ///
  /// @param patterns patterns of the advisory book
  /// @param exact whether they are spelled out, so that a match can confirm
  record Models(List<String> patterns, boolean exact) {
    Models {
      patterns = List.copyOf(patterns);
    }
  }

  /// Whether a name of a product holds a model number.
  static boolean namesAModel(String product) {
    return !numbers(product, "").isEmpty();
  }

  /// Whether the whole of `text` is one model number or series, and no version.
  static boolean isAModel(String text) {
    String tidy = tidy(text);
    return tidy.matches("(?i)[a-z]{2,8}[0-9a-z]{0,16}[-+]?.{0,40}")
        && MODEL.matcher(tidy).matches()
        && !NO_MODEL.matcher(tidy).matches();
  }

  /// The models that `product` names.
  ///
  /// @param maker as the register spells it; the name may begin with it
  static Optional<Models> models(String product, String maker) {
    List<String> numbers = numbers(product, maker);
    if (numbers.isEmpty()) {
      return isGeneric(product, maker)
          ? Optional.of(new Models(List.of("*"), false))
          : Optional.empty();
    }
    List<String> patterns = new ArrayList<>();
    boolean series = product.toLowerCase(Locale.ROOT).contains("series");
    boolean exact = !series && numbers.size() <= MOST_MODELS;
    for (String number : numbers.subList(0, Math.min(MOST_MODELS, numbers.size()))) {
      String pattern = wild(number);
      boolean wild = !pattern.equals(number.toUpperCase(Locale.ROOT));
      exact = exact && !wild;
      patterns.add(wild || series ? pattern + "*" : pattern);
      if (pattern.startsWith("DH-") || pattern.startsWith("DHI-")) {
        String bare = pattern.substring(pattern.indexOf('-') + 1);
        patterns.add(wild || series ? bare + "*" : bare);
      }
    }
    return Optional.of(new Models(patterns, exact));
  }

  private static String wild(String number) {
    Matcher found = WILD.matcher(number);
    return found.replaceAll(run -> "?".repeat(run.group().length())).toUpperCase(Locale.ROOT);
  }

  /// Every model number, in the letters of the name.
  private static List<String> numbers(String product, String maker) {
    List<String> numbers = new ArrayList<>();
    if (product.length() > LONGEST) {
      return numbers;
    }
    for (String part : BETWEEN.split(CHANNELS.matcher(product).replaceAll("/"))) {
      String tidy = tidy(part);
      String[] words = tidy.split(" ");
      String last = words[words.length - 1];
      if (words.length > 1 && !areOfAName(words, maker)) {
        continue;
      }
      if (MODEL.matcher(last).matches() && !NO_MODEL.matcher(last).matches()) {
        numbers.add(last);
      }
    }
    return numbers;
  }

  /// Whether all but the last word are the maker, a word for cameras, or one plain word as in
  /// "Tapo C210".
  private static boolean areOfAName(String[] words, String maker) {
    int plain = 0;
    for (int i = 0; i < words.length - 1; i++) {
      String word = words[i].toLowerCase(Locale.ROOT);
      boolean known = GENERIC.contains(word) || maker.toLowerCase(Locale.ROOT).contains(word);
      plain += known ? 0 : 1;
    }
    return plain <= 1;
  }

  private static boolean isGeneric(String product, String maker) {
    boolean telling = false;
    for (String word : tidy(product).toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
      if (word.isEmpty() || maker.toLowerCase(Locale.ROOT).equals(word)) {
        continue;
      }
      if (!GENERIC.contains(word)) {
        return false;
      }
      telling |= TELLING.contains(word);
    }
    return telling;
  }

  /// Without what stands around a name: `_firmware`, "Series", commas, marks of trade.
  private static String tidy(String text) {
    return text.replace('_', ' ')
        .replace('\u00a0', ' ')
        .replace("\u00ae", "")
        .replace("\u2122", "")
        .replaceAll("(?i)\\s{1,4}(?:firmware|series|devices?|and)(?=[\\s,]|$)", "")
        .replaceAll("[\\s,;]{1,8}$", "")
        .strip()
        .replaceAll("\\s{2,8}", " ");
  }
}
