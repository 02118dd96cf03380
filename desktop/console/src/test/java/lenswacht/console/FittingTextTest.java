package lenswacht.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TitledPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import lenswacht.console.desk.Knowledge;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Work;
import lenswacht.console.look.Lettering;
import lenswacht.console.look.Theme;
import lenswacht.console.setting.ConsoleSettings;
import lenswacht.console.text.Language;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

/// Walks over every screen with a real case and holds what each control shows against what it has
/// to say: a word that is cut off is a fault of the screen, not of whoever reads it.
class FittingTextTest extends ApplicationTest {
  private static final Identifier IDENTIFIER = new Identifier(Catalogue.bundled());
  private static final Knowledge KNOWLEDGE = new Knowledge(Edition.bundled());
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);

  @TempDir static Path folder;
  private static Path file = Path.of("");

  private final FakeRooms fake = new FakeRooms();
  private ConsoleProgram program;

  @BeforeAll
  static void make_a_case() throws Exception {
    file = RealCase.in(folder);
  }

  @Override
  public void start(Stage stage) {
    Lettering.load();
    Application.setUserAgentStylesheet(Theme.LIGHT.styleSheet());
    Rooms rooms = fake.real(IDENTIFIER, KNOWLEDGE, CLOCK);
    program =
        new ConsoleProgram(
            rooms,
            ConsoleSettings.FIRST.withOfficer("J. Jansen"),
            kept -> {},
            fake,
            new Work(Runnable::run, Runnable::run),
            folder.resolve("console.properties").toString());
    stage.setScene(program.scene(1280, 800));
    stage.show();
  }

  @Test
  void no_control_of_any_screen_is_cut_off_in_either_language_small_or_large() {
    List<String> cut = new ArrayList<>();
    interact(() -> program.desk().open(file, () -> {}));
    assertThat(program.desk().openedProperty().get()).isPresent();
    for (Place place : Place.values()) {
      interact(() -> program.frame().placeProperty().set(place));
      for (int percent : List.of(100, 150)) {
        for (Language language : Language.values()) {
          interact(() -> look(place, language, percent, cut));
        }
      }
    }
    assertThat(cut).isEmpty();
  }

  private void look(Place place, Language language, int percent, List<String> cut) {
    program.frame().speak(language);
    program.frame().size(percent);
    Parent root = lookup("#frame").queryAs(Parent.class);
    for (int pass = 0; pass < 3; pass++) {
      root.applyCss();
      root.layout();
    }
    walk(root, place.word() + " " + language + " " + percent, cut);
  }

  private static void walk(Node node, String where, List<String> cut) {
    if (!node.isVisible() || node instanceof IndexedCell<?>) {
      return; // what stands in a cell may be as long as it likes: the pointer shows all of it
    }
    if (node instanceof Labeled labeled) {
      String whole = labeled.getText() == null ? "" : labeled.getText();
      Node shown = labeled.lookup(labeled instanceof TitledPane ? ".title > .text" : ".text");
      if (!whole.isBlank() && shown instanceof Text text && !text.getText().equals(whole)) {
        cut.add(where + " #" + labeled.getId() + ": '" + whole + "' as '" + text.getText() + "'");
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> walk(child, where, cut));
    }
  }
}
