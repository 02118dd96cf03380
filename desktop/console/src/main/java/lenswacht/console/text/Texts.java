package lenswacht.console.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// All words of the console in both languages, and the language that is spoken now.
public final class Texts {
  private final Map<Language, Properties> words;
  private final ZoneId zone;
  private final ObjectProperty<Language> language;

  private Texts(Map<Language, Properties> words, ZoneId zone, Language first) {
    this.words = words;
    this.zone = zone;
    this.language = new SimpleObjectProperty<>(this, "language", first);
  }

  /// Reads the words of both languages, to speak `first` to begin with.
  ///
  /// @param zone for moments
  public static Texts load(Language first, ZoneId zone) {
    Map<Language, Properties> words = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      words.put(language, read("/lenswacht/console/console_" + language.tag() + ".properties"));
    }
    return new Texts(words, zone, first);
  }

  private static Properties read(String resource) {
    Properties properties = new Properties();
    try (InputStream in = Texts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the console's words are missing: " + resource);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return properties;
  }

  /// The language that is spoken; may be set at any time.
  public ObjectProperty<Language> languageProperty() {
    return language;
  }

  /// The language that is spoken.
  public Language language() {
    return language.get();
  }

  /// Every key of `of`, sorted.
  public Set<String> keys(Language of) {
    return new TreeSet<>(words.getOrDefault(of, new Properties()).stringPropertyNames());
  }

  /// `phrase` in the language that is spoken now.
  ///
  /// @throws IllegalStateException if a key has no words or a parameter no value
  public String render(Phrase phrase) {
    return render(phrase, language.get());
  }

  /// `phrase` in `in`.
  ///
  /// @throws IllegalStateException if a key has no words or a parameter no value
  public String render(Phrase phrase, Language in) {
    return switch (phrase) {
      case Phrase.Verbatim(String plain) -> plain;
      case Phrase.Both(String dutch, String english) -> in == Language.NL ? dutch : english;
      case Phrase.Day(var date) ->
          DateTimeFormatter.ofPattern("d MMM uuuu", in.locale()).format(date);
      case Phrase.Moment(var at) ->
          DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", in.locale()).format(at.atZone(zone));
      case Phrase.Joined(var parts, String between) ->
          parts.stream().map(part -> render(part, in)).collect(Collectors.joining(between));
      case Phrase.Keyed(String key, Map<String, Phrase> parameters) -> fill(key, parameters, in);
    };
  }

  private String fill(String key, Map<String, Phrase> parameters, Language in) {
    String pattern = words.getOrDefault(in, new Properties()).getProperty(key);
    if (pattern == null) {
      throw new IllegalStateException("no words for '" + key + "' in " + in);
    }
    StringBuilder said = new StringBuilder(pattern.length() + 32);
    int at = 0;
    int open;
    while ((open = pattern.indexOf('{', at)) >= 0) {
      int close = pattern.indexOf('}', open);
      Phrase value = close < 0 ? null : parameters.get(pattern.substring(open + 1, close));
      if (value == null) {
        throw new IllegalStateException("'" + key + "' has a parameter without a value");
      }
      said.append(pattern, at, open).append(render(value, in));
      at = close + 1;
    }
    return said.append(pattern, at, pattern.length()).toString();
  }

  /// The sentence `key`, following the language. Parameters as in [Phrase#of].
  public StringBinding of(String key, Object... namesAndValues) {
    return of(Phrase.of(key, namesAndValues));
  }

  /// `phrase`, following the language.
  public StringBinding of(Phrase phrase) {
    return Bindings.createStringBinding(() -> render(phrase), language);
  }

  /// The phrase of the moment, following both it and the language.
  public StringBinding of(ObservableValue<? extends Phrase> phrase) {
    return Bindings.createStringBinding(() -> render(phrase.getValue()), phrase, language);
  }

  /// What `of` makes of `value` in the language of the moment, following both.
  public <T> StringBinding of(ObservableValue<T> value, BiFunction<Texts, T, String> of) {
    return Bindings.createStringBinding(() -> of.apply(this, value.getValue()), value, language);
  }
}
