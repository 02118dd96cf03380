package lenswacht.console;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lenswacht.console.desk.Place;
import lenswacht.console.look.Theme;
import lenswacht.console.text.Language;

/// What the console was started with.
///
/// @param caseFile case to open
/// @param language to speak, instead of the one remembered
/// @param theme to show, instead of the one remembered
/// @param screen to begin with
/// @param select address of the asset to explain
/// @param shot picture to draw instead of opening a window
/// @param size of the picture
/// @param link address of the device to begin with
/// @param mandate mandate file to begin with
/// @param help whether only the options are to be told
public record ConsoleOptions(
    Optional<Path> caseFile,
    Optional<Language> language,
    Optional<Theme> theme,
    Optional<Place> screen,
    Optional<String> select,
    Optional<Path> shot,
    Size size,
    Optional<String> link,
    Optional<Path> mandate,
    boolean help) {
  /// How to start the console.
  public static final String USAGE =
      """
      Usage: lenswacht console [options]
        --case FILE             open this case file (*.lenswacht)
        --screen NAME           begin with this screen: start, overview, cameras, judgement ...
        --select ADDRESS        explain the asset at this address
        --link ADDRESS          device to visit: tcp:HOST:PORT or serial:PORT
        --mandate FILE          signed mandate for the visit
        --lang nl|en            language; otherwise the one chosen last
        --theme NAME            light, dark, contrast or system; otherwise the one chosen last
        --shot FILE.png         draw the screen into a picture and end; needs no display
        --size WIDTHxHEIGHT     size of the picture, 640x480 to 3840x2160 (1280x800)
        --help                  these lines
      Ends with 0 when all went well, 1 after a failure, 2 for wrong options or no display,
      4 when the case file is damaged.
      """;

  private static final Set<String> WITH_VALUE =
      Set.of(
          "--case",
          "--screen",
          "--select",
          "--link",
          "--mandate",
          "--lang",
          "--theme",
          "--shot",
          "--size");

  /// Width and height in pixels.
  public record Size(int width, int height) {
    /// A common laptop.
    public static final Size USUAL = new Size(1280, 800);

    private static Size parse(String text) throws UsageException {
      if (!text.matches("[0-9]{3,4}x[0-9]{3,4}")) {
        throw new UsageException("--size is WIDTHxHEIGHT, for example 1280x800");
      }
      int by = text.indexOf('x');
      int width = Integer.parseInt(text.substring(0, by));
      int height = Integer.parseInt(text.substring(by + 1));
      if (width < 640 || width > 3840 || height < 480 || height > 2160) {
        throw new UsageException("--size is between 640x480 and 3840x2160");
      }
      return new Size(width, height);
    }
  }

  /// The options make no sense.
  public static final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String sentence) {
      super(sentence);
    }
  }

  /// Reads the options.
  ///
  /// @throws UsageException with a sentence for the person who typed them
  public static ConsoleOptions parse(List<String> words) throws UsageException {
    Deque<String> left = new ArrayDeque<>(words);
    Map<String, String> given = new HashMap<>();
    boolean help = false;
    while (!left.isEmpty()) {
      String word = left.pop();
      if (word.equals("--help") || word.equals("-h")) {
        help = true;
      } else if (!WITH_VALUE.contains(word)) {
        throw new UsageException("there is no option '" + word + "'");
      } else if (left.isEmpty()) {
        throw new UsageException(word + " needs a value");
      } else {
        given.put(word, left.pop());
      }
    }
    return from(given, help);
  }

  private static ConsoleOptions from(Map<String, String> given, boolean help)
      throws UsageException {
    String size = given.get("--size");
    return new ConsoleOptions(
        path(given, "--case"),
        choice(given, "--lang", "nl or en", Language::of),
        choice(given, "--theme", "light, dark, contrast or system", Theme::of),
        choice(given, "--screen", "one of " + Place.words(), Place::of),
        Optional.ofNullable(given.get("--select")),
        path(given, "--shot"),
        size == null ? Size.USUAL : Size.parse(size),
        Optional.ofNullable(given.get("--link")),
        path(given, "--mandate"),
        help);
  }

  private static Optional<Path> path(Map<String, String> given, String option)
      throws UsageException {
    String text = given.get(option);
    try {
      return Optional.ofNullable(text).map(Path::of);
    } catch (InvalidPathException impossible) {
      throw new UsageException(option + " is no path on this computer");
    }
  }

  private interface Lookup<T> {
    Optional<T> of(String word);
  }

  private static <T> Optional<T> choice(
      Map<String, String> given, String option, String choices, Lookup<T> lookup)
      throws UsageException {
    String word = given.get(option);
    if (word == null) {
      return Optional.empty();
    }
    Optional<T> chosen = lookup.of(word);
    if (chosen.isEmpty()) {
      throw new UsageException(option + " is " + choices);
    }
    return chosen;
  }
}
