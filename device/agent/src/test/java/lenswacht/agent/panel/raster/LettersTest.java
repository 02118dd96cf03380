package lenswacht.agent.panel.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import lenswacht.agent.panel.Pictured;
import org.junit.jupiter.api.Test;

class LettersTest {
  private static final String DUTCH =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789áàâäéèêëíìîïóòôöúùûüçñ"
          + "ÁÀÂÄÉÈÊËÍÌÎÏÓÒÔÖÚÙÛÜ !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~…€°";

  private final Letters letters = Letters.own();

  @Test
  void every_letter_that_dutch_and_english_need_is_drawn() {
    assertThat(DUTCH.chars()).allMatch(letter -> letters.has((char) letter.intValue()));
    for (String language : new String[] {"nl", "en"}) {
      Pictured.screens(language, false)
          .values()
          .forEach(
              screen ->
                  assertThat(String.join("", screen.rows()).chars())
                      .allMatch(letter -> letters.has((char) letter.intValue())));
    }
  }

  @Test
  void no_two_letters_look_the_same_in_either_size() {
    Set<String> small = new TreeSet<>();
    Set<String> large = new TreeSet<>();
    DUTCH
        .chars()
        .forEach(
            letter -> {
              Raster.Pen one = new Raster.Pen();
              letters.draw(one, (char) letter, 0, 0);
              small.add(java.util.Arrays.toString(one.raster().pages()));
              Raster.Pen other = new Raster.Pen();
              letters.drawLarge(other, (char) letter, 0, 0);
              large.add(java.util.Arrays.toString(other.raster().pages()));
            });
    assertThat(small).hasSize(DUTCH.length());
    assertThat(large).hasSize(DUTCH.length());
  }

  @Test
  void letter_that_is_not_known_is_a_box_and_not_a_blank() {
    Raster.Pen pen = new Raster.Pen();
    letters.draw(pen, '漢', 0, 0);
    assertThat(pen.raster()).isNotEqualTo(Raster.dark());
  }
}
