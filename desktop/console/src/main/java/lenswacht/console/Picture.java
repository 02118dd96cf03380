package lenswacht.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// A screen as a PNG file. The picture is drawn from the scene, not from a window: it may be larger
/// than any display.
final class Picture {
  private Picture() {}

  /// What `scene` looks like now.
  static WritableImage of(Scene scene) {
    for (int pass = 0; pass < 3; pass++) { // tables and wrapped lines settle in later passes
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
    return scene.snapshot(null);
  }

  /// Writes what `scene` looks like now.
  ///
  /// @throws IOException if the file cannot be written
  static void write(Scene scene, Path png) throws IOException {
    try (var out = Files.newOutputStream(png)) {
      if (!ImageIO.write(SwingFXUtils.fromFXImage(of(scene), null), "png", out)) {
        throw new IOException("this Java cannot write PNG");
      }
    }
  }
}
