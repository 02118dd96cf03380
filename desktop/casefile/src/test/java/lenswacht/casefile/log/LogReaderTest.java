package lenswacht.casefile.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lenswacht.fingerprint.domain.DomainCatalogue;
import lenswacht.fingerprint.domain.DomainMatcher;
import lenswacht.observation.AddressRange;
import lenswacht.observation.ScanScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogReaderTest {
  private static final DomainMatcher MATCHER = new DomainMatcher(DomainCatalogue.bundled());
  private static final Instant WRITTEN = Instant.parse("2026-11-21T08:00:00Z");

  private static LogReader reader() {
    ClientPolicy policy =
        new ClientPolicy(
            List.of(
                new ScanScope(
                    List.of(AddressRange.parse("10.1.2.3"), AddressRange.parse("10.9.0.0/24")),
                    List.of())),
            List.of());
    return new LogReader(MATCHER, policy, ZoneOffset.UTC);
  }

  private static LogReading read(LogReader reader, String text) throws Exception {
    return reader.read(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        Optional.empty(),
        WRITTEN,
        () -> true);
  }

  private static String only(LogReading reading) {
    assertThat(reading.contacts()).hasSize(1);
    Contact contact = reading.contacts().getFirst();
    return "%s %s %d %s"
        .formatted(
            contact.whom().client(),
            contact.domain().suffix(),
            contact.times(),
            contact.first().map(Instant::toString).orElse("-"));
  }

  static String sample(LogFormat format) {
    return switch (format) {
      case BIND ->
          """
          21-Nov-2026 07:03:26.001 queries: info: client @0x7f12 10.1.2.3#53211 (www.example.nl): query: www.example.nl IN A +E(0)K (10.0.0.1)
          21-Nov-2026 07:03:27.123 queries: info: client @0x7f12 10.1.2.3#53211 (litedev.hik-connect.com): query: litedev.hik-connect.com IN A +E(0)K (10.0.0.1)
          21-Nov-2026 07:03:28.123 general: info: zone example.nl/IN: loaded serial 5
          """;
      case DNSMASQ ->
          """
          Nov 21 07:03:26 dnsmasq[812]: query[A] www.example.nl from 10.1.2.3
          Nov 21 07:03:26 dnsmasq[812]: forwarded www.example.nl to 10.0.0.1
          Nov 21 07:03:27 dnsmasq[812]: query[AAAA] litedev.hik-connect.com from 10.1.2.3
          Nov 21 07:03:27 dnsmasq[812]: reply litedev.hik-connect.com is 192.0.2.9
          """;
      case UNBOUND ->
          """
          [1795244606] unbound[91:0] info: 10.1.2.3 www.example.nl. A IN
          [1795244607] unbound[91:0] info: 10.1.2.3 litedev.hik-connect.com. A IN
          [1795244608] unbound[91:0] info: service stopped (unbound 1.17).
          """;
      case WINDOWS_DNS ->
          """
          DNS Server log file creation at 21-11-2026 07:00:00
          21-11-2026 07:03:26 0E94 PACKET  000000F2A1 UDP Rcv 10.1.2.3        0001   Q [0001   D   NOERROR] A      (3)www(7)example(2)nl(0)
          21-11-2026 07:03:27 0E94 PACKET  000000F2A1 UDP Rcv 10.1.2.3        0002   Q [0001   D   NOERROR] A      (7)litedev(11)hik-connect(3)com(0)
          21-11-2026 07:03:27 0E94 PACKET  000000F2A1 UDP Snd 10.1.2.3        0002 R Q [8081   DR  NOERROR] A      (7)litedev(11)hik-connect(3)com(0)
          """;
      case SQUID ->
          """
          1795244606.001     45 10.1.2.3 TCP_MISS/200 3912 GET http://www.example.nl/index.html - HIER_DIRECT/192.0.2.1 text/html
          1795244607.123     45 10.1.2.3 TCP_TUNNEL/200 3912 CONNECT litedev.hik-connect.com:443 jan HIER_DIRECT/192.0.2.9 -
          """;
      case ZEEK ->
          "#separator \\x09\n#path\tdns\n#fields\tts\tuid\tid.orig_h\tid.orig_p\tquery\tanswers\n"
              + "1795244606.001\tC1\t10.1.2.3\t5353\twww.example.nl\t192.0.2.1\n"
              + "1795244607.123\tC2\t10.1.2.3\t5353\tlitedev.hik-connect.com\t192.0.2.9\n";
      case ZEEK_JSON ->
          """
          {"ts":1795244606.001,"uid":"C1","id.orig_h":"10.1.2.3","query":"www.example.nl","answers":["192.0.2.1"]}
          {"ts":1795244607.123,"uid":"C2","id.orig_h":"10.1.2.3","query":"litedev.hik-connect.com","answers":["192.0.2.9"]}
          """;
      case CSV ->
          """
          "TimeCreated";"Client IP";"QNAME";"Type"
          "2026-11-21 07:03:26";"10.1.2.3";"www.example.nl.";"A"
          "2026-11-21 07:03:27";"10.1.2.3";"litedev.hik-connect.com.";"A"
          """;
    };
  }

  @ParameterizedTest
  @EnumSource(LogFormat.class)
  void every_form_is_told_by_its_first_lines_and_read(LogFormat format) throws Exception {
    LogReading reading = read(reader(), sample(format));

    assertThat(reading.format()).isEqualTo(format);
    assertThat(only(reading)).isEqualTo("10.1.2.3 hik-connect.com 1 2026-11-21T07:03:27Z");
    assertThat(reading.named()).isEqualTo(2);
    assertThat(reading.broken()).isZero();
    assertThat(reading.first()).contains(Instant.parse("2026-11-21T07:03:26Z"));
    assertThat(reading.last()).contains(Instant.parse("2026-11-21T07:03:27Z"));
  }

  @ParameterizedTest
  @EnumSource(LogFormat.class)
  void lines_that_are_damaged_are_named_and_the_others_kept(LogFormat format) throws Exception {
    Random random = new Random(format.ordinal());
    String good = sample(format);
    for (int round = 0; round < 500; round++) {
      byte[] octets = (good + good).getBytes(StandardCharsets.UTF_8);
      int kept = good.length();
      for (int i = random.nextInt(20); i >= 0; i--) {
        octets[kept + random.nextInt(octets.length - kept)] = (byte) random.nextInt(256);
      }
      LogReading reading =
          reader()
              .read(
                  new ByteArrayInputStream(octets, 0, kept + random.nextInt(kept)),
                  Optional.of(format),
                  WRITTEN,
                  () -> true);
      assertThat(reading.contacts()).isNotEmpty();
    }
  }

  @Test
  void whatever_octets_come_nothing_breaks() throws Exception {
    Random random = new Random(5);
    for (LogFormat format : LogFormat.values()) {
      for (int round = 0; round < 300; round++) {
        byte[] octets = new byte[random.nextInt(400)];
        random.nextBytes(octets);
        try {
          reader().read(new ByteArrayInputStream(octets), Optional.of(format), WRITTEN, () -> true);
        } catch (LogException refused) {
          assertThat(refused.why()).isNotBlank();
        }
      }
    }
  }

  @Test
  void a_name_that_only_ends_alike_is_not_counted() throws Exception {
    String line = "Nov 21 07:03:27 dnsmasq[1]: query[A] %s from 10.1.2.3\n";
    LogReading reading =
        read(
            reader(),
            line.formatted("nothik-connect.com")
                + line.formatted("hik-connect.com.example.nl")
                + line.formatted("HIK-CONNECT.COM"));

    assertThat(only(reading)).startsWith("10.1.2.3 hik-connect.com 1 ");
  }

  @Test
  void who_is_not_in_the_mandate_is_counted_by_segment() throws Exception {
    String line = "Nov 21 07:03:27 dnsmasq[1]: query[A] www.ezviz.com from %s\n";
    LogReading reading =
        read(
            reader(),
            line.formatted("10.7.7.1")
                + line.formatted("10.7.7.2")
                + line.formatted("10.9.0.4")
                + line.formatted("2001:db8::5"));

    assertThat(reading.contacts())
        .extracting(one -> one.whom().client() + "|" + one.whom().segment() + "|" + one.times())
        .containsExactlyInAnyOrder(
            "|10.7.7.0/24|2", "10.9.0.4|10.9.0.0/24|1", "|2001:db8:0:0:0:0:0:0/64|1");
  }

  @Test
  void who_called_a_face_search_is_told_by_segment_even_inside_the_mandate() throws Exception {
    String line = "Nov 21 07:03:27 dnsmasq[1]: query[A] app.clearview.ai from 10.9.0.4\n";

    assertThat(read(reader(), line).contacts().getFirst().whom())
        .isEqualTo(new Contact.Whom("", "10.9.0.0/24"));

    ScanScope scope = new ScanScope(List.of(AddressRange.parse("10.9.0.0/24")), List.of());
    ClientPolicy named = new ClientPolicy(List.of(scope), List.of(scope));
    assertThat(
            read(new LogReader(MATCHER, named, ZoneOffset.UTC), line)
                .contacts()
                .getFirst()
                .whom()
                .client())
        .isEqualTo("10.9.0.4");
  }

  @Test
  void an_address_that_a_name_was_answered_with_is_known_in_the_next_log() throws Exception {
    LogReader reader = reader();
    read(reader, sample(LogFormat.ZEEK));
    LogReading reading =
        read(
            reader,
            "#separator \\x09\n#path\tconn\n"
                + "#fields\tts\tuid\tid.orig_h\tid.resp_h\tid.resp_p\tconn_state\n"
                + "1795244610.1\tC3\t10.1.2.3\t192.0.2.9\t443\tSF\n"
                + "1795244611.1\tC4\t10.1.2.3\t192.0.2.10\t443\tSF\n");

    assertThat(only(reading)).isEqualTo("10.1.2.3 hik-connect.com 1 2026-11-21T07:03:30Z");
    assertThat(reading.named()).isEqualTo(2);
  }

  @Test
  void a_line_without_end_is_passed_over_and_named() throws Exception {
    String good = "Nov 21 07:03:27 dnsmasq[1]: query[A] www.ys7.com from 10.1.2.3\n";
    LogReading reading = read(reader(), good + "x".repeat(3_000_000) + "\n" + good);

    assertThat(only(reading)).startsWith("10.1.2.3 ys7.com 2 ");
    assertThat(reading.lines()).isEqualTo(3);
    assertThat(reading.faults()).extracting(LogFault::line).containsExactly(2L);
  }

  @Test
  void a_client_that_is_no_address_is_named_as_a_fault() throws Exception {
    String line = "Nov 21 07:03:27 dnsmasq[1]: query[A] www.ys7.com from %s\n";
    LogReading reading = read(reader(), line.formatted("10.1.2.3") + line.formatted("nowhere"));

    assertThat(reading.faults()).containsExactly(new LogFault(2, "who asked is no address"));
  }

  @Test
  void reading_stops_between_blocks() {
    String line = "Nov 21 07:03:27 dnsmasq[1]: query[A] www.ys7.com from 10.1.2.3\n";
    byte[] octets = line.repeat(40_000).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(
            () ->
                reader()
                    .read(new ByteArrayInputStream(octets), Optional.empty(), WRITTEN, () -> false))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("stopped");
  }

  @Test
  void what_is_no_log_is_refused() {
    assertThatThrownBy(() -> read(reader(), "once upon a time\nthere was a camera\n"))
        .isInstanceOf(LogException.class)
        .hasMessageContaining("no form of log");
  }

  @Test
  void the_same_octets_have_the_same_hash() throws Exception {
    String text = sample(LogFormat.BIND);

    assertThat(read(reader(), text).sha256()).isEqualTo(read(reader(), text).sha256());
  }
}
