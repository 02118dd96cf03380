package lenswacht.probe.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Bytes;
import lenswacht.observation.Evidence;
import lenswacht.observation.FactJson;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalEvent.Heard;
import lenswacht.observation.JournalEvent.SegmentCalled;
import lenswacht.observation.Observation.Means;
import lenswacht.observation.Observation.Outbound;
import lenswacht.observation.Service;
import lenswacht.probe.capture.Captures;
import lenswacht.probe.frame.OutwardFrames;
import lenswacht.probe.listen.NameWatch.Noted;
import lenswacht.probe.question.Mangled;
import org.junit.jupiter.api.Test;

class CallsTest {
  private static final String CAMERA = "10.1.2.3";
  private static final String RESOLVER = "10.1.2.1";
  private static final String CLOUD = "198.51.100.7";
  private static final AddressRange MANDATE = AddressRange.parse("10.1.2.0/24");
  private static final NameWatch WATCH =
      name ->
          name.endsWith("ezviz.com")
              ? Noted.BY_HOST
              : name.endsWith("clearview.ai") ? Noted.BY_SEGMENT : Noted.NOT;

  private final List<Heard> heard = new ArrayList<>();

  private CaptureListening.Outcome listen(Bytes... frames) throws Exception {
    heard.clear();
    return CaptureListening.listen(
        new ByteArrayInputStream(Captures.pcap(ByteOrder.LITTLE_ENDIAN, false, List.of(frames))),
        "test.pcap",
        MANDATE::contains,
        WATCH,
        heard::add);
  }

  private List<Outbound> calls() {
    return heard.stream()
        .flatMap(one -> one.outcome().observations().stream())
        .filter(Outbound.class::isInstance)
        .map(Outbound.class::cast)
        .toList();
  }

  private static Bytes ask(String from, String name) {
    return OutwardFrames.udp(from, 5000, RESOLVER, 53, OutwardFrames.dnsQuestion(name));
  }

  @Test
  void a_camera_that_calls_is_followed_from_the_name_to_the_address() throws Exception {
    listen(
        ask(CAMERA, "api.ezviz.com"),
        OutwardFrames.udp(
            RESOLVER, 53, CAMERA, 5000, OutwardFrames.dnsAnswer("api.ezviz.com", CLOUD)),
        OutwardFrames.tcp(CAMERA, 6000, CLOUD, 6500, 2, Bytes.EMPTY),
        OutwardFrames.tcp(CAMERA, 6001, CLOUD, 443, 24, OutwardFrames.tlsHello("api.ezviz.com")),
        OutwardFrames.udp(CAMERA, 6002, CLOUD, 443, OutwardFrames.quicHello("x.ezviz.com", false)),
        OutwardFrames.udp(CAMERA, 6003, CLOUD, 3478, OutwardFrames.stunRequest()),
        OutwardFrames.udp(CAMERA, 6004, "198.51.100.9", 123, OutwardFrames.timeRequest()));

    assertThat(calls())
        .extracting(
            call ->
                "%s %s %s"
                    .formatted(
                        call.means().word(),
                        call.name(),
                        call.peer().map(Service::toString).orElse("-")))
        .containsExactly(
            "dns api.ezviz.com -",
            "flow api.ezviz.com 198.51.100.7:6500/tcp",
            "tls api.ezviz.com 198.51.100.7:443/tcp",
            "quic x.ezviz.com 198.51.100.7:443/udp",
            "stun api.ezviz.com 198.51.100.7:3478/udp",
            "ntp  198.51.100.9:123/udp");
    assertThat(calls()).allMatch(call -> call.service().toString().startsWith(CAMERA));
  }

  @Test
  void calls_add_up_and_point_to_the_bytes_of_the_first() throws Exception {
    listen(
        ask(CAMERA, "api.ezviz.com"), ask(CAMERA, "api.ezviz.com"), ask(CAMERA, "api.ezviz.com"));

    Instant first = Instant.ofEpochSecond(Captures.FIRST).plusNanos(500_000);
    assertThat(calls()).hasSize(2);
    Outbound sum = calls().getLast();
    assertThat(sum.times()).isEqualTo(3);
    assertThat(sum.first()).isEqualTo(first);
    assertThat(sum.last()).isEqualTo(first.plusSeconds(2));
    assertThat(heard.getFirst().outcome().evidence())
        .extracting(Evidence::id)
        .containsExactly(sum.evidence());
  }

  @Test
  void what_else_people_ask_for_is_neither_told_nor_kept() throws Exception {
    listen(ask(CAMERA, "www.example.nl"), ask("10.9.9.9", "api.ezviz.com"));

    assertThat(heard).isEmpty();
  }

  @Test
  void of_a_face_search_the_segment_is_told_and_no_host() throws Exception {
    CaptureListening.Outcome outcome =
        listen(
            ask(CAMERA, "app.clearview.ai"),
            ask("10.1.2.77", "app.clearview.ai"),
            OutwardFrames.udp(
                RESOLVER, 53, CAMERA, 5000, OutwardFrames.dnsAnswer("app.clearview.ai", CLOUD)),
            OutwardFrames.udp(CAMERA, 6003, CLOUD, 3478, OutwardFrames.stunRequest()));

    assertThat(heard).isEmpty();
    assertThat(outcome.calls())
        .extracting(call -> call.segment() + " " + call.means() + " " + call.times())
        .containsExactly("10.1.2.0/24 DNS 2", "10.1.2.0/24 STUN 1");
  }

  @Test
  void calls_are_written_to_a_journal_and_read_again() throws Exception {
    CaptureListening.Outcome outcome =
        listen(ask(CAMERA, "api.ezviz.com"), ask(CAMERA, "app.clearview.ai"));
    List<JournalEvent> events = new ArrayList<>(heard);
    events.addAll(outcome.calls());
    for (JournalEvent event : events) {
      assertThat(FactJson.read(FactJson.writeLine(event), JournalEvent.class)).isEqualTo(event);
    }
    Outbound flow =
        new Outbound(
            Service.host(InetAddress.ofLiteral(CAMERA)),
            Means.FLOW,
            "api.ezviz.com",
            Optional.of(Service.tcp(InetAddress.ofLiteral(CLOUD), 443)),
            1,
            Instant.EPOCH,
            Instant.EPOCH,
            calls().getFirst().evidence());
    assertThat(FactJson.read(FactJson.writeLine(flow), Outbound.class)).isEqualTo(flow);
    assertThat(outcome.calls().getFirst()).isInstanceOf(SegmentCalled.class);
  }

  @Test
  void whatever_octets_come_nothing_breaks() throws Exception {
    for (Bytes good :
        List.of(
            OutwardFrames.dnsAnswer("api.ezviz.com", CLOUD),
            OutwardFrames.tlsHello("api.ezviz.com"),
            OutwardFrames.quicHello("api.ezviz.com", true))) {
      List<Bytes> frames = new ArrayList<>();
      for (Bytes bytes : Mangled.of(good)) {
        Bytes some = bytes.head(1400);
        frames.add(OutwardFrames.udp(CAMERA, 53, CLOUD, 5000, some));
        frames.add(OutwardFrames.udp(CAMERA, 5000, CLOUD, 443, some));
        frames.add(OutwardFrames.tcp(CAMERA, 5000, CLOUD, 443, 24, some));
      }
      listen(frames.toArray(Bytes[]::new));
    }
  }
}
