package lenswacht.probe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import lenswacht.observation.Observation;
import lenswacht.probe.dhip.DhipProbe;
import lenswacht.probe.maker.MakerSearchProbe;
import lenswacht.probe.mdns.MdnsProbe;
import lenswacht.probe.question.DatagramProbe;
import lenswacht.probe.question.MakerProbe;
import lenswacht.probe.sadp.SadpProbe;
import lenswacht.probe.ssdp.SsdpProbe;
import lenswacht.probe.tapo.TapoProbe;
import lenswacht.probe.wsdiscovery.WsDiscoveryProbe;

/// Every search that is put to a whole network, listed by hand.
public final class Searches {
  private Searches() {}

  /// The searches that go out in every building.
  public static List<DatagramProbe> common() {
    return List.of(
        new WsDiscoveryProbe(), new SadpProbe(), new DhipProbe(), new SsdpProbe(), new MdnsProbe());
  }

  /// The searches of single makers.
  public static List<MakerProbe> makers() {
    List<MakerProbe> makers = new ArrayList<>(MakerSearchProbe.all());
    makers.add(TapoProbe.plain());
    return List.copyOf(makers);
  }

  /// Those that go out in every building, and those of every maker.
  public static List<DatagramProbe> all() {
    List<DatagramProbe> all = new ArrayList<>(common());
    all.addAll(makers());
    return List.copyOf(all);
  }

  /// The searches of the makers to whom something on a network points.
  ///
  /// @param soFar what was observed of the hosts on that network
  /// @param makers names of makers to whom their hardware addresses were given out
  public static List<MakerProbe> hinted(Collection<Observation> soFar, Collection<String> makers) {
    return makers().stream().filter(probe -> probe.isHinted(soFar, makers)).toList();
  }
}
