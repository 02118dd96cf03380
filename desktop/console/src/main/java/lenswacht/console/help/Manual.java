package lenswacht.console.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import lenswacht.console.desk.Place;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;

/// The manual: a page for each screen, a sentence for fields that need one, and what words mean. It
/// comes with the program and needs no network.
public final class Manual {
  private static final String PAGE = "page.";
  private static final String FIELD = "field.";
  private static final String TERM = "term.";

  private final Map<Language, Properties> words = new EnumMap<>(Language.class);

  /// Reads it in both languages.
  public Manual() {
    for (Language language : Language.values()) {
      words.put(language, read("/lenswacht/console/help_" + language.tag() + ".properties"));
    }
  }

  private static Properties read(String resource) {
    Properties properties = new Properties();
    try (InputStream in = Manual.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the manual is missing: " + resource);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return properties;
  }

  /// A word with what it means.
  ///
  /// @param word as it is written on screen
  /// @param meaning in a sentence
  public record Term(Phrase word, Phrase meaning) {}

  private Optional<Phrase> both(String key) {
    String dutch = words.getOrDefault(Language.NL, new Properties()).getProperty(key);
    String english = words.getOrDefault(Language.EN, new Properties()).getProperty(key);
    return dutch == null || english == null
        ? Optional.empty()
        : Optional.of(new Phrase.Both(dutch, english));
  }

  /// What can be done on a screen, a paragraph each.
  public List<Phrase> page(Place place) {
    Optional<Phrase> page = both(PAGE + place.word());
    if (page.isEmpty() || !(page.get() instanceof Phrase.Both(String dutch, String english))) {
      return List.of(Phrase.of("page.about." + place.word()));
    }
    List<String> first = dutch.lines().toList();
    List<String> second = english.lines().toList();
    return java.util.stream.IntStream.range(0, Math.min(first.size(), second.size()))
        .<Phrase>mapToObj(i -> new Phrase.Both(first.get(i), second.get(i)))
        .toList();
  }

  /// What a field is for; empty where its name says it all.
  public Optional<Phrase> field(String id) {
    return both(FIELD + id);
  }

  /// Every word that is explained, in the order of their keys.
  public List<Term> terms() {
    return new TreeSet<>(words.getOrDefault(Language.NL, new Properties()).stringPropertyNames())
        .stream()
            .filter(key -> key.startsWith(TERM))
            .flatMap(key -> both(key).stream())
            .map(Phrase.Both.class::cast)
            .map(Manual::term)
            .toList();
  }

  private static Term term(Phrase.Both both) {
    String[] dutch = both.dutch().split(": ", 2);
    String[] english = both.english().split(": ", 2);
    return new Term(
        new Phrase.Both(dutch[0], english[0]),
        new Phrase.Both(dutch[dutch.length - 1], english[english.length - 1]));
  }

  /// Every key, to find out what is missing.
  java.util.Set<String> keys(Language language) {
    return new TreeSet<>(words.getOrDefault(language, new Properties()).stringPropertyNames());
  }
}
