package lenswacht.console.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Something that will be said, in no language yet.
public sealed interface Phrase {
  /// Nothing to say.
  Phrase NONE = new Verbatim("");

  /// A sentence by its key.
  ///
  /// @param key of the console's texts
  /// @param parameters what takes the place of `{name}`
  record Keyed(String key, Map<String, Phrase> parameters) implements Phrase {
    public Keyed {
      parameters = Map.copyOf(parameters);
    }
  }

  /// The same in every language: names, numbers, addresses.
  record Verbatim(String words) implements Phrase {}

  /// A text that comes in both languages, from the knowledge edition.
  record Both(String dutch, String english) implements Phrase {}

  /// A day, written the way the language writes days.
  record Day(LocalDate date) implements Phrase {}

  /// A moment, in the time zone of this computer.
  record Moment(Instant at) implements Phrase {}

  /// Several phrases in a row.
  ///
  /// @param parts what is said
  /// @param between what stands between two parts
  record Joined(List<Phrase> parts, String between) implements Phrase {
    public Joined {
      parts = List.copyOf(parts);
    }
  }

  /// The sentence `key` with parameters given as name, value, name, value; a value is a [Phrase] or
  /// anything whose text is the same in every language.
  static Phrase of(String key, Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("'" + key + "' has a name without a value");
    }
    Map<String, Phrase> parameters = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.put(namesAndValues[i].toString(), from(namesAndValues[i + 1]));
    }
    return new Keyed(key, parameters);
  }

  /// `key` with `.one` or `.many` behind it, as `count` asks, and `count` as parameter.
  static Phrase counted(String key, long count, Object... namesAndValues) {
    Object[] all = new Object[namesAndValues.length + 2];
    System.arraycopy(namesAndValues, 0, all, 2, namesAndValues.length);
    all[0] = "count";
    all[1] = count;
    return of(key + (count == 1 ? ".one" : ".many"), all);
  }

  /// Words that are the same in every language.
  static Phrase verbatim(String words) {
    return new Verbatim(words);
  }

  /// The phrase for a value: itself, a day, a moment, or its text.
  static Phrase from(Object value) {
    return switch (value) {
      case Phrase phrase -> phrase;
      case LocalDate date -> new Day(date);
      case Instant moment -> new Moment(moment);
      default -> new Verbatim(value.toString());
    };
  }
}
