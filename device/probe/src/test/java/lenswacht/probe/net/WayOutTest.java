package lenswacht.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.JournalEvent.Tried;
import lenswacht.observation.JournalEvent.WayOutTried;
import lenswacht.observation.Mandate;
import lenswacht.observation.OutsideEndpoint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The way out among real network stacks: a segment, its router with a filter that is on or off,
/// and an endpoint outside. Needs root and nftables.
@Tag("root")
class WayOutTest {
  private static final String ROUTER = "00:00:5e:00:53:01";
  private static final String OUTSIDE = "00:00:5e:00:53:02";
  private static final OutsideEndpoint ENDPOINT =
      OutsideEndpoint.parse("outside.example=10.78.2.9:443");

  @TempDir Path folder;

  private static Mandate mandate(Intrusiveness intrusiveness, OutsideEndpoint... endpoints) {
    return mandate("10.78.1.0/24", intrusiveness, endpoints);
  }

  private static Mandate mandate(
      String range, Intrusiveness intrusiveness, OutsideEndpoint... endpoints) {
    Mandate plain = Mandates.of(range);
    return new Mandate(
        plain.id(),
        plain.site(),
        plain.issuedBy(),
        plain.scope(),
        plain.from(),
        plain.until(),
        intrusiveness,
        plain.packetsPerSecond(),
        plain.anonymousReads(),
        List.of(),
        false,
        false,
        List.of(endpoints),
        "");
  }

  private Optional<WayOutTried> tryFrom(Namespace place, Mandate mandate) throws Exception {
    Path resolvers = folder.resolve("resolv.conf");
    Files.writeString(resolvers, "search example\nnameserver 10.78.1.1\n");
    return place.call(
        () -> {
          try (NetworkDoor door =
              new NetworkDoor(
                  mandate,
                  PortPlan.standard(),
                  InstantSource.fixed(Mandates.NOW),
                  DoorLimits.practice())) {
            Wire wire =
                Wire.up().stream()
                    .filter(one -> one.name().equals("cams"))
                    .findFirst()
                    .orElseThrow();
            return new WayOutTrial(door, resolvers).from(wire, ENDPOINT);
          }
        });
  }

  @Test
  void a_filter_on_the_way_out_makes_the_difference() throws Exception {
    try (PracticeNetwork network = new PracticeNetwork()) {
      Namespace router = routed(network);
      resolver(router);
      Mandate mandate = mandate(Intrusiveness.ASK, ENDPOINT);

      network.near().ip("route add default via 10.78.1.1");
      WayOutTried open = tryFrom(network.near(), mandate).orElseThrow();
      assertThat(List.of(open.route(), open.names(), open.reached()))
          .containsExactly(Tried.YES, Tried.YES, Tried.YES);
      assertThat(open.segment()).hasToString("10.78.1.0/24");
      assertThat(open.evidence().bytes().utf8())
          .contains("default route: 10.78.1.1")
          .contains("10.78.1.1 answered with 1 records")
          .contains("connection: accepted");

      router.call(
          () ->
              nft(
                  "add table ip egress;"
                      + "add chain ip egress out { type filter hook forward priority 0; policy drop; }"));
      WayOutTried filtered = tryFrom(network.near(), mandate).orElseThrow();
      assertThat(List.of(filtered.route(), filtered.names(), filtered.reached()))
          .containsExactly(Tried.YES, Tried.YES, Tried.NO);

      router.call(() -> nft("delete table ip egress"));
      assertThat(tryFrom(network.near(), mandate).orElseThrow().reached()).isEqualTo(Tried.YES);

      network.near().ip("route del default");
      WayOutTried alone = tryFrom(network.near(), mandate).orElseThrow();
      assertThat(List.of(alone.route(), alone.reached())).containsExactly(Tried.NO, Tried.NO);
    }
  }

