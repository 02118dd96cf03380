package lenswacht.knowledge;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sentences in Dutch and English by key, with `{placeholders}`.
public final class Phrases {
  /// The languages in which every sentence exists.
  public static final List<Locale> LANGUAGES = List.of(Locale.of("nl"), Locale.ENGLISH);

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]{1,40})}");
  private static final String NOT_DETERMINED = "not-determined";

  private final Map<String, Phrase> phrases;

  private record Phrase(String nl, String en) {}

  private Phrases(Map<String, Phrase> phrases) {
    this.phrases = phrases;
  }

  /// The sentence for `key` in Dutch if `locale` is Dutch, else in English. A placeholder without a
  /// parameter reads "not determined".
  ///
  /// @throws IllegalArgumentException if there is no such key
  public String sentence(String key, Locale locale, Map<String, String> parameters) {
    Phrase phrase = phrases.get(key);
    if (phrase == null) {
      throw new IllegalArgumentException("no sentence '" + key + "'");
    }
    boolean dutch = locale.getLanguage().equals("nl");
    Matcher matcher = PLACEHOLDER.matcher(dutch ? phrase.nl() : phrase.en());
    return matcher.replaceAll(
        found -> {
          String value = parameters.get(found.group(1));
          return Matcher.quoteReplacement(
              value != null ? value : sentence(NOT_DETERMINED, locale, Map.of()));
        });
  }

  /// Every key, sorted.
  public Set<String> keys() {
    return Collections.unmodifiableSet(new TreeSet<>(phrases.keySet()));
  }

  /// Whether there is a sentence for `key`.
  public boolean has(String key) {
    return phrases.containsKey(key);
  }

  /// Gathers sentences and refuses those that are missing in a language.
  static final class Builder {
    private final Map<String, Phrase> phrases = new LinkedHashMap<>();

    /// Takes the sentence for `key` from two cells of `row`.
    void add(String key, Row row, String nlHeading, String enHeading) throws PackException {
      String nl = row.text(nlHeading);
      String en = row.text(enHeading);
      if (nl.isEmpty() || en.isEmpty()) {
        throw row.wrong(
            nl.isEmpty() ? nlHeading : enHeading,
            "the translation '" + (nl.isEmpty() ? nlHeading : enHeading) + "' is missing");
      }
      if (!placeholders(nl).equals(placeholders(en))) {
        throw row.wrong(
            enHeading, "'" + nlHeading + "' and '" + enHeading + "' differ in placeholders");
      }
      if (phrases.put(key, new Phrase(nl, en)) != null) {
        throw row.wrong("the sentence '" + key + "' stands here twice");
      }
    }

    /// Begins with the sentences of a pack below, without the titles of its controls.
    void takeOver(Builder below, Collection<Control> controls) {
      phrases.putAll(below.phrases);
      controls.forEach(control -> phrases.remove(control.titleKey()));
    }

    /// Takes a sentence that may replace one of the pack below.
    void replace(String key, Row row, String nlHeading, String enHeading) throws PackException {
      phrases.remove(key);
      add(key, row, nlHeading, enHeading);
    }

    Phrases build() {
      return new Phrases(phrases);
    }

    private static Set<String> placeholders(String text) {
      Set<String> names = new TreeSet<>();
      PLACEHOLDER.matcher(text).results().forEach(found -> names.add(found.group(1)));
      return names;
    }
  }
}
