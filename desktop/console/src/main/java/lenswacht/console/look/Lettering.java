package lenswacht.console.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The letters that the console brings along, so that it looks the same on every computer:
/// Liberation Sans and Liberation Mono.
public final class Lettering {
  private static final List<String> FILES =
      List.of(
          "LiberationSans-Regular.ttf",
          "LiberationSans-Bold.ttf",
          "LiberationSans-Italic.ttf",
          "LiberationMono-Regular.ttf");

  private Lettering() {}

  /// Makes the letters known to JavaFX.
  public static void load() {
    for (String file : FILES) {
      try (InputStream in = Lettering.class.getResourceAsStream("/liberation/" + file)) {
        if (in == null || Font.loadFont(in, 14) == null) {
          throw new IllegalStateException("the font " + file + " is missing or damaged");
        }
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }
}
