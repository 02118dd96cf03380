package lenswacht.agent.panel;

/// What a panel is told.
public sealed interface PanelEvent {
  /// The device does something else, or is further.
  record Became(PanelState state) implements PanelEvent {}

  /// The device knows something else of itself.
  record Learned(Facts facts) implements PanelEvent {}

  /// A key was pressed.
  record Pressed(Key key) implements PanelEvent {}

  /// Time went by.
  record Passed() implements PanelEvent {}
}
