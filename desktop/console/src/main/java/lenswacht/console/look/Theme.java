package lenswacht.console.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.Optional;
import javafx.application.ColorScheme;
import javafx.application.Platform;

/// The colours of the console.
public enum Theme {
  /// Dark text on a light ground.
  LIGHT,
  /// Light text on a dark ground.
  DARK,
  /// White and strong colours on black, for eyes that need contrast.
  CONTRAST,
  /// Light or dark, as this computer is set.
  SYSTEM;

  /// The theme that is seen: light or dark where the computer decides.
  public Theme seen() {
    if (this != SYSTEM) {
      return this;
    }
    return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? DARK : LIGHT;
  }

  /// The style sheet for the whole program.
  public String styleSheet() {
    return switch (this) {
      case LIGHT -> new PrimerLight().getUserAgentStylesheet();
      case DARK, CONTRAST -> new PrimerDark().getUserAgentStylesheet();
      case SYSTEM -> seen().styleSheet();
    };
  }

  /// A style sheet with other colours than those of [#styleSheet]; empty where there are none.
  public Optional<String> colours() {
    return this == CONTRAST ? Optional.of("/lenswacht/console/contrast.css") : Optional.empty();
  }

  /// The one that a press on the button leads to.
  public Theme other() {
    return switch (seen()) {
      case LIGHT -> DARK;
      case DARK -> CONTRAST;
      case CONTRAST, SYSTEM -> LIGHT;
    };
  }

  /// `light`, `dark`, `contrast` or `system`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The theme called `word`.
  public static Optional<Theme> of(String word) {
    for (Theme theme : values()) {
      if (theme.word().equalsIgnoreCase(word)) {
        return Optional.of(theme);
      }
    }
    return Optional.empty();
  }
}
