package lenswacht.agent;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lenswacht.fingerprint.AssetKind;
import lenswacht.probe.net.HostTraffic;
import lenswacht.probe.net.NetworkDoor;

/// How gently a run went about: what hosts have had of it.
///
/// @param hosts of every host of which anything was seen
/// @param cameras of the cameras, recorders, encoders and doorbells among them
/// @param counters what went through the door in all, by kind
record TrafficSum(Share hosts, Share cameras, Map<String, Long> counters) {
  private static final Set<AssetKind> VIDEO =
      Set.of(AssetKind.CAMERA, AssetKind.RECORDER, AssetKind.ENCODER, AssetKind.DOORBELL);

  /// What the hosts of one sort have had.
  ///
  /// @param number how many hosts
  /// @param connections sum of the connections that they accepted
  /// @param mostConnections the most that one of them accepted
  /// @param packets sum of the packets that were sent to them, as far as counted host by host
  /// @param mostPackets the most that were sent to one
  record Share(int number, long connections, long mostConnections, long packets, long mostPackets) {
    private static Share of(Collection<InetAddress> hosts, NetworkDoor door) {
      List<HostTraffic> all = hosts.stream().map(door::traffic).toList();
      return new Share(
          all.size(),
          all.stream().mapToLong(HostTraffic::connections).sum(),
          all.stream().mapToLong(HostTraffic::connections).max().orElse(0),
          all.stream().mapToLong(HostTraffic::packets).sum(),
          all.stream().mapToLong(HostTraffic::packets).max().orElse(0));
    }

    private String text(String what) {
      if (number == 0) {
        return what + ": none";
      }
      return String.format(
          Locale.ROOT,
          "%s: %d; connections to one: %.1f on average, %d at most;"
              + " packets to one: %.1f on average, %d at most",
          what,
          number,
          (double) connections / number,
          mostConnections,
          (double) packets / number,
          mostPackets);
    }
  }

  /// What the hosts in `sightings` have had through `door`.
  static TrafficSum of(Sightings sightings, NetworkDoor door) {
    return new TrafficSum(
        Share.of(sightings.addresses(), door),
        Share.of(sightings.of(VIDEO), door),
        door.counters());
  }

  /// The same as lines for people.
  List<String> text() {
    long sweep = counters.getOrDefault("sweep.packets.sent", 0L);
    String more =
        sweep == 0
            ? "packets of the sweep are counted in"
            : "the sweep's " + sweep + " packets come on top";
    return List.of(hosts.text("hosts seen"), cameras.text("cameras and recorders"), more);
  }
}
