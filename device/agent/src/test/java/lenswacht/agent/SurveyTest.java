package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lenswacht.link.Identity;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalLine;
import lenswacht.observation.JournalReader;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanLevel;
import lenswacht.observation.ScanScope;
import lenswacht.observation.SignedMandate;
import lenswacht.simulator.Building;
import lenswacht.simulator.HostCounters;
import lenswacht.simulator.SimulatedBuilding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The device program against the practice building, as a process of its own.
class SurveyTest {
  private static final String BASE = "127.72.0.0/16";
  private static final int LOW_PORTS_AT = 20_000;

  @TempDir Path folder;
  private SimulatedBuilding building;
  private Path journal;
  private AgentProcess agent;

  @BeforeEach
  void open_the_building() throws Exception {
    building = SimulatedBuilding.start(Building.practice(), BASE, LOW_PORTS_AT);
    journal = folder.resolve("journal");
    agent = new AgentProcess(folder.resolve("home"));
  }

  @AfterEach
  void close_the_building() {
    building.close();
  }

  @Test
  void a_survey_sees_the_cameras_does_no_harm_and_leaves_a_journal_that_verifies()
      throws Exception {
    AgentProcess.Ended ended = survey(mandate(ranges(), in(Duration.ofHours(1))));
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    List<JournalLine> lines = read();
    assertThat(lines.getFirst().event()).isInstanceOf(JournalEvent.RunStarted.class);
    assertThat(lines.getLast().event()).isInstanceOf(JournalEvent.RunEnded.class);
    assertThat(lines.get(1).event())
        .isEqualTo(new JournalEvent.Planned(ScanLevel.CAREFUL, ranges()));
    assertThat(lines.get(2).event())
        .isEqualTo(new JournalEvent.PhaseStarted(JournalEvent.Phase.LISTEN));
    List<Class<?>> kinds = lines.stream().<Class<?>>map(line -> line.event().getClass()).toList();
    assertThat(kinds.indexOf(JournalEvent.Listened.class))
        .isPositive()
        .isLessThan(kinds.indexOf(JournalEvent.Located.class));
    assertThat(kinds.indexOf(JournalEvent.Located.class))
        .isLessThan(kinds.indexOf(JournalEvent.Probed.class));
    assertThat(ended.err()).contains("you are here: lo, ");
    assertThat(answered(lines, "sadp")).isGreaterThan(3);
    assertThat(answered(lines, "dhip")).isGreaterThan(3);
    assertThat(answered(lines, "rtsp")).isGreaterThan(10);
    HostCounters total = building.total();
    assertThat(total.neverFlags()).as("behaviour that must never happen").isEmpty();
    assertThat(building.counters().values())
        .allSatisfy(one -> assertThat(one.maxOpenAtOnce()).isLessThanOrEqualTo(2));
  }

  @Test
  void an_expired_mandate_is_refused_and_nothing_is_sent() throws Exception {
    Instant past = Instant.now().minusSeconds(60);
    refused(mandate(ranges(), past.minusSeconds(3600), past), "expired");
  }

  @Test
  void a_mandate_that_has_not_begun_is_refused_and_nothing_is_sent() throws Exception {
    refused(
        mandate(ranges(), Instant.now().plusSeconds(600), Instant.now().plusSeconds(1200)),
        "not-yet");
  }

  @Test
  void a_mandate_altered_by_one_byte_is_refused_and_nothing_is_sent() throws Exception {
    String text = mandate(ranges(), in(Duration.ofHours(1))).text();
    refused(new SignedMandate(text.replaceFirst("127\\.72", "127.73")), "altered");
  }

  @Test
  void a_mandate_signed_by_a_stranger_is_refused_and_nothing_is_sent() throws Exception {
    Identity stranger = Identity.openOrCreate(folder.resolve("stranger"), "stranger");
    Mandate mandate = unsigned(ranges(), Instant.now(), in(Duration.ofHours(1)));
    refused(
        SignedMandate.sign(mandate, stranger.privateKey(), stranger.publicKey()),
        "signer-not-trusted");
  }

