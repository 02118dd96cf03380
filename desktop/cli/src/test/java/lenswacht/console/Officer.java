package lenswacht.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import lenswacht.console.desk.FileChoice;
import lenswacht.console.desk.Knowledge;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Work;
import lenswacht.console.look.Lettering;
import lenswacht.console.look.Theme;
import lenswacht.console.room.CaseFileShelf;
import lenswacht.console.room.ConsoleKeys;
import lenswacht.console.room.DeviceLine;
import lenswacht.console.room.DraftFolder;
import lenswacht.console.room.PackFindingTexts;
import lenswacht.console.setting.ConsoleSettings;
import lenswacht.console.text.Language;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;

/// Somebody who sits before the console, in a window of its own with everything real behind it:
/// presses buttons, fills in fields, chooses files, reads, and takes a picture of each step.
public final class Officer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path pictures;
  private final Deque<Path> chosen = new ArrayDeque<>();
  private final Stage stage;
  private final Scene scene;
  private final ConsoleProgram program;
  private int steps;

  /// @param keys folder of this console's keys and drafts
  /// @param pictures folder for the pictures of the steps
  public Officer(Language language, Path keys, Path pictures) throws Exception {
    this.pictures = Files.createDirectories(pictures);
    Identifier identifier = new Identifier(Catalogue.bundled());
    Knowledge knowledge = new Knowledge(Edition.bundled());
    Clock clock = Clock.system(ZoneId.systemDefault());
    Rooms rooms =
        new Rooms(
            new CaseFileShelf(identifier, knowledge, clock),
            new DeviceLine(keys, "console"),
            knowledge,
            identifier,
            new PackFindingTexts(knowledge),
            clock,
            new ConsoleKeys(keys, "console", clock),
            new DraftFolder(keys.resolve("drafts")),
            keys.resolve("knowledge"));
    begin();
    this.program =
        onScreen(
            () -> {
              Lettering.load();
              Application.setUserAgentStylesheet(Theme.LIGHT.styleSheet());
              return new ConsoleProgram(
                  rooms,
                  ConsoleSettings.FIRST.with(language).withOfficer("J. Jansen"),
                  kept -> {},
                  new Chosen(),
                  new Work(Executors.newVirtualThreadPerTaskExecutor(), Platform::runLater),
                  "console.properties");
            });
    this.scene = onScreen(() -> program.scene(1280, 800));
    this.stage =
        onScreen(
            () -> {
              Stage window = new Stage();
              window.setScene(scene);
              window.show();
              return window;
            });
  }

  private static void begin() {
    try {
      Platform.startup(() -> Platform.setImplicitExit(false));
    } catch (IllegalStateException running) {
      Platform.setImplicitExit(false);
    }
  }

  private final class Chosen implements FileChoice {
    @Override
    public Optional<Path> toOpen(String title, String... patterns) {
      return Optional.ofNullable(chosen.poll());
    }

    @Override
    public Optional<Path> toOpenFolder(String title) {
      return Optional.ofNullable(chosen.poll());
    }

    @Override
    public Optional<Path> toWrite(String title, String proposal) {
      return Optional.ofNullable(chosen.poll());
    }

    @Override
    public boolean show(Path what) {
      return false;
    }
  }

  /// Chooses `file` when the console asks for one next.
  public Officer willChoose(Path file) {
    chosen.add(file);
    return this;
  }

  /// Goes to a screen by its key or its place in the left column.
  public Officer goesTo(Place place) throws Exception {
    onScreen(
        () -> {
          program.frame().placeProperty().set(place);
          return true;
        });
    settle();
    return this;
  }

  /// Presses what has this id, once it can be pressed.
  public Officer presses(String id) throws Exception {
    waitsUntil(() -> find(id) instanceof ButtonBase button && !button.isDisabled());
    onScreen(
        () -> {
          if (find(id) instanceof ButtonBase button) {
            button.requestFocus();
            button.fire();
          }
          return true;
        });
    settle();
    return this;
  }

  /// Presses a key where the keyboard is.
  public Officer strikes(KeyCode key) throws Exception {
    onScreen(
        () -> {
          Node where = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
          for (var kind : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(where, new KeyEvent(kind, "", "", key, false, false, false, false));
          }
          return true;
        });
    settle();
    return this;
  }

  /// Writes `text` into the field with this id.
  public Officer fillsIn(String id, String text) throws Exception {
    waitsUntil(() -> find(id) instanceof TextInputControl);
    onScreen(
        () -> {
          if (find(id) instanceof TextInputControl field) {
            field.requestFocus();
            field.setText(text);
          }
          return true;
        });
    settle();
    return this;
  }

  /// What stands at the label or button with this id.
  public String reads(String id) throws Exception {
    waitsUntil(() -> find(id) instanceof Labeled);
    return onScreen(() -> find(id) instanceof Labeled labeled ? labeled.getText() : "");
  }

  /// Waits until something with this id is to be seen.
  public Officer sees(String id) throws Exception {
    waitsUntil(() -> find(id) != null);
    return this;
  }

  /// Waits until the words with this id hold `words`, in either language.
  public Officer sees(String id, String dutch, String english) throws Exception {
    waitsUntil(
        () ->
            find(id) instanceof Labeled labeled
                && (labeled.getText().contains(dutch) || labeled.getText().contains(english)));
    return this;
  }

  /// Waits until no work is under way behind the screen.
  public Officer waitsForWork() throws Exception {
    waitsUntil(() -> program.desk().jobs().runningProperty().get().isEmpty());
    settle();
    return this;
  }

  /// Waits until the case lies on the desk, judged.
  public Officer waitsForTheCase() throws Exception {
    waitsUntil(() -> program.desk().openedProperty().get().isPresent());
    return waitsForWork();
  }

  /// Does something else with the console's program.
  public Officer does(Consumer<Scene> what) throws Exception {
    onScreen(
        () -> {
          what.accept(scene);
          return true;
        });
    settle();
    return this;
  }

  /// Takes a picture of what is shown, as the next step.
  public Officer shows(String name) throws Exception {
    settle();
    steps++;
    Path png = pictures.resolve("%02d-%s.png".formatted(steps, name));
    onScreen(
        () -> {
          Picture.write(scene, png);
          return true;
        });
    return this;
  }

  /// What has this id and is not hidden.
  private Node find(String id) {
    Node found = scene.lookup("#" + id);
    for (Node node = found; node != null; node = node.getParent()) {
      if (!node.isVisible()) {
        return null;
      }
    }
    return found;
  }

  private void waitsUntil(BooleanSupplier what) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!onScreen(what::getAsBoolean)) {
      if (Instant.now().isAfter(end)) {
        onScreen(
            () -> {
              Picture.write(scene, pictures.resolve("stuck.png"));
              return true;
            });
        throw new AssertionError("waited in vain; see " + pictures.resolve("stuck.png"));
      }
      Thread.sleep(20);
    }
  }

  /// Lets what was begun on the screen's thread come to its end.
  private void settle() throws Exception {
    for (int i = 0; i < 3; i++) {
      onScreen(() -> true);
    }
  }

  private static <T> T onScreen(Callable<T> what) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(what.call());
          } catch (Exception failed) {
            done.completeExceptionally(failed);
          }
        });
    return done.get();
  }

  @Override
  public void close() throws Exception {
    onScreen(
        () -> {
          stage.hide();
          return true;
        });
  }
}
