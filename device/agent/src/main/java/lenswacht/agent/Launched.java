package lenswacht.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import lenswacht.agent.update.OwnProgram;
import lenswacht.agent.update.Publishers;
import lenswacht.agent.update.Slots;
import lenswacht.agent.update.UpdateDesk;
import lenswacht.link.PairedPeers;

/// What the launcher of a box says in the environment of the program that it starts.
final class Launched {
  /// How long a console has for hearing that it was obeyed.
  private static final Duration A_MOMENT = Duration.ofMillis(500);

  private Launched() {}

  /// Whose packages this device takes.
  static Publishers publishers(Map<String, String> environment, PairedPeers peers) {
    return new Publishers(
        Optional.ofNullable(environment.get("LENSWACHT_PUBLISHERS")).map(Path::of), peers::keys);
  }

  /// Who decides on other programs.
  static UpdateDesk updates(Map<String, String> environment, Publishers publishers)
      throws IOException {
    Optional<Slots> slots =
        Optional.ofNullable(environment.get("LENSWACHT_SLOTS")).map(Path::of).map(Slots::new);
    OwnProgram own =
        OwnProgram.here(
            slots.orElseGet(() -> new Slots(Path.of("no-slots"))),
            environment,
            ProgramVersion.number());
    return new UpdateDesk(slots, own, publishers);
  }

  /// Name and version of this program.
  static String program(UpdateDesk updates) {
    return updates.isReceived() ? "lenswacht " + updates.version() : ProgramVersion.text();
  }

  /// Ends this program in a moment.
  static void after(Runnable stop, CountDownLatch ended) {
    Thread.ofVirtual()
        .name("restart")
        .start(
            () -> {
              try {
                Thread.sleep(A_MOMENT);
                stop.run();
                ended.countDown();
              } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
              }
            });
  }
}
