package lenswacht.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Mandate;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import org.junit.jupiter.api.Test;

class NetworkDoorTest {
  private static final String RANGE = "127.71.1.0/24";
  private static final HttpRequest FRONT_PAGE = new HttpRequest.Get(FixedPath.ROOT);
  private static final String PAGE = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  @Test
  void question_inside_the_mandate_is_answered() throws Exception {
    try (Listener listener = Listener.answering("127.71.1.1", 8080, PAGE);
        NetworkDoor door = Mandates.door(RANGE)) {
      Reply reply = door.ask(tcp("127.71.1.1", 8080), FRONT_PAGE, false);

      assertThat(reply)
          .isInstanceOfSatisfying(
              Reply.Heard.class,
              heard -> {
                assertThat(heard.bytes().latin1()).isEqualTo(PAGE);
                assertThat(heard.truncated()).isFalse();
                assertThat(heard.question()).isEqualTo("GET /");
              });
      assertThat(listener.accepted()).isEqualTo(1);
      assertThat(door.counters()).containsEntry("tcp.connections", 1L);
    }
  }

  @Test
  void outside_the_mandate_nothing_is_sent() throws Exception {
    try (Listener listener = Listener.answering("127.71.2.1", 8080, PAGE);
        NetworkDoor door = Mandates.door(RANGE)) {
      assertHeld(door.ask(tcp("127.71.2.1", 8080), FRONT_PAGE, false), "not-in-mandate");
      assertHeld(door.ask(tcp("127.71.2.1", 8080), FRONT_PAGE, true), "not-in-mandate");
      assertThat(listener.accepted()).isZero();
      assertThat(door.counters()).doesNotContainKey("tcp.connections");
    }
  }

