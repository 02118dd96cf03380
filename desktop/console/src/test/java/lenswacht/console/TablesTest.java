package lenswacht.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import lenswacht.console.desk.Knowledge;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Work;
import lenswacht.console.look.Lettering;
import lenswacht.console.look.Theme;
import lenswacht.console.setting.ConsoleSettings;
import lenswacht.console.setting.HiddenColumns;
import lenswacht.console.setting.SiteListFile;
import lenswacht.console.text.Language;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.report.drawing.Mark;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

/// The table of assets and that of sites, used as a person does.
class TablesTest extends ApplicationTest {
  private static final Identifier IDENTIFIER = new Identifier(Catalogue.bundled());
  private static final Knowledge KNOWLEDGE = new Knowledge(Edition.bundled());
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

  private static final Path SHOTS = Path.of("target", "screens");

  @TempDir static Path folder;
  private static Path file = Path.of("");

  private final FakeRooms fake = new FakeRooms();
  private final Path settings = folder.resolve("settings").resolve("console.properties");
  private ConsoleProgram program;

  @BeforeAll
  static void make_a_case() throws Exception {
    file = RealCase.in(folder);
    Files.writeString(folder.resolve("kapot.lenswacht"), "no case file");
  }

  @Override
  public void start(Stage stage) {
    Lettering.load();
    Application.setUserAgentStylesheet(Theme.LIGHT.styleSheet());
    program =
        new ConsoleProgram(
            fake.real(IDENTIFIER, KNOWLEDGE, CLOCK),
            ConsoleSettings.FIRST,
            kept -> {},
            fake,
            new Work(Runnable::run, Runnable::run),
            settings.toString());
    stage.setScene(program.scene(1280, 800));
    stage.show();
  }

  private void go(Place place) {
    interact(() -> program.frame().placeProperty().set(place));
  }

  private void press(String id) {
    Button button = lookup("#" + id).queryButton();
    interact(button::fire);
  }

  private String words(String id) {
    Labeled labeled = lookup("#" + id).query();
    return labeled.getText();
  }

  @Test
  void columns_are_put_away_and_stay_away_rows_are_narrowed_copied_and_kept() throws Exception {
    interact(() -> program.desk().open(file, () -> {}));
    go(Place.CAMERAS);
    TableView<?> table = lookup("#cameras-table").queryTableView();
    assertThat(words("cameras-count")).isEqualTo("3 van 3 getoond");

    MenuButton columns = lookup("#cameras-columns").query();
    CheckMenuItem label =
        columns.getItems().stream()
            .filter(choice -> "cameras-column-label-shown".equals(choice.getId()))
            .map(CheckMenuItem.class::cast)
            .findFirst()
            .orElseThrow();
    interact(() -> label.setSelected(false));
    assertThat(HiddenColumns.beside(settings).read()).isEqualTo(Set.of("cameras-column-label"));

    interact(
        () -> {
          table.getSelectionModel().selectFirst();
          table.requestFocus();
        });
    press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
    interact(
        () ->
            assertThat(Clipboard.getSystemClipboard().getString().split("\t"))
                .as("one cell for each column that is shown")
                .hasSize(6));

    Path csv = folder.resolve("shown.csv");
    fake.chosen = Optional.of(csv);
    press("cameras-keep");
    assertThat(Files.readAllLines(csv)).hasSize(4);
    assertThat(Files.readString(csv)).contains("192.0.2.11").doesNotContain("Label");

    ComboBox<Optional<Mark>> verdict = lookup("#cameras-verdict").queryComboBox();
    interact(() -> verdict.setValue(Optional.of(Mark.CIRCLE)));
    int low = table.getItems().size();
    interact(() -> verdict.setValue(Optional.empty()));
    assertThat(table.getItems()).hasSizeGreaterThan(low);
    ToggleButton unseen = lookup("#cameras-focus-unseen").query();
    interact(unseen::fire);
    assertThat(words("cameras-count")).isEqualTo("0 van 3 getoond");
  }

  @Test
  void a_folder_of_sites_is_listed_with_what_cannot_be_read_and_a_site_is_opened()
      throws Exception {
    go(Place.PORTFOLIO);
    fake.chosen = Optional.of(folder);
    press("portfolio-add");
    TableView<?> table = lookup("#portfolio-table").queryTableView();
    assertThat(table.getItems()).hasSize(2);
    assertThat(words("portfolio-first")).contains("2 locaties").contains("niet te lezen 1");
    assertThat(SiteListFile.beside(settings).read()).containsExactly(folder.toAbsolutePath());

    Path kept = folder.resolve("sites.csv");
    fake.chosen = Optional.of(kept);
    press("portfolio-keep");
    assertThat(Files.readString(kept))
        .contains(RealCase.SITE)
        .contains("geen dossier")
        .contains("Bewaren tot")
        .contains("niet gezegd");

    interact(() -> table.getSelectionModel().selectFirst());
    press("portfolio-open");
    assertThat(program.desk().openedProperty().get()).isPresent();
    assertThat(program.frame().placeProperty().get()).isEqualTo(Place.OVERVIEW);
  }

  @Test
  void a_camera_tells_who_is_behind_it_and_what_happened_to_it_in_both_languages()
      throws Exception {
    Files.createDirectories(SHOTS);
    for (Language language : Language.values()) {
      interact(
          () -> {
            program.frame().speak(language);
            program.desk().open(file, () -> {});
          });
      go(Place.CAMERAS);
      interact(() -> program.cameras().select("192.0.2.11"));
      fire("detail-facet-behind");
      assertThat(told("detail-ownership-words")).contains("Hikvision", "China (CN)");
      shoot("detail-behind-" + language.tag());
      fire("detail-facet-course");
      assertThat(told("detail-timeline-words")).contains("2026-11-02", "LW-0042");
      shoot("detail-course-" + language.tag());
      fire("detail-facet-explained");
      go(Place.OVERVIEW);
      assertThat(told("overview-strip-words")).contains("192.0.2.0/24", "2026-11-02");
      go(Place.SEPARATION);
      assertThat(told("separation-topology-words")).contains("Kantoor", "Camera's");
      shoot("topology-" + language.tag());
    }
  }

  private void fire(String id) {
    ToggleButton button = lookup("#" + id).query();
    interact(button::fire);
  }

  private String told(String id) {
    VBox words = lookup("#" + id).query();
    return words.getChildren().stream()
        .map(line -> ((Labeled) line).getText())
        .collect(Collectors.joining("\n"));
  }

  private void shoot(String name) throws Exception {
    interact(
        () -> {
          try {
            Picture.write(
                lookup("#frame").query().getScene(), SHOTS.resolve("portfolio-" + name + ".png"));
          } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
          }
        });
  }
}
