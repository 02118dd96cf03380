package lenswacht.agent.panel.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import lenswacht.agent.panel.Pictured;
import lenswacht.agent.panel.Screen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The pictures of the manual. Run with `-Dlenswacht.pictures=write` they are drawn anew.
class PicturesTest {
  private static final Path FOLDER = Path.of("pictures");
  private static final int POINT = 2;
  private static final int EDGE = 6;
  private static final int LIT = 0xe8f4ff;
  private static final int DARK = 0x101214;

  private final ScreenPainter painter = new ScreenPainter();

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en", "nl-large", "en-large"})
  void pictures_of_the_manual_show_what_the_display_shows(String kind) throws IOException {
    Map<String, Screen> screens = Pictured.screens(kind.substring(0, 2), kind.endsWith("large"));
    for (Map.Entry<String, Screen> one : screens.entrySet()) {
      BufferedImage drawn = draw(painter.paint(one.getValue()));
      Path file = FOLDER.resolve(kind).resolve(one.getKey() + ".png");
      if ("write".equals(System.getProperty("lenswacht.pictures"))) {
        Files.createDirectories(file.getParent());
        ImageIO.write(drawn, "png", file.toFile());
      }
      BufferedImage kept = ImageIO.read(file.toFile());
      assertThat(kept.getWidth()).as(file.toString()).isEqualTo(drawn.getWidth());
      assertThat(points(kept)).as(file.toString()).isEqualTo(points(drawn));
    }
    try (Stream<Path> files = Files.list(FOLDER.resolve(kind))) {
      assertThat(files).hasSameSizeAs(screens.keySet());
    }
  }

  @Test
  void the_manual_shows_every_picture() throws IOException {
    String manual = Files.readString(Path.of("PANEL.md"));
    for (String kind : List.of("nl", "en", "nl-large", "en-large")) {
      for (String name : Pictured.screens("nl", false).keySet()) {
        assertThat(manual).contains("pictures/" + kind + "/" + name + ".png");
      }
    }
  }

  private static BufferedImage draw(Raster raster) {
    BufferedImage picture =
        new BufferedImage(
            Raster.WIDTH * POINT + 2 * EDGE,
            Raster.HEIGHT * POINT + 2 * EDGE,
            BufferedImage.TYPE_BYTE_BINARY,
            new java.awt.image.IndexColorModel(
                1,
                2,
                new byte[] {(byte) (DARK >> 16), (byte) (LIT >> 16)},
                new byte[] {(byte) (DARK >> 8), (byte) (LIT >> 8)},
                new byte[] {(byte) DARK, (byte) LIT}));
    for (int y = 0; y < Raster.HEIGHT * POINT; y++) {
      for (int x = 0; x < Raster.WIDTH * POINT; x++) {
        if (raster.isLit(x / POINT, y / POINT)) {
          picture.setRGB(EDGE + x, EDGE + y, 0xff000000 | LIT);
        }
      }
    }
    return picture;
  }

  private static int[] points(BufferedImage picture) {
    return picture.getRGB(
        0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
  }
}
