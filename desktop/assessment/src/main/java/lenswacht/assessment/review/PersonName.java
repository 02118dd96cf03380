package lenswacht.assessment.review;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The name of a person, to be held against other names. Two spellings that may be of one person
/// count as one: better to ask for a fuller name than to let somebody assess twice. Names in two
/// scripts cannot be held against each other, so that they may be of one person.
///
/// @param words of the name, in small letters, without marks, titles and accents
public record PersonName(List<String> words) {
  private static final Set<String> TITLES =
      Set.of(
          "mr", "mrs", "ms", "drs", "dr", "ir", "ing", "prof", "bc", "msc", "bsc", "ma", "ba", "re",
          "phd", "de", "heer", "mevrouw", "mw", "mevr", "dhr", "van", "der", "den", "het", "ten",
          "ter", "te", "the", "von");

  /// Letters that no accent can be taken off, as they are written where they are not at hand.
  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("ß", "ss"),
          Map.entry("ø", "o"),
          Map.entry("æ", "ae"),
          Map.entry("œ", "oe"),
          Map.entry("ł", "l"),
          Map.entry("đ", "d"),
          Map.entry("ð", "d"),
          Map.entry("þ", "th"),
          Map.entry("ħ", "h"),
          Map.entry("ı", "i"),
          Map.entry("ə", "e"),
          Map.entry("ŋ", "n"));

  /// Letters of dictionaries, which look like others and stand in no name.
  private static final int FIRST_PHONETIC = 0x0250;

  private static final int LAST_PHONETIC = 0x02AF;

  public PersonName {
    words = List.copyOf(words);
  }

  /// The name that was written.
  public static PersonName of(String written) {
    int mail = written.indexOf('@');
    String bare =
        Normalizer.normalize(mail > 0 ? written.substring(0, mail) : written, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
      bare = bare.replace(letter.getKey(), letter.getValue());
    }
    bare = bare.replace("ij", "y");
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
        && scripts().size() == 1
        && letters().noneMatch(PersonName::isPhonetic);
  }

  private static boolean isPhonetic(int letter) {
    return (letter >= FIRST_PHONETIC && letter <= LAST_PHONETIC)
        || Character.UnicodeBlock.of(letter) == Character.UnicodeBlock.PHONETIC_EXTENSIONS;
  }

  private IntStream letters() {
    return words.stream().flatMapToInt(String::codePoints).filter(Character::isLetter);
  }

  private Set<Character.UnicodeScript> scripts() {
    return letters().mapToObj(Character.UnicodeScript::of).collect(Collectors.toSet());
  }

  /// Whether both may be one person: every word of the shorter name is found in the other, whole or
  /// as its first letter, and one of them whole; or it is the other's account, with the words and
  /// first letters in one; or they are in two scripts.
  public boolean mayBe(PersonName other) {
    if (scripts().isEmpty() || other.scripts().isEmpty()) {
      return false; // What names nobody is nobody else.
    }
    if (!scripts().equals(other.scripts())) {
      return true;
    }
    PersonName bare = spelled();
    PersonName otherBare = other.spelled();
    return bare.words.size() <= otherBare.words.size()
        ? bare.isWithin(otherBare)
        : otherBare.isWithin(bare);
  }

  /// Written without the e that stands for dots on the letter before.
  private PersonName spelled() {
    return new PersonName(words.stream().map(word -> word.replaceAll("(?<=[aou])e", "")).toList());
  }

  private boolean isWithin(PersonName longer) {
    List<String> left = new ArrayList<>(longer.words);
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
        return words.size() == 1 && isAccountOf(longer);
      }
    }
    return whole > 0;
  }

  /// Whether this one word is a word of the other name with the rest of it before or behind.
  private boolean isAccountOf(PersonName person) {
    String account = words.getFirst();
    for (String word : person.words) {
      List<String> others = new ArrayList<>(person.words);
      others.remove(word);
      String rest = String.join("", others);
      String letters =
          others.stream().map(one -> one.substring(0, 1)).collect(Collectors.joining());
      if (word.length() > 1
          && !others.isEmpty()
          && List.of(word + rest, rest + word, word + letters, letters + word).contains(account)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInitial(String one, String other) {
    return one.length() == 1 && other.startsWith(one);
  }
}
