package lenswacht.report.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import lenswacht.assessment.Level;

/// The words that pictures bear, in one language.
public final class PictureWords {
  private final Locale language;
  private final Properties words;

  private PictureWords(Locale language, Properties words) {
    this.language = language;
    this.words = words;
  }

  /// The words of a language.
  ///
  /// @param language Dutch or English
  public static PictureWords in(Locale language) {
    return new PictureWords(language, read(language));
  }

  /// The words of a language by key.
  static Properties read(Locale language) {
    String file = "picture_" + language.getLanguage() + ".properties";
    Properties words = new Properties();
    try (InputStream in = PictureWords.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + file);
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException unreadable) {
      throw new IllegalStateException("the program cannot read its file " + file, unreadable);
    }
  }

  /// The language they are of.
  public Locale language() {
    return language;
  }

  /// The text with this key; parameters as name, value, name, value take the place of `{name}`.
  public String say(String key, Object... namesAndValues) {
    String text = words.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("pictures have no text '" + key + "'");
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      values.put(namesAndValues[i].toString(), namesAndValues[i + 1].toString());
    }
    StringBuilder said = new StringBuilder(text.length() + 40);
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      String value = close < 0 ? null : values.get(text.substring(open + 1, close));
      if (value == null) {
        throw new IllegalArgumentException("'" + key + "' has a parameter without a value");
      }
      said.append(text, from, open).append(value);
      from = close + 1;
    }
    return said.append(text.substring(from)).toString();
  }

  /// The text for a number of things: the key with `.one` or `.many` behind it, and `{count}`.
  public String counted(String key, long count, Object... namesAndValues) {
    Object[] all = new Object[namesAndValues.length + 2];
    System.arraycopy(namesAndValues, 0, all, 2, namesAndValues.length);
    all[0] = "count";
    all[1] = count;
    return say(key + (count == 1 ? ".one" : ".many"), all);
  }

  /// The word for a constant: `prefix.` and its name in small letters.
  public String word(String prefix, Enum<?> constant) {
    return say(prefix + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /// The word for a level.
  public String level(Level level) {
    return word("level", level);
  }
}
