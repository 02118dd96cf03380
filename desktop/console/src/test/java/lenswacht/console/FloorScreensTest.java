package lenswacht.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javax.imageio.ImageIO;
import lenswacht.assessment.floor.Circle;
import lenswacht.assessment.floor.FloorPlan;
import lenswacht.assessment.floor.Match;
import lenswacht.assessment.floor.Placement;
import lenswacht.assessment.floor.Sighting;
import lenswacht.assessment.floor.View;
import lenswacht.casefile.CaseFile;
import lenswacht.console.desk.Place;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The floor plan, the sight round and the three circles, driven with a real case file.
class FloorScreensTest extends RealCaseScreens {
  private static Path drawn = Path.of("");

  @BeforeAll
  static void draw_a_plan() throws Exception {
    drawn = folder.resolve("Begane grond.png");
    ImageIO.write(plan(), "png", drawn.toFile());
  }

  @Override
  Dimension2D size() {
    return new Dimension2D(1300, 900);
  }

  @BeforeEach
  void go_to_the_floor() {
    go(Place.FLOOR);
  }

  private static BufferedImage plan() {
    BufferedImage pixels = new BufferedImage(1200, 700, BufferedImage.TYPE_INT_RGB);
    Graphics2D paper = pixels.createGraphics();
    paper.setColor(Color.WHITE);
    paper.fillRect(0, 0, 1200, 700);
    paper.setColor(Color.BLACK);
    paper.setStroke(new BasicStroke(8));
    paper.drawRect(50, 50, 1100, 600);
    paper.drawLine(600, 50, 600, 260);
    paper.drawLine(600, 400, 600, 650);
    paper.drawLine(600, 400, 1150, 400);
    paper.setStroke(new BasicStroke(4));
    paper.drawRect(250, 160, 180, 60);
    paper.dispose();
    return pixels;
  }

  private void fill(String id, String words) {
    TextField field = lookup("#" + id).query();
    interact(() -> field.setText(words));
  }

  private <T> void choose(String id, int index) {
    ComboBox<T> box = lookup("#" + id).queryComboBox();
    interact(() -> box.getSelectionModel().select(index));
  }

  private void choosePlan(Path plan) {
    fake.chosen = Optional.of(plan);
    press("floor-import");
  }

  private FloorPlan kept() throws Exception {
    try (CaseFile kept = CaseFile.open(file)) {
      return kept.floors().plan();
    }
  }

  /// Clicks on the plan, in parts of its width and height.
  private void clickPlan(double x, double y) {
    Pane paper = (Pane) lookup("#floor-plan-paper").queryAs(ScrollPane.class).getContent();
    Node picture = paper.getChildren().getFirst();
    Point2D at =
        picture.localToScreen(
            picture.getBoundsInLocal().getWidth() * x, picture.getBoundsInLocal().getHeight() * y);
    clickOn(at);
  }

  private Node spot(String key) {
    return lookup(node -> ("spot-" + key).equals(node.getId())).query();
  }

