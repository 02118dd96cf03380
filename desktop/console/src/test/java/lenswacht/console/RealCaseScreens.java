package lenswacht.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javafx.application.Application;
import javafx.geometry.Dimension2D;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import lenswacht.console.desk.Knowledge;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Work;
import lenswacht.console.look.Lettering;
import lenswacht.console.look.Theme;
import lenswacht.console.setting.ConsoleSettings;
import lenswacht.fingerprint.Identifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

/// The console with a real case file on the desk, for tests to drive.
abstract class RealCaseScreens extends ApplicationTest {
  static final Path SHOTS = Path.of("target", "screens");
  static final Knowledge KNOWLEDGE = new Knowledge(FakeRooms.EDITION);
  static final Identifier IDENTIFIER = FakeRooms.IDENTIFIER;
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
  @TempDir static Path folder;
  static Path original = Path.of("");

  final FakeRooms fake = new FakeRooms();
  ConsoleProgram program;
  Path file = Path.of("");

  @BeforeAll
  static void make_a_case() throws Exception {
    original = RealCase.MADE;
    Files.createDirectories(SHOTS);
  }

  /// Who sits at the console.
  String officer() {
    return "J. Jansen";
  }

  /// How large the window is, in pixels.
  Dimension2D size() {
    return new Dimension2D(1000, 900);
  }

  @Override
  public void start(Stage stage) {
    Lettering.load();
    Application.setUserAgentStylesheet(Theme.LIGHT.styleSheet());
    Rooms rooms = fake.real(IDENTIFIER, KNOWLEDGE, CLOCK);
    program =
        new ConsoleProgram(
            rooms,
            ConsoleSettings.FIRST.withOfficer(officer()),
            kept -> {},
            fake,
            new Work(Runnable::run, Runnable::run),
            "console.properties");
    stage.setScene(program.scene((int) size().getWidth(), (int) size().getHeight()));
    stage.show();
  }

  @BeforeEach
  void open_the_case() throws Exception {
    file = Files.createTempFile(folder, "case", ".lenswacht");
    Files.copy(original, file, StandardCopyOption.REPLACE_EXISTING);
    interact(() -> program.desk().open(file, () -> {}));
    assertThat(program.desk().openedProperty().get()).isPresent();
  }

  final void go(Place place) {
    interact(() -> program.frame().placeProperty().set(place));
  }

  final String words(String id) {
    Labeled labeled = lookup("#" + id).query();
    return labeled.getText();
  }

  final <T> TableView<T> table(String id) {
    return lookup("#" + id).queryTableView();
  }

  /// Presses a button where it is, shown on the display or scrolled away.
  final void press(String id) {
    Button button = lookup("#" + id).queryButton();
    interact(button::fire);
  }

  final void shoot(String name) throws Exception {
    Path png = SHOTS.resolve(name + ".png");
    interact(
        () -> {
          try {
            Picture.write(lookup("#frame").query().getScene(), png);
          } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
          }
        });
    assertThat(Files.size(png)).isGreaterThan(20_000);
  }
}
