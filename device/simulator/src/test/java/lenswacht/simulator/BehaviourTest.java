package lenswacht.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BehaviourTest {
  private static final String REQUEST = "GET / HTTP/1.1\r\nConnection: close\r\n\r\n";

  @TempDir private Path folder;
  private SimulatedBuilding building;

  @BeforeEach
  void open() throws Exception {
    Path file = folder.resolve("building.json");
    Files.writeString(
        file,
        """
        {"format": "lenswacht-building-1",
         "templates": {"t": {"expected": {"kind": "other"}, "services": [
           {"proto": "tcp", "port": 8080, "kind": "http",
            "exchanges": [{"match": {"path": "/"}, "response": {"body": "sixteen letters."}}]},
           {"proto": "udp", "port": 3702, "kind": "wsd",
            "exchanges": [{"match": {"re": "Probe"}, "response": {"text": "a reply of text"}}]}]}},
         "hosts": [
           {"id": "normal", "use": ["t"]},
           {"id": "slow", "use": ["t"], "behaviour": "slow", "pause_millis": 50},
           {"id": "silent", "use": ["t"], "behaviour": "silent"},
           {"id": "garbled", "use": ["t"], "behaviour": "garbled"},
           {"id": "drip", "use": ["t"], "behaviour": "drip", "pause_millis": 1}]}
        """);
    building = SimulatedBuilding.start(Building.read(file), "127.71.0.0/16", 0);
  }

  @AfterEach
  void close() {
    building.close();
  }

  @Test
  void slow_and_dripping_hosts_say_the_same_as_a_normal_one() throws Exception {
    String normal = Talk.untilClosed(at("normal"), 8080, REQUEST);

    assertThat(normal).endsWith("\r\n\r\nsixteen letters.");
    assertThat(Talk.untilClosed(at("slow"), 8080, REQUEST)).isEqualTo(normal);
    assertThat(Talk.untilClosed(at("drip"), 8080, REQUEST)).isEqualTo(normal);
    assertThat(Talk.asked(at("slow"), 3702, "Probe")).isEqualTo("a reply of text");
  }

  @Test
  void silent_host_counts_and_says_nothing() throws Exception {
    try (Socket socket = new Socket(at("silent"), 8080)) {
      socket.setSoTimeout(200);
      socket.getOutputStream().write(Talk.latin1(REQUEST));
      assertThatThrownBy(() -> socket.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
    }
    assertThat(Talk.datagram(at("silent"), 3702, Talk.latin1("Probe"), false)).isEmpty();

    HostCounters counters = building.counters().get("silent");
    assertThat(counters.tcpConnections()).isEqualTo(1);
    assertThat(counters.tcpBytesIn()).isEqualTo(REQUEST.length());
    assertThat(counters.udpDatagrams()).isEqualTo(1);
  }

  @Test
  void garbled_host_says_the_same_wrong_thing_each_time() throws Exception {
    String normal = Talk.untilClosed(at("normal"), 8080, REQUEST);
    String garbled = Talk.untilClosed(at("garbled"), 8080, REQUEST);

    assertThat(garbled).isNotEqualTo(normal);
    assertThat(Talk.untilClosed(at("garbled"), 8080, REQUEST)).isEqualTo(garbled);
    assertThat(Talk.asked(at("garbled"), 3702, "Probe")).isNotEqualTo("a reply of text");
  }

  @Test
  void closed_building_accepts_nobody() throws Exception {
    InetAddress address = at("normal");
    building.close();

    assertThatThrownBy(() -> new Socket(address, 8080).close())
        .isInstanceOf(java.net.ConnectException.class);
  }

  @Test
  void port_that_is_taken_is_refused_with_the_host_that_wants_it() throws Exception {
    Building again = Building.read(folder.resolve("building.json"));

    assertThatThrownBy(() -> SimulatedBuilding.start(again, "127.71.0.0/16", 0).close())
        .isInstanceOf(java.io.IOException.class)
        .hasMessageContaining("tcp/8080 of host 'normal'");
  }

  @Test
  void range_outside_loopback_is_refused() throws Exception {
    Building again = Building.read(folder.resolve("building.json"));

    for (String range :
        new String[] {"10.0.0.0/8", "126.0.0.0/7", "127.0.0.0/33", "127.1", "x/8"}) {
      assertThatThrownBy(() -> SimulatedBuilding.start(again, range, 0).close())
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void recorded_lines_are_served_as_they_stand() throws Exception {
    Path lines = Path.of(BehaviourTest.class.getResource("recorded.jsonl").toURI());
    try (SimulatedBuilding recorded =
        SimulatedBuilding.start(Building.read(lines), "127.72.0.0/16", 20_000)) {
      InetAddress camera = recorded.addressOf("line-cam");
      InetAddress printer = recorded.addressOf("line-printer");

      assertThat(camera.getHostAddress()).isEqualTo("127.72.0.1");
      assertThat(Talk.untilClosed(camera, 20_080, REQUEST))
          .isEqualTo("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nX-Me: 127.72.0.1\r\n\r\nhallo");
      assertThat(Talk.untilClosed(camera, 20_080, "GET /none HTTP/1.1\r\n\r\n"))
          .isEqualTo("HTTP/1.0 404 Not Found\r\nServer: north\r\nContent-Length: 2\r\n\r\nno");
      assertThat(
              Talk.asked(camera, 34569, "\u00ff" + "\0".repeat(13) + "\u00fa\5" + "\0".repeat(4)))
          .isEqualTo("\u00ff\1" + "\0".repeat(12) + "\u00fb\5\7\0\0\0{\"a\":1}");
      try (Socket ftp = new Socket(printer, 20_021)) {
        assertThat(Talk.until(ftp, "", "\n")).isEqualTo("220 Paperworks\r\n");
      }
      byte[] description = new SnmpQuestion(0xa0, "1.3.6.1.2.1.1.1.0").bytes();
      assertThat(
              new String(
                  Talk.datagram(printer, 20_161, description, true).orElseThrow(),
                  StandardCharsets.ISO_8859_1))
          .contains("Paperworks 9");
    }
  }

  private InetAddress at(String id) {
    return building.addressOf(id);
  }
}