  @Test
  void a_plan_is_brought_in_scaled_by_two_clicks_and_cameras_are_placed() throws Exception {
    assertThat(words("floor-first")).contains("Nog te plaatsen: 3");
    assertThat(lookup("#floor-empty").tryQuery()).isPresent();
    choosePlan(drawn);
    assertThat(words("floor-first")).startsWith("Begane grond: 0 geplaatst");

    press("floor-scale");
    clickPlan(50 / 1200.0, 0.9);
    clickPlan(1150 / 1200.0, 0.9);
    fill("floor-metres", "22");
    press("floor-keep-scale");
    assertThat(kept().floors().getFirst().scale().orElseThrow().pixelsPerMetre())
        .isBetween(49.0, 51.0);

    press("floor-place-next");
    clickPlan(0.08, 0.12);
    Placement first = kept().placements().getFirst();
    assertThat(first.spot().x()).isBetween(90.0, 102.0);
    assertThat(first.view()).isEqualTo(View.UNKNOWN);

    fill("floor-covers", "balie, ingang");
    fill("floor-direction", "135");
    fill("floor-angle", "84");
    choose("floor-source", 0);
    fill("floor-range", "7,5");
    press("floor-keep-view");
    View view = kept().placements().getFirst().view();
    assertThat(view.angle()).hasValue(84);
    assertThat(view.source()).isEqualTo(View.Source.MAKER);
    assertThat(view.range()).hasValue(7.5);
    assertThat(kept().placements().getFirst().covers()).containsExactly("balie", "ingang");
    assertThat(spot("asset-" + first.asset()).getAccessibleText())
        .contains("kijkt naar balie, ingang")
        .contains("kijkhoek 84° (opgave van de maker), reikt 7.5 m");

    press("floor-place-next");
    clickPlan(0.9, 0.2);
    assertThat(words("floor-first")).contains("2 geplaatst. Nog te plaatsen: 1");
    shoot("floor-nl");
    clickOn("#frame-language-en");
    assertThat(words("floor-first")).contains("2 placed. Still to place: 1");
    shoot("floor-en");
  }

  @Test
  void a_camera_is_placed_moved_and_turned_by_keyboard_alone_and_each_step_is_taken_back()
      throws Exception {
    choosePlan(drawn);
    press("floor-place-next");
    press("floor-middle");
    Placement middle = kept().placements().getFirst();
    assertThat(middle.spot().x()).isEqualTo(600);

    interact(() -> spot("asset-" + middle.asset()).requestFocus());
    type(KeyCode.RIGHT, 3);
    press(KeyCode.SHIFT).type(KeyCode.RIGHT, 2).release(KeyCode.SHIFT);
    type(KeyCode.ENTER);
    Placement moved = kept().placements().getFirst();
    assertThat(moved.spot().x()).isGreaterThan(600);
    assertThat(moved.spot().y()).isEqualTo(middle.spot().y());
    assertThat(moved.view().direction()).hasValue(5);

    interact(() -> program.desk().undo());
    assertThat(kept().placements()).containsExactly(middle);
    interact(() -> program.desk().undo());
    assertThat(kept().placements()).isEmpty();
    interact(() -> program.desk().redo());
    assertThat(kept().placements()).hasSize(1);

    interact(() -> spot("asset-" + middle.asset()).requestFocus());
    type(KeyCode.DOWN, 2);
    type(KeyCode.ESCAPE);
    assertThat(kept().placements().getFirst().spot()).isEqualTo(middle.spot());
  }

  @Test
  void a_camera_is_dragged() throws Exception {
    choosePlan(drawn);
    press("floor-place-next");
    press("floor-middle");
    Placement before = kept().placements().getFirst();
    drag(spot("asset-" + before.asset())).dropBy(60, -40);

    assertThat(kept().placements().getFirst().spot().x()).isGreaterThan(before.spot().x() + 50);
    assertThat(kept().placements().getFirst().spot().y()).isLessThan(before.spot().y() - 30);
  }

  @Test
  void placing_answers_questions_on_the_place_and_that_is_taken_back_too() throws Exception {
    choosePlan(drawn);
    press("floor-place-next");
    press("floor-middle");
    String asset = kept().placements().getFirst().asset();
    choose("floor-scope-public-road-or-neighbour", 1);

    try (CaseFile kept = CaseFile.open(file)) {
      assertThat(kept.answers().ofAsset(asset, "scope.public_road_or_neighbour")).contains("yes");
    }
    interact(() -> program.desk().undo());
    try (CaseFile kept = CaseFile.open(file)) {
      assertThat(kept.answers().ofAsset(asset, "scope.public_road_or_neighbour")).isEmpty();
    }
  }

