package lenswacht.probe;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import lenswacht.observation.Mandate;
import lenswacht.probe.banner.BannerProbe;
import lenswacht.probe.dhip.DhipProbe;
import lenswacht.probe.dhip.RealmProbe;
import lenswacht.probe.gateway.MappingsProbe;
import lenswacht.probe.gateway.NatPmpProbe;
import lenswacht.probe.gateway.PcpProbe;
import lenswacht.probe.http.AxisPropertiesProbe;
import lenswacht.probe.http.FaviconProbe;
import lenswacht.probe.http.HikvisionActivationProbe;
import lenswacht.probe.http.MakerPathProbe;
import lenswacht.probe.http.PageProbe;
import lenswacht.probe.maker.MakerSearchProbe;
import lenswacht.probe.mdns.MdnsProbe;
import lenswacht.probe.net.DatagramRequest;
import lenswacht.probe.net.SnmpRequest;
import lenswacht.probe.onvif.OnvifProbe;
import lenswacht.probe.question.MakerProbe;
import lenswacht.probe.question.Probe;
import lenswacht.probe.rtsp.RtspProbe;
import lenswacht.probe.sadp.SadpProbe;
import lenswacht.probe.snmp.SnmpProbe;
import lenswacht.probe.ssdp.DescriptionProbe;
import lenswacht.probe.ssdp.SsdpProbe;
import lenswacht.probe.tapo.TapoProbe;
import lenswacht.probe.tls.CertificateProbe;
import lenswacht.probe.wsdiscovery.WsDiscoveryProbe;

/// Every probe there is, listed by hand.
public final class Probes {
  private Probes() {}

  /// The questions that are put to every service they apply to.
  public static List<Probe> first() {
    return List.of(
        new SadpProbe(),
        new DhipProbe(),
        new WsDiscoveryProbe(),
        new SsdpProbe(),
        TapoProbe.plain(),
        new MdnsProbe(),
        new BannerProbe(),
        new RealmProbe(),
        PageProbe.onWebPorts(),
        new CertificateProbe(),
        new RtspProbe());
  }

  /// The questions that are put where first answers point to them; SNMP only where `mandate`
  /// supplies a community.
  ///
  /// @param routers the routers of our own default routes
  public static List<Probe> followUp(Mandate mandate, Collection<InetAddress> routers) {
    List<Probe> probes = new ArrayList<>(makers());
    probes.addAll(ordinaryFollowUp());
    probes.add(new NatPmpProbe(routers));
    probes.add(new PcpProbe(routers));
    if (!mandate.snmpCommunities().isEmpty()) {
      probes.add(new SnmpProbe());
    }
    return List.copyOf(probes);
  }

  private static List<MakerProbe> makers() {
    List<MakerProbe> makers = new ArrayList<>(MakerSearchProbe.all());
    makers.add(TapoProbe.keyed());
    return makers;
  }

  private static List<Probe> ordinaryFollowUp() {
    return List.of(
        new FaviconProbe(),
        new HikvisionActivationProbe(),
        MakerPathProbe.hikvisionSystem(),
        MakerPathProbe.hikvisionLoginPage(),
        MakerPathProbe.dahuaSystem(),
        new AxisPropertiesProbe(),
        MakerPathProbe.axisBrand(),
        MakerPathProbe.hanwhaSystem(),
        MakerPathProbe.univiewSystem(),
        new OnvifProbe(),
        PageProbe.onServerPort(),
        new DescriptionProbe(),
        new MappingsProbe());
  }

  /// The UDP ports that every answering host is asked on, one by one, with the first questions.
  public static List<Integer> discoveryPorts() {
    return List.of(37_020, 37_810, 3702, 20_002, 1900, 5353);
  }

  /// The UDP ports of single makers' searches, and that of SNMP where `mandate` supplies a
  /// community. A host is asked on one of them only where a follow-up probe says that the question
  /// applies.
  public static List<Integer> followUpPorts(Mandate mandate) {
    Stream<Integer> snmp =
        mandate.snmpCommunities().isEmpty() ? Stream.of() : Stream.of(SnmpRequest.PORT);
    return Stream.of(
            makers().stream().map(probe -> probe.requests().getFirst().port()),
            Stream.of(DatagramRequest.MAPPING_PORT),
            snmp)
        .flatMap(Function.identity())
        .distinct()
        .toList();
  }
}
