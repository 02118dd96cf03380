package lenswacht.agent.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import lenswacht.agent.panel.Screen.Line;
import lenswacht.agent.panel.View.About;
import lenswacht.agent.panel.View.MenuRow;
import lenswacht.observation.ScanLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every text on the display, in both languages and both sizes.
class ScreenTextsTest {
  @Test
  void dutch_and_english_have_the_same_keys_and_values() {
    Properties dutch = PanelTexts.load("panel_nl.properties");
    Properties english = PanelTexts.load("panel_en.properties");
    assertThat(dutch.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : dutch.stringPropertyNames()) {
      assertThat(dutch.getProperty(key)).as(key).isNotBlank();
      for (String value : List.of("{0}", "{1}", "{2}")) {
        assertThat(dutch.getProperty(key).contains(value))
            .as(key + " " + value)
            .isEqualTo(english.getProperty(key).contains(value));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void no_text_is_missing_and_none_is_unused(String language) {
    Properties all = PanelTexts.load("panel_" + language + ".properties");
    Set<String> used = new HashSet<>();
    PanelTexts texts =
        new PanelTexts(
            key -> {
              used.add(key);
              return Optional.ofNullable(all.getProperty(key));
            });
    for (PanelModel model : models(new Settings(texts, true, false))) {
      new ScreenWriter(model).screen();
      texts.sentence(model.state());
    }
    Set<String> unused = new TreeSet<>(all.stringPropertyNames());
    unused.removeAll(used);
    assertThat(unused).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void nothing_is_cut_off_with_the_longest_values_that_occur(String language) {
    for (PanelModel model : models(States.settings(language, false))) {
      Screen screen = new ScreenWriter(model).screen();
      assertThat(screen.lines())
          .as(() -> model.state() + " " + model.view())
          .isNotEmpty()
          .noneMatch(line -> line.text().contains("…") || line.text().contains("{"));
      if (model.view() instanceof View.Main) {
        assertThat(new Bodies(model).of(model.front()).rows())
            .as(screen::toString)
            .isLessThanOrEqualTo(screen.name() == Screen.Name.OFF ? 7 : 6);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void large_letters_break_no_word_of_ours(String language) {
    Properties all = PanelTexts.load("panel_" + language + ".properties");
    for (String key : all.stringPropertyNames()) {
      if (!key.startsWith("sentence.") && !key.startsWith("format.")) {
        assertThat(all.getProperty(key).split(" "))
            .as(key)
            .allMatch(word -> word.length() <= Screen.LARGE_COLUMNS);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void large_letters_leave_nothing_unsaid(String language) {
    for (PanelModel model : models(States.settings(language, true))) {
      if (model.view() instanceof View.Main) {
        PanelModel at = model;
        StringBuilder said = new StringBuilder();
        for (int page = 0; page < 12; page++) {
          at = model.at(new View.Main(page));
          new ScreenWriter(at)
              .screen().lines().stream()
                  .filter(Line::isLarge)
                  .forEach(line -> said.append(line.text()).append(' '));
        }
        for (String line : new Bodies(model).of(model.front()).folded(Screen.LARGE_COLUMNS)) {
          assertThat(said.toString()).as(model.state().key()).contains(line);
        }
      }
    }
  }

  @Test
  void bottom_line_always_names_the_keys() {
    for (PanelModel model : models(States.settings("nl", false))) {
      Screen screen = new ScreenWriter(model).screen();
      if (screen.name() != Screen.Name.START && screen.name() != Screen.Name.OFF) {
        assertThat(screen.rows().getLast()).as(screen::toString).hasSize(Screen.COLUMNS);
      }
    }
  }

  @Test
  void any_value_from_outside_fits() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1114);
    for (int round = 0; round < 40; round++) {
      String wild =
          random
              .ints(random.nextInt(1, 300), 0x20, 0x2100)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      Permit permit =
          new Permit(
              wild,
              wild,
              ScanLevel.THOROUGH,
              States.PERMIT.until(),
              List.of(wild, wild),
              List.of(wild));
      Facts facts = Facts.of(wild, wild).under(Optional.of(permit));
      for (boolean large : new boolean[] {true, false}) {
        Settings settings = States.settings("nl", large);
        for (PanelState state :
            List.of(
                new PanelState.Mandated(permit),
                new PanelState.NextSpot(1, 1, wild),
                new PanelState.Fault(wild),
                new PanelState.Idle())) {
          PanelModel model = States.model(state, facts, settings);
          assertThat(new ScreenWriter(model).screen().lines()).isNotEmpty();
          for (About about : About.values()) {
            PanelModel reading = model.at(new View.Pages(about, round, model.view()));
            assertThat(new ScreenWriter(reading).screen().lines()).isNotEmpty();
          }
        }
      }
    }
  }

  /// Every state, with every battery, in every view.
  static List<PanelModel> models(Settings settings) {
    List<PanelModel> models = new ArrayList<>();
    for (PanelState state : States.all()) {
      for (Facts facts : surroundings()) {
        PanelModel model = States.model(state, facts, settings);
        models.add(model);
        models.add(model.at(new View.Home(0)));
        if (facts.battery().equals(States.LOW)) {
          continue;
        }
        for (MenuRow row : MenuRow.values()) {
          models.add(model.at(new View.Menu(row.ordinal(), model.view())));
        }
        for (About about : About.values()) {
          for (int page = 0; page < 3; page++) {
            models.add(model.at(new View.Pages(about, page, model.view())));
          }
        }
      }
    }
    Settings loud = new Settings(settings.texts(), false, settings.large());
    models.addAll(
        models.stream()
            .limit(20)
            .map(one -> States.model(one.state(), one.facts(), loud))
            .toList());
    return models;
  }

  private static List<Facts> surroundings() {
    List<PartCheck> checks =
        Stream.of(PartCheck.Part.values())
            .map(part -> new PartCheck(part, Verdict.NOT_DETERMINED, ""))
            .toList();
    Facts facts = States.facts();
    return List.of(
        facts,
        facts.checked(checks).under(Optional.of(States.PERMIT)),
        facts.around(facts.battery(), UsbCable.POWER_ONLY, Verdict.FAILS),
        facts.around(States.LOW, UsbCable.NONE, Verdict.FAILS),
        facts.around(battery(9, Duration.ofSeconds(80)), UsbCable.POWER_ONLY, Verdict.WORKS),
        facts.around(battery(19, Duration.ofHours(99)), UsbCable.DATA, Verdict.NOT_DETERMINED),
        facts.around(
            new Battery(OptionalInt.of(4), Optional.empty(), false),
            UsbCable.NOT_DETERMINED,
            Verdict.FAILS),
        Facts.of("LW-0042", "12.34.56"));
  }

  private static Battery battery(int percent, Duration left) {
    return new Battery(OptionalInt.of(percent), Optional.of(left), false);
  }
}
