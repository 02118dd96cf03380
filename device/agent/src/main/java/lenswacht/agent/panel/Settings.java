package lenswacht.agent.panel;

/// What a person has set on the panel.
///
/// @param texts the language
/// @param silent whether the buzzer keeps silent
/// @param large whether texts are shown in large letters
public record Settings(PanelTexts texts, boolean silent, boolean large) {
  /// As the device comes: silent, since the rooms it stands in are in use.
  public static Settings usual(PanelTexts texts) {
    return new Settings(texts, true, false);
  }

  Settings turnedSilent() {
    return new Settings(texts, !silent, large);
  }

  Settings turnedLarge() {
    return new Settings(texts, silent, !large);
  }
}
