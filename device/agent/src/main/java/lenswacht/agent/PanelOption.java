package lenswacht.agent;

import java.util.Locale;
import lenswacht.agent.panel.Panel;
import lenswacht.agent.panel.PanelTexts;
import lenswacht.agent.panel.board.PanelPins;
import lenswacht.agent.panel.board.Pi4jPanel;
import lenswacht.agent.panel.virtual.ScreenlessPanel;
import lenswacht.agent.panel.virtual.TerminalPanel;
import lenswacht.agent.panel.virtual.WindowPanel;
import picocli.CommandLine.Option;

/// Which panel the program is started with.
final class PanelOption {
  /// The panels.
  enum Choice {
    /// Lines on the standard streams.
    NONE,
    /// The panel on a Pi's header.
    GPIO,
    /// The same with pins that exist in memory alone.
    MEMORY,
    /// Drawn in the terminal.
    TERMINAL,
    /// Drawn in a window.
    WINDOW
  }

  @Option(
      names = "--panel",
      defaultValue = "NONE",
      paramLabel = "window|terminal|none|gpio",
      description = {
        "What shows the panel: a window or a terminal for training, none for lines on the",
        "standard streams, gpio on a Pi, memory for its pins in memory. Default: none"
      })
  private Choice choice = Choice.NONE;

  @Option(names = "--lang", defaultValue = "nl", description = "Language of the panel: nl or en.")
  private Locale language = Locale.of("nl");

  /// The words of the panel.
  PanelTexts texts() {
    return PanelTexts.of(language);
  }

  /// Whether a person at this panel sees the device start.
  boolean isSeen() {
    return choice != Choice.NONE;
  }

  /// Opens it.
  ///
  /// @throws AgentException if this computer does not have what the panel needs
  Panel open() throws AgentException, InterruptedException {
    return switch (choice) {
      case NONE -> ScreenlessPanel.on(System.out, System.in, language);
      case GPIO -> Pi4jPanel.onBoard(PanelPins.BOARD);
      case MEMORY -> Pi4jPanel.inMemory(PanelPins.BOARD);
      case TERMINAL -> TerminalPanel.open(System.out, System.in);
      case WINDOW -> window();
    };
  }

  /// The device's own Java runtime is small and has no windows.
  private static Panel window() throws AgentException, InterruptedException {
    if (ModuleLayer.boot().findModule("java.desktop").isEmpty()) {
      throw new AgentException(
          ExitCode.USAGE, "this Java runtime has no windows; use --panel terminal");
    }
    return WindowPanel.open("Lenswacht")
        .orElseThrow(
            () ->
                new AgentException(
                    ExitCode.USAGE, "there is no display for a window; use --panel terminal"));
  }
}
