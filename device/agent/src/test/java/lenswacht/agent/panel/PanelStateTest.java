package lenswacht.agent.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class PanelStateTest {
  private static final PanelState IDLE = new PanelState.Idle();
  private static final PanelState READY = new PanelState.Ready("BZK-2026-114");
  private static final PanelState ASKING = new PanelState.Transmitting(3);

  @Test
  void whole_visit_is_allowed() {
    PanelState state = IDLE;
    for (PanelState next :
        new PanelState[] {
          new PanelState.NeedsHuman("48219037"),
          IDLE,
          READY,
          new PanelState.Listening(0),
          new PanelState.Listening(2),
          ASKING,
          new PanelState.Done(3, true),
          READY,
          new PanelState.SafeToUnplug(3104)
        }) {
      state = state.then(next);
    }
    assertThat(state.key()).isEqualTo("safe-to-unplug");
  }

  @Test
  void nothing_is_transmitted_without_being_ready_or_listening() {
    for (PanelState state : States.all()) {
      boolean may =
          state instanceof PanelState.Ready
              || state instanceof PanelState.Listening
              || state instanceof PanelState.Transmitting;
      assertThat(state.mayBecome(ASKING)).as(state.key()).isEqualTo(may);
    }
  }

  @Test
  void running_scan_may_not_be_unplugged() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ASKING.then(new PanelState.SafeToUnplug(1)))
        .withMessage("the panel cannot go from transmitting to safe-to-unplug");
  }

  @Test
  void every_state_but_the_last_may_become_a_fault() {
    for (PanelState state : States.all()) {
      assertThat(state.mayBecome(new PanelState.Fault("LW-1")))
          .as(state.key())
          .isEqualTo(!(state instanceof PanelState.SafeToUnplug));
    }
  }

  @Test
  void nothing_follows_the_end() {
    PanelState end = new PanelState.SafeToUnplug(1);
    assertThat(States.all()).noneMatch(end::mayBecome);
  }

  @Test
  void pairing_code_has_eight_digits() {
    assertThat(new PanelState.NeedsHuman("48219037").grouped()).isEqualTo("4821 9037");
    for (String bad : new String[] {"", "4821 903", "4821903a", "٤٨٢١٩٠٣٧"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> new PanelState.NeedsHuman(bad));
    }
  }
}
