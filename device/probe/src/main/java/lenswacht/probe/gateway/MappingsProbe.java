package lenswacht.probe.gateway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.http.HttpMessage;
import lenswacht.probe.http.HttpReading;
import lenswacht.probe.net.DatagramRequest;
import lenswacht.probe.net.GatewayService;
import lenswacht.probe.net.HttpRequest;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.OfferedPath;
import lenswacht.probe.net.Reply;
import lenswacht.probe.net.Rule;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Probe;
import lenswacht.probe.question.XmlText;
import lenswacht.probe.ssdp.SsdpMessage;

/// Applies to UDP 1900 of hosts that call themselves an internet gateway in their UPnP description.
/// An ordinary question (ASK): the search and the description once more, then the actions that
/// read its outer address, its mappings and its firewall for IPv6, where the description says that
/// they are on that very host.
public final class MappingsProbe implements Probe {
  private static final String GATEWAY = "urn:schemas-upnp-org:device:InternetGatewayDevice:";
  private static final int LONGEST_DESCRIPTION = 128 * 1024;

  @Override
  public String name() {
    return "port-mappings";
  }

  @Override
  public Intrusiveness intrusiveness() {
    return Intrusiveness.ASK;
  }

  @Override
  public boolean appliesTo(Service service, List<Observation> soFar) {
    return service.port() == DatagramRequest.SSDP_ROOT.port()
        && soFar.stream().anyMatch(MappingsProbe::isGateway);
  }

  private static boolean isGateway(Observation fact) {
    return fact instanceof Observation.Stated stated
        && stated.observable() == Observable.UPNP_TYPE
        && stated.value().startsWith(GATEWAY);
  }

  @Override
  public ProbeOutcome ask(Service service, NetworkDoor door) throws InterruptedException {
    return switch (door.ask(service, DatagramRequest.SSDP_ROOT)) {
      case Reply.Unheard unheard -> unheard.outcome();
      case Reply.Heard heard ->
          switch (SsdpMessage.parse(heard.bytes())) {
            case Parsed.Bad<SsdpMessage>(String why) -> heard.garbled(heard.bytes(), why);
            case Parsed.Good<SsdpMessage>(SsdpMessage message) ->
                describe(service, door, message.header("location"));
          };
    };
  }

  private static ProbeOutcome describe(Service service, NetworkDoor door, String location)
      throws InterruptedException {
    Optional<OfferedPath> path =
        OfferedPath.from(location, service.address(), 80, false).filter(offered -> !offered.tls());
    if (path.isEmpty()) {
      return new ProbeOutcome.NotAsked(Rule.LOCATION_NOT_FOLLOWED.key());
    }
    Service web = Service.tcp(service.address(), door.ports().canonical(path.get().port()));
    return switch (door.ask(web, new HttpRequest.GetOffered(path.get()), false)) {
      case Reply.Unheard unheard -> unheard.outcome();
      case Reply.Heard heard ->
          switch (HttpMessage.parse(heard.bytes().head(LONGEST_DESCRIPTION))) {
            case Parsed.Bad<HttpMessage>(String why) -> HttpReading.garbled(heard, why);
            case Parsed.Good<HttpMessage>(HttpMessage message) ->
                read(heard, message, path.get(), door);
          };
    };
  }

  private static ProbeOutcome read(
      Reply.Heard heard, HttpMessage description, OfferedPath path, NetworkDoor door)
      throws InterruptedException {
    if (!(XmlText.parse(description.text()) instanceof Parsed.Good<XmlText>(XmlText xml))) {
      return HttpReading.garbled(heard, "the description is no XML");
    }
    Map<GatewayService, OfferedPath> services = services(heard.from(), xml, path);
    GatewayReading reading = new GatewayReading(heard, door);
    for (Map.Entry<GatewayService, OfferedPath> one : services.entrySet()) {
      reading.ask(one.getKey(), one.getValue());
    }
    return reading.outcome();
  }

  /// The services that may be asked and where they are; each kind once, in the order of the
  /// description.
  static Map<GatewayService, OfferedPath> services(
      Service host, XmlText description, OfferedPath path) {
    Optional<OfferedPath> base =
        description
            .first("URLBase")
            .map(url -> OfferedPath.service(url, host.address(), path))
            .orElse(Optional.of(path));
    Map<GatewayService, OfferedPath> services = new LinkedHashMap<>();
    Optional<GatewayService> current = Optional.empty();
    for (XmlText.Element element : description.elements()) {
      if (element.name().equals("serviceType")) {
        current = GatewayService.of(element.text());
      } else if (element.name().equals("controlURL") && current.isPresent() && base.isPresent()) {
        Optional<OfferedPath> where =
            OfferedPath.service(element.text(), host.address(), base.get())
                .filter(offered -> !offered.tls());
        if (where.isPresent()) {
          services.putIfAbsent(current.get(), where.get());
        }
        current = Optional.empty();
      }
    }
    return services;
  }
}
