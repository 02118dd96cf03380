package lenswacht.agent.panel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How one lamp tells a state: an opening, once, and then a cycle for as long as the state lasts.
/// The other lamps are off. No two states share a cycle, so that the rhythm alone tells them apart.
///
/// @param lamp the lamp
/// @param opening may be empty
/// @param cycle not empty
public record LampRhythm(Lamp lamp, List<Beat> opening, List<Beat> cycle) {
  public LampRhythm {
    opening = List.copyOf(opening);
    cycle = List.copyOf(cycle);
    if (cycle.isEmpty()) {
      throw new IllegalArgumentException("a rhythm needs a cycle");
    }
  }

  /// The rhythm of `state`; empty when all lamps are off.
  public static Optional<LampRhythm> of(PanelState state) {
    return switch (state) {
      case PanelState.Starting _ -> cycle(Lamp.GREEN, Beat.on(500), Beat.off(500));
      case PanelState.Idle(), PanelState.Mandated _ ->
          cycle(Lamp.GREEN, Beat.on(2000), Beat.off(2000));
      case PanelState.Ready _ -> cycle(Lamp.GREEN, Beat.on(3800), Beat.off(200));
      case PanelState.Listening _ -> cycle(Lamp.GREEN, Beat.on(150), Beat.off(2850));
      case PanelState.Transmitting _ -> blinks(Lamp.AMBER, 2, 120, 1000);
      case PanelState.Done _ ->
          Optional.of(
              new LampRhythm(
                  Lamp.GREEN, List.of(Beat.on(5000)), List.of(Beat.off(4850), Beat.on(150))));
      case PanelState.Paused _ -> cycle(Lamp.AMBER, Beat.on(1000), Beat.off(3000));
      case PanelState.EmergencyStop _ -> cycle(Lamp.RED, Beat.on(1000));
      case PanelState.NeedsHuman _, PanelState.NextSpot _ -> blinks(Lamp.AMBER, 3, 150, 2000);
      case PanelState.Refused _ ->
          cycle(
              Lamp.RED,
              Beat.on(700),
              Beat.off(200),
              Beat.on(200),
              Beat.off(200),
              Beat.on(700),
              Beat.off(1000));
      case PanelState.Fault _ -> cycle(Lamp.RED, Beat.on(125), Beat.off(125));
      case PanelState.SafeToUnplug _ -> Optional.empty();
    };
  }

  /// Whether the lamp is lit so long after the state began.
  public boolean isLit(Duration since) {
    Duration left = since;
    for (Beat beat : opening) {
      if (left.compareTo(beat.length()) < 0) {
        return beat.on();
      }
      left = left.minus(beat.length());
    }
    left = Duration.ofNanos(left.toNanos() % period().toNanos());
    for (Beat beat : cycle) {
      if (left.compareTo(beat.length()) < 0) {
        return beat.on();
      }
      left = left.minus(beat.length());
    }
    throw new IllegalStateException("a remainder is shorter than the cycle");
  }

  /// How long one cycle lasts.
  public Duration period() {
    return cycle.stream().map(Beat::length).reduce(Duration.ZERO, Duration::plus);
  }

  private static Optional<LampRhythm> cycle(Lamp lamp, Beat... beats) {
    return Optional.of(new LampRhythm(lamp, List.of(), List.of(beats)));
  }

  private static Optional<LampRhythm> blinks(Lamp lamp, int count, int millis, int period) {
    Beat[] beats = new Beat[2 * count];
    for (int blink = 0; blink < count; blink++) {
      boolean last = blink == count - 1;
      beats[2 * blink] = Beat.on(millis);
      beats[2 * blink + 1] = Beat.off(last ? period - (2 * count - 1) * millis : millis);
    }
    return cycle(lamp, beats);
  }
}
