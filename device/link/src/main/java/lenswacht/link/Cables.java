package lenswacht.link;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lenswacht.link.find.ServiceFinder;
import lenswacht.observation.Bytes;

/// Opens cables by address.
public final class Cables {
  private Cables() {}

  private static final Duration ANSWERING = Duration.ofSeconds(2);

  /// Opens the cable to `address`; for [LinkAddress.Tcp#ANY], to the one device of `peers` that is
  /// found.
  ///
  /// @throws LinkException as [#open(LinkAddress)] does; also where none or several are found
  public static Cable open(LinkAddress address, PairedPeers peers) throws LinkException {
    return open(address.equals(LinkAddress.Tcp.ANY) ? found(peers) : address);
  }

  private static LinkAddress found(PairedPeers peers) throws LinkException {
    Map<Bytes, InetSocketAddress> found;
    try {
      found = ServiceFinder.find(peers.keys(), ANSWERING);
    } catch (IOException failed) {
      throw new LinkException(
          LinkException.Reason.UNREACHABLE, "this computer cannot ask its networks", failed);
    }
    List<String> addresses =
        found.values().stream()
            .map(where -> where.getAddress().getHostAddress() + ":" + where.getPort())
            .map("tcp:"::concat)
            .toList();
    if (addresses.size() != 1) {
      throw new LinkException(
          LinkException.Reason.UNREACHABLE,
          addresses.isEmpty()
              ? "no device that this console knows answers on the networks of this computer:"
                  + " name its address, or let it answer (serve --announce)"
              : "several devices answer, name the address of one: " + String.join(", ", addresses));
    }
    return LinkAddress.parse(addresses.getFirst());
  }

  /// Opens the cable to `address`.
  ///
  /// @throws LinkException `UNREACHABLE`, if the cable cannot be opened; also for the folder of a
  ///     journal, which is read without a cable
  public static Cable open(LinkAddress address) throws LinkException {
    return switch (address) {
      case LinkAddress.Tcp tcp when tcp.equals(LinkAddress.Tcp.ANY) ->
          throw new LinkException(
              LinkException.Reason.UNREACHABLE,
              "only a device that is paired can be found: name the address");
      case LinkAddress.Tcp tcp -> TcpCable.open(tcp);
      case LinkAddress.Serial serial -> SerialCable.open(serial);
      case LinkAddress.JournalFolder journal ->
          throw new LinkException(
              LinkException.Reason.UNREACHABLE,
              journal + " is a folder: read its journal, no cable leads to it");
    };
  }
}