  @Test
  void a_range_outside_the_mandate_is_refused_and_nothing_is_sent() throws Exception {
    SignedMandate signed =
        mandate(List.of(AddressRange.parse("127.73.0.0/24")), in(Duration.ofHours(1)));
    AgentProcess.Ended ended = survey(signed, "--range", "127.72.0.0/24");
    assertThat(ended.exitCode()).isEqualTo(5);
    assertThat(ended.err()).contains("outside-mandate").contains("nothing was sent");
    assertThat(packets()).isZero();
  }

  @Test
  void a_file_that_is_no_mandate_is_a_usage_error() throws Exception {
    Path file = Files.writeString(folder.resolve("note.txt"), "please scan everything");
    AgentProcess.Ended ended =
        agent.run("survey", "--mandate", file.toString(), "--journal", journal.toString());
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err()).contains("not a mandate");
  }

  @Test
  void a_damaged_journal_is_left_alone_and_nothing_is_sent() throws Exception {
    Files.createDirectories(journal);
    Path file = Files.writeString(Journal.fileIn(journal), "this is no journal\n");
    AgentProcess.Ended ended = survey(mandate(ranges(), in(Duration.ofHours(1))));
    assertThat(ended.exitCode()).isEqualTo(4);
    assertThat(Files.readString(file)).isEqualTo("this is no journal\n");
    assertThat(packets()).isZero();
  }

  @Test
  void killing_the_agent_loses_nothing_that_was_in_the_journal() throws Exception {
    SignedMandate signed = mandate(ranges(), in(Duration.ofHours(1)));
    Process process = startSurvey(signed);
    byte[] before = journalOfAtLeast(60_000, process);
    process.destroyForcibly().waitFor();
    byte[] after = Files.readAllBytes(Journal.fileIn(journal));
    assertThat(after).startsWith(before);
    int kept = read().size();
    assertThat(kept).isGreaterThan(2);
    AgentProcess.Ended again = survey(signed);
    assertThat(again.exitCode()).as(again.err()).isZero();
    List<JournalLine> lines = read();
    assertThat(lines).hasSizeGreaterThan(kept);
    assertThat(lines.get(kept).event()).isInstanceOf(JournalEvent.RunResumed.class);
  }

  @Test
  void a_run_that_is_killed_again_and_again_puts_no_question_twice() throws Exception {
    SignedMandate signed = mandate(ranges(), in(Duration.ofHours(1)));
    AgentProcess.Ended whole = survey(signed);
    assertThat(whole.exitCode()).as(whole.err()).isZero();
    Map<String, HostCounters> undisturbed = building.counters();
    building.resetCounters();
    journal = folder.resolve("second-journal");

    for (int octets : List.of(5_000, 60_000, 250_000, 500_000)) {
      Process process = startSurvey(signed);
      journalOfAtLeast(octets, process);
      process.destroyForcibly().waitFor();
    }
    AgentProcess.Ended last = survey(signed);

    assertThat(last.exitCode()).as(last.err()).isZero();
    List<JournalEvent> events = read().stream().map(JournalLine::event).toList();
    assertThat(events.stream().filter(JournalEvent.RunStarted.class::isInstance)).hasSize(1);
    assertThat(events.stream().filter(JournalEvent.RunResumed.class::isInstance)).hasSize(4);
    assertThat(events.stream().filter(JournalEvent.Asking.class::isInstance))
        .hasSizeGreaterThan(100)
        .doesNotHaveDuplicates();
    assertThat(building.counters())
        .allSatisfy(
            (id, one) -> {
              assertThat(one.maxOpenAtOnce()).as(id).isLessThanOrEqualTo(2);
              // How much of a question a host hears that answers too late is not the same each
              // time.
              if (!id.startsWith("odd-")) {
                HostCounters before = undisturbed.getOrDefault(id, HostCounters.NOTHING);
                assertThat(overTcp(one)).as(id).isLessThanOrEqualTo(overTcp(before));
              }
            });
  }

  @Test
  void neither_journal_nor_notes_tell_who_finds_the_device_what_was_seen() throws Exception {
    SignedMandate signed = mandate(ranges(), in(Duration.ofHours(1)));
    Process process = startSurvey(signed);
    journalOfAtLeast(100_000, process);
    process.destroyForcibly().waitFor();
    assertThat(read()).anyMatch(line -> line.event() instanceof JournalEvent.Probed);
    try (var files = Files.list(journal)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("127.72", "rtsp", "axis", "Practice", "M-1", "Probed", "2026-");
      }
    }
    try (JournalReader reader = JournalReader.in(journal)) {
      assertThat(reader.next()).isEmpty();
    }
  }

  @Test
  void a_signal_stops_the_run_the_journal_is_closed_in_order_and_a_person_may_take_it_up()
      throws Exception {
    SignedMandate signed = mandate(ranges(), in(Duration.ofHours(1)));
    Process process = startSurvey(signed);
    journalOfAtLeast(60_000, process);
    process.destroy();
    process.waitFor();
    List<JournalLine> lines = read();
    assertThat(lines.getLast().event())
        .isInstanceOfSatisfying(
            JournalEvent.RunEnded.class,
            ended -> assertThat(ended.outcome()).isEqualTo(JournalEvent.RunOutcome.STOPPED));
    AgentProcess.Ended resumed = survey(signed, "--resume", "--quiet");
    assertThat(resumed.exitCode()).as(resumed.err()).isZero();
    assertThat(read().get(lines.size()).event()).isInstanceOf(JournalEvent.RunResumed.class);
  }

  @Test
  void two_programs_never_write_to_one_journal() throws Exception {
    Process first = startSurvey(mandate(ranges(), in(Duration.ofHours(1))));
    journalOfAtLeast(20_000, first);
    AgentProcess.Ended second = survey(mandate(ranges(), in(Duration.ofHours(1))));
    assertThat(second.exitCode()).isEqualTo(2);
    assertThat(second.err()).contains("open for writing already");
    first.destroy();
    first.waitFor();
    assertThat(read().getLast().event()).isInstanceOf(JournalEvent.RunEnded.class);
  }

  @Test
  void a_part_of_the_mandate_is_not_the_whole_of_it() throws Exception {
    SignedMandate signed = mandate(ranges(), in(Duration.ofHours(1)));
    AgentProcess.Ended ended = survey(signed, "--range", "127.72.0.0/29");
    assertThat(ended.exitCode()).isEqualTo(6);
    assertThat(ended.err())
        .contains("run incomplete")
        .contains("not looked at: ")
        .contains("(narrowed)")
        .contains("what a further round would still find:")
        .contains("connections to one: ");
  }

  @Test
  void a_mandate_to_listen_only_sends_nothing_and_is_not_complete() throws Exception {
    Mandate mandate = unsigned(ranges(), Instant.now().minusSeconds(60), in(Duration.ofHours(1)));
    Identity console = Identity.openOrCreate(folder.resolve("home/console"), "console");
    Mandate listen =
        new Mandate(
            mandate.id(),
            mandate.site(),
            mandate.issuedBy(),
            mandate.scope(),
            mandate.from(),
            mandate.until(),
            Intrusiveness.LISTEN,
            mandate.packetsPerSecond(),
            false);
    AgentProcess.Ended ended =
        survey(SignedMandate.sign(listen, console.privateKey(), console.publicKey()));
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(6);
    assertThat(packets()).isZero();
  }

  @Test
  void a_mandate_over_addresses_that_no_host_can_have_is_refused() throws Exception {
    refused(mandate(List.of(AddressRange.parse("224.0.0.0/24")), in(Duration.ofHours(1))), "scope");
    refused(mandate(List.of(AddressRange.parse("10.0.0.0/8")), in(Duration.ofHours(1))), "scope");
  }

  /// Requests over TCP: a datagram that gets no answer in time is put in other words, so that their
  /// number is not the same each time.
  private static long overTcp(HostCounters counters) {
    return counters.requestsSeen().stream()
        .filter(line -> line.startsWith("http") || line.startsWith("rtsp"))
        .count();
  }

  private void refused(SignedMandate signed, String why) throws Exception {
    AgentProcess.Ended ended = survey(signed);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(5);
    assertThat(ended.err()).contains(why).contains("nothing was sent");
    assertThat(packets()).isZero();
    assertThat(journal).doesNotExist();
  }

  private Process startSurvey(SignedMandate signed) throws Exception {
    return agent.start(
        "survey",
        "--mandate",
        write(signed).toString(),
        "--journal",
        journal.toString(),
        "--low-ports-at",
        String.valueOf(LOW_PORTS_AT),
        "--quiet");
  }

  private long packets() {
    HostCounters total = building.total();
    return total.tcpConnections() + total.udpDatagrams();
  }

  private AgentProcess.Ended survey(SignedMandate signed, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "survey",
                "--mandate",
                write(signed).toString(),
                "--journal",
                journal.toString(),
                "--low-ports-at",
                String.valueOf(LOW_PORTS_AT)));
    arguments.addAll(List.of(more));
    return agent.run(arguments.toArray(String[]::new));
  }

  private Path write(SignedMandate signed) throws IOException {
    return Files.writeString(folder.resolve("the.mandate"), signed.text());
  }

  private SignedMandate mandate(List<AddressRange> ranges, Instant until) throws Exception {
    return mandate(ranges, Instant.now().minusSeconds(60), until);
  }

  private SignedMandate mandate(List<AddressRange> ranges, Instant from, Instant until)
      throws Exception {
    Identity console = Identity.openOrCreate(folder.resolve("home/console"), "console");
    return SignedMandate.sign(
        unsigned(ranges, from, until), console.privateKey(), console.publicKey());
  }

  private static Mandate unsigned(List<AddressRange> ranges, Instant from, Instant until) {
    return new Mandate(
        "M-1",
        "Practice building",
        "Head of facilities",
        new ScanScope(ranges, List.of()),
        from,
        until,
        Intrusiveness.ASK,
        10_000,
        true);
  }

  /// The /24 blocks in which the building has hosts.
  private List<AddressRange> ranges() {
    return building.counters().keySet().stream()
        .map(building::addressOf)
        .map(InetAddress::getHostAddress)
        .map(address -> address.substring(0, address.lastIndexOf('.')) + ".0/24")
        .distinct()
        .map(AddressRange::parse)
        .toList();
  }

  private static Instant in(Duration duration) {
    return Instant.now().plus(duration);
  }

  private static long answered(List<JournalLine> lines, String probe) {
    return lines.stream()
        .map(JournalLine::event)
        .filter(JournalEvent.Probed.class::isInstance)
        .map(JournalEvent.Probed.class::cast)
        .filter(probed -> probed.probe().startsWith(probe))
        .filter(probed -> probed.outcome() instanceof lenswacht.observation.ProbeOutcome.Answered)
        .count();
  }

  private List<JournalLine> read() throws Exception {
    return KeptJournal.lines(journal, folder.resolve("home"));
  }

  private byte[] journalOfAtLeast(int octets, Process process) throws Exception {
    Path file = Journal.fileIn(journal);
    while (!Files.exists(file) || Files.size(file) < octets) {
      assertThat(process.isAlive()).as("the agent runs long enough to be killed").isTrue();
      Thread.sleep(5);
    }
    return Files.readAllBytes(file);
  }
}
