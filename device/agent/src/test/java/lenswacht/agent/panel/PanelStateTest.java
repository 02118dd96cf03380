package lenswacht.agent.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import lenswacht.link.Progress;
import lenswacht.observation.JournalEvent.Phase;
import org.junit.jupiter.api.Test;

class PanelStateTest {
  private static final PanelState IDLE = new PanelState.Idle();
  private static final PanelState READY = new PanelState.Ready(States.PERMIT, Optional.empty());
  private static final PanelState ASKING =
      new PanelState.Transmitting(progress(3), Optional.empty());

  @Test
  void whole_visit_is_allowed() {
    PanelState state = IDLE;
    for (PanelState next :
        new PanelState[] {
          new PanelState.NeedsHuman("48219037"),
          IDLE,
          new PanelState.Mandated(States.PERMIT),
          READY,
          new PanelState.Listening(progress(0), Optional.empty()),
          new PanelState.Listening(progress(2), Optional.empty()),
          ASKING,
          new PanelState.Paused(progress(3)),
          READY,
          ASKING,
          new PanelState.Done(progress(3), true, 0, List.of()),
          new PanelState.NextSpot(2, 4, "hal"),
          READY,
          new PanelState.SafeToUnplug(3104, Verdict.WORKS)
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
    PanelState end = new PanelState.SafeToUnplug(1, Verdict.WORKS);
    assertThatIllegalStateException()
        .isThrownBy(() -> ASKING.then(end))
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
  void after_an_emergency_stop_nothing_is_sent_before_a_person_goes_on() {
    PanelState stop = new PanelState.EmergencyStop(LocalTime.NOON);
    assertThat(States.all())
        .filteredOn(stop::mayBecome)
        .extracting(PanelState::key)
        .containsOnly("idle", "emergency-stop", "fault", "safe-to-unplug");
  }

  @Test
  void nothing_follows_the_end() {
    PanelState end = new PanelState.SafeToUnplug(1, Verdict.WORKS);
    assertThat(States.all()).noneMatch(end::mayBecome);
  }

  private static Progress progress(int cameras) {
    return States.progress(Phase.ASK, cameras, Duration.ZERO, Duration.ofMinutes(1));
  }

  @Test
  void pairing_code_has_eight_digits() {
    assertThat(new PanelState.NeedsHuman("48219037").grouped()).isEqualTo("4821 9037");
    for (String bad : new String[] {"", "4821 903", "4821903a", "٤٨٢١٩٠٣٧"}) {
      assertThatIllegalArgumentException().isThrownBy(() -> new PanelState.NeedsHuman(bad));
    }
  }
}
