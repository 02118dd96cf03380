package lenswacht.probe.ssdp;

import java.util.List;
import java.util.Optional;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.http.HttpReading;
import lenswacht.probe.net.DatagramRequest;
import lenswacht.probe.net.HttpRequest;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.OfferedPath;
import lenswacht.probe.net.Reply;
import lenswacht.probe.net.Rule;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Probe;
import lenswacht.probe.question.Reading;
import lenswacht.probe.question.XmlText;

/// Applies to UDP 1900 of hosts that offered a LOCATION in answer to a search. An ordinary question
/// (ASK): the search once more, then GET of the UPnP description, if it is on the very host that
/// answered and the path is harmless.
public final class DescriptionProbe implements Probe {
  @Override
  public String name() {
    return "upnp-description";
  }

  @Override
  public Intrusiveness intrusiveness() {
    return Intrusiveness.ASK;
  }

  @Override
  public boolean appliesTo(Service service, List<Observation> soFar) {
    return service.port() == DatagramRequest.SSDP_ROOT.port()
        && soFar.stream()
            .anyMatch(
                fact ->
                    fact instanceof Observation.Stated stated
                        && stated.service().equals(service)
                        && stated.observable() == Observable.SSDP_LOCATION);
  }

  @Override
  public ProbeOutcome ask(Service service, NetworkDoor door) throws InterruptedException {
    return switch (door.ask(service, DatagramRequest.SSDP_ROOT)) {
      case Reply.Unheard unheard -> unheard.outcome();
      case Reply.Heard heard ->
          switch (SsdpMessage.parse(heard.bytes())) {
            case Parsed.Bad<SsdpMessage>(String why) -> heard.garbled(heard.bytes(), why);
            case Parsed.Good<SsdpMessage>(SsdpMessage message) -> fetch(service, door, message);
          };
    };
  }

  private static ProbeOutcome fetch(Service service, NetworkDoor door, SsdpMessage message)
      throws InterruptedException {
    Optional<OfferedPath> path =
        OfferedPath.from(message.header("location"), service.address(), 80, false)
            .filter(offered -> !offered.tls());
    if (path.isEmpty()) {
      return new ProbeOutcome.NotAsked(Rule.LOCATION_NOT_FOLLOWED.key());
    }
    Service web = Service.tcp(service.address(), door.ports().canonical(path.get().port()));
    return switch (door.ask(web, new HttpRequest.GetOffered(path.get()), false)) {
      case Reply.Unheard unheard -> unheard.outcome();
      case Reply.Heard heard ->
          switch (HttpReading.of(heard, false)) {
            case Parsed.Bad<HttpReading.Page>(String why) -> HttpReading.garbled(heard, why);
            case Parsed.Good<HttpReading.Page>(HttpReading.Page page) -> read(page);
          };
    };
  }

  private static ProbeOutcome read(HttpReading.Page page) {
    Reading reading = page.reading();
    if (page.message().status() == 200
        && XmlText.parse(page.message().text()) instanceof Parsed.Good<XmlText>(XmlText xml)
        && xml.contains("device")) {
      reading
          .state(Observable.UPNP_MANUFACTURER, xml.text("manufacturer"))
          .state(Observable.UPNP_MODEL, xml.text("modelName"))
          .state(Observable.UPNP_MODEL_NUMBER, xml.text("modelNumber"))
          .state(Observable.UPNP_NAME, xml.text("friendlyName"))
          .state(Observable.UPNP_TYPE, xml.text("deviceType"))
          .state(Observable.UPNP_SERIAL, xml.text("serialNumber"));
    }
    return reading.outcome();
  }
}
