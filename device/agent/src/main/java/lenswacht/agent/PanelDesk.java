package lenswacht.agent;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lenswacht.agent.panel.Key;
import lenswacht.agent.panel.Panel;
import lenswacht.agent.panel.PanelState;
import lenswacht.agent.panel.Tone;
import lenswacht.link.Progress;
import lenswacht.observation.JournalEvent.Phase;
import lenswacht.observation.JournalEvent.RunOutcome;

/// Translates what happens on the device into what its panel shows, and key presses into answers.
final class PanelDesk {
  /// How long a person has for comparing the digits.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Panel panel;
  private volatile Runnable emergencyStop = () -> {};
  private final BlockingQueue<Key> presses = new LinkedBlockingQueue<>(64);
  private PanelState shown = new PanelState.Idle();

  /// @param panel where it is shown
  PanelDesk(Panel panel) {
    this.panel = panel;
    panel.keys(this::pressed);
    panel.show(shown);
  }

  /// From now on the held left key does this, at once.
  void onEmergencyStop(Runnable action) {
    emergencyStop = action;
  }

  /// Asks the person whether the digits are the same on the console. No answer in time is a no.
  boolean confirm(String eightDigits) {
    presses.clear();
    if (!show(new PanelState.NeedsHuman(eightDigits))) {
      return false;
    }
    panel.sound(Tone.NEEDS_HUMAN);
    try {
      Key key = presses.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return key != null && key.name() == Key.Name.R;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      show(new PanelState.Idle());
    }
  }

  /// A mandate was granted and the run begins.
  void granted(String mandate) {
    show(new PanelState.Idle());
    show(new PanelState.Ready(mandate));
  }

  /// A mandate was refused.
  void refused(String why) {
    PanelState.Refusal reason =
        switch (why) {
          case "expired", "not-yet" -> PanelState.Refusal.OUTSIDE_TIME;
          case "outside-mandate" -> PanelState.Refusal.OUTSIDE_MANDATE;
          default -> PanelState.Refusal.UNTRUSTED_MANDATE;
        };
    if (show(new PanelState.Refused(reason))) {
      panel.sound(Tone.REFUSED);
    }
  }

  /// The run goes on.
  void progress(Progress progress) {
    if (progress.running()) {
      show(
          progress.phase() == Phase.LISTEN
              ? new PanelState.Listening(progress.cameras())
              : new PanelState.Transmitting(progress.cameras()));
    }
  }

  /// The run ended.
  void ended(RunOutcome outcome, Progress progress) {
    if (show(new PanelState.Done(progress.cameras(), outcome == RunOutcome.COMPLETE))) {
      panel.sound(Tone.DONE);
    }
  }

  /// The device cannot go on; the text is in the program's log.
  void fault(String code) {
    if (show(new PanelState.Fault(code))) {
      panel.sound(Tone.FAULT);
    }
  }

  /// Everything is closed.
  void safeToUnplug(long lines) {
    if (show(new PanelState.SafeToUnplug((int) Math.min(lines, Integer.MAX_VALUE)))) {
      panel.sound(Tone.SAFE_TO_UNPLUG);
    }
  }

  private synchronized boolean show(PanelState next) {
    if (!shown.mayBecome(next)) {
      return false;
    }
    panel.show(next);
    shown = next;
    return true;
  }

  private void pressed(Key key) {
    if (key.isEmergencyStop()) {
      emergencyStop.run();
    } else {
      presses.offer(key);
    }
  }
}
