package lenswacht.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/// A building whose hosts answer, each at an address of its own, until it is closed.
public final class SimulatedBuilding implements AutoCloseable {
  /// The shift that is used where ports below 1024 may not be bound.
  public static final int USUAL_SHIFT = 20_000;

  private static final int HIGHEST_PORT = 65_535;

  private final Map<String, Resident> residents;
  private final List<Closeable> open = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private int listeners;

  private SimulatedBuilding(Map<String, Resident> residents) {
    this.residents = residents;
  }

  /// Opens every port of every host of `building`.
  ///
  /// @param baseCidr range inside 127.0.0.0/8 in which the hosts live, such as `127.66.0.0/16`
  /// @param lowPortShift added to ports below 1024; 0 to use the real ports
  /// @throws IOException if a port is taken or may not be bound; nothing stays open then
  /// @throws IllegalArgumentException if the range is not inside 127.0.0.0/8 or too small, or two
  ///     hosts claim one address, or the shift is not between 0 and 64511
  public static SimulatedBuilding start(Building building, String baseCidr, int lowPortShift)
      throws IOException {
    if (lowPortShift < 0 || lowPortShift > HIGHEST_PORT - 1024) {
      throw new IllegalArgumentException("ports cannot be shifted by " + lowPortShift);
    }
    HomeRange range = HomeRange.onLoopback(baseCidr);
    NetworkInterface loopback =
        NetworkInterface.getByInetAddress(InetAddress.ofLiteral("127.0.0.1"));
    if (loopback == null) {
      throw new IOException("there is no loopback interface");
    }
    return start(loopback, building, range, lowPortShift);
  }

  /// Opens every port of every host of `building` on a network of this machine. The hosts'
  /// addresses must have been given to its interface; they are counted from the first of the range.
  ///
  /// @param network the interface
  /// @param cidr range in which the hosts live, such as `10.20.30.0/24` or `fd00::/64`
  /// @throws IOException if a port is taken or may not be bound; nothing stays open then
  /// @throws IllegalArgumentException if it is no range or too small, or two hosts claim one
  ///     address
  public static SimulatedBuilding startOn(NetworkInterface network, Building building, String cidr)
      throws IOException {
    return start(network, building, HomeRange.parse(cidr), 0);
  }

  private static SimulatedBuilding start(
      NetworkInterface network, Building building, HomeRange range, int lowPortShift)
      throws IOException {
    SimulatedBuilding opened = new SimulatedBuilding(settled(building, range, lowPortShift));
    try {
      opened.openDoors(network, range);
    } catch (IOException refused) {
      opened.close();
      throw refused;
    }
    return opened;
  }

  /// 0 if ports below 1024 may be bound at `address`, otherwise [#USUAL_SHIFT].
  public static int usableShift(InetAddress address) {
    try (ServerSocket trial = new ServerSocket()) {
      trial.setReuseAddress(true);
      trial.bind(new InetSocketAddress(address, 80));
      return 0;
    } catch (IOException refused) {
      return USUAL_SHIFT;
    }
  }

  private static Map<String, Resident> settled(
      Building building, HomeRange range, int lowPortShift) {
    Set<InetAddress> claimed = new HashSet<>();
    for (SimulatedHost host : building.hosts()) {
      Optional<InetAddress> own = host.address().map(range::at);
      if (own.isPresent() && !claimed.add(own.get())) {
        throw new IllegalArgumentException(
            "two hosts claim the address " + own.get().getHostAddress());
      }
    }
    Map<String, InetAddress> addresses = new LinkedHashMap<>();
    int next = 1;
    for (SimulatedHost host : building.hosts()) {
      InetAddress address;
      if (host.address().isPresent()) {
        address = range.at(host.address().get());
      } else {
        while (isReserved(next) || claimed.contains(range.at(next))) {
          next++;
        }
        address = range.at(next++);
      }
      addresses.put(host.id(), address);
    }
    Map<String, InetAddress> neighbours = Map.copyOf(addresses);
    Map<String, Resident> residents = new LinkedHashMap<>();
    for (SimulatedHost host : building.hosts()) {
      residents.put(host.id(), Resident.at(neighbours, host, lowPortShift));
    }
    return residents;
  }

