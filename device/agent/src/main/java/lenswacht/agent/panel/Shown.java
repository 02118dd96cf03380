package lenswacht.agent.panel;

import java.util.Optional;

/// What a panel shows.
///
/// @param state what the device is doing
/// @param screen what stands on the display
/// @param isLit whether the display is on
/// @param lamps how the lamps blink; empty when all are off
public record Shown(PanelState state, Screen screen, boolean isLit, Optional<LampRhythm> lamps) {}
