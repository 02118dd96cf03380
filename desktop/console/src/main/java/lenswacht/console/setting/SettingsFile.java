package lenswacht.console.setting;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import lenswacht.console.look.Theme;
import lenswacht.console.text.Language;

/// The settings on disk: one small properties file, replaced as a whole.
///
/// @param path where
public record SettingsFile(Path path) implements SettingsStore {
  /// Largest settings file that is read, in octets.
  private static final long LARGEST = 65_536;

  /// The file in the folder that the platform sets aside for a program's settings.
  ///
  /// @param system name of the operating system, as in the property `os.name`
  /// @param environment of the process
  /// @param home the user's folder
  public static SettingsFile of(String system, Map<String, String> environment, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    Path folder;
    if (name.startsWith("windows")) {
      folder = folder(environment, "APPDATA", home.resolve("AppData").resolve("Roaming"));
    } else if (name.startsWith("mac")) {
      folder = home.resolve("Library").resolve("Application Support");
    } else {
      folder = folder(environment, "XDG_CONFIG_HOME", home.resolve(".config"));
    }
    return new SettingsFile(folder.resolve("lenswacht").resolve("console.properties"));
  }

  private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
    String value = environment.getOrDefault(variable, "");
    return value.isBlank() ? otherwise : Path.of(value);
  }

  /// What is remembered. A file that is absent, damaged or too large counts as nothing remembered:
  /// settings never keep the console from starting.
  public ConsoleSettings read() {
    Properties kept = new Properties();
    try {
      if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
        return ConsoleSettings.FIRST;
      }
      try (Reader reader = Files.newBufferedReader(path)) {
        kept.load(reader);
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      return ConsoleSettings.FIRST;
    }
    ConsoleSettings first = ConsoleSettings.FIRST;
    return new ConsoleSettings(
        Language.of(kept.getProperty("language", "")).orElse(first.language()),
        Theme.of(kept.getProperty("theme", "")).orElse(first.theme()),
        number(kept.getProperty("text-size", "")).orElse(first.textSize()),
        kept.getProperty("officer", ""),
        recent(kept));
  }

  private static Optional<Integer> number(String text) {
    return text.matches("[0-9]{2,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static List<Path> recent(Properties kept) {
    List<Path> recent = new ArrayList<>();
    for (int i = 1; i <= ConsoleSettings.LONGEST_RECENT; i++) {
      String text = kept.getProperty("recent." + i, "");
      if (!text.isBlank()) {
        try {
          recent.add(Path.of(text));
        } catch (InvalidPathException foreign) {
          // Written on another kind of computer: left out.
        }
      }
    }
    return recent;
  }

  @Override
  public void write(ConsoleSettings settings) throws IOException {
    Properties kept = new Properties();
    kept.setProperty("language", settings.language().tag());
    kept.setProperty("theme", settings.theme().word());
    kept.setProperty("officer", settings.officer());
    kept.setProperty("text-size", Integer.toString(settings.textSize()));
    for (int i = 0; i < settings.recent().size(); i++) {
      kept.setProperty("recent." + (i + 1), settings.recent().get(i).toString());
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("settings need a folder: " + path);
    }
    Files.createDirectories(folder);
    Path fresh = Files.createTempFile(folder, "console", ".new");
    try {
      try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
        kept.store(writer, "Lenswacht console");
      }
      replace(fresh);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private void replace(Path fresh) throws IOException {
    try {
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException otherStorage) {
      Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
