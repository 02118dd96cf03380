package lenswacht.agent.panel.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import lenswacht.agent.panel.Battery;
import lenswacht.agent.panel.PanelState;
import lenswacht.agent.panel.PartCheck;
import lenswacht.agent.panel.PartCheck.Part;
import lenswacht.agent.panel.Shows;
import lenswacht.agent.panel.Verdict;
import lenswacht.agent.panel.raster.Raster;
import lenswacht.agent.panel.raster.ScreenPainter;
import org.junit.jupiter.api.Test;

/// The display and the battery gauge, by what goes over their bus.
class ChipsTest {
  private final PracticeDisplay display = new PracticeDisplay();
  private final Ssd1306 driver = new Ssd1306(display);
  private final Raster idle = paint(new PanelState.Idle());
  private final Raster fault = paint(new PanelState.Fault("LW-217"));

  @Test
  void display_shows_the_points_that_were_painted() throws Exception {
    driver.show(idle, true);
    assertThat(display.isOn()).isTrue();
    assertThat(display.memory()).isEqualTo(idle.pages());
    driver.show(fault, true);
    assertThat(display.memory()).isEqualTo(fault.pages());
    driver.show(fault, false);
    assertThat(display.isOn()).isFalse();
  }

  @Test
  void only_what_changed_is_sent() throws Exception {
    driver.show(idle, true);
    int first = display.octets();
    driver.show(idle, true);
    assertThat(display.octets()).isEqualTo(first).isEqualTo(Raster.OCTETS);
  }

  @Test
  void display_that_was_away_is_set_up_anew() throws Exception {
    driver.show(idle, true);
    display.plug(false);
    assertThatThrownBy(() -> driver.show(fault, true)).isInstanceOf(IOException.class);
    display.plug(true);
    driver.show(idle, true);
    assertThat(display.isOn()).isTrue();
    assertThat(display.memory()).isEqualTo(idle.pages());
    assertThat(display.octets()).as("all of it, twice").isEqualTo(2 * Raster.OCTETS);
  }

  @Test
  void gauge_tells_how_full_the_battery_is_and_how_long_it_lasts() throws Exception {
    assertThat(gauge(83 * 256, -48).read())
        .isEqualTo(
            new Battery(
                OptionalInt.of(83),
                java.util.Optional.of(Duration.ofSeconds((long) (83 / (48 * 0.208) * 3600))),
                false));
    assertThat(gauge(50 * 256, 100).read().isCharging()).isTrue();
    assertThat(gauge(50 * 256, 0).read().left()).isEmpty();
    assertThat(gauge(0xffff, -1).read().percent()).hasValue(100);
  }

  @Test
  void chip_that_answers_nothing_sensible_is_no_gauge() {
    for (int version : new int[] {0, 0xffff}) {
      Max17048 gauge = new Max17048(new Registers(Map.of(0x08, version)));
      assertThatThrownBy(gauge::read).isInstanceOf(IOException.class);
    }
  }

  @Test
  void pins_in_memory_have_no_gauge_and_their_self_test_says_so() {
    try (Pi4jPanel panel = Pi4jPanel.inMemory(PanelPins.BOARD)) {
      panel.show(Shows.of(new PanelState.Idle()));
      assertThat(panel.battery()).isEqualTo(Battery.NOT_DETERMINED);
      assertThat(panel.check())
          .extracting(PartCheck::part, PartCheck::verdict)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple(Part.LAMPS, Verdict.WORKS),
              org.assertj.core.groups.Tuple.tuple(Part.KEYS, Verdict.WORKS),
              org.assertj.core.groups.Tuple.tuple(Part.BUZZER, Verdict.WORKS),
              org.assertj.core.groups.Tuple.tuple(Part.DISPLAY, Verdict.WORKS),
              org.assertj.core.groups.Tuple.tuple(Part.BATTERY, Verdict.NOT_DETERMINED));
    }
  }

  private static Max17048 gauge(int charge, int rate) {
    Map<Integer, Integer> words = new HashMap<>(Map.of(0x08, 0x0012, 0x04, charge));
    words.put(0x16, rate & 0xffff);
    return new Max17048(new Registers(words));
  }

  private static Raster paint(PanelState state) {
    return new ScreenPainter().paint(Shows.of(state).screen());
  }

  /// A chip of words that do not change.
  private record Registers(Map<Integer, Integer> words) implements Chip {
    @Override
    public void write(int register, byte[] octets) {
      throw new UnsupportedOperationException("nothing is written to a gauge");
    }

    @Override
    public byte[] read(int register, int count) {
      int word = words.getOrDefault(register, 0);
      return new byte[] {(byte) (word >> 8), (byte) word};
    }
  }
}
