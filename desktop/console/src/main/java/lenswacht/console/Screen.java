package lenswacht.console;

import java.util.Locale;
import java.util.Optional;
import lenswacht.console.text.Phrase;

/// The screens, in the order of the left column.
public enum Screen {
  /// Three doors.
  START(1),
  /// The case summed up.
  OVERVIEW(2),
  /// A visit with the device.
  VISIT(3),
  /// All assets.
  CAMERAS(4),
  /// A list of products.
  PRODUCTS(5);

  private final int number;

  Screen(int number) {
    this.number = number;
  }

  /// Its number in the left column, and the digit that leads to it.
  public int number() {
    return number;
  }

  /// `start`, `overview`, `visit`, `cameras` or `products`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What the screen is called.
  public Phrase title() {
    return Phrase.of("screen." + word());
  }

  /// The screen called `word`.
  public static Optional<Screen> of(String word) {
    for (Screen screen : values()) {
      if (screen.word().equals(word)) {
        return Optional.of(screen);
      }
    }
    return Optional.empty();
  }
}
