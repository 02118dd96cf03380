package lenswacht.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class SvgTextTest {
  private static Drawing drawing(String words) {
    return new Drawing(
        "Title " + words,
        200,
        100,
        List.of(
            new Shape.Box(1, 1, 50, 20, Ink.GRAVE_SOFT, Ink.LINE, true),
            Shape.line(0, 0, 10, 10, Ink.TEXT, 2),
            Shape.words(5, 40, words),
            new Shape.Spot(0, 0, 10, 10, "key", "spoken")),
        List.of("Told: " + words));
  }

  @Test
  void words_of_strangers_leave_the_document_well_formed() throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      StringBuilder words = new StringBuilder("<&\"']]>\u0000\ud800");
      random.ints(20, 0, 0x3000).forEach(words::appendCodePoint);
      byte[] svg = SvgText.of(drawing(words.toString())).getBytes(StandardCharsets.UTF_8);
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      assertThat(
              factory
                  .newDocumentBuilder()
                  .parse(new ByteArrayInputStream(svg))
                  .getElementsByTagName("text")
                  .getLength())
          .isEqualTo(1);
    }
  }

  @Test
  void a_picture_becomes_a_png_of_twice_its_size() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PngPaint.write(drawing("words"), out);
    var image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    assertThat(image.getWidth()).isEqualTo(400);
    assertThat(image.getRGB(399, 199) & 0xffffff).isEqualTo(0xffffff);
  }

  @Test
  void every_level_has_a_shape_of_its_own() {
    assertThat(
            List.of(Mark.values()).stream()
                .map(mark -> Marks.at(20, 20, mark).getFirst().toString())
                .distinct())
        .hasSize(Mark.values().length);
  }

  @Test
  void a_picture_without_words_is_none() {
    assertThatThrownBy(() -> new Drawing("Title", 10, 10, List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