  @Test
  void outside_the_mandate_no_datagram_is_sent() throws Exception {
    InetAddress address = InetAddress.ofLiteral("127.71.2.2");
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, 37_810));
        NetworkDoor door = Mandates.door(RANGE)) {
      socket.setSoTimeout(200);

      assertHeld(
          door.ask(Service.udp(address, 37_810), DatagramRequest.DHIP_SEARCH), "not-in-mandate");

      assertThat(catchTimeout(socket)).isTrue();
      assertThat(door.counters()).doesNotContainKey("udp.packets.sent");
    }
  }

  @Test
  void expired_mandate_lets_nothing_through() throws Exception {
    try (Listener listener = Listener.answering("127.71.1.3", 8080, PAGE);
        NetworkDoor door =
            new NetworkDoor(
                Mandates.of(RANGE),
                PortPlan.standard(),
                InstantSource.fixed(Mandates.NOW.plus(Duration.ofDays(1))),
                DoorLimits.practice())) {
      assertHeld(door.ask(tcp("127.71.1.3", 8080), FRONT_PAGE, false), "mandate-not-in-force");
      assertThat(listener.accepted()).isZero();
    }
  }

  @Test
  void mandate_for_listening_lets_no_question_through() throws Exception {
    Mandate listenOnly = Mandates.of(RANGE, Intrusiveness.LISTEN, false);
    try (NetworkDoor door = door(listenOnly, DoorLimits.practice())) {
      assertHeld(door.ask(tcp("127.71.1.4", 8080), FRONT_PAGE, false), "mandate-listen-only");
    }
  }

  @Test
  void ports_that_can_come_to_harm_are_never_opened() throws Exception {
    try (Listener listener = Listener.answering("127.71.1.5", 4567, PAGE);
        NetworkDoor door = Mandates.door(RANGE)) {
      for (int port : PortPlan.NEVER) {
        assertHeld(door.ask(tcp("127.71.1.5", port), FRONT_PAGE, false), "port-never-opened");
      }
      assertThat(listener.accepted()).isZero();
    }
  }

  @Test
  void ports_that_begin_with_a_login_take_no_question() throws Exception {
    try (NetworkDoor door = Mandates.door(RANGE)) {
      for (int port : PortPlan.CONNECT_ONLY) {
        assertHeld(door.ask(tcp("127.71.1.5", port), FRONT_PAGE, false), "not-asked-on-port");
        assertHeld(door.ask(tcp("127.71.1.5", port), StreamRequest.GREETING), "not-asked-on-port");
      }
    }
  }

  @Test
  void identity_is_not_asked_unless_the_mandate_says_so() throws Exception {
    HttpRequest identity = new HttpRequest.Onvif(OnvifOperation.GET_DEVICE_INFORMATION);
    try (Listener listener = Listener.answering("127.71.1.6", 8080, PAGE);
        NetworkDoor strict = Mandates.door(RANGE);
        NetworkDoor open =
            door(Mandates.of(RANGE, Intrusiveness.ASK, true), DoorLimits.practice())) {
      assertHeld(
          strict.ask(tcp("127.71.1.6", 8080), identity, false), "mandate-without-anonymous-reads");
      assertThat(listener.accepted()).isZero();
      assertThat(open.ask(tcp("127.71.1.6", 8080), identity, false))
          .isInstanceOf(Reply.Heard.class);
    }
  }

  @Test
  void stop_ends_a_hanging_conversation_and_lets_nothing_more_through() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    try (Listener listener =
            new Listener(
                "127.71.1.7",
                8080,
                socket -> {
                  Listener.readHead(socket.getInputStream());
                  reached.countDown();
                  TimeUnit.MINUTES.sleep(5);
                });
        NetworkDoor door = door(Mandates.of(RANGE), patient());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Reply> hanging =
          threads.submit(() -> door.ask(tcp("127.71.1.7", 8080), FRONT_PAGE, false));
      assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();

      door.stop();

      assertHeld(hanging.get(10, TimeUnit.SECONDS), "stopped-meanwhile");
      assertHeld(door.ask(tcp("127.71.1.7", 8080), FRONT_PAGE, false), "stopped");
      assertThat(listener.accepted()).isEqualTo(1);
    }
  }

  @Test
  void stop_ends_a_wait_for_a_datagram() throws Exception {
    InetAddress address = InetAddress.ofLiteral("127.71.1.8");
    try (DatagramSocket mute = new DatagramSocket(new InetSocketAddress(address, 37_020));
        NetworkDoor door = door(Mandates.of(RANGE), patient());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Reply> hanging =
          threads.submit(
              () -> door.ask(Service.udp(address, 37_020), DatagramRequest.SADP_INQUIRY));
      mute.receive(new DatagramPacket(new byte[1024], 1024));

      door.stop();

      assertHeld(hanging.get(10, TimeUnit.SECONDS), "stopped-meanwhile");
    }
  }

  @Test
  void at_most_two_connections_to_one_host() throws Exception {
    AtomicInteger open = new AtomicInteger();
    AtomicInteger mostOpen = new AtomicInteger();
    try (Listener listener =
            new Listener(
                "127.71.1.9",
                8080,
                socket -> {
                  mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
                  Listener.readHead(socket.getInputStream());
                  TimeUnit.MILLISECONDS.sleep(60);
                  open.decrementAndGet();
                  socket.getOutputStream().write(PAGE.getBytes(StandardCharsets.US_ASCII));
                });
        NetworkDoor door = Mandates.door(RANGE);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reply>> asked = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        asked.add(threads.submit(() -> door.ask(tcp("127.71.1.9", 8080), FRONT_PAGE, false)));
      }
      for (Future<Reply> one : asked) {
        assertThat(one.get()).isInstanceOf(Reply.Heard.class);
      }
      assertThat(mostOpen.get()).isLessThanOrEqualTo(2);
      assertThat(listener.accepted()).isEqualTo(10);
    }
  }

  @Test
  void dripping_server_is_cut_off() throws Exception {
    try (Listener listener = new Listener("127.71.1.10", 8080, NetworkDoorTest::drip);
        NetworkDoor door = door(Mandates.of(RANGE), conversation(Duration.ofMillis(400)))) {
      Reply reply = door.ask(tcp("127.71.1.10", 8080), FRONT_PAGE, false);

      assertThat(reply)
          .isInstanceOfSatisfying(
              Reply.Heard.class, heard -> assertThat(heard.truncated()).isTrue());
      assertThat(listener.accepted()).isEqualTo(1);
    }
  }

  @Test
  void dripping_handshake_is_cut_off() throws Exception {
    try (Listener listener = new Listener("127.71.1.11", 8443, NetworkDoorTest::drip);
        NetworkDoor door = door(Mandates.of(RANGE), conversation(Duration.ofMillis(400)))) {
      Reply reply = door.ask(tcp("127.71.1.11", 8443), StreamRequest.CERTIFICATE);

      assertThat(reply).isInstanceOf(Reply.Unheard.class);
      assertThat(listener.accepted()).isEqualTo(1);
    }
  }

  @Test
  void endless_head_is_cut() throws Exception {
    String head = "HTTP/1.1 200 OK\r\n" + "X-Padding: padding\r\n".repeat(5000);
    try (Listener listener = Listener.answering("127.71.1.12", 8080, head);
        NetworkDoor door = Mandates.door(RANGE)) {
      Reply.Heard heard = (Reply.Heard) door.ask(tcp("127.71.1.12", 8080), FRONT_PAGE, false);

      assertThat(heard.truncated()).isTrue();
      assertThat(heard.bytes().length()).isEqualTo(16 * 1024);
      assertThat(listener.accepted()).isEqualTo(1);
    }
  }

  @Test
  void endless_body_is_cut() throws Exception {
    String page = "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(2_000_000);
    try (Listener listener = Listener.answering("127.71.1.13", 8080, page);
        NetworkDoor door = Mandates.door(RANGE)) {
      Reply.Heard heard = (Reply.Heard) door.ask(tcp("127.71.1.13", 8080), FRONT_PAGE, false);

      assertThat(heard.truncated()).isTrue();
      assertThat(heard.bytes().length()).isEqualTo(19 + 256 * 1024);
      assertThat(heard.evidence().bytes().length()).isEqualTo(64 * 1024);
      assertThat(listener.accepted()).isEqualTo(1);
    }
  }

  @Test
  void closed_port_is_refused() throws Exception {
    try (NetworkDoor door = Mandates.door(RANGE)) {
      ProbeOutcome closed = new ProbeOutcome.Refused(ProbeOutcome.RefusalReason.CLOSED);
      assertThat(door.ask(tcp("127.71.1.14", 8080), FRONT_PAGE, false))
          .isEqualTo(new Reply.Unheard(closed));
      assertThat(
              door.ask(
                  Service.udp(InetAddress.ofLiteral("127.71.1.14"), 37_810),
                  DatagramRequest.DHIP_SEARCH))
          .isEqualTo(new Reply.Unheard(closed));
    }
  }

  @Test
  void only_the_router_of_our_own_default_route_is_asked_for_its_outer_address() throws Exception {
    try (NetworkDoor door = Mandates.door(RANGE)) {
      Service other = Service.udp(InetAddress.ofLiteral("127.71.1.18"), 5351);
      for (DatagramRequest request :
          List.of(DatagramRequest.NAT_PMP_ADDRESS, DatagramRequest.PCP_ANNOUNCE)) {
        assertThat(door.ask(other, request))
            .isEqualTo(new Reply.Unheard(new ProbeOutcome.NotAsked("not-our-router")));
      }
    }
  }

  @Test
  void low_ports_are_found_where_the_plan_says() throws Exception {
    try (Listener listener = Listener.answering("127.71.1.15", 20_080, PAGE);
        NetworkDoor door =
            new NetworkDoor(
                Mandates.of(RANGE),
                PortPlan.lowPortsAt(20_000),
                InstantSource.fixed(Mandates.NOW),
                DoorLimits.practice())) {
      Reply reply = door.ask(tcp("127.71.1.15", 80), FRONT_PAGE, false);

      assertThat(reply)
          .isInstanceOfSatisfying(
              Reply.Heard.class, heard -> assertThat(heard.from().port()).isEqualTo(80));
      assertThat(listener.accepted()).isEqualTo(1);
    }
  }

  @Test
  void host_whose_time_is_used_is_left_alone() throws Exception {
    DoorLimits half = conversation(Duration.ofMillis(300));
    try (Listener listener = new Listener("127.71.1.16", 8080, NetworkDoorTest::drip);
        NetworkDoor door = door(Mandates.of(RANGE), half)) {
      for (int i = 0; i < 5; i++) {
        door.ask(tcp("127.71.1.16", 8080), FRONT_PAGE, false);
      }
      assertHeld(door.ask(tcp("127.71.1.16", 8080), FRONT_PAGE, false), "host-time-used");
      assertThat(listener.accepted()).isLessThan(6);
    }
  }

  private static void drip(java.net.Socket socket) throws IOException, InterruptedException {
    OutputStream out = socket.getOutputStream();
    while (true) {
      out.write('H');
      out.flush();
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private static NetworkDoor door(Mandate mandate, DoorLimits limits) {
    return new NetworkDoor(mandate, PortPlan.standard(), InstantSource.fixed(Mandates.NOW), limits);
  }

  /// Limits under which only a stop ends anything.
  private static DoorLimits patient() {
    Duration long_ = Duration.ofMinutes(10);
    return limits(long_, long_, long_);
  }

  private static DoorLimits conversation(Duration time) {
    return limits(time, Duration.ofSeconds(5), Duration.ofSeconds(1));
  }

  private static DoorLimits limits(Duration conversation, Duration read, Duration hostTime) {
    DoorLimits l = DoorLimits.practice();
    return new DoorLimits(
        l.connectWait(),
        read,
        conversation,
        read,
        l.searchWait(),
        hostTime,
        l.rtspPause(),
        l.gentlePause(),
        l.connectionsPerHost(),
        l.connectionsPerSubnet(),
        l.sweepSockets(),
        l.sweepSocketsPerSubnet(),
        l.sweepWait(),
        l.headBytes(),
        l.bodyBytes(),
        l.datagramBytes(),
        l.datagramsPerSecond(),
        l.repliesPerSource());
  }

  private static Service tcp(String address, int port) {
    return Service.tcp(InetAddress.ofLiteral(address), port);
  }

  private static boolean catchTimeout(DatagramSocket socket) throws IOException {
    try {
      socket.receive(new DatagramPacket(new byte[2048], 2048));
      return false;
    } catch (SocketTimeoutException silent) {
      return true;
    }
  }

  private static void assertHeld(Reply reply, String rule) {
    assertThat(reply).isEqualTo(new Reply.Unheard(new ProbeOutcome.NotAsked(rule)));
  }
}
