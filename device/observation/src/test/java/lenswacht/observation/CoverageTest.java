package lenswacht.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lenswacht.observation.Coverage.Further;
import lenswacht.observation.Coverage.Segment;
import lenswacht.observation.Coverage.Vantage;
import lenswacht.observation.JournalEvent.RunOutcome;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final ScanScope SCOPE = scope("192.0.2.0/28", "198.51.100.0/29");
  private static final InetAddress CAMERA = InetAddress.ofLiteral("192.0.2.4");

  @Test
  void every_address_is_counted_once() {
    Coverage coverage =
        Coverage.of(
            SCOPE,
            List.of(
                start(),
                plan(ScanLevel.CAREFUL, "192.0.2.0/28", "198.51.100.0/29"),
                swept("192.0.2.0/28", "192.0.2.4/31"),
                answered("http-page", CAMERA),
                new JournalEvent.NotSwept(ranges("198.51.100.0/29"), Omission.NO_ROUTE),
                end(RunOutcome.INCOMPLETE)));
    Segment near = coverage.segments().getFirst();
    assertThat(near.addresses()).isEqualTo(14);
    assertThat(near.answered()).isEqualTo(set("192.0.2.4"));
    assertThat(near.refused()).isEqualTo(set("192.0.2.5"));
    assertThat(near.silent().size()).isEqualTo(12);
    assertThat(near.missing()).isEmpty();
    assertThat(near.questions().answered()).isEqualTo(1);
    Segment far = coverage.segments().getLast();
    assertThat(far.looked()).isZero();
    assertThat(far.missing())
        .isEqualTo(Map.of(Omission.NO_ROUTE, far.missing().getOrDefault(Omission.NO_ROUTE, set())));
    assertThat(far.missed()).isEqualTo(6);
    assertThat(coverage.further())
        .contains(
            new Further.Unseen(
                Omission.NO_ROUTE,
                set("198.51.100.0/29").minus(set("198.51.100.0", "198.51.100.7"))));
  }

  @Test
  void a_run_that_broke_off_says_so() {
    Coverage coverage =
        Coverage.of(SCOPE, List.of(start(), swept("192.0.2.0/28"), asking("rtsp", CAMERA)));
    assertThat(coverage.segments().getLast().missing()).containsOnlyKeys(Omission.INTERRUPTED);
    assertThat(coverage.answersLost()).containsExactly(asking("rtsp", CAMERA));
    assertThat(coverage.further()).contains(new Further.LostAnswers(1, set("192.0.2.4")));
  }

  @Test
  void a_run_that_goes_on_later_is_one_round() {
    Coverage coverage =
        Coverage.of(
            SCOPE,
            List.of(
                start(),
                swept("192.0.2.0/28"),
                new JournalEvent.RunResumed("run-1", "LW-0042", "lenswacht"),
                swept("198.51.100.0/29"),
                end(RunOutcome.COMPLETE)));
    assertThat(coverage.rounds()).isEqualTo(1);
    assertThat(coverage.segments()).allSatisfy(one -> assertThat(one.missing()).isEmpty());
  }

  @Test
  void rounds_add_up() {
    List<JournalEvent> first =
        List.of(
            start(),
            plan(ScanLevel.CAREFUL, "192.0.2.0/28"),
            swept("192.0.2.0/28", "192.0.2.4"),
            end(RunOutcome.INCOMPLETE));
    List<JournalEvent> second =
        List.of(
            start(),
            plan(ScanLevel.CAREFUL, "192.0.2.0/28", "198.51.100.0/29"),
            swept("192.0.2.0/28", "192.0.2.9"),
            swept("198.51.100.0/30"),
            end(RunOutcome.STOPPED));
    List<JournalEvent> both = Stream.concat(first.stream(), second.stream()).toList();
    assertThat(Coverage.of(SCOPE, first).segments().getLast().missing())
        .containsOnlyKeys(Omission.NARROWED);
    Coverage sum = Coverage.of(SCOPE, both);
    assertThat(sum.rounds()).isEqualTo(2);
    assertThat(sum.segments().getFirst().refused()).isEqualTo(set("192.0.2.4", "192.0.2.9"));
    assertThat(sum.segments().getLast().missing())
        .isEqualTo(Map.of(Omission.STOPPED, set("198.51.100.4/31", "198.51.100.6")));
  }

  @Test
  void listening_only_looks_at_nobody_and_hears_whoever_speaks() {
    Coverage coverage =
        Coverage.of(
            SCOPE,
            List.of(
                start(),
                plan(ScanLevel.LISTEN, "192.0.2.0/28", "198.51.100.0/29"),
                located("192.0.2.2"),
                new JournalEvent.Heard(
                    "arp", Service.host(CAMERA), new ProbeOutcome.Answered(List.of(), List.of())),
                listened("multicast-groups", 60, "frames between other hosts", "tags"),
                end(RunOutcome.INCOMPLETE)));
    Segment near = coverage.segments().getFirst();
    assertThat(near.vantage()).isEqualTo(Vantage.WITHIN);
    assertThat(near.answered()).isEqualTo(set("192.0.2.4"));
    assertThat(near.missing()).containsOnlyKeys(Omission.LISTEN_ONLY);
    assertThat(near.missed()).isEqualTo(13);
    assertThat(coverage.further())
        .contains(
            new Further.StandInside(AddressRange.parse("198.51.100.0/29")),
            new Further.Listen("eth0", Duration.ofSeconds(60)));
  }

  @Test
  void times_of_listening_add_up_and_only_what_was_never_heard_is_lost() {
    Coverage coverage =
        Coverage.of(
            SCOPE,
            List.of(
                start(),
                listened("multicast-groups", 60, "frames between other hosts", "tags"),
                end(RunOutcome.COMPLETE),
                start(),
                listened("packet-socket", 30, "frames between other hosts"),
                end(RunOutcome.COMPLETE)));
    assertThat(coverage.listening())
        .containsExactly(
            new Coverage.Listening(
                "eth0",
                "packet-socket",
                Duration.ofSeconds(90),
                20,
                0,
                List.of("frames between other hosts")));
  }

  @Test
  void ports_that_only_answering_hosts_were_asked_on_are_named() {
    Coverage coverage =
        Coverage.of(
            scope("192.0.2.0/28"),
            List.of(
                start(),
                new JournalEvent.Swept(
                    ranges("192.0.2.0/28"),
                    List.of(80, 554),
                    14,
                    1,
                    Optional.of(
                        new JournalEvent.Sweeping(
                            "syn-discovery-first", ranges("192.0.2.4"), List.of(8899), 90, 2))),
                end(RunOutcome.COMPLETE)));
    assertThat(coverage.further())
        .contains(new Further.OtherPorts(List.of(8899), coverage.segments().getFirst().silent()));
  }

  @Test
  void what_an_early_journal_does_not_tell_is_untold_and_not_silent() {
    Coverage coverage =
        Coverage.of(
            scope("192.0.2.0/28"),
            List.of(
                start(),
                new JournalEvent.Swept(
                    ranges("192.0.2.0/28"), List.of(80), 14, 3, Optional.empty()),
                answered("http-page", CAMERA),
                end(RunOutcome.COMPLETE)));
    Segment only = coverage.segments().getFirst();
    assertThat(only.silent().isEmpty()).isTrue();
    assertThat(only.untold().size()).isEqualTo(13);
    assertThat(only.addresses()).isEqualTo(14);
  }

  @Test
  void a_search_counts_as_made_once_it_was_made_in_any_round() {
    JournalEvent failed =
        new JournalEvent.Searched("eth0", "sadp", 0, 0, Optional.of("subnet-not-in-mandate"));
    JournalEvent made = new JournalEvent.Searched("eth0", "sadp", 3, 1, Optional.empty());
    assertThat(Coverage.of(SCOPE, List.of(start(), failed)).further())
        .contains(new Further.SearchAgain("eth0", List.of("sadp")));
    assertThat(Coverage.of(SCOPE, List.of(start(), failed, made)).searches())
        .containsExactly(new Coverage.Search("eth0", "sadp", 3, 1, Optional.empty()));
  }

  @Test
  void a_host_that_was_left_alone_is_named_until_a_later_round_asks_it() {
    List<JournalEvent> events = new ArrayList<>();
    events.add(start());
    events.add(swept("192.0.2.0/28", "192.0.2.4"));
    events.add(new JournalEvent.LeftAlone(CAMERA, "rtsp", List.of(Service.tcp(CAMERA, 80))));
    events.add(end(RunOutcome.INCOMPLETE));
    assertThat(Coverage.of(SCOPE, events).further())
        .contains(new Further.Unasked(Omission.LEFT_ALONE, set("192.0.2.4")));
    events.add(start());
    events.add(answered("rtsp", CAMERA));
    Coverage later = Coverage.of(SCOPE, events);
    assertThat(later.further()).noneMatch(Further.Unasked.class::isInstance);
    assertThat(later.leftAlone()).hasSize(1);
  }

  private static JournalEvent start() {
    return new JournalEvent.RunStarted("run-1", new SignedMandate("x"), "LW-0042", "lenswacht");
  }

  private static JournalEvent plan(ScanLevel level, String... ranges) {
    return new JournalEvent.Planned(level, ranges(ranges));
  }

  private static JournalEvent swept(String range, String... answering) {
    AddressSet where = set(range);
    return new JournalEvent.Swept(
        where.ranges(),
        List.of(80, 554),
        where.size(),
        set(answering).size(),
        Optional.of(new JournalEvent.Sweeping("syn", ranges(answering), List.of(), 100, 2)));
  }

  private static JournalEvent.Asking asking(String probe, InetAddress address) {
    return new JournalEvent.Asking(probe, Service.tcp(address, 80));
  }

  private static JournalEvent answered(String probe, InetAddress address) {
    return new JournalEvent.Probed(
        probe, Service.tcp(address, 80), new ProbeOutcome.Answered(List.of(), List.of()));
  }

  private static JournalEvent listened(String means, int seconds, String... lost) {
    return new JournalEvent.Listened(
        "eth0", means, Duration.ofSeconds(seconds), 10, 0, 0, Map.of(), List.of(lost));
  }

  private static JournalEvent located(String address) {
    return new JournalEvent.Located(
        new Whereabouts(
            "eth0",
            List.of(InetAddress.ofLiteral(address)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Whereabouts.Standing.INSIDE));
  }

  private static JournalEvent end(RunOutcome outcome) {
    return new JournalEvent.RunEnded(outcome, Map.of());
  }

  private static ScanScope scope(String... ranges) {
    return new ScanScope(ranges(ranges), List.of());
  }

  private static List<AddressRange> ranges(String... ranges) {
    return List.of(ranges).stream().map(AddressRange::parse).toList();
  }

  private static AddressSet set(String... ranges) {
    return new AddressSet(ranges(ranges));
  }
}
