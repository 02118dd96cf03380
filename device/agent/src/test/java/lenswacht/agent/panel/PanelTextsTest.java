package lenswacht.agent.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelTextsTest {
  @Test
  void dutch_and_english_have_the_same_keys_and_parameters() throws Exception {
    Properties dutch = load("panel_nl.properties");
    Properties english = load("panel_en.properties");
    assertThat(dutch.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : dutch.stringPropertyNames()) {
      assertThat(dutch.getProperty(key)).as(key).isNotBlank();
      assertThat(dutch.getProperty(key).contains("{0}"))
          .as(key)
          .isEqualTo(english.getProperty(key).contains("{0}"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void every_state_fits_the_display(String language) {
    PanelTexts texts = PanelTexts.of(Locale.of(language));
    for (PanelState state : States.all()) {
      assertThat(texts.display(state)).as(state.key()).hasSizeBetween(1, 5);
      assertThat(texts.display(state))
          .as(state.key())
          .allMatch(line -> line.length() <= PanelTexts.WIDTH && !line.contains("{"));
      assertThat(texts.keyNames(state)).as(state.key()).hasSize(PanelTexts.WIDTH);
      assertThat(texts.sentence(state)).as(state.key()).isNotBlank().doesNotContain("{");
    }
  }

  @Test
  void one_camera_is_not_many() {
    PanelTexts dutch = PanelTexts.of(Locale.of("nl", "NL"));
    assertThat(dutch.sentence(new PanelState.Listening(1))).endsWith("1 camera.");
    assertThat(dutch.sentence(new PanelState.Listening(2))).endsWith("2 camera's.");
  }

  private static Properties load(String name) throws Exception {
    Properties texts = new Properties();
    try (InputStream in = PanelTexts.class.getResourceAsStream(name);
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
