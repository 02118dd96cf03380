package lenswacht.agent.panel;

/// What a person looks at.
sealed interface View {
  /// What the device is doing.
  ///
  /// @param page which page of it, in large letters
  record Main(int page) implements View {}

  /// The screen from which the menu is reached, whatever the device is doing.
  ///
  /// @param page which page of it, in large letters
  record Home(int page) implements View {}

  /// The menu.
  ///
  /// @param row the row that is chosen, from 0
  /// @param back what it was reached from
  record Menu(int row, View back) implements View {}

  /// More text than one screen holds.
  ///
  /// @param about what the text is about
  /// @param page which page of it
  /// @param back what it was reached from
  record Pages(About about, int page, View back) implements View {}

  /// What a text is about.
  enum About {
    /// What the device is doing, in full.
    MORE,
    /// The device.
    DEVICE,
    /// The mandate.
    MANDATE,
    /// The last run.
    LAST_RUN,
    /// The self-test.
    SELF_TEST,
    /// How the device forgets its console.
    UNPAIR
  }

  /// The rows of the menu, from the top.
  enum MenuRow {
    /// About the device.
    DEVICE,
    /// About the mandate.
    MANDATE,
    /// About the last run.
    LAST_RUN,
    /// Sound on or off.
    SILENT,
    /// Large letters on or off.
    LARGE,
    /// Look at all parts.
    SELF_TEST,
    /// Forget the console.
    UNPAIR,
    /// Switch off.
    SWITCH_OFF;

    /// Whether it must be confirmed by holding the key.
    boolean isHeld() {
      return this == UNPAIR || this == SWITCH_OFF;
    }
  }
}
