package lenswacht.agent.panel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the buzzer says. The buzzer has one pitch, so length and count carry the meaning.
public enum Tone {
  /// A person may start: one short.
  READY,
  /// The scan run ended: a short and a longer one.
  DONE,
  /// A person is needed: two equal.
  NEEDS_HUMAN,
  /// The mandate forbids it: one long.
  REFUSED,
  /// The device cannot go on: three long.
  FAULT,
  /// The device may be unplugged: one very long.
  SAFE_TO_UNPLUG;

  /// What is heard when the device begins to be in `state`.
  static Optional<Tone> of(PanelState state) {
    return switch (state) {
      case PanelState.Ready _ -> Optional.of(READY);
      case PanelState.Done _ -> Optional.of(DONE);
      case PanelState.NeedsHuman _, PanelState.NextSpot _ -> Optional.of(NEEDS_HUMAN);
      case PanelState.Refused _ -> Optional.of(REFUSED);
      case PanelState.Fault _ -> Optional.of(FAULT);
      case PanelState.SafeToUnplug _ -> Optional.of(SAFE_TO_UNPLUG);
      case PanelState.Starting _,
          PanelState.Idle(),
          PanelState.Mandated _,
          PanelState.Listening _,
          PanelState.Transmitting _,
          PanelState.Paused _,
          PanelState.EmergencyStop _ ->
          Optional.empty();
    };
  }

  /// The stretches of sound and silence, beginning and ending with sound.
  public List<Beat> beats() {
    return switch (this) {
      case READY -> List.of(Beat.on(100));
      case DONE -> List.of(Beat.on(100), Beat.off(100), Beat.on(250));
      case NEEDS_HUMAN -> List.of(Beat.on(200), Beat.off(200), Beat.on(200));
      case REFUSED -> List.of(Beat.on(500));
      case FAULT -> List.of(Beat.on(500), Beat.off(200), Beat.on(500), Beat.off(200), Beat.on(500));
      case SAFE_TO_UNPLUG -> List.of(Beat.on(1000));
    };
  }

  /// The tone's name on the screenless panel.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
