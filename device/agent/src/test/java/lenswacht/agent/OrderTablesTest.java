package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import lenswacht.observation.Bytes;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Forecast;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalEvent.Phase;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.ScanLevel;
import lenswacht.observation.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What the scheduler looks up: levels, fragile families, the time that is left, what was done.
class OrderTablesTest {
  private static final InetAddress HOST = InetAddress.ofLiteral("192.0.2.7");
  private static final Service WEB = Service.tcp(HOST, 80);
  private static final EvidenceId SEEN =
      Evidence.of(java.time.Instant.EPOCH, WEB, "GET /", Bytes.EMPTY, false, false).id();

  @ParameterizedTest
  @EnumSource(ScanLevel.class)
  void no_level_goes_beyond_a_mandate_to_listen(ScanLevel level) {
    assertThat(LevelTable.row(level, Intrusiveness.LISTEN).sends()).isFalse();
    assertThat(LevelTable.row(level, Intrusiveness.ASK).level()).isEqualTo(level);
  }

  @Test
  void every_level_asks_at_least_what_the_one_below_asks() {
    LevelTable.Row listen = LevelTable.row(ScanLevel.LISTEN, Intrusiveness.ASK);
    LevelTable.Row careful = LevelTable.row(ScanLevel.CAREFUL, Intrusiveness.ASK);
    LevelTable.Row thorough = LevelTable.row(ScanLevel.THOROUGH, Intrusiveness.ASK);
    assertThat(listen.sends()).isFalse();
    assertThat(careful.sends()).isTrue();
    assertThat(thorough.silentUpTo()).isGreaterThan(careful.silentUpTo());
    assertThat(thorough.sweepsAgain() && thorough.searchesAll()).isTrue();
    assertThat(LevelTable.rows()).hasSize(ScanLevel.values().length);
  }

  @ParameterizedTest
  @CsvSource({
    "RTSP_SERVER, Hipcam RealServer/V1.0, Hipcam",
    "HTTP_SERVER, uc-httpd 1.0.0, Xiongmai",
    "HTTP_TITLE, NETSurveillance WEB, Xiongmai",
    "HTTP_SERVER, JAWS/1.0, JAWS recorders",
    "HTTP_SERVER, GoAhead-Webs, GoAhead",
    "HTTP_SERVER, Netwave IP Camera, Netwave",
    "ONVIF_SCOPE, onvif://www.onvif.org/name/VStarcam, VStarcam"
  })
  void a_fragile_family_is_known_by_what_it_says(Observable where, String says, String family) {
    assertThat(GentleTable.row(List.of(stated(where, says))))
        .hasValueSatisfying(row -> assertThat(row.family()).isEqualTo(family));
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP_SERVER, App-webs/",
    "HTTP_SERVER, nginx",
    "HTTP_BODY, made by VStarcam",
    "RTSP_SERVER, Rtsp Server/3.0"
  })
  void others_are_not(Observable where, String says) {
    assertThat(GentleTable.row(List.of(stated(where, says)))).isEmpty();
  }

  @Test
  void the_time_left_is_a_range_from_the_first_moment_and_shrinks_to_nothing() {
    Forecast forecast = new Forecast(Duration.ofSeconds(60), 254, 1000, 64);
    Forecast.Range first = forecast.remaining(Phase.LISTEN, 0, Duration.ZERO, -1);
    assertThat(first.atLeast()).isGreaterThan(Duration.ofSeconds(60));
    assertThat(first.atMost()).isGreaterThan(first.atLeast()).isLessThan(Duration.ofMinutes(5));
    Forecast.Range half = forecast.remaining(Phase.ASK, 0.5, Duration.ofSeconds(10), 20);
    assertThat(half.atLeast()).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
    assertThat(half.atMost()).isGreaterThan(Duration.ofSeconds(10));
    assertThat(forecast.remaining(Phase.FINISH, 1, Duration.ofSeconds(1), 20))
        .isEqualTo(Forecast.Range.NONE);
    for (Phase phase : Phase.values()) {
      for (double done = 0; done <= 1; done += 0.01) {
        Forecast.Range left = forecast.remaining(phase, done, Duration.ofSeconds(30), 20);
        assertThat(left.atLeast()).isBetween(Duration.ZERO, left.atMost());
      }
    }
  }

  @Test
  void a_question_is_put_once() {
    RunMemory memory = new RunMemory();
    assertThat(memory.claim("http-page", WEB)).isTrue();
    assertThat(memory.claim("http-page", WEB)).isFalse();
    assertThat(memory.claim("favicon", WEB)).isTrue();
    assertThat(memory.claim("http-page", Service.tcp(HOST, 8080))).isTrue();
    assertThat(memory.overTcp(HOST)).isEqualTo(3);
  }

  @Test
  void what_was_asked_before_an_interruption_is_not_asked_again_even_without_an_answer() {
    RunMemory memory = new RunMemory();
    memory.recall(new JournalEvent.Asking("http-page", WEB));
    assertThat(memory.claim("http-page", WEB)).isFalse();
  }

  @Test
  void what_was_held_back_because_the_run_ended_may_still_be_asked() {
    RunMemory memory = new RunMemory();
    memory.recall(new JournalEvent.Asking("http-page", WEB));
    memory.recall(new JournalEvent.Probed("http-page", WEB, new ProbeOutcome.NotAsked("stopped")));
    assertThat(memory.claim("http-page", WEB)).isTrue();
    memory.recall(
        new JournalEvent.Probed("favicon", WEB, new ProbeOutcome.NotAsked("stopped-meanwhile")));
    assertThat(memory.claim("favicon", WEB)).isFalse();
  }

  private static Observation stated(Observable where, String says) {
    return new Observation.Stated(WEB, where, says, SEEN);
  }
}
