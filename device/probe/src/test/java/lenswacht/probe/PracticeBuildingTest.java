package lenswacht.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Mandate;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.ScanScope;
import lenswacht.observation.Service;
import lenswacht.probe.net.DoorLimits;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.PortPlan;
import lenswacht.probe.net.SweepOutcome;
import lenswacht.probe.net.TcpSweep;
import lenswacht.probe.question.Probe;
import lenswacht.simulator.Building;
import lenswacht.simulator.SimulatedBuilding;
import lenswacht.simulator.SimulatedHost;
import org.junit.jupiter.api.Test;

/// Every probe against every host of the practice building.
class PracticeBuildingTest {
  private static final int SHIFT = 20_000;
  private static final Set<String> VIDEO = Set.of("camera", "recorder", "encoder", "doorbell");
  private static final int MOST_CONNECTIONS = 40;

  @Test
  void visit_finds_what_can_be_known_and_does_no_harm() throws Exception {
    try (SimulatedBuilding building =
            SimulatedBuilding.start(Building.practice(), "127.71.128.0/17", SHIFT);
        NetworkDoor door = door(building)) {
      SweepOutcome sweep = new TcpSweep(door).sweep(door.mandate().scope(), open -> {}, done -> {});
      assertThat(sweep.complete()).isTrue();

      Map<InetAddress, List<Observation>> facts = visit(building, sweep, door);

      List<String> unknown = new ArrayList<>();
      for (SimulatedHost host : building.hosts()) {
        String told = told(facts.get(building.addressOf(host.id())));
        host.expected()
            .model()
            .filter(model -> VIDEO.contains(host.expected().kind()))
            .filter(model -> !told.contains(model.toLowerCase(Locale.ROOT)))
            .ifPresent(model -> unknown.add(host.id() + " " + model));
      }
      assertThat(unknown).isEmpty();
      building
          .counters()
          .forEach(
              (host, counters) -> {
                assertThat(counters.neverFlags()).as(host).isEmpty();
                assertThat(counters.maxOpenAtOnce()).as(host).isLessThanOrEqualTo(2);
                assertThat(counters.tcpConnections()).as(host).isLessThan(MOST_CONNECTIONS);
              });
    }
  }

  private static Map<InetAddress, List<Observation>> visit(
      SimulatedBuilding building, SweepOutcome sweep, NetworkDoor door) throws Exception {
    Map<InetAddress, List<Observation>> facts = new ConcurrentHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<String, Future<?>> running = new LinkedHashMap<>();
      for (SimulatedHost host : building.hosts()) {
        InetAddress address = building.addressOf(host.id());
        running.put(
            host.id(),
            threads.submit(
                () -> {
                  facts.put(address, ask(address, sweep, door));
                  return null;
                }));
      }
      for (Future<?> one : running.values()) {
        one.get();
      }
    }
    return facts;
  }

  private static List<Observation> ask(InetAddress host, SweepOutcome sweep, NetworkDoor door)
      throws InterruptedException {
    List<Service> services =
        new ArrayList<>(sweep.open().stream().filter(open -> open.address().equals(host)).toList());
    Probes.discoveryPorts().forEach(port -> services.add(Service.udp(host, port)));
    List<Observation> facts = new ArrayList<>(ask(Probes.first(), services, List.of(), door));
    Probes.followUpPorts(door.mandate()).forEach(port -> services.add(Service.udp(host, port)));
    facts.addAll(
        ask(Probes.followUp(door.mandate(), List.of()), services, List.copyOf(facts), door));
    return facts;
  }

  private static List<Observation> ask(
      List<Probe> probes, List<Service> services, List<Observation> soFar, NetworkDoor door)
      throws InterruptedException {
    List<Observation> facts = new ArrayList<>();
    for (Service service : services) {
      for (Probe probe : probes) {
        if (probe.appliesTo(service, soFar)
            && probe.ask(service, door) instanceof ProbeOutcome.Answered answered) {
          facts.addAll(answered.observations());
        }
      }
    }
    return facts;
  }

  private static String told(List<Observation> facts) {
    StringBuilder told = new StringBuilder();
    for (Observation fact : facts) {
      if (fact instanceof Observation.Stated stated) {
        told.append(stated.value()).append('\n');
      }
    }
    return told.toString().toLowerCase(Locale.ROOT);
  }

  private static NetworkDoor door(SimulatedBuilding building) {
    List<AddressRange> ranges =
        building.hosts().stream()
            .map(host -> new AddressRange(building.addressOf(host.id()), 32))
            .toList();
    Instant now = Instant.now();
    Mandate mandate =
        new Mandate(
            "practice",
            "practice building",
            "the tests",
            new ScanScope(ranges, List.of()),
            now.minusSeconds(60),
            now.plusSeconds(3600),
            Intrusiveness.ASK,
            10_000,
            true);
    return new NetworkDoor(
        mandate, PortPlan.lowPortsAt(SHIFT), InstantSource.system(), DoorLimits.practice());
  }
}
