package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lenswacht.simulator.Building;
import lenswacht.simulator.HostCounters;
import lenswacht.simulator.SimulatedBuilding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole careful visit, and what the books of the visited say of it.
class GentleVisitTest {
  private static final int LOW_PORTS_AT = 20_000;
  private static final int MOST_ON_AVERAGE = 40;
  private static final int MOST = 60;

  @TempDir Path folder;

  @Test
  void nobody_in_the_practice_building_sees_what_must_never_happen_or_is_crowded()
      throws Exception {
    visit(Building.practice(), "127.75.0.0/16");
  }

  private void visit(Building plan, String base) throws Exception {
    try (SimulatedBuilding building = SimulatedBuilding.start(plan, base, LOW_PORTS_AT)) {
      AgentProcess.Ended ended =
          new Surveyor(folder, folder.resolve("journal"), List.of())
              .survey(ranges(building), "--low-ports-at", String.valueOf(LOW_PORTS_AT), "--quiet");

      assertThat(ended.exitCode()).as(ended.err()).isZero();
      Map<String, HostCounters> books = building.counters();
      assertThat(books)
          .allSatisfy(
              (host, book) -> {
                assertThat(book.neverFlags()).as("%s: must never happen", host).isEmpty();
                assertThat(book.maxOpenAtOnce()).as("%s: at once", host).isLessThanOrEqualTo(2);
                assertThat(book.tcpConnections()).as("%s: connections", host).isLessThan(MOST);
              });
      assertThat(books.values()).anyMatch(book -> book.tcpConnections() > 0);
      assertThat(
              books.values().stream()
                  .mapToLong(HostCounters::tcpConnections)
                  .average()
                  .orElseThrow())
          .isLessThan(MOST_ON_AVERAGE);
    }
  }

  /// The /24 blocks in which the building has hosts.
  private static List<String> ranges(SimulatedBuilding building) {
    return building.counters().keySet().stream()
        .map(building::addressOf)
        .map(InetAddress::getHostAddress)
        .map(address -> address.replaceFirst("\\.\\d+$", ".0/24"))
        .distinct()
        .toList();
  }
}
