package lenswacht.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import lenswacht.console.desk.CaseRefusedException;
import lenswacht.console.desk.FileChoice;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.desk.StoppedException;
import lenswacht.console.desk.Work;
import lenswacht.console.look.Lettering;
import lenswacht.console.setting.ConsoleSettings;
import lenswacht.console.setting.SettingsFile;

/// The console on the toolkit's thread: one window, or one picture. Started by [ConsoleMain].
final class ConsoleApplication {
  private final ConsoleOptions options;
  private final Rooms rooms;

  /// @param options what it was started with
  /// @param rooms what the other rooms do for the console
  ConsoleApplication(ConsoleOptions options, Rooms rooms) {
    this.options = options;
    this.rooms = rooms;
  }

  /// Opens the window, or draws the picture.
  ///
  /// @param over runs when the window was closed or the picture is there
  void start(Runnable over) throws CaseRefusedException, IOException {
    Lettering.load();
    if (options.shot().isPresent()) {
      draw(options.shot().get());
      over.run();
    } else {
      open(over);
    }
  }

  private void open(Runnable over) {
    Stage stage = new Stage();
    SettingsFile file = settingsFile();
    Executor behind = Executors.newVirtualThreadPerTaskExecutor();
    ConsoleProgram program =
        new ConsoleProgram(
            rooms,
            chosen(options, file.read()),
            file,
            new WindowFileChoice(stage),
            new Work(behind, Platform::runLater),
            file.path().toString());
    Scene scene = program.scene(1280, 800);
    wear(program);
    program.begin(options);
    options.caseFile().ifPresent(path -> program.desk().open(path, () -> program.begin(options)));
    stage.setTitle("Lenswacht");
    stage.setMinWidth(960);
    stage.setMinHeight(620);
    stage.setScene(scene);
    stage.setOnHidden(event -> over.run());
    stage.show();
  }

  /// Draws one screen. Nothing is kept, so that pictures never change what the officer chose.
  private void draw(Path png) throws CaseRefusedException, IOException {
    ConsoleProgram program =
        new ConsoleProgram(
            rooms,
            chosen(options, ConsoleSettings.FIRST),
            settings -> {},
            new NoFileChoice(),
            new Work(Runnable::run, Runnable::run),
            settingsFile().path().toString());
    wear(program);
    Scene scene = program.scene(options.size().width(), options.size().height());
    if (options.caseFile().isPresent()) {
      program.desk().put(read(rooms, options.caseFile().get()));
    }
    program.begin(options);
    Picture.write(scene, png);
  }

  private static OpenedCase read(Rooms rooms, Path path) throws CaseRefusedException {
    try {
      return rooms.shelf().open(path, (done, of) -> {});
    } catch (StoppedException impossible) { // nobody stops it
      throw new IllegalStateException(impossible);
    }
  }

  private static SettingsFile settingsFile() {
    return SettingsFile.of(
        System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
  }

  private static ConsoleSettings chosen(ConsoleOptions options, ConsoleSettings kept) {
    ConsoleSettings spoken = options.language().map(kept::with).orElse(kept);
    return options.theme().map(spoken::with).orElse(spoken);
  }

  private static void wear(ConsoleProgram program) {
    Application.setUserAgentStylesheet(
        program.frame().settingsProperty().get().theme().styleSheet());
    program
        .frame()
        .settingsProperty()
        .addListener(
            (property, before, now) -> {
              if (before.theme() != now.theme()) {
                Application.setUserAgentStylesheet(now.theme().styleSheet());
              }
            });
  }

  /// Nobody is there to ask.
  private static final class NoFileChoice implements FileChoice {
    @Override
    public Optional<Path> toOpen(String title, String... patterns) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> toOpenFolder(String title) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> toWrite(String title, String proposal) {
      return Optional.empty();
    }

    @Override
    public boolean show(Path what) {
      return false;
    }
  }
}
