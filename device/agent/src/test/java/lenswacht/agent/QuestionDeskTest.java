package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.link.Identity;
import lenswacht.link.SealingIdentity;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Bytes;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.CoverageTally;
import lenswacht.observation.Evidence;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalEvent.Asking;
import lenswacht.observation.JournalKeys;
import lenswacht.observation.Mandate;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.ProbeOutcome.RefusalReason;
import lenswacht.observation.ScanScope;
import lenswacht.observation.Service;
import lenswacht.observation.SignedMandate;
import lenswacht.probe.net.DoorLimits;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.PortPlan;
import lenswacht.probe.question.Probe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random hosts, services and answers, and a stop at a random moment.
class QuestionDeskTest {
  private static final ScanScope SCOPE =
      new ScanScope(List.of(AddressRange.parse("127.74.0.0/22")), List.of());

  @TempDir Path folder;

  @Test
  void each_question_is_put_once_after_it_was_written_down_and_none_after_a_stop()
      throws Exception {
    for (int seed = 0; seed < 6; seed++) {
      Random random = new Random(seed);
      Building building = new Building(seed, random.nextInt(1500));
      visit(building, folder.resolve("run-" + seed), random);
      List<JournalEvent> events = read(folder.resolve("run-" + seed));
      List<Asking> written =
          events.stream().filter(Asking.class::isInstance).map(Asking.class::cast).toList();
      assertThat(written).doesNotHaveDuplicates().containsAll(building.asked);
      assertThat(building.asked).doesNotHaveDuplicates();
      assertThat(building.late).as("asked after the stop").isEmpty();
      assertThat(building.unwritten).isEmpty();
      assertThat(building.busy.values()).allMatch(open -> !open.get());
      assertThat(building.twoAtOnce).isEmpty();
      assertThat(events.stream().filter(JournalEvent.LeftAlone.class::isInstance))
          .allSatisfy(alone -> assertNothingFollows(events, (JournalEvent.LeftAlone) alone));
    }
  }

  @Test
  void a_run_that_goes_on_puts_no_question_that_was_put_before() throws Exception {
    Building building = new Building(3, 400);
    Path journal = folder.resolve("run");
    visit(building, journal, new Random(3));
    int before = building.asked.size();
    building.questionsUntilStop = Integer.MAX_VALUE;
    building.stopped.set(false);
    visit(building, journal, new Random(3));
    assertThat(building.asked).hasSizeGreaterThan(before).doesNotHaveDuplicates();
  }

  private static void assertNothingFollows(
      List<JournalEvent> events, JournalEvent.LeftAlone alone) {
    assertThat(events.subList(events.indexOf(alone), events.size()))
        .noneMatch(
            later ->
                later instanceof Asking(String _, Service service)
                    && service.address().equals(alone.address()));
  }

  private static void visit(Building building, Path folder, Random random) throws Exception {
    RunMemory memory = new RunMemory();
    if (Files.exists(Journal.fileIn(folder))) {
      read(folder).forEach(memory::recall);
    }
    Sightings sightings = new Sightings(new Identifier(Catalogue.bundled()));
    Map<InetAddress, List<Service>> hosts = building.hosts(random);
    try (NetworkDoor door = door();
        Journal journal =
            Journal.open(folder, keys(folder), InstantSource.system(), ClockTrust.COMPUTER);
        RunNotes notes = RunNotes.open(folder, new SignedMandate("of this test"))) {
      building.journal = journal;
      QuestionDesk desk =
          new QuestionDesk(
              door,
              sightings,
              memory,
              new RunJournal(journal, notes, new CoverageTally(SCOPE), InstantSource.system()),
              building.stopped::get,
              new RunHold());
      List<Probe> probes = List.of(building.probe("a"), building.probe("b"), building.probe("c"));
      HostVisits visits =
          new HostVisits(
              12,
              4,
              () -> !building.stopped.get(),
              host -> desk.put(host, probes, hosts.getOrDefault(host, List.of())));
      HostVisits.all(Map.of(visits, hosts.keySet()));
    }
  }

