package lenswacht.console.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Contrast of the pairs of colours that carry text or meaning, by WCAG 2.2 (1.4.3 and 1.4.11).
class ContrastTest {
  private static final List<String> GROUNDS = List.of("bg-default", "bg-subtle");

  @ParameterizedTest
  @EnumSource(
      value = Theme.class,
      names = {"LIGHT", "DARK", "CONTRAST"})
  void text_is_readable_on_every_ground(Theme theme) throws IOException {
    String css = css(theme);
    for (String ground : GROUNDS) {
      for (String text : List.of("fg-default", "fg-muted")) {
        assertThat(contrast(colour(css, text), colour(css, ground)))
            .as("%s on %s in %s", text, ground, theme)
            .isGreaterThanOrEqualTo(4.5);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Theme.class,
      names = {"LIGHT", "DARK", "CONTRAST"})
  void words_and_shapes_of_levels_are_readable_on_every_ground(Theme theme) throws IOException {
    String css = css(theme);
    for (String ground : GROUNDS) {
      for (String mark : List.of("danger-fg", "warning-fg", "accent-fg")) {
        assertThat(contrast(colour(css, mark), colour(css, ground)))
            .as("%s on %s in %s", mark, ground, theme)
            .isGreaterThanOrEqualTo(4.5);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fg-default", "fg-muted", "danger-fg", "warning-fg", "accent-fg"})
  void high_contrast_reaches_seven_to_one(String text) throws IOException {
    String css = css(Theme.CONTRAST);
    for (String ground : GROUNDS) {
      assertThat(contrast(colour(css, text), colour(css, ground)))
          .as("%s on %s", text, ground)
          .isGreaterThanOrEqualTo(7);
    }
  }

  /// What counts first: the colours of the theme, then those of its style sheet.
  private static String css(Theme theme) throws IOException {
    return read(theme.colours().orElse("/lenswacht/console/console.css"))
        + read(theme.styleSheet());
  }

  private static String read(String resource) throws IOException {
    try (InputStream in = ContrastTest.class.getResourceAsStream(resource)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static int colour(String css, String name) {
    Matcher matcher = Pattern.compile("-color-" + name + ": *#([0-9a-f]{6});").matcher(css);
    assertThat(matcher.find()).as(name).isTrue();
    return Integer.parseInt(matcher.group(1), 16);
  }

  private static double contrast(int one, int other) {
    double lighter = Math.max(luminance(one), luminance(other));
    double darker = Math.min(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16 & 255)
        + 0.7152 * linear(colour >> 8 & 255)
        + 0.0722 * linear(colour & 255);
  }

  private static double linear(int octet) {
    double share = octet / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