  @Test
  void a_mandate_for_single_hosts_of_the_segment_is_enough() throws Exception {
    try (PracticeNetwork network = new PracticeNetwork()) {
      routed(network);
      network.near().ip("route add default via 10.78.1.1");

      WayOutTried tried =
          tryFrom(network.near(), mandate("10.78.1.7/32", Intrusiveness.ASK, ENDPOINT))
              .orElseThrow();
      assertThat(tried.reached()).isEqualTo(Tried.YES);
      assertThat(tried.segment()).hasToString("10.78.1.0/24");

      assertThat(tryFrom(network.near(), mandate("10.79.1.0/24", Intrusiveness.ASK, ENDPOINT)))
          .isEmpty();
    }
  }

  @Test
  void a_refusal_does_not_tell_who_refused() throws Exception {
    try (PracticeNetwork network = new PracticeNetwork()) {
      Namespace router = routed(network);
      network.near().ip("route add default via 10.78.1.1");
      router.call(
          () ->
              nft(
                  "add table ip egress;"
                      + "add chain ip egress out { type filter hook forward priority 0; };"
                      + "add rule ip egress out tcp dport 443 reject with tcp reset"));
      WayOutTried tried =
          tryFrom(network.near(), mandate(Intrusiveness.ASK, ENDPOINT)).orElseThrow();
      assertThat(tried.reached()).isEqualTo(Tried.NOT_DETERMINED);
      assertThat(tried.names()).isEqualTo(Tried.NO);
    }
  }

  @Test
  void nothing_leaves_towards_an_endpoint_that_the_mandate_does_not_name() throws Exception {
    try (PracticeNetwork network = new PracticeNetwork()) {
      var segment = network.segment("cams", "10.78.1.5/24");
      PracticeNetwork.Ear ear = segment.ear(network.near(), "cams");
      network.near().ip("route add default via 10.78.1.1");

      assertThat(tryFrom(network.near(), mandate(Intrusiveness.ASK))).isEmpty();
      assertThat(
              tryFrom(
                  network.near(),
                  mandate(Intrusiveness.ASK, OutsideEndpoint.parse("other.example=10.78.2.8:443"))))
          .isEmpty();
      assertThat(tryFrom(network.near(), mandate(Intrusiveness.LISTEN, ENDPOINT))).isEmpty();
      assertThat(ear.frames()).isZero();
    }
  }

  private static Namespace routed(PracticeNetwork network) throws Exception {
    var segment = network.segment("cams", "10.78.1.5/24");
    Namespace router = segment.host(ROUTER, "10.78.1.1/24");
    var far = network.farSegment();
    far.join(router, "far", "10.78.2.1/24");
    router.set("ipv4/ip_forward", 1);
    Namespace outside = far.host(OUTSIDE, "10.78.2.9/24");
    outside.ip("route add default via 10.78.2.1");
    network.serve(outside, 443);
    return router;
  }

  /// Answers one name after the other with one address, on a thread that ends with the socket.
  private static void resolver(Namespace router) throws Exception {
    DatagramSocket socket =
        router.call(
            () ->
                new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("10.78.1.1"), 53)));
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try (socket) {
                while (true) {
                  DatagramPacket question = new DatagramPacket(new byte[512], 512);
                  socket.receive(question);
                  byte[] answer = question.getData();
                  answer[2] = (byte) 0x81;
                  answer[7] = 1;
                  socket.send(
                      new DatagramPacket(
                          answer, question.getLength(), question.getSocketAddress()));
                }
              } catch (IOException gone) {
                // The test is over.
              }
            });
  }

  private static int nft(String rules) throws Exception {
    return new ProcessBuilder("nft", rules).inheritIO().start().waitFor();
  }

  @Test
  void resolvers_are_read_from_the_settings_and_nothing_else_is() {
    assertThat(
            WayOutTrial.resolvers(
                List.of(
                    "# nameserver 10.0.0.9",
                    "nameserver 10.0.0.1",
                    " nameserver  2001:db8::1",
                    "nameserver",
                    "nameserver resolver.example",
                    "nameserver 10.0.0.999")
                    .stream()))
        .extracting(InetAddress::getHostAddress)
        .containsExactly("10.0.0.1", "2001:db8:0:0:0:0:0:1");
  }
}