  /// Addresses that end in 0 or 255 look like a network or a broadcast.
  private static boolean isReserved(int offset) {
    int last = offset & 0xff;
    return last == 0 || last == 0xff;
  }

  private void openDoors(NetworkInterface network, HomeRange range) throws IOException {
    CertificateForge forge = CertificateForge.create();
    List<DatagramListener> datagrams = new ArrayList<>();
    for (Resident resident : residents.values()) {
      for (SimulatedService service : resident.host().services()) {
        try {
          if (service.udp()) {
            DatagramListener listener = DatagramListener.open(resident, service, network);
            datagrams.add(listener);
            open.add(listener);
          } else {
            open.add(TcpListener.open(resident, service, tls(forge, service)));
          }
        } catch (IOException refused) {
          throw new IOException(
              "%s of host '%s' cannot be opened at %s port %d: %s"
                  .formatted(
                      service.place(),
                      resident.host().id(),
                      resident.address().getHostAddress(),
                      resident.actualPort(service.port()),
                      refused.getMessage()),
              refused);
        }
        listeners++;
      }
    }
    openEars(network, range, datagrams);
  }

  private static Optional<SSLContext> tls(CertificateForge forge, SimulatedService service) {
    return service.kind().equals("https")
        ? Optional.of(forge.tls(service.subject(), service.issuer()))
        : Optional.empty();
  }

  private void openEars(
      NetworkInterface network, HomeRange range, List<DatagramListener> datagrams) {
    Set<InetAddress> own = new HashSet<>();
    residents.values().forEach(resident -> own.add(resident.address()));
    for (SearchEar.Place place : SearchEar.places(range)) {
      List<DatagramListener> concerned =
          datagrams.stream().filter(l -> l.service().port() == place.port()).toList();
      if (concerned.isEmpty()) {
        continue;
      }
      try {
        open.add(SearchEar.open(place, network, concerned, own));
      } catch (IOException refused) {
        remarks.add(
            "searches to "
                + place.group().getHostAddress()
                + ":"
                + place.port()
                + " are not heard: "
                + refused.getMessage());
      }
    }
  }

  /// The address of the host with this id.
  ///
  /// @throws IllegalArgumentException if the building has no such host
  public InetAddress addressOf(String id) {
    Resident resident = residents.get(id);
    if (resident == null) {
      throw new IllegalArgumentException("the building has no host '" + id + "'");
    }
    return resident.address();
  }

  /// The hosts, in the order of the building.
  public List<SimulatedHost> hosts() {
    return residents.values().stream().map(Resident::host).toList();
  }

  /// How many ports are open, without the multicast groups.
  public int listeners() {
    return listeners;
  }

  /// What does not work on this machine, in sentences; empty if everything does.
  public List<String> remarks() {
    return List.copyOf(remarks);
  }

  /// What happened to each host, by id, in the order of the building.
  public Map<String, HostCounters> counters() {
    Map<String, HostCounters> counters = new LinkedHashMap<>();
    residents.forEach((id, resident) -> counters.put(id, resident.ledger().counters()));
    return counters;
  }

  /// What happened to all hosts together.
  public HostCounters total() {
    return counters().values().stream().reduce(HostCounters.NOTHING, HostCounters::plus);
  }

  /// Starts counting anew.
  public void resetCounters() {
    residents.values().forEach(resident -> resident.ledger().reset());
  }

  /// Closes every port and every open connection.
  @Override
  public void close() {
    for (Closeable listener : open) {
      try {
        listener.close();
      } catch (IOException alreadyGone) {
        // Whatever cannot be closed is gone with the program.
      }
    }
    open.clear();
  }
}
