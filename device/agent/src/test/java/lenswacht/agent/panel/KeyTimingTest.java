package lenswacht.agent.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyTimingTest {
  private static final long MILLI = 1_000_000;

  /// Looks every 5 ms at a contact that is closed in the given stretches of milliseconds.
  private static List<String> presses(Key.Name name, long until, long... stretches) {
    KeyTiming timing = KeyTiming.of(name);
    List<String> presses = new ArrayList<>();
    for (long now = 0; now <= until; now += 5) {
      boolean closed = false;
      for (int at = 0; at < stretches.length; at += 2) {
        closed |= now >= stretches[at] && now < stretches[at + 1];
      }
      long at = now;
      timing.sample(closed, 7 + now * MILLI).ifPresent(press -> presses.add(press + "@" + at));
    }
    return presses;
  }

  @Test
  void bouncing_contact_gives_one_press() {
    assertThat(presses(Key.Name.M, 500, 100, 105, 110, 115, 120, 200, 205, 210, 215, 220))
        .containsExactly("SHORT@250");
  }

  @Test
  void spark_shorter_than_the_debounce_time_is_nothing() {
    assertThat(presses(Key.Name.L, 3000, 100, 125, 500, 520)).isEmpty();
  }

  @Test
  void emergency_stop_comes_after_one_second_while_the_key_is_still_down() {
    assertThat(presses(Key.Name.L, 5000, 100, 4000)).containsExactly("HELD@1100");
  }

  @Test
  void confirmation_takes_two_seconds() {
    assertThat(presses(Key.Name.R, 5000, 100, 4000)).containsExactly("HELD@2100");
    assertThat(presses(Key.Name.R, 5000, 100, 2000)).containsExactly("SHORT@2030");
  }

  @Test
  void middle_key_knows_no_hold() {
    assertThat(presses(Key.Name.M, 9000, 100, 8000)).containsExactly("SHORT@8030");
  }

  @Test
  void bounce_during_a_hold_does_not_start_it_again() {
    assertThat(presses(Key.Name.L, 3000, 100, 600, 610, 2000)).containsExactly("HELD@1100");
  }

  @Test
  void two_presses_are_two() {
    assertThat(presses(Key.Name.R, 1000, 100, 200, 300, 400))
        .containsExactly("SHORT@230", "SHORT@430");
  }
}
