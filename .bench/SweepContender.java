package lenswacht.probe.net;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanScope;
import lenswacht.observation.Service;

/**
 * The agent's own sweep as a program: RANGE PORTS|hosts RATE OUT. Writes "address port" per open port, or "address host"
 * per host that answers ARP.
 */
final class SweepContender {
  private SweepContender() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    ScanScope scope = new ScanScope(List.of(AddressRange.parse(arguments[0])), List.of());
    Instant now = Instant.now();
    Mandate mandate =
        new Mandate(
            "bench", "rig", "bench", scope, now.minusSeconds(60), now.plusSeconds(3600),
            Intrusiveness.ASK, Integer.parseInt(arguments[2]), false);
    try (NetworkDoor door =
            new NetworkDoor(mandate, PortPlan.standard(), InstantSource.system(), DoorLimits.standard());
        BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[3]))) {
      if (arguments[1].equals("hosts")) {
        hosts(door, scope, out);
        return;
      }
      List<Integer> ports = Arrays.stream(arguments[1].split(",")).map(Integer::valueOf).toList();
      SweepOutcome outcome = new SynSweep(door, ports).sweep(scope, open -> {}, asked -> {});
      for (Service open : outcome.open()) {
        out.write(open.address().getHostAddress() + " " + open.port() + "\n");
      }
      System.err.println(outcome.means() + " complete " + outcome.complete() + " packets " + outcome.packets()
          + " rounds " + outcome.rounds() + " answering " + outcome.answering().size());
    }
  }

  private static void hosts(NetworkDoor door, ScanScope scope, BufferedWriter out)
      throws IOException, InterruptedException {
    SweepHosts hosts = SweepHosts.of(scope, scope);
    SweepLine line = new SweepLine(door);
    for (LocalNetwork.Segment segment : LocalNetwork.now().segments()) {
      if (hosts.isAnyIn(segment)) {
        ArpSweep arp = new ArpSweep(new SocketCalls(), line, hosts, segment, InstantSource.system());
        arp.sweep(SweepListener.of(open -> {}, asked -> {}));
        for (int host = 0; host < hosts.size(); host++) {
          if (arp.isThere(host)) {
            out.write(SweepHosts.inet(hosts.address(host)).getHostAddress() + " host\n");
          }
        }
      }
    }
    System.err.println("ARP packets " + line.packets());
  }
}
