package lenswacht.report.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import lenswacht.assessment.floor.Floor;
import lenswacht.assessment.floor.FloorPlan;
import lenswacht.report.SamplePlan;
import lenswacht.report.drawing.BlackAndWhite;
import lenswacht.report.drawing.Drawing;
import lenswacht.report.drawing.PngPaint;
import lenswacht.report.drawing.Shape;
import lenswacht.report.drawing.SvgText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloorDrawingTest {
  private static final PictureWords DUTCH = PictureWords.in(Locale.of("nl"));

  private static Drawing drawn(FloorPlan plan, FloorLayers layers, PictureWords words) {
    return new FloorDrawing(plan, plan.floors().getFirst(), SamplePlan.assets(), layers, 680, words)
        .drawing();
  }

  private static List<String> words(Drawing drawing) {
    return drawing.shapes().stream()
        .filter(Shape.Words.class::isInstance)
        .map(shape -> ((Shape.Words) shape).words())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void a_floor_can_be_read_with_everything_on_it(String language) throws Exception {
    PictureWords words = PictureWords.in(Locale.of(language));
    Drawing drawing =
        Legible.require("floor-" + language, drawn(SamplePlan.plan(), FloorLayers.ALL, words));
    Legible.require("floor-paper-" + language, BlackAndWhite.of(drawing));
  }

  @Test
  void each_level_stands_there_as_shape_and_word_and_what_is_open_is_hatched() throws Exception {
    Drawing drawing =
        drawn(SamplePlan.plan(), new FloorLayers(true, false, false, false, true), DUTCH);

    assertThat(words(drawing))
        .contains("1", "hoog", "2", "niet vastgesteld", "3", "laag", "5", "zeer hoog");
    assertThat(drawing.shapes())
        .filteredOn(shape -> shape instanceof Shape.Box box && box.hatched())
        .hasSize(2); // camera 2 and the legend
  }

  @Test
  void a_cone_is_broken_where_the_lens_is_not_known_and_missing_where_the_direction_is()
      throws Exception {
    Drawing drawing =
        drawn(SamplePlan.plan(), new FloorLayers(false, false, false, true, false), DUTCH);

    assertThat(drawing.shapes()).filteredOn(Shape.Veil.class::isInstance).hasSize(2);
    assertThat(drawing.shapes())
        .filteredOn(shape -> shape instanceof Shape.Path path && path.dashed())
        .hasSize(4); // the whole of 2, both sides of 3, the legend
  }

  @Test
  void the_same_stands_there_in_words() throws Exception {
    assertThat(drawn(SamplePlan.plan(), FloorLayers.ALL, DUTCH).told())
        .contains(
            "De plattegrond is op schaal: 40 beeldpunten per meter, naar een lengte van 27 m.",
            "Nummer 1, Hikvision DS-2CD2143G2-I (10.20.30.61): kijkt naar balie, ingang; spionage"
                + " hoog; privacy hoogstens hoog; kijkhoek 84° (opgave van de maker), reikt 9 m.",
            "Gezien s2: hal, witte koepel, TruVision TVD-5401; gezien, niet gevonden.",
            "Nog te plaatsen: 1 apparaat.");
  }

  @Test
  void a_floor_without_a_scale_says_so() throws Exception {
    Floor floor = SamplePlan.ground().scaled(Optional.empty());
    FloorPlan plan =
        new FloorPlan(List.of(floor), SamplePlan.plan().placements(), SamplePlan.plan().round());
    Drawing drawing = drawn(plan, FloorLayers.ALL, DUTCH);

    assertThat(words(drawing)).contains("De schaal is niet vastgesteld");
    assertThat(drawing.told()).contains("De schaal is niet vastgesteld.");
  }

  @Test
  void an_asset_that_is_not_there_any_more_keeps_its_place() throws Exception {
    FloorPlan plan = SamplePlan.plan();
    Drawing drawing =
        new FloorDrawing(plan, plan.floors().getFirst(), Map.of(), FloorLayers.ALL, 680, DUTCH)
            .drawing();

    assertThat(drawing.told())
        .anyMatch(said -> said.contains("niet gevonden bij het laatste bezoek"));
  }

  @Test
  void two_hundred_cameras_stand_apart() throws Exception {
    Drawing drawing = drawn(SamplePlan.crowd(200), FloorLayers.ALL, DUTCH);

    assertThat(Legible.complaints(drawing)).isEmpty();
    assertThat(drawing.shapes()).filteredOn(Shape.Spot.class::isInstance).hasSize(200);
  }

  @Test
  void paper_has_no_colour() throws Exception {
    Drawing paper = BlackAndWhite.of(drawn(SamplePlan.plan(), FloorLayers.ALL, DUTCH));
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    PngPaint.write(paper, png);
    BufferedImage pixels = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
    int most = 0;
    for (int x = 0; x < pixels.getWidth(); x++) {
      for (int y = 0; y < pixels.getHeight(); y++) {
        int pixel = pixels.getRGB(x, y);
        int red = pixel >> 16 & 0xff;
        int green = pixel >> 8 & 0xff;
        int blue = pixel & 0xff;
        most =
            Math.max(
                most, Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)));
      }
    }
    assertThat(most).isLessThan(24);
  }

  @Test
  void a_plan_travels_within_an_svg_picture() throws Exception {
    assertThat(SvgText.of(drawn(SamplePlan.plan(), FloorLayers.ALL, DUTCH)))
        .contains("xlink:href=\"data:image/png;base64,iVBOR")
        .contains("fill-opacity=\"0.28\"");
  }
}
