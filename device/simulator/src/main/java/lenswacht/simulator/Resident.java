package lenswacht.simulator;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.Semaphore;

/// A simulated host that lives at an address.
///
/// @param host what it is
/// @param address where it lives
/// @param lowPortShift added to ports below 1024
/// @param ledger what happened to it
/// @param neighbours addresses of all hosts of the building, by id
/// @param places how many connections it still accepts at the same time
record Resident(
    SimulatedHost host,
    InetAddress address,
    int lowPortShift,
    HostLedger ledger,
    Map<String, InetAddress> neighbours,
    Semaphore places) {
  private static final int FIRST_HIGH_PORT = 1024;
  private static final int MOST_CONNECTIONS = 256;

  static Resident at(Map<String, InetAddress> addresses, SimulatedHost host, int lowPortShift) {
    InetAddress address = addresses.get(host.id());
    if (address == null) {
      throw new IllegalArgumentException("host '" + host.id() + "' has no address");
    }
    return new Resident(
        host,
        address,
        lowPortShift,
        new HostLedger(),
        Map.copyOf(addresses),
        new Semaphore(MOST_CONNECTIONS));
  }

  /// The port at which the service listens that the real thing has at `port`.
  int actualPort(int port) {
    return port < FIRST_HIGH_PORT ? port + lowPortShift : port;
  }
}
