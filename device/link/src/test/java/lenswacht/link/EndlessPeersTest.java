package lenswacht.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lenswacht.link.frame.Frame;
import lenswacht.link.frame.FrameCodec;
import lenswacht.link.tls.SecureChannel;
import lenswacht.observation.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a peer sends without end is refused, or read and forgotten: a device with 20 MiB of heap
/// outlives more than that of each kind, and still serves an honest console.
class EndlessPeersTest {
  private static final int MEBIBYTE = 1 << 20;
  private static final int ENDLESS = 32 * MEBIBYTE;

  private static final Duration HELD_UP = Duration.ofSeconds(2);

  @TempDir Path folder;
  private LinkAddress.Tcp address;
  private Process device;
  private SecureChannel channel;
  private Cable cable;

  @BeforeEach
  void a_device_with_little_memory() throws Exception {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      address = new LinkAddress.Tcp("127.0.0.1", door.getLocalPort());
    }
    byte[] octets = new byte[3 * MEBIBYTE];
    new Random(3).nextBytes(octets);
    Path journal = Files.write(folder.resolve("journal"), octets);
    run("prepare", folder.toString()).waitFor();
    device = run("serve", folder.toString(), "tcp:127.0.0.1:" + address.port(), journal.toString());
    assertThat(device.inputReader().readLine()).isEqualTo("listening");
  }

  @AfterEach
  void switch_off() throws Exception {
    device.destroyForcibly().waitFor();
  }

  @Test
  void whoever_sends_without_end_fills_no_memory() throws Exception {
    byte[] noise = new byte[MEBIBYTE];
    new Random(5).nextBytes(noise);
    assertThat(floodedWith(noise)).as("noise is refused soon").isLessThan(ENDLESS);
    byte[] greeting = handshakeWithoutEnd();
    assertThat(floodedWith(greeting)).as("a handshake has an end").isLessThan(ENDLESS);
    assertThat(beatsTaken()).as("beats are read and forgotten").isGreaterThanOrEqualTo(ENDLESS);
    assertThat(questionsTaken()).as("who reads no answer is held up").isLessThan(ENDLESS);
    assertThat(device.isAlive()).isTrue();
    try (ConsoleLink honest = ConsoleLink.connect(Cables.open(address), console(), devices())) {
      assertThat(honest.journalLength()).isEqualTo(3L * MEBIBYTE);
      assertThat(honest.copyJournal(0, OutputStream.nullOutputStream())).isEqualTo(3L * MEBIBYTE);
    }
  }

  /// @return octets that the device took before it closed the connection
  private long floodedWith(byte[] octets) throws IOException {
    long taken = 0;
    try (Socket socket = new Socket(address.address(), address.port())) {
      while (taken < ENDLESS) {
        socket.getOutputStream().write(octets);
        taken += octets.length;
      }
    } catch (IOException refused) {
      return taken;
    }
    return taken;
  }

  /// Records of TLS (RFC 8446, 5.1) with one handshake message that claims 16 MiB.
  private static byte[] handshakeWithoutEnd() {
    byte[] octets = new byte[5 + (1 << 14)];
    octets[0] = 22;
    octets[1] = 3;
    octets[2] = 1;
    octets[3] = 1 << 6;
    octets[5] = 1;
    Arrays.fill(octets, 6, 9, (byte) 0xff);
    return octets;
  }

  private long beatsTaken() throws IOException {
    byte[] beat = FrameCodec.write(new Frame(LinkMessageCodec.PULSE, Bytes.EMPTY));
    try (Conversation _ = session()) {
      return flooded(beat);
    }
  }

  /// Asks for the longest piece of the journal, again and again, and reads none.
  private long questionsTaken() throws IOException {
    byte[] question =
        FrameCodec.write(
            LinkMessageCodec.write(
                new LinkMessage.AskJournal(0, LinkMessage.AskJournal.LONGEST_CHUNK)));
    try (Conversation _ = session();
        Deadline _ = Deadline.on(cable, HELD_UP)) {
      return flooded(question);
    }
  }

  private Conversation session() throws IOException {
    Identity console = console();
    try {
      cable = Cables.open(address);
    } catch (LinkException unreachable) {
      throw new IOException(unreachable);
    }
    channel =
        SecureChannel.client(
            cable.in(),
            cable.out(),
            console.privateKey(),
            console.certificate(),
            (key, protocol) -> true,
            List.of(Conversation.SESSION));
    channel.handshake();
    Conversation talk = Conversation.asking(cable, channel, TwoEnds.QUICK);
    talk.hear(LinkMessage.Hello.class);
    talk.say(new LinkMessage.Chosen(2, "without end"));
    return talk;
  }

  /// Writes `frame` over and over.
  ///
  /// @return octets that the device took
  private long flooded(byte[] frame) {
    byte[] many = new byte[frame.length * (16_000 / frame.length)];
    for (int at = 0; at < many.length; at += frame.length) {
      System.arraycopy(frame, 0, many, at, frame.length);
    }
    long taken = 0;
    try {
      while (taken < ENDLESS) {
        channel.out().write(many);
        taken += many.length;
      }
    } catch (IOException heldUp) {
      return taken;
    }
    return taken;
  }

  private Identity console() throws IOException {
    return Identity.openOrCreate(folder.resolve("console"), "console");
  }

  private PairedPeers devices() throws IOException {
    return PairedPeers.open(folder.resolve("console"));
  }

  private static Process run(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx20m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                JournalEnds.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
