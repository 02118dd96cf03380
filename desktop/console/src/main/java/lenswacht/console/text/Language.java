package lenswacht.console.text;

import java.util.Locale;
import java.util.Optional;

/// A language that the console speaks.
public enum Language {
  /// Dutch.
  NL("nl"),
  /// English.
  EN("en");

  private final Locale locale;

  Language(String tag) {
    this.locale = Locale.forLanguageTag(tag);
  }

  /// For dates and numbers.
  public Locale locale() {
    return locale;
  }

  /// ISO 639-1 code.
  public String tag() {
    return locale.getLanguage();
  }

  /// The language with this ISO 639-1 code.
  public static Optional<Language> of(String tag) {
    for (Language language : values()) {
      if (language.tag().equalsIgnoreCase(tag)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }
}
