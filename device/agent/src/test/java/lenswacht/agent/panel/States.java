package lenswacht.agent.panel;

import java.util.ArrayList;
import java.util.List;

/// One panel state of each kind, with the longest parameters that occur.
final class States {
  private States() {}

  static List<PanelState> all() {
    List<PanelState> states =
        new ArrayList<>(
            List.of(
                new PanelState.Idle(),
                new PanelState.Ready("BZK-2026-114-long-number"),
                new PanelState.Listening(9999),
                new PanelState.Transmitting(9999),
                new PanelState.Done(9999, true),
                new PanelState.Done(9999, false),
                new PanelState.NeedsHuman("48219037"),
                new PanelState.Fault("LW-217"),
                new PanelState.SafeToUnplug(9_999_999)));
    for (PanelState.Refusal reason : PanelState.Refusal.values()) {
      states.add(new PanelState.Refused(reason));
    }
    return states;
  }
}
