package lenswacht.assessment.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import lenswacht.knowledge.PolicyPack;

/// The words of a review in one language: every statement, conclusion, refusal and reason, for
/// screen and paper alike.
public final class ReviewWords {
  private final Properties words;
  private final Locale language;

  private ReviewWords(Properties words, Locale language) {
    this.words = words;
    this.language = language;
  }

  /// The words of a language: Dutch, or else English.
  public static ReviewWords in(Locale language) {
    Locale spoken = language.getLanguage().equals("nl") ? Locale.of("nl") : Locale.ENGLISH;
    return new ReviewWords(read(spoken), spoken);
  }

  static Properties read(Locale language) {
    String file = "review_" + language.getLanguage() + ".properties";
    Properties words = new Properties();
    try (InputStream in = ReviewWords.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + file);
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException unreadable) {
      throw new IllegalStateException("the program cannot read its file " + file, unreadable);
    }
  }

  /// What is stated, as one sentence. Titles of requirements are those of `pack`.
  public String sentence(Statement statement, PolicyPack pack) {
    return sentence(
        statement.kind(), statement.name(), statement.about(), statement.content(), pack);
  }

  /// The same for what was passed on.
  public String sentence(Extract.Passed passed, PolicyPack pack) {
    return sentence(passed.kind(), passed.name(), passed.about(), passed.content(), pack);
  }

  private String sentence(
      StatementKind kind, String name, String about, Map<String, String> content, PolicyPack pack) {
    Map<String, String> values = new HashMap<>();
    content.forEach((what, value) -> values.put(what, value(what, value)));
    values.put("name", name);
    values.put("about", about);
    String key =
        switch (kind) {
          case SITE_RATING, RATING -> kind.word();
          case REACH -> "reach." + content.getOrDefault("from", "");
          case SEPARATION -> "separation." + content.getOrDefault("reach", "");
          case MAKER -> content.getOrDefault("brand", "").isEmpty() ? "maker" : "maker.brand";
          case WAY_OUT ->
              content.getOrDefault("operator", "").isEmpty() ? "way-out.unknown" : "way-out";
          case REQUIREMENT, BIOMETRIC -> {
            values.put("title", title(about, pack));
            yield kind.word();
          }
        };
    values.put("axis", words.getProperty("axis." + about, about));
    return fill(key, values);
  }

  private String title(String control, PolicyPack pack) {
    return pack.control(control)
        .map(known -> pack.sentence(known.titleKey(), language, Map.of()))
        .orElse(control);
  }

  private String value(String what, String value) {
    if (value.isEmpty()) {
      return say(what.equals("rules") ? "none" : "unknown");
    }
    return switch (what) {
      case "level" ->
          Arrays.stream(value.split("\\.\\."))
              .map(one -> words.getProperty("level." + one, one))
              .collect(Collectors.joining(" " + say("to") + " "));
      case "confidence", "reach", "conformity", "reached", "verdict", "open", "from" ->
          words.getProperty(what + "." + value, value);
      default -> value;
    };
  }

  /// A conclusion, in its fixed wording.
  ///
  /// @param pack id of the policy pack
  public String conclusion(Conclusion conclusion, String pack) {
    return fill("conclusion." + conclusion.word(), Map.of("pack", pack));
  }

  /// What a kind of statement is called.
  public String kind(StatementKind kind) {
    return say("kind." + kind.word());
  }

  /// What a stage is called.
  public String stage(Stage stage) {
    return say("stage." + stage.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /// What a role is called.
  public String role(Role role) {
    return say("role." + role.word());
  }

  /// Which conclusion stands where two differ, and why that one.
  public String protection(Protection protection) {
    return say("protection." + protection.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /// Whether what was decided still fits, with what changed.
  public String fit(Fit fit) {
    String because =
        fit.differences().stream()
            .map(
                one ->
                    fill(
                        "fit.difference",
                        Map.of(
                            "what",
                            words.getProperty("content." + one.what(), one.what()),
                            "before",
                            changed(one.what(), one.before()),
                            "after",
                            changed(one.what(), one.after()))))
            .collect(Collectors.joining("; "));
    return fill("fit." + fit.state().word(), Map.of("because", because));
  }

  private String changed(String what, String value) {
    return what.equals("conclusion")
        ? Conclusion.of(value).map(one -> conclusion(one, "")).orElse(value)
        : value(what, value);
  }

  /// Why something cannot be done.
  public String refusal(Refusal refusal, String subject) {
    return fill(refusal.key(), Map.of("subject", subject));
  }

  /// What can be done about that; empty where nothing needs saying.
  public String next(Refusal refusal) {
    return words.getProperty(refusal.key() + ".next", "");
  }

  /// The text with this key, which takes no parameters.
  public String say(String key) {
    return fill(key, Map.of());
  }

  private String fill(String key, Map<String, String> values) {
    String text = words.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("a review has no text '" + key + "'");
    }
    StringBuilder said = new StringBuilder(text.length() + 40);
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      String name = text.substring(open + 1, close);
      said.append(text, from, open).append(values.getOrDefault(name, say("unknown")));
      from = close + 1;
    }
    return said.append(text.substring(from)).toString();
  }

  /// Every key, for those who check that all are there.
  static List<String> keys(Locale language) {
    return read(language).stringPropertyNames().stream().sorted().toList();
  }
}
