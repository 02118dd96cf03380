package lenswacht.agent.panel.board;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import lenswacht.agent.panel.Key;
import lenswacht.agent.panel.Panel;

/// A panel whose pins exist in memory alone, and a finger on its keys.
public final class PracticeBoard {
  private final Context context = Pi4jPins.memory();
  private final Panel panel = Pi4jPanel.on(context, PanelPins.BOARD);

  /// Nobody touches it.
  public PracticeBoard() {
    for (Key.Name key : Key.Name.values()) {
      release(key);
    }
  }

  /// The panel.
  public Panel panel() {
    return panel;
  }

  /// Puts the finger down.
  public void press(Key.Name key) {
    contact(key).mockState(DigitalState.LOW);
  }

  /// Takes it off.
  public void release(Key.Name key) {
    contact(key).mockState(DigitalState.HIGH);
  }

  private MockDigitalInput contact(Key.Name key) {
    return context.getIO("key-" + key, MockDigitalInput.class);
  }
}
