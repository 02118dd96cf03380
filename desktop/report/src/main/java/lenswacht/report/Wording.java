package lenswacht.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import lenswacht.knowledge.PolicyPack;
import lenswacht.report.content.Content;

/// The words of a report in one language: its own by key, those of the policy pack by theirs, and
/// how days, times and numbers are written.
final class Wording {
  private final Locale language;
  private final Optional<PolicyPack> pack;
  private final Properties words;
  private final DateTimeFormatter day;
  private final DateTimeFormatter moment;

  Wording(Locale language, PolicyPack pack) {
    this(language, Optional.of(pack));
  }

  /// The report's own words alone.
  Wording(Locale language) {
    this(language, Optional.empty());
  }

  private Wording(Locale language, Optional<PolicyPack> pack) {
    this.language = language;
    this.pack = pack;
    this.words = read(language);
    this.day = DateTimeFormatter.ofPattern("d MMMM yyyy", language);
    this.moment = DateTimeFormatter.ofPattern("d MMMM yyyy HH:mm 'UTC'", language);
  }

  /// The words of a language by key.
  static Properties read(Locale language) {
    String file = "report_" + language.getLanguage() + ".properties";
    Properties words = new Properties();
    try (InputStream in = Wording.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + file);
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException unreadable) {
      throw new IllegalStateException("the program cannot read its file " + file, unreadable);
    }
  }

  Locale language() {
    return language;
  }

  /// The text with this key, `{0}`, `{1}` ... replaced by `parameters`.
  String say(String key, Object... parameters) {
    String text = words.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("the report has no text '" + key + "'");
    }
    StringBuilder said = new StringBuilder(text.length() + 40);
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      said.append(text, from, open);
      said.append(parameters[Integer.parseInt(text.substring(open + 1, close))]);
      from = close + 1;
    }
    return said.append(text.substring(from)).toString();
  }

  /// The text for a constant: the key is `prefix.CONSTANT`.
  String say(String prefix, Enum<?> constant) {
    return say(prefix + "." + constant.name());
  }

  /// The text with this key, or `otherwise` where there is none.
  String sayOr(String key, String otherwise) {
    return words.getProperty(key, otherwise);
  }

  /// What people answered to a field, in words.
  String answer(String field, String value) {
    return sayOr("choice." + field + "." + value, sayOr("asked.value." + value, value));
  }

  /// A paragraph.
  Content paragraph(String key, Object... parameters) {
    return Content.paragraph(say(key, parameters));
  }

  /// A paragraph in a frame.
  Content notice(String key, Object... parameters) {
    return Content.paragraph(Content.Role.NOTICE, Content.text(say(key, parameters)));
  }

  /// A sentence of the policy pack.
  String sentence(String key, Map<String, String> parameters) {
    return pack.orElseThrow(() -> new IllegalStateException("these words come without a pack"))
        .sentence(key, language, parameters);
  }

  String day(LocalDate date) {
    return day.format(date);
  }

  String moment(Instant instant) {
    return moment.format(instant.atOffset(ZoneOffset.UTC));
  }

  String number(long number) {
    return String.format(language, "%,d", number);
  }

  String percent(double share) {
    return String.format(language, "%.0f%%", share * 100);
  }
}
