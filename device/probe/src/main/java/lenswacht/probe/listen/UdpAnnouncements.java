package lenswacht.probe.listen;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lenswacht.observation.Bytes;
import lenswacht.observation.JournalEvent.Heard;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.dhip.DhipProbe;
import lenswacht.probe.maker.MakerSearchProbe;
import lenswacht.probe.mdns.MdnsProbe;
import lenswacht.probe.net.Reply;
import lenswacht.probe.question.DatagramProbe;
import lenswacht.probe.sadp.SadpProbe;
import lenswacht.probe.ssdp.SsdpProbe;
import lenswacht.probe.tapo.TapoProbe;
import lenswacht.probe.wsdiscovery.WsDiscoveryProbe;

/// Datagrams that cameras send by themselves, or in answer to somebody else, read by the probes
/// that read them when we ask. Questions of others say nothing of who asks and are left alone.
final class UdpAnnouncements {
  /// Longest datagram that is read, in octets.
  private static final int LONGEST = 8192;

  private static final String DHIP_QUESTION = "DHDiscover.search";

  /// Announced to a group: what goes to the port counts as well as what comes from it.
  private final List<DatagramProbe> toGroups =
      List.of(
          new MdnsProbe(),
          new SsdpProbe(),
          new WsDiscoveryProbe(),
          new SadpProbe(),
          new DhipProbe());

  /// Said to one asker: only what comes from the port, or goes where the maker's tool waits.
  private final List<DatagramProbe> toOne = new ArrayList<>(MakerSearchProbe.tellable());

  /// The ports of which any of these has something to say.
  private final BitSet ports = new BitSet();

  UdpAnnouncements() {
    toOne.add(TapoProbe.plain());
    Stream.concat(toGroups.stream(), toOne.stream())
        .map(probe -> probe.requests().getFirst())
        .forEach(
            request -> {
              ports.set(request.port());
              ports.set(request.localPort());
            });
  }

  /// One datagram.
  ///
  /// @param fromPort the port it was sent from
  /// @param port the port it was sent to
  record Datagram(
      Instant at, InetAddress from, int fromPort, int port, Bytes bytes, boolean truncated) {}

  /// The name of the protocol that the ports of `datagram` stand for.
  Optional<String> kind(Datagram datagram) {
    return readers(datagram).stream().map(DatagramProbe::name).findFirst();
  }

  /// What `datagram` says of its sender.
  Optional<Heard> read(Datagram datagram) {
    if (datagram.bytes.head(128).latin1().contains(DHIP_QUESTION)) {
      return Optional.empty();
    }
    for (DatagramProbe reader : readers(datagram)) {
      Service service = Service.udp(datagram.from, reader.requests().getFirst().port());
      Reply.Heard bytes =
          new Reply.Heard(
              service,
              datagram.at,
              "heard: " + reader.name(),
              datagram.bytes.head(LONGEST),
              datagram.truncated || datagram.bytes.length() > LONGEST);
      if (reader.read(bytes) instanceof ProbeOutcome.Answered answered) {
        return facts(reader.name(), service, answered);
      }
    }
    return Optional.empty();
  }

  /// That a host speaks by itself does not say that it can be asked.
  private static Optional<Heard> facts(String by, Service service, ProbeOutcome.Answered answered) {
    List<Observation> facts =
        answered.observations().stream()
            .filter(fact -> !(fact instanceof Observation.Listening))
            .toList();
    return facts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Heard(by, service, new ProbeOutcome.Answered(facts, answered.evidence())));
  }

  private List<DatagramProbe> readers(Datagram datagram) {
    if (!ports.get(datagram.fromPort) && !ports.get(datagram.port)) {
      return List.of();
    }
    List<DatagramProbe> readers = new ArrayList<>();
    for (DatagramProbe probe : toGroups) {
      int port = probe.requests().getFirst().port();
      if (datagram.fromPort == port || datagram.port == port) {
        readers.add(probe);
      }
    }
    for (DatagramProbe probe : toOne) {
      int port = probe.requests().getFirst().port();
      int waiting = probe.requests().getFirst().localPort();
      boolean toTool = waiting != 0 && waiting != port && datagram.port == waiting;
      if (datagram.fromPort == port || toTool) {
        readers.add(probe);
      }
    }
    return readers;
  }
}
