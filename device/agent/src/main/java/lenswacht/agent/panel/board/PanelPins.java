package lenswacht.agent.panel.board;

import java.util.Set;
import lenswacht.agent.panel.Key;
import lenswacht.agent.panel.Lamp;

/// Which pin of the Pi's header goes where, in BCM numbers. Lamps and buzzer light and sound when
/// their pin is high; keys connect their pin to ground and rely on the Pi's own pull-up.
///
/// @param red red lamp
/// @param amber amber lamp
/// @param green green lamp
/// @param buzzer buzzer
/// @param left key L
/// @param middle key M
/// @param right key R
public record PanelPins(
    int red, int amber, int green, int buzzer, int left, int middle, int right) {
  /// The wiring of the Lenswacht board. It leaves the pins of I2C (2, 3), UART (14, 15) and SPI (7
  /// to 11) free.
  public static final PanelPins BOARD = new PanelPins(17, 27, 22, 18, 5, 6, 13);

  /// Number of the I2C bus.
  static final int BUS = 1;

  public PanelPins {
    for (int pin : new int[] {red, amber, green, buzzer, left, middle, right}) {
      if (pin < 0 || pin > 27) {
        throw new IllegalArgumentException("BCM " + pin + " is not on the header");
      }
    }
    Set.of(red, amber, green, buzzer, left, middle, right);
  }

  /// The pin of a lamp.
  public int of(Lamp lamp) {
    return switch (lamp) {
      case RED -> red;
      case AMBER -> amber;
      case GREEN -> green;
    };
  }

  /// The pin of a key.
  public int of(Key.Name key) {
    return switch (key) {
      case L -> left;
      case M -> middle;
      case R -> right;
    };
  }
}
