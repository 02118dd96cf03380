package lenswacht.probe.tapo;

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

/// Applies to UDP 20002. An ordinary question (ASK): the TP-Link family's search. Answers tell what
/// it is, model, firmware with build date, and whether it is still in its factory state.
public final class TapoProbe implements DatagramProbe {
  private static final List<String> TOLD =
      List.of(
          "device_type",
          "device_model",
          "firmware_version",
          "hardware_version",
          "factory_default",
          "is_support_iot_cloud",
          "obd_src",
          "protocol_version");

  @Override
  public String name() {
    return "tp-link";
  }

  @Override
  public List<DatagramRequest> requests() {
    return List.of(DatagramRequest.TAPO_DISCOVERY);
  }

  @Override
  public ProbeOutcome read(Heard heard) {
    return switch (TapoMessage.parse(heard.bytes())) {
      case Parsed.Bad<TapoMessage>(String why) ->
          heard.garbled(Secrets.blanked(heard.bytes()), why);
      case Parsed.Good<TapoMessage>(TapoMessage message) -> {
        Reading reading =
            new Reading(heard.evidence(Secrets.blanked(heard.bytes())))
                .hardware(message.text("mac"));
        TOLD.forEach(name -> reading.field(Observable.TDP_FIELD, name, message.text(name)));
        switch (message.text("factory_default")) {
          case "true" -> reading.add(new Observation.Activation(heard.from(), false, reading.id()));
          case "false" -> reading.add(new Observation.Activation(heard.from(), true, reading.id()));
          default -> {
            // Neither yes nor no: not determined.
          }
        }
        yield reading.outcome();
      }
    };
  }
}
