package lenswacht.probe.wsdiscovery;

import java.util.List;
import java.util.Locale;
import lenswacht.observation.Observable;
import lenswacht.observation.ProbeOutcome;
import lenswacht.probe.net.DatagramRequest;
import lenswacht.probe.net.Reply.Heard;
import lenswacht.probe.question.DatagramProbe;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Reading;

/// Applies to UDP 3702. An ordinary question (ASK): ONVIF's search, for video transmitters, then
/// for the type Device, then for anything, as some makers answer one form only.
public final class WsDiscoveryProbe implements DatagramProbe {
  private static final List<String> HARDWARE = List.of("/macaddress/", "/mac/");

  @Override
  public String name() {
    return "ws-discovery";
  }

  @Override
  public List<DatagramRequest> requests() {
    return List.of(
        DatagramRequest.WS_DISCOVERY_VIDEO,
        DatagramRequest.WS_DISCOVERY_DEVICE,
        DatagramRequest.WS_DISCOVERY_ANY);
  }

  @Override
  public ProbeOutcome read(Heard heard) {
    return switch (WsDiscoveryMessage.parse(heard.bytes())) {
      case Parsed.Bad<WsDiscoveryMessage>(String why) -> heard.garbled(heard.bytes(), why);
      case Parsed.Good<WsDiscoveryMessage>(WsDiscoveryMessage message) -> {
        Reading reading = new Reading(heard.evidence());
        reading.state(Observable.ONVIF_ENDPOINT, message.address());
        message.types().forEach(type -> reading.state(Observable.ONVIF_TYPE, type));
        message.scopes().forEach(scope -> readScope(reading, scope));
        message
            .serviceAddresses()
            .forEach(address -> reading.state(Observable.ONVIF_XADDR, address));
        yield reading.outcome();
      }
    };
  }

  private static void readScope(Reading reading, String scope) {
    reading.state(Observable.ONVIF_SCOPE, scope);
    String lower = scope.toLowerCase(Locale.ROOT);
    for (String category : HARDWARE) {
      int at = lower.indexOf(category);
      if (at >= 0) {
        reading.hardware(scope.substring(at + category.length()));
      }
    }
  }
}
