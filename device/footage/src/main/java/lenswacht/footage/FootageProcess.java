package lenswacht.footage;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lenswacht.observation.CleanText;
import lenswacht.observation.FactJson;
import lenswacht.observation.MalformedFactException;

/// Looks at one picture in a process of its own, with little memory and a deadline after which it
/// is killed: a sender that drips its bytes outlasts ffmpeg's own limits, and a broken decoder must
/// not take the program with it.
public final class FootageProcess {
  /// Most bytes of an answer that are read.
  public static final int LONGEST_ANSWER = 64 * 1024;

  private static final String CACHE = "org.bytedeco.javacpp.cachedir";

  private final Path javaHome;
  private final List<String> classPath;
  private final Duration deadline;

  /// @param javaHome a Java runtime, of this program's version or newer
  /// @param classPath where this room and its libraries are
  /// @param deadline for the whole of one look, from the start of the process
  public FootageProcess(Path javaHome, List<String> classPath, Duration deadline) {
    if (!deadline.isPositive()) {
      throw new IllegalArgumentException("a deadline cannot be " + deadline);
    }
    this.javaHome = javaHome;
    this.classPath = List.copyOf(classPath);
    this.deadline = deadline;
  }

  /// With the runtime and the class path of this program.
  public static FootageProcess likeThisProgram(Duration deadline) {
    String[] path = System.getProperty("java.class.path", "").split(File.pathSeparator, -1);
    Path home = Path.of(System.getProperty("java.home", ""));
    return new FootageProcess(home, Arrays.asList(path), deadline);
  }

  /// Looks at the first picture of `source`.
  ///
  /// @param coveredPng where to keep the picture with its faces covered; replaced if there
  /// @throws IOException if the process cannot be started
  /// @throws InterruptedException if this thread is interrupted; the process is killed
  public FootageOutcome look(FootageSource source, Optional<Path> coveredPng)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + deadline.toNanos();
    Process child = start();
    try {
      if (!ask(child, FootageQuestion.of(source, coveredPng))) {
        return new FootageOutcome.Unreadable("the looking process ended before it was asked");
      }
      CompletableFuture<byte[]> answer = answerOf(child);
      byte[] line = answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      FootageOutcome outcome = outcome(line, coveredPng);
      child.waitFor(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      return outcome;
    } catch (TimeoutException _) {
      return new FootageOutcome.TimedOut(deadline);
    } catch (ExecutionException _) {
      return new FootageOutcome.Unreadable("the looking process broke off its answer");
    } finally {
      child.destroyForcibly().waitFor();
      if (coveredPng.isPresent()) {
        Files.deleteIfExists(FaceCover.part(coveredPng.get().toAbsolutePath()));
      }
    }
  }

  private Process start() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin").resolve("java").toString());
    command.addAll(
        List.of(
            "-Xmx64m",
            "-Xss1m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null",
            "-Djava.awt.headless=true",
            "-Dorg.bytedeco.javacpp.maxBytes=1g",
            "-Dorg.bytedeco.javacpp.maxPhysicalBytes=1g",
            "--enable-native-access=ALL-UNNAMED"));
    String cache = System.getProperty(CACHE);
    if (cache != null) {
      command.add("-D" + CACHE + "=" + cache);
    }
    command.addAll(
        List.of("-cp", String.join(File.pathSeparator, classPath), FootageMain.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    return builder.start();
  }

  private static boolean ask(Process child, FootageQuestion question) {
    try (OutputStream in = child.getOutputStream()) {
      in.write(FactJson.writeLine(question));
      in.write('\n');
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static CompletableFuture<byte[]> answerOf(Process child) {
    CompletableFuture<byte[]> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("footage-answer")
        .start(
            () -> {
              try {
                answer.complete(line(child.getInputStream()));
              } catch (IOException broken) {
                answer.completeExceptionally(broken);
              }
            });
    return answer;
  }

  private static byte[] line(InputStream in) throws IOException {
    byte[] line = new byte[LONGEST_ANSWER];
    int length = 0;
    int octet = in.read();
    while (octet >= 0 && octet != '\n' && length < line.length) {
      line[length++] = (byte) octet;
      octet = in.read();
    }
    return Arrays.copyOf(line, length);
  }

  private static FootageOutcome outcome(byte[] line, Optional<Path> coveredPng) {
    if (line.length == 0) {
      return new FootageOutcome.Unreadable("the looking process ended without an answer");
    }
    try {
      FootageAnswer answer = FactJson.read(line, FootageAnswer.class);
      return answer
          .facts()
          .<FootageOutcome>map(facts -> new FootageOutcome.Seen(facts, coveredPng))
          .orElseGet(
              () -> new FootageOutcome.Unreadable(CleanText.of(answer.why().orElse(""), 200)));
    } catch (MalformedFactException _) {
      return new FootageOutcome.Unreadable("the looking process gave a malformed answer");
    }
  }
}
