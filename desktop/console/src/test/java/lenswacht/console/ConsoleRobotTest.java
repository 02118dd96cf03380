package lenswacht.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import lenswacht.console.camera.AssetRow;
import lenswacht.console.desk.Place;
import lenswacht.console.look.Lettering;
import lenswacht.console.look.Theme;
import lenswacht.console.setting.ConsoleSettings;
import lenswacht.console.text.Language;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class ConsoleRobotTest extends ApplicationTest {
  private static final String PRODUCTS = "merk;model\nHikvision;DS-2CD2143G2-I\nNobody;X";

  private FakeRooms rooms;
  private ConsoleProgram program;

  @Override
  public void start(Stage stage) {
    Lettering.load();
    Application.setUserAgentStylesheet(Theme.LIGHT.styleSheet());
    rooms = new FakeRooms();
    program = rooms.program(ConsoleSettings.FIRST);
    stage.setScene(program.scene(1000, 800));
    stage.show();
  }

  private void openCase() {
    interact(() -> program.desk().put(InventedCase.opened()));
  }

  private String words(String id) {
    Labeled labeled = lookup("#" + id).query();
    return labeled.getText();
  }

  @Test
  void start_shows_three_doors_and_the_practice_building() {
    for (String id : List.of("start-door-site", "start-door-list", "start-door-file")) {
      Button door = lookup("#" + id).queryButton();
      assertThat(door.isVisible()).isTrue();
      assertThat(door.getAccessibleText()).isNotBlank();
    }
    clickOn("#start-practice");
    assertThat(words("start-practice-hint")).contains("./lenswacht demo");
    assertThat(rooms.asked).isEmpty();
  }

  @Test
  void the_language_changes_while_the_program_runs() {
    assertThat(words("menu-cameras")).contains("Camera's");
    clickOn("#frame-language-en");
    assertThat(words("menu-cameras")).contains("Cameras");
    assertThat(words("status-device")).isEqualTo("Device: not connected");
    assertThat(program.frame().settingsProperty().get().language()).isEqualTo(Language.EN);
    clickOn("#frame-language-nl");
    assertThat(words("status-device")).isEqualTo("Sensor: niet verbonden");
  }

  @Test
  void the_file_door_opens_a_case_and_a_refusal_says_what_to_do() {
    clickOn("#start-door-file");
    assertThat(rooms.asked).isEmpty();
    rooms.chosen = Optional.of(Path.of("turfmarkt.lenswacht"));
    rooms.refuses = true;
    clickOn("#start-door-file");
    assertThat(words("start-trouble")).contains("Kies een bestand dat op .lenswacht eindigt.");
    rooms.refuses = false;
    clickOn("#start-door-file");
    assertThat(program.frame().placeProperty().get()).isEqualTo(Place.OVERVIEW);
    assertThat(words("frame-case")).isEqualTo("Dossier: Turfmarkt 2026-1");
  }

  @Test
  void the_table_filters_and_sorting_keeps_the_filter() {
    openCase();
    press(KeyCode.CONTROL, KeyCode.DIGIT4).release(KeyCode.DIGIT4, KeyCode.CONTROL);
    clickOn("#cameras-filter").write("camera");
    TableView<AssetRow> table = lookup("#cameras-table").queryTableView();
    assertThat(table.getItems()).hasSize(2);
    interact(() -> table.getSortOrder().add(table.getColumns().getFirst()));
    assertThat(table.getItems())
        .extracting(AssetRow::address)
        .containsExactly("10.20.30.9", "10.20.30.61");
    assertThat(words("cameras-count")).isEqualTo("2 van 6");
    interact(() -> table.getSortOrder().clear());
    assertThat(table.getItems()).hasSize(2);
  }

  @Test
  void selecting_a_row_shows_why() {
    openCase();
    interact(() -> program.frame().placeProperty().set(Place.CAMERAS));
    clickOn("10.20.30.61");
    assertThat(words("detail-title")).isEqualTo("10.20.30.61 \u00b7 camera");
    Set<Label> sentences = lookup(".finding-sentence").queryAllAs(Label.class);
    assertThat(sentences).hasSize(3);
    assertThat(sentences).extracting(Label::getText).anyMatch(text -> text.contains("R07"));
    assertThat(lookup(".acceptable").queryAllAs(Label.class)).hasSize(3);
    clickOn("10.20.30.12");
    assertThat(lookup(".advisory").queryAllAs(Label.class))
        .extracting(Label::getText)
        .anyMatch(text -> text.startsWith("Niet van toepassing: ") && text.contains("2023-06-20"))
        .anyMatch(text -> text.startsWith("Mogelijk: ") && text.contains("Wat zou beslissen: "));
  }

  @Test
  void the_evidence_shows_the_decisive_bytes_to_eyes_and_to_a_screen_reader() {
    openCase();
    interact(() -> program.frame().placeProperty().set(Place.CAMERAS));
    clickOn("10.20.30.61");
    assertThat(lookup(".decisive").queryAllAs(Text.class))
        .allMatch(Text::isUnderline)
        .extracting(Text::getText)
        .contains("\u00bbDS-2CD2143G2-I\u00ab", "\u00bbTruVision\u00ab");
    assertThat(lookup(".seen").queryAllAs(TextFlow.class))
        .extracting(TextFlow::getAccessibleText)
        .anyMatch(
            text ->
                text.contains("<title> [begin beslissend deel] TruVision [einde beslissend deel]"));
    assertThat(lookup(".claim .label").queryAllAs(Label.class))
        .extracting(Label::getText)
        .anyMatch(text -> text.startsWith("Voor: Hikvision"))
        .anyMatch(text -> text.startsWith("Tegen: TruVision"))
        .anyMatch(text -> text.contains("GET / op 10.20.30.61"))
        .anyMatch(text -> text.startsWith("Bytes "));
    clickOn("#frame-language-en");
    assertThat(lookup(".seen").queryAllAs(TextFlow.class))
        .extracting(TextFlow::getAccessibleText)
        .anyMatch(text -> text.contains("[decisive part begins] TruVision"));
  }

  @Test
  void the_report_is_made_in_the_language_that_is_spoken() {
    openCase();
    interact(() -> program.frame().placeProperty().set(Place.OVERVIEW));
    clickOn("#frame-language-en");
    rooms.chosen = Optional.of(Path.of("out.pdf"));
    clickOn("#overview-report");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(rooms.asked).containsExactly("write Turfmarkt 2026-1-en.pdf", "report EN out.pdf");
    assertThat(words("frame-notice")).contains("out.pdf");
  }

  @Test
  void screens_that_are_not_shown_still_follow_the_case() {
    for (int round = 0; round < 5; round++) {
      System.gc();
    }
    openCase();
    interact(() -> program.frame().placeProperty().set(Place.OVERVIEW));
    assertThat(lookup("#overview-espionage").tryQuery()).isPresent();
  }

  @Test
  void a_level_leads_to_the_asset_that_drives_it() {
    openCase();
    interact(() -> program.frame().placeProperty().set(Place.OVERVIEW));
    clickOn("#overview-privacy-10-20-30-9");
    assertThat(program.frame().placeProperty().get()).isEqualTo(Place.CAMERAS);
    assertThat(words("detail-title")).startsWith("10.20.30.9 ");
  }

  @Test
  void keys_reach_every_screen_and_f6_every_pane() {
    openCase();
    press(KeyCode.CONTROL, KeyCode.DIGIT3).release(KeyCode.DIGIT3, KeyCode.CONTROL);
    assertThat(program.frame().placeProperty().get()).isEqualTo(Place.VISIT);
    press(KeyCode.F8).release(KeyCode.F8);
    assertThat(program.frame().placeProperty().get()).isEqualTo(Place.CAMERAS);
    Node first = focused();
    press(KeyCode.F6).release(KeyCode.F6);
    Node second = focused();
    assertThat(second).isNotNull().isNotSameAs(first);
    press(KeyCode.F6).release(KeyCode.F6);
    assertThat(focused()).isNotSameAs(second);
  }

  private Node focused() {
    return lookup("#frame").query().getScene().getFocusOwner();
  }

  @Test
  void the_product_list_says_what_is_known_and_what_to_ask() {
    interact(() -> program.frame().placeProperty().set(Place.PRODUCTS));
    interact(() -> program.products().listProperty().set(PRODUCTS));
    clickOn("#products-check");
    assertThat(words("products-notice"))
        .isEqualTo("Herkend: 1 \u00b7 waarschijnlijk: 0 \u00b7 niet herkend: 1 \u00b7 dubbel: 0");
  }

  @Test
  void every_control_has_an_id_and_a_name() {
    openCase();
    for (Place screen : Place.values()) {
      interact(() -> program.frame().placeProperty().set(screen));
      List<Node> nameless = new ArrayList<>();
      for (Node node : lookup("#frame").lookup(ConsoleRobotTest::isControl).queryAll()) {
        if (node.getId() == null
            || node.getAccessibleText() == null
            || node.getAccessibleText().isBlank()) {
          nameless.add(node);
        }
      }
      assertThat(nameless).as(screen.word()).isEmpty();
    }
  }

  static boolean isControl(Node node) {
    boolean own =
        node instanceof ButtonBase
            || node instanceof TextInputControl
            || node instanceof TableView<?>
            || node instanceof ToggleButton;
    return own && node.isFocusTraversable();
  }

  @Test
  void the_letters_come_along() {
    interact(() -> assertThat(Font.getFamilies()).contains("Liberation Sans", "Liberation Mono"));
    Label name = lookup(".program-name").queryAs(Label.class);
    assertThat(name.getFont().getFamily()).isEqualTo("Liberation Sans");
  }
}
