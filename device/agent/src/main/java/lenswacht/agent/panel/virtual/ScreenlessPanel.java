package lenswacht.agent.panel.virtual;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import lenswacht.agent.panel.Key;
import lenswacht.agent.panel.KeyDelivery;
import lenswacht.agent.panel.Panel;
import lenswacht.agent.panel.PanelState;
import lenswacht.agent.panel.PanelTexts;
import lenswacht.agent.panel.Shown;
import lenswacht.agent.panel.Tone;
import lenswacht.observation.CleanText;

/// The panel's twin without lamps: one line per change of state, `PANEL <state> <text>`, one per
/// tone, `TONE <tone>`, and key presses as lines, `L`, `M`, `R`, `L hold` and `R hold`. Other
/// lines are ignored. It closes neither stream.
public final class ScreenlessPanel implements Panel {
  /// Longest line that is looked at, in bytes.
  private static final int LONGEST_LINE = 80;

  private final PrintStream out;
  private final InputStream in;
  private final PanelTexts texts;
  private final Thread reading;
  private final KeyDelivery delivery = new KeyDelivery();
  private String printed = "";
  private volatile boolean closed;

  private ScreenlessPanel(PrintStream out, InputStream in, PanelTexts texts) {
    this.out = out;
    this.in = in;
    this.texts = texts;
    this.reading = Thread.ofPlatform().daemon().name("panel-keys").unstarted(this::readKeys);
  }

  /// Starts reading `in` and writing `out`.
  public static ScreenlessPanel on(PrintStream out, InputStream in, Locale locale) {
    ScreenlessPanel panel = new ScreenlessPanel(out, in, PanelTexts.of(locale));
    panel.reading.start();
    return panel;
  }

  @Override
  public synchronized void show(Shown shown) {
    if (closed) {
      return;
    }
    PanelState state = shown.state();
    String line = CleanText.of("PANEL " + state.key() + " " + texts.sentence(state), 200);
    if (!line.equals(printed)) {
      printed = line;
      print(line);
    }
  }

  @Override
  public void keys(Consumer<Key> listener) {
    delivery.to(listener);
  }

  @Override
  public synchronized void sound(Tone tone) {
    if (!closed) {
      print("TONE " + tone.key());
    }
  }

  @Override
  public void close() {
    closed = true;
  }

  private void print(String line) {
    out.print(line + "\n");
    out.flush();
  }

  private void readKeys() {
    try {
      StringBuilder line = new StringBuilder();
      int octet = in.read();
      while (octet >= 0 && !closed) {
        if (octet == '\n') {
          press(line.toString());
          line.setLength(0);
        } else if (line.length() <= LONGEST_LINE) {
          line.append((char) octet);
        }
        octet = in.read();
      }
      press(line.toString());
    } catch (IOException _) {
      // The other side is gone: no more keys, and the lines go on.
    }
  }

  private void press(String line) {
    if (!closed) {
      parse(line).ifPresent(delivery::deliver);
    }
  }

  private static Optional<Key> parse(String line) {
    return switch (line.strip()) {
      case "L" -> Optional.of(new Key(Key.Name.L, Key.Press.SHORT));
      case "M" -> Optional.of(new Key(Key.Name.M, Key.Press.SHORT));
      case "R" -> Optional.of(new Key(Key.Name.R, Key.Press.SHORT));
      case "L hold" -> Optional.of(new Key(Key.Name.L, Key.Press.HELD));
      case "R hold" -> Optional.of(new Key(Key.Name.R, Key.Press.HELD));
      default -> Optional.empty();
    };
  }
}
