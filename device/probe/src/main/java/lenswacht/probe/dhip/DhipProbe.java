package lenswacht.probe.dhip;

import java.util.List;
import lenswacht.observation.Observable;
import lenswacht.observation.ProbeOutcome;
import lenswacht.probe.net.DatagramRequest;
import lenswacht.probe.net.Reply.Heard;
import lenswacht.probe.question.DatagramProbe;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Reading;

/// Applies to UDP 37810. An ordinary question (ASK): the Dahua family's search. Answers tell model,
/// firmware without build date, serial number and the brand on the label.
public final class DhipProbe implements DatagramProbe {
  private static final List<String> TOLD =
      List.of(
          "Manufacturer",
          "MachineName",
          "Port",
          "HttpPort",
          "Init",
          "Find",
          "VideoInputChannels",
          "RemoteVideoInputChannels",
          "IPv4Address.DefaultGateway",
          "IPv4Address.DhcpEnable",
          "IPv4Address.IPAddress");

  @Override
  public String name() {
    return "dhip";
  }

  @Override
  public List<DatagramRequest> requests() {
    return List.of(DatagramRequest.DHIP_SEARCH);
  }

  @Override
  public List<DatagramRequest> searches() {
    return List.of(DatagramRequest.DHIP_SEARCH, DatagramRequest.DHIP_SEARCH_ALL);
  }

  @Override
  public ProbeOutcome read(Heard heard) {
    return switch (DhipMessage.parse(heard.bytes())) {
      case Parsed.Bad<DhipMessage>(String why) -> heard.garbled(heard.bytes(), why);
      case Parsed.Good<DhipMessage>(DhipMessage message) -> {
        Reading reading =
            new Reading(heard.evidence())
                .state(Observable.DHIP_MODEL, message.text("DeviceType"))
                .state(Observable.DHIP_FIRMWARE, message.text("Version"))
                .state(Observable.DHIP_SERIAL, message.text("SerialNo"))
                .state(Observable.DHIP_VENDOR, message.text("Vendor"))
                .state(Observable.DHIP_CLASS, message.text("DeviceClass"))
                .hardware(message.text("mac"));
        TOLD.forEach(name -> reading.field(Observable.DHIP_FIELD, name, message.text(name)));
        if (message.json().degraded()) {
          reading.field(Observable.DHIP_FIELD, "degraded", "true");
        }
        yield reading.outcome();
      }
    };
  }
}
