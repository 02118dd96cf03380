package lenswacht.probe.tapo;

import java.util.List;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.net.DatagramRequest;
import lenswacht.probe.net.Reply.Heard;
import lenswacht.probe.question.Hint;
import lenswacht.probe.question.MakerProbe;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Reading;
import lenswacht.probe.question.Secrets;

/// Applies to UDP 20002. An ordinary question (ASK): the TP-Link family's search. Answers tell what
/// it is, model, firmware with build date, and whether it is still in its factory state.
///
/// There are two: one asks plainly, whatever the host; the other sends a key, without which newer
/// firmware does not answer, where something points to the maker and the plain question brought
/// nothing. What comes encrypted stays unread.
public final class TapoProbe implements MakerProbe {
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

  private final boolean keyed;

  private TapoProbe(boolean keyed) {
    this.keyed = keyed;
  }

  /// The plain question.
  public static TapoProbe plain() {
    return new TapoProbe(false);
  }

  /// The question with a key.
  public static TapoProbe keyed() {
    return new TapoProbe(true);
  }

  @Override
  public String name() {
    return keyed ? "tp-link-keyed" : "tp-link";
  }

  @Override
  public List<DatagramRequest> requests() {
    return List.of(keyed ? DatagramRequest.TAPO_DISCOVERY_KEYED : DatagramRequest.TAPO_DISCOVERY);
  }

  @Override
  public List<DatagramRequest> searches() {
    return List.of(DatagramRequest.TAPO_DISCOVERY, DatagramRequest.TAPO_DISCOVERY_KEYED);
  }

  @Override
  public List<String> words() {
    return List.of("tp-link", "tplink", "tapo", "vigi");
  }

  @Override
  public boolean appliesTo(Service service, List<Observation> soFar) {
    return MakerProbe.super.appliesTo(service, soFar)
        && (!keyed || (isHinted(soFar, List.of()) && !Hint.has(soFar, Observable.TDP_FIELD)));
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
