package lenswacht.assessment.review;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The name of a person, to be held against other names. Two spellings that may be of one person
/// count as one: better to ask for a fuller name than to let somebody assess twice.
///
/// @param words of the name, in small letters, without marks, titles and accents
public record PersonName(List<String> words) {
  private static final Set<String> TITLES =
      Set.of(
          "mr", "mrs", "ms", "drs", "dr", "ir", "ing", "prof", "bc", "msc", "bsc", "ma", "ba", "re",
          "phd", "de", "heer", "mevrouw", "mw", "mevr", "dhr", "van", "der", "den", "het", "ten",
          "ter", "te", "the", "von");

  public PersonName {
    words = List.copyOf(words);
  }

  /// The name that was written.
  public static PersonName of(String written) {
    int mail = written.indexOf('@');
    String bare =
        Normalizer.normalize(mail > 0 ? written.substring(0, mail) : written, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replace("ø", "o")
            .replace("ij", "y");
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int symbol : (bare + " ").codePoints().toArray()) {
      if (Character.isLetterOrDigit(symbol)) {
        word.appendCodePoint(symbol);
      } else if (!isSilent(symbol)) {
        take(word, words);
      }
    }
    return new PersonName(words);
  }

  /// Accents that were taken off their letters, and characters that nobody sees.
  private static boolean isSilent(int symbol) {
    int type = Character.getType(symbol);
    return type == Character.NON_SPACING_MARK
        || type == Character.FORMAT
        || type == Character.CONTROL
        || symbol == '\'';
  }

  private static void take(StringBuilder word, List<String> words) {
    if (!word.isEmpty() && !TITLES.contains(word.toString())) {
      words.add(word.toString());
    }
    word.setLength(0);
  }

  /// The same for every spelling that leaves no doubt.
  public String key() {
    return String.join(" ", words.stream().sorted().toList());
  }

  /// Whether it names somebody: a word of two letters at least, all of one script.
  public boolean isName() {
    return words.stream().anyMatch(word -> word.length() > 1)
        && words.stream()
                .flatMapToInt(String::codePoints)
                .filter(Character::isLetter)
                .mapToObj(Character.UnicodeScript::of)
                .distinct()
                .count()
            == 1;
  }

  /// Whether both may be one person: every word of the shorter name is found in the other, whole or
  /// as its first letter, and one of them whole.
  public boolean mayBe(PersonName other) {
    if (words.size() > other.words.size()) {
      return other.mayBe(this);
    }
    List<String> left = new ArrayList<>(other.words);
    List<String> initials = new ArrayList<>();
    int whole = 0;
    for (String word : words) {
      if (left.remove(word)) {
        whole += word.length() > 1 ? 1 : 0;
      } else {
        initials.add(word);
      }
    }
    for (String word : initials) {
      String same =
          left.stream()
              .filter(one -> isInitial(word, one) || isInitial(one, word))
              .findFirst()
              .orElse("");
      if (!left.remove(same)) {
        return false;
      }
    }
    return whole > 0;
  }

  private static boolean isInitial(String one, String other) {
    return one.length() == 1 && other.startsWith(one);
  }
}