  private static JournalKeys keys(Path folder) throws Exception {
    Identity device = Identity.openOrCreate(folder.resolve("agent"), "device");
    SealingIdentity reader = SealingIdentity.openOrCreate(folder.resolve("console"));
    return new JournalKeys(device.privateKey(), device.key(), () -> List.of(reader.key()));
  }

  private static NetworkDoor door() {
    Instant now = Instant.now();
    Mandate mandate =
        new Mandate(
            "M-1",
            "site",
            "owner",
            SCOPE,
            now.minusSeconds(60),
            now.plusSeconds(3600),
            Intrusiveness.ASK,
            100,
            false);
    return new NetworkDoor(
        mandate, PortPlan.standard(), InstantSource.system(), DoorLimits.practice());
  }

  private static List<JournalEvent> read(Path folder) throws Exception {
    return KeptJournal.events(folder, folder);
  }

  /// Hosts that answer as they like, and take note of what they are asked.
  private static final class Building {
    private final Queue<Asking> asked = new ConcurrentLinkedQueue<>();
    private final Queue<Asking> late = new ConcurrentLinkedQueue<>();
    private final Queue<Asking> unwritten = new ConcurrentLinkedQueue<>();
    private final Set<InetAddress> twoAtOnce = ConcurrentHashMap.newKeySet();
    private final Map<InetAddress, AtomicBoolean> busy = new ConcurrentHashMap<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final int seed;
    private int questionsUntilStop;
    private Journal journal;

    Building(int seed, int questionsUntilStop) {
      this.seed = seed;
      this.questionsUntilStop = questionsUntilStop;
    }

    Map<InetAddress, List<Service>> hosts(Random random) {
      Map<InetAddress, List<Service>> hosts = new ConcurrentHashMap<>();
      for (int n = 40; n > 0; n--) {
        InetAddress host =
            InetAddress.ofLiteral("127.74." + random.nextInt(3) + "." + random.nextInt(200));
        hosts.put(
            host,
            List.of(
                Service.tcp(host, 80),
                Service.tcp(host, 554),
                Service.tcp(host, 8080),
                Service.udp(host, 3702)));
      }
      return hosts;
    }

    Probe probe(String name) {
      return new Probe() {
        @Override
        public String name() {
          return name;
        }

        @Override
        public Intrusiveness intrusiveness() {
          return name.equals("c") ? Intrusiveness.LISTEN : Intrusiveness.ASK;
        }

        @Override
        public boolean appliesTo(Service service, List<Observation> soFar) {
          return true;
        }

        @Override
        public ProbeOutcome ask(Service service, NetworkDoor door) {
          return answer(new Asking(name, service));
        }
      };
    }

    private ProbeOutcome answer(Asking question) {
      InetAddress host = question.service().address();
      AtomicBoolean one = busy.computeIfAbsent(host, first -> new AtomicBoolean());
      if (!one.compareAndSet(false, true)) {
        twoAtOnce.add(host);
      }
      asked.add(question);
      if (asked.size() > questionsUntilStop) {
        stopped.set(true);
      }
      if (asked.size() > questionsUntilStop + 30) {
        late.add(question);
      }
      if (journal.sequence() < asked.size()) {
        unwritten.add(question);
      }
      Random random = new Random(seed * 31L + question.hashCode());
      ProbeOutcome outcome =
          switch (random.nextInt(4)) {
            case 0 -> new ProbeOutcome.Refused(RefusalReason.CLOSED);
            case 1 -> answered(question.service());
            default -> new ProbeOutcome.Silent(Duration.ofSeconds(1));
          };
      one.set(false);
      return outcome;
    }

    private static ProbeOutcome answered(Service service) {
      Evidence evidence =
          Evidence.of(Instant.EPOCH, service, "a question", Bytes.EMPTY, false, false);
      return new ProbeOutcome.Answered(
          List.of(new Observation.Listening(service, evidence.id())), List.of(evidence));
    }
  }
}
