package lenswacht.agent.panel.board;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.context.ContextBuilder;
import com.pi4j.exception.Pi4JException;
import com.pi4j.io.gpio.digital.DigitalInput;
import com.pi4j.io.gpio.digital.DigitalInputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalOutputConfigBuilder;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.io.gpio.digital.PullResistance;
import com.pi4j.io.i2c.I2CConfigBuilder;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalInputProvider;
import com.pi4j.plugin.gpiod.provider.gpio.digital.GpioDDigitalOutputProvider;
import com.pi4j.plugin.linuxfs.provider.i2c.LinuxFsI2CProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInputProvider;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalOutputProvider;
import com.pi4j.plugin.mock.provider.i2c.MockI2CProvider;
import java.util.EnumMap;
import java.util.Map;
import lenswacht.agent.panel.Key;
import lenswacht.agent.panel.Lamp;

/// The panel's pins in Pi4J: lamps and buzzer as outputs that fall low at the end, keys as inputs
/// with a pull-up.
final class Pi4jPins implements AutoCloseable {
  private final Context context;
  private final Map<Lamp, DigitalOutput> lamps = new EnumMap<>(Lamp.class);
  private final DigitalOutput buzzer;
  private final Map<Key.Name, DigitalInput> keys = new EnumMap<>(Key.Name.class);

  /// Takes the pins in `context` and ends `context` when closed.
  Pi4jPins(Context context, PanelPins pins) {
    this.context = context;
    for (Lamp lamp : Lamp.values()) {
      lamps.put(lamp, output(context, "lamp-" + lamp, pins.of(lamp)));
    }
    this.buzzer = output(context, "buzzer", pins.buzzer());
    for (Key.Name key : Key.Name.values()) {
      keys.put(key, input(context, "key-" + key, pins.of(key)));
    }
  }

  /// The pins of the Pi this program runs on.
  static Context board() {
    return quiet()
        .add(
            GpioDDigitalInputProvider.newInstance(),
            GpioDDigitalOutputProvider.newInstance(),
            LinuxFsI2CProvider.newInstance())
        .build();
  }

  /// Pins that exist in memory alone.
  static Context memory() {
    return quiet()
        .add(
            MockDigitalInputProvider.newInstance(),
            MockDigitalOutputProvider.newInstance(),
            MockI2CProvider.newInstance())
        .build();
  }

  /// Pi4J guesses the board at start and logs errors where there is none; the providers here are
  /// named, so the guess is not used.
  private static ContextBuilder quiet() {
    String level = "org.slf4j.simpleLogger.log.com.pi4j";
    for (String logger : new String[] {level + ".boardinfo", level + ".util"}) {
      if (System.getProperty(logger) == null) {
        System.setProperty(logger, "off");
      }
    }
    if (System.getProperty(level) == null) {
      System.setProperty(level, "warn");
    }
    return Pi4J.newContextBuilder().noAutoDetect().disableShutdownHook();
  }

  /// Lights `lamp` or not.
  void light(Lamp lamp, boolean on) {
    DigitalOutput output = lamps.get(lamp);
    if (output != null) {
      output.setState(on);
    }
  }

  /// Whether the output of `lamp` stands as it was last set to.
  boolean isLit(Lamp lamp) {
    DigitalOutput output = lamps.get(lamp);
    return output != null && output.state() == DigitalState.HIGH;
  }

  /// A chip on the panel's bus. Where there is no bus it never answers: the rest of the panel works
  /// without.
  ///
  /// @param address 7 bits
  Chip chip(String id, int address) {
    try {
      return new Pi4jChip(
          context.create(
              I2CConfigBuilder.newInstance(context)
                  .id(id)
                  .bus(PanelPins.BUS)
                  .device(address)
                  .build()));
    } catch (Pi4JException noBus) {
      return new AbsentChip("there is no I2C bus " + PanelPins.BUS + ": " + noBus.getMessage());
    }
  }

  /// Sounds the buzzer or not.
  void buzz(boolean on) {
    buzzer.setState(on);
  }

  /// Opens the contacts of keys that exist in memory alone.
  void release() {
    for (DigitalInput key : keys.values()) {
      if (key instanceof MockDigitalInput contact) {
        contact.mockState(DigitalState.HIGH);
      }
    }
  }

  /// Whether the contact of `key` is closed. A pin that has not been read yet is open.
  boolean isDown(Key.Name key) {
    DigitalInput input = keys.get(key);
    return input != null && input.state() == DigitalState.LOW;
  }

  @Override
  public void close() {
    context.shutdown();
  }

  private static DigitalOutput output(Context context, String id, int pin) {
    return context.create(
        DigitalOutputConfigBuilder.newInstance(context)
            .id(id)
            .address(pin)
            .initial(DigitalState.LOW)
            .shutdown(DigitalState.LOW)
            .build());
  }

  private static DigitalInput input(Context context, String id, int pin) {
    return context.create(
        DigitalInputConfigBuilder.newInstance(context)
            .id(id)
            .address(pin)
            .pull(PullResistance.PULL_UP)
            .debounce(0L)
            .build());
  }
}
