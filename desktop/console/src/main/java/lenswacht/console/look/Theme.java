package lenswacht.console.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.Optional;

/// Light or dark.
public enum Theme {
  /// Dark text on a light ground.
  LIGHT,
  /// Light text on a dark ground.
  DARK;

  /// The style sheet for the whole program.
  public String styleSheet() {
    return switch (this) {
      case LIGHT -> new PrimerLight().getUserAgentStylesheet();
      case DARK -> new PrimerDark().getUserAgentStylesheet();
    };
  }

  /// The other one.
  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  /// `light` or `dark`.
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
