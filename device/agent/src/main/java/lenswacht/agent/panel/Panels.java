package lenswacht.agent.panel;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;

/// The panels a program may be started with.
public enum Panels {
  /// No lamps: lines on the standard streams.
  NONE,
  /// Lamps, keys and buzzer on the Pi's header.
  GPIO;

  /// The panel of this name, `none` or `gpio`.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  public static Panels of(String name) {
    return switch (name) {
      case "none" -> NONE;
      case "gpio" -> GPIO;
      default -> throw new IllegalArgumentException("'" + name + "' is not a panel: none, gpio");
    };
  }

  /// Opens this panel; the streams and the language matter to the screenless one only.
  public Panel open(PanelPins pins, PrintStream out, InputStream in, Locale locale) {
    return switch (this) {
      case NONE -> ScreenlessPanel.on(out, in, locale);
      case GPIO -> Pi4jPanel.onBoard(pins);
    };
  }
}
