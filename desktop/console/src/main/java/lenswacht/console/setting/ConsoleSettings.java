package lenswacht.console.setting;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lenswacht.console.look.Theme;
import lenswacht.console.text.Language;

/// What the console remembers.
///
/// @param language spoken at the start
/// @param theme shown at the start
/// @param textSize in percent of the ordinary size, 80 to 200
/// @param officer the name of who sits here, at most 120 characters; may be empty
/// @param recent cases opened lately, the latest first, at most eight
public record ConsoleSettings(
    Language language, Theme theme, int textSize, String officer, List<Path> recent) {
  /// Number of recent cases kept.
  public static final int LONGEST_RECENT = 8;

  private static final int LONGEST_NAME = 120;

  /// What holds before anybody chose anything.
  public static final ConsoleSettings FIRST =
      new ConsoleSettings(Language.NL, Theme.LIGHT, 100, "", List.of());

  public ConsoleSettings {
    textSize = Math.clamp(textSize, 80, 200);
    officer = officer.length() > LONGEST_NAME ? officer.substring(0, LONGEST_NAME) : officer;
    recent = recent.stream().limit(LONGEST_RECENT).toList();
  }

  /// The same with another language.
  public ConsoleSettings with(Language other) {
    return new ConsoleSettings(other, theme, textSize, officer, recent);
  }

  /// The same with another theme.
  public ConsoleSettings with(Theme other) {
    return new ConsoleSettings(language, other, textSize, officer, recent);
  }

  /// The same with another text size.
  public ConsoleSettings withTextSize(int percent) {
    return new ConsoleSettings(language, theme, percent, officer, recent);
  }

  /// The same with another name of who sits here.
  public ConsoleSettings withOfficer(String name) {
    return new ConsoleSettings(language, theme, textSize, name, recent);
  }

  /// The same with no recent cases.
  public ConsoleSettings withoutRecent() {
    return new ConsoleSettings(language, theme, textSize, officer, List.of());
  }

  /// The same with `path` as the latest case.
  public ConsoleSettings opened(Path path) {
    List<Path> latest = new ArrayList<>(recent);
    latest.remove(path);
    latest.addFirst(path);
    return new ConsoleSettings(language, theme, textSize, officer, latest);
  }
}
