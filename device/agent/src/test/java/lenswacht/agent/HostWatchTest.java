package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import lenswacht.observation.JournalEvent.LeftAlone;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.ProbeOutcome.RefusalReason;
import lenswacht.observation.Service;
import org.junit.jupiter.api.Test;

class HostWatchTest {
  private static final InetAddress HOST = InetAddress.ofLiteral("192.0.2.7");
  private static final Service WEB = Service.tcp(HOST, 80);
  private static final Service RTSP = Service.tcp(HOST, 554);
  private static final Service TLS = Service.tcp(HOST, 443);
  private static final Service MORE = Service.tcp(HOST, 8080);
  private static final ProbeOutcome ANSWER = new ProbeOutcome.Answered(List.of(), List.of());
  private static final ProbeOutcome SILENCE = new ProbeOutcome.Silent(Duration.ofSeconds(3));
  private static final ProbeOutcome NO = new ProbeOutcome.Refused(RefusalReason.CLOSED);

  @Test
  void three_services_that_vanish_in_a_row_end_it() {
    HostWatch watch = new HostWatch(HOST, List.of(WEB, RTSP, TLS, MORE));
    assertThat(watch.note("http-page", WEB, ANSWER, false)).isEmpty();
    assertThat(watch.note("rtsp", RTSP, NO, true)).isEmpty();
    assertThat(watch.note("certificate", TLS, SILENCE, true)).isEmpty();
    assertThat(watch.note("http-page", MORE, NO, true))
        .contains(new LeftAlone(HOST, "http-page", List.of(RTSP, TLS, MORE)));
  }

  @Test
  void an_answer_in_between_begins_the_count_anew() {
    HostWatch watch = new HostWatch(HOST, List.of(WEB, RTSP, TLS, MORE));
    watch.note("rtsp", RTSP, NO, true);
    watch.note("certificate", TLS, SILENCE, true);
    watch.note("http-page", WEB, ANSWER, false);
    assertThat(watch.note("http-page", MORE, NO, true)).isEmpty();
  }

  @Test
  void one_service_alone_must_be_lost_three_times() {
    HostWatch watch = new HostWatch(HOST, List.of(WEB));
    watch.note("http-page", WEB, ANSWER, false);
    assertThat(watch.note("favicon", WEB, SILENCE, false)).isEmpty();
    assertThat(watch.note("onvif", WEB, SILENCE, false)).isEmpty();
    assertThat(watch.note("axis-brand", WEB, SILENCE, false))
        .contains(new LeftAlone(HOST, "http-page", List.of(WEB)));
  }

  @Test
  void a_page_that_is_refused_is_no_loss() {
    HostWatch watch = new HostWatch(HOST, List.of(WEB));
    watch.note("http-page", WEB, ANSWER, false);
    for (int i = 0; i < 20; i++) {
      assertThat(watch.note("favicon", WEB, NO, false)).isEmpty();
    }
  }

  /// Ports that were closed or mute all along, and rules that hold questions back, in any order and
  /// number.
  @Test
  void what_never_answered_never_ends_it() {
    Random random = new Random(11);
    for (int trial = 0; trial < 500; trial++) {
      HostWatch watch = new HostWatch(HOST, random.nextBoolean() ? List.of(WEB) : List.of());
      for (int question = 0; question < 60; question++) {
        Service service =
            random.nextBoolean()
                ? Service.udp(HOST, 1 + random.nextInt(60_000))
                : Service.tcp(HOST, 1 + random.nextInt(60_000));
        ProbeOutcome outcome =
            List.of(SILENCE, NO, new ProbeOutcome.NotAsked("not-asked-on-port"))
                .get(random.nextInt(3));
        assertThat(watch.note("any", service, outcome, false)).isEmpty();
      }
    }
  }

  /// Whatever happens, it ends only with three questions lost since the last answer.
  @Test
  void it_ends_only_after_three_losses_in_a_row() {
    Random random = new Random(12);
    List<Service> all = List.of(WEB, RTSP, TLS, MORE);
    for (int trial = 0; trial < 2000; trial++) {
      HostWatch watch = new HostWatch(HOST, all.subList(0, 1 + random.nextInt(4)));
      int lost = 0;
      for (int question = 0; question < 30; question++) {
        boolean isGone = random.nextInt(3) == 0;
        ProbeOutcome outcome = isGone ? NO : random.nextBoolean() ? ANSWER : NO;
        lost = outcome == ANSWER ? 0 : lost + (isGone ? 1 : 0);
        Optional<LeftAlone> end = watch.note("any", all.get(random.nextInt(4)), outcome, isGone);
        if (end.isPresent()) {
          assertThat(lost).isGreaterThanOrEqualTo(3);
          break;
        }
      }
    }
  }
}
