package lenswacht.probe.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lenswacht.observation.Bytes;
import lenswacht.observation.FactJson;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalEvent.Heard;
import lenswacht.observation.JournalEvent.Listened;
import lenswacht.observation.JournalEvent.Located;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.Whereabouts;
import lenswacht.probe.frame.Frames;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Listening on a real cable between two network namespaces. Needs root.
@Tag("root")
class ListeningPostTest {
  private static final String CAMERA_AT = "192.0.2.10";
  private static final String LAST = "192.0.2.200";

  @Test
  void a_packet_socket_hears_every_neighbour_and_nothing_is_sent() throws Exception {
    List<Bytes> frames =
        List.of(
            Frames.dhcpDiscover(Frames.CAMERA, "AXIS,Network Camera,P3343,5.20.3"),
            Frames.tagged(Frames.arp(Frames.CAMERA, CAMERA_AT, "192.0.2.1"), 30),
            Frames.lldp(),
            Frames.cdp(),
            Frames.spanningTree(),
            Frames.udp(Frames.CAMERA, CAMERA_AT, 5353, "224.0.0.251", 5353, Frames.mdnsAnswer()),
            Frames.udp(
                Frames.CAMERA, CAMERA_AT, 50_000, "239.255.255.250", 1900, Frames.ssdpNotify()),
            Frames.arp("00005e0053aa", "203.0.113.9", "203.0.113.1"),
            Frames.arp("00005e0053ff", LAST, LAST));
    List<JournalEvent> events = hear(List.of(), frames, LAST);
    assertThat(stated(events, Observable.DHCP_VENDOR_CLASS))
        .containsExactly("AXIS,Network Camera,P3343,5.20.3");
    assertThat(stated(events, Observable.VLAN)).containsExactly("30");
    assertThat(stated(events, Observable.LLDP_NAME)).containsExactly("sw-2-east");
    assertThat(stated(events, Observable.MDNS_NAME)).anyMatch(name -> name.startsWith("AXIS"));
    assertThat(stated(events, Observable.SSDP_SERVER)).hasSize(1);
    Listened listened = only(events, Listened.class);
    assertThat(listened.network()).isEqualTo(TwoNamespaces.NEAR);
    assertThat(listened.means()).isEqualTo("packet-socket");
    assertThat(listened.frames()).isEqualTo(frames.size());
    assertThat(listened.dropped()).isZero();
    assertThat(listened.strangers()).isEqualTo(1);
    assertThat(listened.kinds())
        .containsEntry("arp", 2L)
        .containsEntry("arp.gratuitous", 1L)
        .containsEntry("dhcp", 1L)
        .containsEntry("lldp", 1L)
        .containsEntry("cdp", 1L)
        .containsEntry("spanning-tree", 1L)
        .containsEntry("mdns", 1L)
        .containsEntry("ssdp", 1L);
    Whereabouts where = only(events, Located.class).whereabouts();
    assertThat(where.standing()).isEqualTo(Whereabouts.Standing.INSIDE);
    assertThat(where.vlans()).containsExactly(30, 40);
    assertThat(where.switchPorts()).hasSize(3);
  }

  @Test
  void without_privilege_the_groups_are_heard_and_what_is_lost_is_said() throws Exception {
    List<JournalEvent> events =
        hear(
            List.of("setpriv", "--bounding-set=-net_raw", "--inh-caps=-net_raw"),
            List.of(
                Frames.arp(Frames.CAMERA, CAMERA_AT, "192.0.2.1"),
                Frames.udp(
                    Frames.CAMERA,
                    CAMERA_AT,
                    50_000,
                    "239.255.255.250",
                    1900,
                    Frames.ssdpNotify())),
            CAMERA_AT);
    assertThat(stated(events, Observable.SSDP_SERVER)).hasSize(1);
    Listened listened = only(events, Listened.class);
    assertThat(listened.means()).isEqualTo("multicast-groups");
    assertThat(listened.lost()).anyMatch(lost -> lost.contains("CAP_NET_RAW"));
    assertThat(listened.lost()).anyMatch(lost -> lost.contains("LLDP"));
  }

  /// Sends `frames` and listens until `last` was heard.
  private static List<JournalEvent> hear(List<String> options, List<Bytes> frames, String last)
      throws Exception {
    boolean packets = options.isEmpty();
    try (TwoNamespaces cable = TwoNamespaces.open("192.0.2.5/24")) {
      Process listening = cable.java(cable.near(), options, HearingMain.class, "192.0.2.0/24");
      try (BufferedReader lines = listening.inputReader(StandardCharsets.UTF_8)) {
        awaitSocket(cable, packets ? "/proc/net/packet" : "/proc/net/udp", packets ? 2 : 6);
        send(cable, frames);
        List<JournalEvent> events = new ArrayList<>();
        boolean heardLast = false;
        while (!heardLast) {
          String line = lines.readLine();
          assertThat(line).as("heard no %s, but %s", last, events).isNotNull();
          JournalEvent event = FactJson.read(line, JournalEvent.class);
          events.add(event);
          heardLast =
              event instanceof Heard heard
                  && heard.service().address().getHostAddress().equals(last);
        }
        listening.getOutputStream().close();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          events.add(FactJson.read(line, JournalEvent.class));
        }
        assertThat(listening.waitFor(30, TimeUnit.SECONDS)).isTrue();
        if (packets) {
          assertThat(cable.sent()).as("packets sent while listening").isZero();
        }
        return events;
      } finally {
        listening.destroyForcibly().waitFor();
      }
    }
  }

  private static void send(TwoNamespaces cable, List<Bytes> frames) throws Exception {
    Process sending = cable.java(cable.far(), List.of(), FrameSenderMain.class, TwoNamespaces.FAR);
    try (OutputStream out = sending.getOutputStream()) {
      for (Bytes frame : frames) {
        out.write((frame.hex() + "\n").getBytes(StandardCharsets.US_ASCII));
      }
    }
    assertThat(sending.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(sending.exitValue()).isZero();
  }

  /// Waits until the table of sockets in the listening namespace has so many lines.
  private static void awaitSocket(TwoNamespaces cable, String table, int lines)
      throws IOException, InterruptedException {
    for (int i = 0; i < 300; i++) {
      if (TwoNamespaces.run(cable.in(cable.near(), "cat", table)).lines().count() >= lines) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("nobody listens in " + table);
  }

  private static <T extends JournalEvent> T only(List<JournalEvent> events, Class<T> kind) {
    List<T> found = events.stream().filter(kind::isInstance).map(kind::cast).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static List<String> stated(List<JournalEvent> events, Observable observable) {
    return events.stream()
        .filter(Heard.class::isInstance)
        .flatMap(event -> ((Heard) event).outcome().observations().stream())
        .filter(Observation.Stated.class::isInstance)
        .map(Observation.Stated.class::cast)
        .filter(fact -> fact.observable() == observable)
        .map(Observation.Stated::value)
        .toList();
  }
}
