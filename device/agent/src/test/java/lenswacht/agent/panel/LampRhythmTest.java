package lenswacht.agent.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LampRhythmTest {
  @Test
  void rhythm_alone_tells_the_states_apart() {
    Map<List<Beat>, Set<String>> seen = new HashMap<>();
    for (PanelState state : States.all()) {
      LampRhythm.of(state)
          .ifPresent(
              rhythm ->
                  seen.computeIfAbsent(rhythm.cycle(), _ -> new TreeSet<>()).add(state.key()));
    }
    assertThat(seen.values())
        .containsExactlyInAnyOrder(
            Set.of("starting"),
            Set.of("idle", "mandated"),
            Set.of("ready"),
            Set.of("listening"),
            Set.of("transmitting"),
            Set.of("paused"),
            Set.of("done", "stopped"),
            Set.of("needs-human", "next-spot"),
            Set.of("refused"),
            Set.of("emergency-stop"),
            Set.of("fault"));
  }

  @Test
  void only_the_last_state_is_dark() {
    for (PanelState state : States.all()) {
      assertThat(LampRhythm.of(state).isEmpty())
          .as(state.key())
          .isEqualTo(state instanceof PanelState.SafeToUnplug);
    }
  }

  @Test
  void transmitting_blinks_twice_in_each_second() {
    LampRhythm rhythm = LampRhythm.of(state(PanelState.Transmitting.class)).orElseThrow();
    assertThat(rhythm.period()).isEqualTo(Duration.ofSeconds(1));
    assertThat(blinks(rhythm, 10_000)).isEqualTo(20);
  }

  @Test
  void needing_a_person_blinks_three_times() {
    LampRhythm rhythm = LampRhythm.of(new PanelState.NeedsHuman("48219037")).orElseThrow();
    assertThat(blinks(rhythm, (int) rhythm.period().toMillis())).isEqualTo(3);
  }

  @Test
  void done_is_lit_for_five_seconds_and_then_blinks_once_in_five() {
    LampRhythm rhythm = LampRhythm.of(state(PanelState.Done.class)).orElseThrow();
    assertThat(rhythm.isLit(Duration.ofMillis(4999))).isTrue();
    assertThat(rhythm.isLit(Duration.ofMillis(5001))).isFalse();
    assertThat(rhythm.isLit(Duration.ofMillis(9900))).isTrue();
    assertThat(rhythm.isLit(Duration.ofMillis(14_900))).isTrue();
    assertThat(rhythm.isLit(Duration.ofMillis(12_000))).isFalse();
  }

  private static PanelState state(Class<? extends PanelState> kind) {
    return States.all().stream().filter(kind::isInstance).findFirst().orElseThrow();
  }

  private static int blinks(LampRhythm rhythm, int millis) {
    int blinks = 0;
    boolean before = false;
    for (int at = 0; at < millis; at += 10) {
      boolean lit = rhythm.isLit(Duration.ofMillis(at));
      blinks += lit && !before ? 1 : 0;
      before = lit;
    }
    return blinks;
  }
}
