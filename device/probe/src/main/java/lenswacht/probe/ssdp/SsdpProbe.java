package lenswacht.probe.ssdp;

import java.util.List;
import lenswacht.observation.Observable;
import lenswacht.observation.ProbeOutcome;
import lenswacht.probe.net.DatagramRequest;
import lenswacht.probe.net.Reply.Heard;
import lenswacht.probe.question.DatagramProbe;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Reading;

/// Applies to UDP 1900. An ordinary question (ASK): UPnP's search for root devices.
public final class SsdpProbe implements DatagramProbe {
  @Override
  public String name() {
    return "ssdp";
  }

  @Override
  public List<DatagramRequest> requests() {
    return List.of(DatagramRequest.SSDP_ROOT);
  }

  @Override
  public ProbeOutcome read(Heard heard) {
    return switch (SsdpMessage.parse(heard.bytes())) {
      case Parsed.Bad<SsdpMessage>(String why) -> heard.garbled(heard.bytes(), why);
      case Parsed.Good<SsdpMessage>(SsdpMessage message) ->
          new Reading(heard.evidence())
              .state(Observable.SSDP_SERVER, message.header("server"))
              .state(Observable.SSDP_TYPE, message.header("st"))
              .state(Observable.SSDP_TYPE, message.header("usn"))
              .state(Observable.SSDP_LOCATION, message.header("location"))
              .outcome();
    };
  }
}
