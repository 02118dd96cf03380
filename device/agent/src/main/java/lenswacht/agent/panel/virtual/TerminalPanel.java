package lenswacht.agent.panel.virtual;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lenswacht.agent.panel.Key;
import lenswacht.agent.panel.KeyDelivery;
import lenswacht.agent.panel.Lamp;
import lenswacht.agent.panel.Panel;
import lenswacht.agent.panel.Screen;
import lenswacht.agent.panel.Shown;
import lenswacht.agent.panel.Tone;
import lenswacht.agent.panel.raster.Raster;

/// The panel in a terminal. The display is drawn in half blocks where the terminal is wide enough,
/// and as text elsewhere; `l`, `m` and `r` are the keys, and capitals hold them. Other lines scroll
/// below.
public final class TerminalPanel implements Panel {
  private static final Duration PAUSE = Duration.ofMillis(60);
  private static final int BLOCK_COLUMNS = Raster.WIDTH + 2;
  private static final int BLOCK_ROWS = Raster.HEIGHT / 2 + 6;
  private static final String ESCAPE = "\u001b";

  private final PrintStream out;
  private final InputStream in;
  private final PanelDrawing drawing = new PanelDrawing();
  private final KeyDelivery delivery = new KeyDelivery();
  private final Optional<String> before;
  private final boolean inBlocks;
  private final Thread painting;
  private String drawn = "";
  private volatile boolean closed;

  private TerminalPanel(PrintStream out, InputStream in, Optional<String> before, boolean blocks) {
    this.out = out;
    this.in = in;
    this.before = before;
    this.inBlocks = blocks;
    this.painting = Thread.ofVirtual().name("panel-terminal").unstarted(this::paint);
  }

  /// The panel in the terminal of this program.
  public static TerminalPanel open(PrintStream out, InputStream in) {
    Optional<String> before = stty("-g");
    stty("-icanon", "-echo", "min", "1");
    String[] size = stty("size").orElse("24 80").split(" ");
    boolean wide =
        size.length == 2 && number(size[0]) >= BLOCK_ROWS + 2 && number(size[1]) >= BLOCK_COLUMNS;
    return on(out, in, before, wide);
  }

  /// The panel on these streams.
  ///
  /// @param before how the terminal is to be set afterwards
  /// @param blocks whether points are drawn
  static TerminalPanel on(
      PrintStream out, InputStream in, Optional<String> before, boolean blocks) {
    TerminalPanel panel = new TerminalPanel(out, in, before, blocks);
    int height = blocks ? BLOCK_ROWS : Screen.ROWS + 6;
    out.print(ESCAPE + "[2J" + ESCAPE + "[" + (height + 1) + ";r" + ESCAPE + "[999;1H");
    out.flush();
    panel.painting.start();
    Thread.ofPlatform().daemon().name("panel-keys").start(panel::readKeys);
    return panel;
  }

  @Override
  public void show(Shown shown) {
    drawing.show(shown);
  }

  @Override
  public void keys(Consumer<Key> listener) {
    delivery.to(listener);
  }

  @Override
  public void sound(Tone tone) {
    drawing.sound(tone.key());
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    painting.interrupt();
    try {
      painting.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    draw();
    out.print(ESCAPE + "[r" + ESCAPE + "[999;1H\n");
    out.flush();
    before.ifPresent(TerminalPanel::stty);
  }

  private void paint() {
    try {
      while (!closed) {
        draw();
        String tone = drawing.heard();
        if (!tone.isEmpty()) {
          out.print("\u0007TONE " + tone + "\n");
          out.flush();
        }
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException _) {
      // The panel is closing.
    }
  }

  private void draw() {
    String next = inBlocks ? blocks() : text();
    if (!next.equals(drawn)) {
      drawn = next;
      out.print(ESCAPE + "7" + ESCAPE + "[H" + next + ESCAPE + "8");
      out.flush();
    }
  }

  private String blocks() {
    Raster raster = drawing.raster();
    StringBuilder lines = new StringBuilder(lamps());
    lines.append("┌").append("─".repeat(Raster.WIDTH)).append("┐\n");
    for (int y = 0; y < Raster.HEIGHT; y += 2) {
      lines.append("│");
      for (int x = 0; x < Raster.WIDTH; x++) {
        boolean upper = raster.isLit(x, y);
        boolean lower = raster.isLit(x, y + 1);
        lines.append(upper ? lower ? '█' : '▀' : lower ? '▄' : ' ');
      }
      lines.append("│\n");
    }
    return lines
        .append("└")
        .append("─".repeat(Raster.WIDTH))
        .append("┘\n")
        .append(help())
        .toString();
  }

  private String text() {
    List<String> rows =
        drawing.screen().map(Screen::rows).orElseGet(() -> List.of("", "", "", "", "", "", "", ""));
    StringBuilder lines = new StringBuilder(lamps());
    lines.append("┌").append("─".repeat(Screen.COLUMNS)).append("┐\n");
    for (String row : rows) {
      lines.append("│").append(row).repeat(" ", Screen.COLUMNS - row.length()).append("│\n");
    }
    return lines
        .append("└")
        .append("─".repeat(Screen.COLUMNS))
        .append("┘\n")
        .append(help())
        .toString();
  }

  private static String help() {
    return "[l] [m] [r]   hold: [L] [R]\n";
  }

  private String lamps() {
    StringBuilder line = new StringBuilder();
    for (Lamp lamp : Lamp.values()) {
      String colour =
          switch (lamp) {
            case RED -> "31";
            case AMBER -> "33";
            case GREEN -> "32";
          };
      line.append(" ");
      line.append(drawing.isLit(lamp) ? ESCAPE + "[" + colour + "m●" + ESCAPE + "[0m" : "○");
    }
    return line.append("\n").toString();
  }

  private void readKeys() {
    try {
      for (int octet = in.read(); octet >= 0 && !closed; octet = in.read()) {
        key((char) octet).ifPresent(delivery::deliver);
      }
    } catch (IOException _) {
      // The terminal is gone: no more keys.
    }
  }

  private static Optional<Key> key(char pressed) {
    return switch (pressed) {
      case 'l' -> Optional.of(Key.LEFT);
      case 'm' -> Optional.of(Key.MIDDLE);
      case 'r' -> Optional.of(Key.RIGHT);
      case 'L' -> Optional.of(new Key(Key.Name.L, Key.Press.HELD));
      case 'R' -> Optional.of(new Key(Key.Name.R, Key.Press.HELD));
      default -> Optional.empty();
    };
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
  }

  /// What the system's own program says of the terminal, or does with it; empty where there is
  /// none.
  private static Optional<String> stty(String... arguments) {
    List<String> command = new java.util.ArrayList<>(List.of("stty"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.INHERIT).start();
      String said =
          new String(process.getInputStream().readNBytes(1000), StandardCharsets.US_ASCII).strip();
      return process.waitFor(2, TimeUnit.SECONDS) && process.exitValue() == 0
          ? Optional.of(said)
          : Optional.empty();
    } catch (IOException absent) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
