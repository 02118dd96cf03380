package lenswacht.console;

import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import lenswacht.console.ConsoleOptions.UsageException;
import lenswacht.console.desk.CaseRefusedException;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// Starts the console. Ends with 0 when all went well, 1 after a failure, 2 for wrong options or
/// no display, 4 when the case file is damaged.
public final class ConsoleMain {
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final int DAMAGED = 4;

  private ConsoleMain() {}

  /// Starts the console with the options of [ConsoleOptions#USAGE].
  public static void main(String[] words) {
    System.exit(run(words));
  }

  private static int run(String... words) {
    ConsoleOptions options;
    try {
      options = ConsoleOptions.parse(List.of(words));
    } catch (UsageException wrong) {
      System.err.println(wrong.getMessage());
      System.err.print(ConsoleOptions.USAGE);
      return USAGE;
    }
    if (options.help()) {
      System.out.print(ConsoleOptions.USAGE);
      return 0;
    }
    if (options.shot().isPresent()) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    } else if (!hasDisplay()) {
      System.err.println(
          "There is no display here. Start the console on a desktop, or draw a screen into a"
              + " picture with --shot FILE.png.");
      return USAGE;
    }
    return launch(options);
  }

  /// On Linux a display is announced in the environment; elsewhere there always is one.
  private static boolean hasDisplay() {
    return !System.getProperty("os.name").startsWith("Linux")
        || System.getenv("DISPLAY") != null
        || System.getenv("WAYLAND_DISPLAY") != null;
  }

  /// Reads what is known while the toolkit starts, and waits until the window is closed or the
  /// picture is drawn.
  private static int launch(ConsoleOptions options) {
    CompletableFuture<Rooms> rooms = CompletableFuture.supplyAsync(RoomsOfThisComputer::open);
    CompletableFuture<Void> over = new CompletableFuture<>();
    try {
      Platform.startup(
          () -> {
            try {
              new ConsoleApplication(options, rooms.join()).start(() -> over.complete(null));
            } catch (Exception failed) { // the edge of the toolkit's thread
              over.completeExceptionally(failed);
            }
          });
      over.join();
      return 0;
    } catch (CompletionException | UnsupportedOperationException failed) {
      return tell(failed, options.language().orElse(Language.EN));
    }
  }

  private static int tell(RuntimeException failed, Language language) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof CaseRefusedException refused) {
        Texts texts = Texts.load(language, ZoneId.systemDefault());
        System.err.println(
            texts.render(
                new Phrase.Joined(
                    List.of(refused.trouble().what(), refused.trouble().next()), " ")));
        return refused.isDamaged() ? DAMAGED : USAGE;
      }
      if (cause instanceof UnsupportedOperationException noWindow) { // JavaFX found no toolkit
        System.err.println(
            "No window can be opened here: "
                + noWindow.getMessage()
                + ". On Debian and Ubuntu windows need the package libgtk-3-0. A screen can be"
                + " drawn into a picture with --shot FILE.png.");
        return USAGE;
      }
    }
    failed.printStackTrace();
    return FAILED;
  }
}
