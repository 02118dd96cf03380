package lenswacht.probe.sadp;

import java.util.List;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.probe.net.DatagramRequest;
import lenswacht.probe.net.Reply.Heard;
import lenswacht.probe.question.DatagramProbe;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Reading;
import lenswacht.probe.question.Secrets;

/// Applies to UDP 37020. An ordinary question (ASK): the Hikvision family's inquiry. Answers tell
/// model, firmware, serial number and whether a password was ever set; salts are blanked.
public final class SadpProbe implements DatagramProbe {
  private static final List<String> TOLD =
      List.of(
          "DeviceType",
          "DSPVersion",
          "CommandPort",
          "HttpPort",
          "HttpsPort",
          "RtspPort",
          "SDKOverTLSPort",
          "IPv4Address",
          "IPv4Gateway",
          "DHCP",
          "DigitalChannelNum",
          "AnalogChannelNum",
          "DiskNumber",
          "BootTime",
          "ResetAbility",
          "PasswordResetAbility",
          "SupportSecurityQuestion",
          "SupportHCPlatform",
          "HCPlatformEnable",
          "DeviceLock",
          "Activated");

  @Override
  public String name() {
    return "sadp";
  }

  @Override
  public List<DatagramRequest> requests() {
    return List.of(DatagramRequest.SADP_INQUIRY);
  }

  @Override
  public ProbeOutcome read(Heard heard) {
    return switch (SadpMessage.parse(heard.bytes())) {
      case Parsed.Bad<SadpMessage>(String why) ->
          heard.garbled(Secrets.blanked(heard.bytes()), why);
      case Parsed.Good<SadpMessage>(SadpMessage message) -> read(heard, message);
    };
  }

  private static ProbeOutcome read(Heard heard, SadpMessage message) {
    Reading reading =
        new Reading(heard.evidence(Secrets.blanked(heard.bytes())))
            .state(Observable.SADP_MODEL, message.model())
            .state(Observable.SADP_FIRMWARE, message.firmware())
            .state(Observable.SADP_SERIAL, message.serial())
            .state(Observable.SADP_OEM, message.brand())
            .hardware(message.hardware());
    TOLD.forEach(name -> reading.field(Observable.SADP_FIELD, name, message.xml().text(name)));
    if (message.xml().degraded()) {
      reading.field(Observable.SADP_FIELD, "degraded", "true");
    }
    message
        .activated()
        .ifPresent(is -> reading.add(new Observation.Activation(heard.from(), is, reading.id())));
    message
        .cloud()
        .ifPresent(is -> reading.add(new Observation.CloudRelay(heard.from(), is, reading.id())));
    return reading.outcome();
  }
}
