package lenswacht.agent.panel;

/// What a panel shows for a state.
public final class Shows {
  private Shows() {}

  /// In English, in small letters.
  public static Shown of(PanelState state) {
    PanelModel model = States.model(state, States.facts(), States.settings("en", false));
    return new Shown(state, new ScreenWriter(model).screen(), true, model.lamps());
  }
}
