package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import lenswacht.link.Identity;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanScope;
import lenswacht.observation.SignedMandate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The device program listening to an invented capture file, as a process of its own.
class ListenCommandTest {
  @TempDir Path folder;
  private Path capture;
  private AgentProcess agent;

  @BeforeEach
  void write_a_capture() throws Exception {
    agent = new AgentProcess(folder.resolve("home"));
    capture = Files.write(folder.resolve("hall.pcap"), pcap(arp("192.0.2.10"), arp("203.0.113.9")));
  }

  @Test
  void a_capture_is_printed_as_a_table_of_facts() throws Exception {
    String out = printed("listen", "--pcap", capture.toString(), "--format", "csv");
    assertThat(out.lines().skip(1))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("\"192.0.2.10\",host,0,\"arp\",\"hardware-address\",\"00:00:5E:00:53:0A\",");
    assertThat(printed("listen", "--pcap", capture.toString()))
        .contains("192.0.2.10/host arp hardware-address 00:00:5E:00:53:0A")
        .contains("you are here: hall.pcap")
        .contains("switch and port: not heard");
  }

  @Test
  void under_a_mandate_a_journal_holds_what_the_mandate_covers() throws Exception {
    Path journal = folder.resolve("journal");
    AgentProcess.Ended ended =
        agent.run(
            "listen",
            "--pcap",
            capture.toString(),
            "--mandate",
            mandate().toString(),
            "--journal",
            journal.toString());
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(6);
    List<JournalEvent> events = read(journal);
    assertThat(events.stream().filter(JournalEvent.Heard.class::isInstance)).hasSize(1);
    assertThat(events.stream().filter(JournalEvent.Listened.class::isInstance))
        .singleElement()
        .extracting(event -> ((JournalEvent.Listened) event).strangers())
        .isEqualTo(1L);
    assertThat(events.getLast()).isInstanceOf(JournalEvent.RunEnded.class);
  }

  @Test
  void a_journal_without_a_mandate_and_a_file_that_is_no_capture_are_usage_errors()
      throws Exception {
    String journal = folder.resolve("journal").toString();
    assertThat(agent.run("listen", "--pcap", capture.toString(), "--journal", journal).exitCode())
        .isEqualTo(2);
    Path note = Files.writeString(folder.resolve("note.txt"), "please scan everything");
    assertThat(agent.run("listen", "--pcap", note.toString()).exitCode()).isEqualTo(2);
  }

  private String printed(String... arguments) throws Exception {
    Process process = agent.start(arguments);
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return out;
  }

  private Path mandate() throws Exception {
    Identity console = Identity.openOrCreate(folder.resolve("home/console"), "console");
    Mandate mandate =
        new Mandate(
            "M-2",
            "Practice building",
            "Head of facilities",
            new ScanScope(List.of(AddressRange.parse("192.0.2.0/24")), List.of()),
            Instant.now().minusSeconds(60),
            Instant.now().plusSeconds(600),
            Intrusiveness.LISTEN,
            10,
            false);
    SignedMandate signed = SignedMandate.sign(mandate, console.privateKey(), console.publicKey());
    return Files.writeString(folder.resolve("the.mandate"), signed.text());
  }

  private List<JournalEvent> read(Path journal) throws Exception {
    return KeptJournal.events(journal, folder.resolve("home"));
  }

  private static byte[] arp(String sender) {
    String address = "";
    for (String part : sender.split("\\.")) {
      address += HexFormat.of().toHexDigits(Byte.parseByte("" + (byte) Integer.parseInt(part)));
    }
    return HexFormat.of()
        .parseHex(
            "ffffffffffff00005e00530a0806"
                + "000108000604000100005e00530a"
                + address
                + "000000000000c0000201");
  }

  private static byte[] pcap(byte[]... frames) {
    ByteBuffer file = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
    file.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4);
    file.putInt(0).putInt(0).putInt(65_535).putInt(1);
    for (byte[] frame : frames) {
      file.putInt(1_780_315_200).putInt(0).putInt(frame.length).putInt(frame.length).put(frame);
    }
    byte[] octets = new byte[file.position()];
    file.flip().get(octets);
    return octets;
  }
}
