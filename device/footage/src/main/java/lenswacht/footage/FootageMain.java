package lenswacht.footage;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import lenswacht.observation.FactJson;
import lenswacht.observation.MalformedFactException;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/// The child process that looks at one picture: reads one line of JSON, writes one line of JSON and
/// ends. It is not meant to be started by hand.
public final class FootageMain {
  /// Longest question, in bytes.
  private static final int LONGEST_QUESTION = 16 * 1024;

  private FootageMain() {}

  /// Takes no arguments; the question is on the standard input.
  public static void main(String[] arguments) throws IOException {
    PrintStream answers = System.out;
    System.setOut(System.err);
    byte[] line = System.in.readNBytes(LONGEST_QUESTION);
    try {
      FootageQuestion question = FactJson.read(line, FootageQuestion.class);
      write(answers, answer(question.source(), question.cover().map(Path::of)));
    } catch (MalformedFactException malformed) {
      write(answers, FootageAnswer.unreadable("the question is malformed"));
    }
  }

  private static FootageAnswer answer(FootageSource source, Optional<Path> cover) {
    try (FrameGrab grab = FrameGrab.open(source)) {
      Mat picture = grab.first();
      return FootageAnswer.seen(PictureLook.look(picture, search(), cover));
    } catch (UnreadableFootageException unreadable) {
      return FootageAnswer.unreadable(String.valueOf(unreadable.getMessage()));
    } catch (IOException _) {
      return FootageAnswer.unreadable("the covered picture cannot be written");
    }
  }

  private static @Nullable FaceSearch search() {
    try {
      return FaceSearch.load();
    } catch (IOException _) {
      // Without cascades the picture is covered whole, and the answer says so.
      return null;
    }
  }

  private static void write(PrintStream answers, FootageAnswer answer) {
    answers.println(new String(FactJson.writeLine(answer), StandardCharsets.UTF_8));
    answers.flush();
  }
}
