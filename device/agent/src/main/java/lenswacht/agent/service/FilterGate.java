package lenswacht.agent.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.SignedMandate;

/// Where the agent and the packet filter's service meet: the agent lays the signed mandate into a
/// folder, the service verifies it for itself, loads the rules it makes of it, and says in the
/// folder which mandate they are of. The agent can hand over a mandate, never rules.
public final class FilterGate {
  private static final String MANDATE = "mandate";
  private static final String OPEN = "open";
  private static final String CLOCK = "clock";
  private static final String POWER_OFF = "power-off";
  private static final int LONGEST_NOTE = 200;
  private static final int LONGEST_MANDATE = 1 << 20;
  private static final Duration NAP = Duration.ofMillis(50);

  private final Path folder;

  /// @param folder the folder, made by the service manager for this user
  public FilterGate(Path folder) {
    this.folder = folder;
  }

  /// Hands `signed` over and waits until its rules hold.
  ///
  /// @return whether they hold; false where `patience` was over before, and nothing is handed over
  public boolean open(SignedMandate signed, Duration patience)
      throws IOException, InterruptedException {
    byte[] text = signed.text().getBytes(StandardCharsets.UTF_8);
    String wanted = Bytes.of(text).sha256().hex();
    put(MANDATE, text);
    long until = System.nanoTime() + patience.toNanos();
    while (!wanted.equals(note())) {
      if (System.nanoTime() - until > 0) {
        close();
        return false;
      }
      Thread.sleep(NAP);
    }
    return true;
  }

  /// The mandate that is handed over: where a program begins and finds one, a run of an earlier one
  /// broke off. Nobody vouches for it here. A power cut takes it away too.
  public Optional<SignedMandate> laid() throws IOException {
    return read(folder.resolve(MANDATE)).map(SignedMandate::new);
  }

  /// From now on the packet filter reckons by this time. A power cut takes it away, and the
  /// computer's clock with it.
  public void tell(ConsoleTime time) throws IOException {
    put(CLOCK, time.text().getBytes(StandardCharsets.UTF_8));
  }

  /// The time by which the packet filter reckons, where a console set it. Nobody vouches for it
  /// here.
  public Optional<ConsoleTime> time() throws IOException {
    return timeIn(folder.resolve(CLOCK));
  }

  /// The same, of the file in which it is kept.
  public static Optional<ConsoleTime> timeIn(Path file) throws IOException {
    return read(file).flatMap(ConsoleTime::parse);
  }

  private static Optional<String> read(Path file) throws IOException {
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try (var in = Files.newInputStream(file)) {
      return Optional.of(new String(in.readNBytes(LONGEST_MANDATE), StandardCharsets.UTF_8));
    }
  }

  /// Takes the mandate away: nothing leaves any more.
  public void close() throws IOException {
    Files.deleteIfExists(folder.resolve(MANDATE));
  }

  /// Asks the service manager to end all work and switch the box off.
  public void powerOff() throws IOException {
    put(POWER_OFF, new byte[0]);
  }

  private String note() throws IOException {
    Path note = folder.resolve(OPEN);
    if (Files.notExists(note)) {
      return "";
    }
    try (var in = Files.newInputStream(note)) {
      return new String(in.readNBytes(LONGEST_NOTE), StandardCharsets.US_ASCII).strip();
    }
  }

  private void put(String name, byte[] content) throws IOException {
    Path fresh = folder.resolve(name + ".new");
    Files.write(fresh, content);
    Files.move(
        fresh,
        folder.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
