package lenswacht.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+31 70 123",
        "-cmd|' /C calc'!A0",
        "-",
        "@SUM(A1)",
        "\t=1+1",
        "\tplain",
        "\r=1+1",
        "\n=1+1",
        " =1+1",
        "   @x",
        "\u00a0=1+1",
        "\u3000=1+1",
        "\u200b=1+1",
        "\ufeff=1+1",
        "\u0000=1+1",
        "\uff1d1+1",
        "\uff0b1",
        "\uff0d1",
        "\uff20x",
        "-1+cmd",
        "-999999999999999999999999999999999999999999999999"
      })
  void what_could_be_a_formula_begins_with_an_apostrophe(String text) {
    assertThat(CellText.guarded(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.20.30.7", "-12", "-12.5", "-12,5", "a=1", "'=1", "E12–E19", " x"})
  void what_is_none_stays_as_it_is(String text) {
    assertThat(CellText.guarded(text)).isEqualTo(text);
  }

  @Test
  void no_text_at_all_gets_past_with_a_formula_in_front() {
    java.util.Random random = new java.util.Random(20261121);
    String letters = "=+-@\uff1d \t\r\n\u00a0\u200ba1";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(8);
      for (int at = 0; at < length; at++) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      String guarded = CellText.guarded(text.toString());
      String seen = guarded.replaceAll("^[ \\u00a0\\u200b]+", "");
      assertThat(seen.isEmpty() || seen.matches("-?\\d+") || "'a1".indexOf(seen.charAt(0)) >= 0)
          .as(guarded)
          .isTrue();
    }
  }
}
