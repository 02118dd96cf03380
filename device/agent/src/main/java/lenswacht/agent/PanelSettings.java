package lenswacht.agent;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import lenswacht.agent.panel.PanelTexts;
import lenswacht.agent.panel.Settings;

/// Keeps what a person has set on the panel, from one start to the next.
final class PanelSettings {
  private static final String SILENT = "silent";
  private static final String LARGE = "large";
  private static final long LONGEST = 4096;

  private final Path file;

  /// @param home the folder for all that is kept
  PanelSettings(Path home) {
    this.file = home.resolve("panel.properties");
  }

  /// What was kept; the usual settings where there is nothing, or nothing that can be read.
  Settings read(PanelTexts texts) {
    Settings usual = Settings.usual(texts);
    try {
      if (Files.notExists(file) || Files.size(file) > LONGEST) {
        return usual;
      }
      Properties kept = new Properties();
      try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        kept.load(in);
      }
      return new Settings(
          texts,
          Boolean.parseBoolean(kept.getProperty(SILENT, String.valueOf(usual.silent()))),
          Boolean.parseBoolean(kept.getProperty(LARGE, String.valueOf(usual.large()))));
    } catch (IOException | IllegalArgumentException unreadable) {
      return usual;
    }
  }

  /// Keeps `settings`. Where that fails they hold until the program ends.
  void keep(Settings settings) {
    Properties kept = new Properties();
    kept.setProperty(SILENT, String.valueOf(settings.silent()));
    kept.setProperty(LARGE, String.valueOf(settings.large()));
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      kept.store(out, "what a person has set on the panel");
    } catch (IOException failed) {
      System.err.println("lenswacht agent: the panel's settings cannot be kept: " + failed);
    }
  }
}