  @Test
  void the_floors_are_printed_without_colour() throws Exception {
    choosePlan(drawn);
    Path pdf = folder.resolve("plattegronden.pdf");
    fake.chosen = Optional.of(pdf);
    press("floor-print");

    assertThat(Files.readAllBytes(pdf)).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void a_hostile_plan_is_refused_with_a_sentence_and_what_to_do() throws Exception {
    Path bad = folder.resolve("plan.pdf");
    Files.writeString(bad, "%PDF-1.7\n1 0 obj << /Encrypt 2 0 R >> endobj");
    choosePlan(bad);

    assertThat(program.desk().troubleProperty().get().orElseThrow().what())
        .isEqualTo(
            lenswacht.console.text.Phrase.of(
                "trouble.plan.locked",
                "why",
                "this PDF file is locked; save a copy without a password"));
    assertThat(kept().floors()).isEmpty();
  }

  @Test
  void paper_network_and_sight_are_held_against_each_other() throws Exception {
    choosePlan(drawn);
    press("floor-seen-here");
    clickPlan(0.3, 0.5);
    fill("floor-seen-looks", "witte koepel");
    fill("floor-seen-brand", "TruVision");
    press("floor-seen-keep");
    Sighting seen = kept().round().sightings().getFirst();
    assertThat(seen.spot()).isPresent();
    choose("floor-link-asset", 0);
    press("floor-link");
    assertThat(kept().round().sightings().getFirst().match().state()).isEqualTo(Match.State.IS);

    fill("floor-seen-place", "trappenhuis");
    press("floor-seen-keep");
    press("floor-not-found");
    assertThat(words("floor-first")).contains("Gezien, niet gevonden: 1");
    interact(() -> lookup("#floor-walked").queryAs(CheckBox.class).fire());
    assertThat(kept().round().isWalked("Begane grond")).isTrue();
    shoot("sights-nl");

    go(Place.RECONCILE);
    assertThat(words("reconcile-first")).contains("Op papier: niet bekeken").contains("Gezien: 2");
    Path list = folder.resolve("inventaris.csv");
    Files.writeString(
        list,
        "Camera;IP-adres;Locatie;Merk;Type\nC1;192.0.2.11;hal;Hikvision;DS-2CD2143\n"
            + "C2;192.0.2.99;kelder;Axis;P3265\n");
    fake.chosen = Optional.of(list);
    press("reconcile-import");
    assertThat(words("reconcile-first")).contains("Op papier: 2").contains("Op het netwerk: 3");
    assertThat(lookup("#reconcile-circles .spot").queryAll()).hasSize(7);
    assertThat(List.of(Circle.values())).hasSize(3);
    shoot("reconcile-nl");
    press("reconcile-paper");
    assertThat(lookup("#reconcile-table").queryTableView().getItems()).hasSize(1);
    interact(() -> lookup("#reconcile-table").queryTableView().getSelectionModel().select(0));
    choose("reconcile-asset", 1);
    press("reconcile-row-is");
    try (CaseFile kept = CaseFile.open(file)) {
      assertThat(kept.floors().papers().match("inventaris.csv#C2").state())
          .isEqualTo(Match.State.IS);
    }
    interact(() -> program.desk().undo());
    try (CaseFile kept = CaseFile.open(file)) {
      assertThat(kept.floors().papers().match("inventaris.csv#C2")).isEqualTo(Match.OPEN);
    }
    clickOn("#frame-language-en");
    assertThat(words("reconcile-first")).contains("On paper: 2");
    shoot("reconcile-en");

    go(Place.OVERVIEW);
    assertThat(lookup("#overview-circles-picture .spot").queryAll()).hasSize(7);
    shoot("overview-circles-en");
  }

  @Test
  void a_hostile_list_is_refused_with_a_sentence() throws Exception {
    go(Place.RECONCILE);
    Path list = folder.resolve("lijst.csv");
    Files.writeString(list, "a;b\n1;2\n");
    fake.chosen = Optional.of(list);
    press("reconcile-import");

    assertThat(program.texts().render(program.desk().troubleProperty().get().orElseThrow().what()))
        .startsWith("Deze lijst kan niet worden gelezen: ");
  }
}
