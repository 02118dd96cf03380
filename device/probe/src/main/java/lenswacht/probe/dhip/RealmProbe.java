package lenswacht.probe.dhip;

import java.util.List;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.PortPlan;
import lenswacht.probe.net.Reply;
import lenswacht.probe.net.StreamRequest;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Probe;
import lenswacht.probe.question.Reading;

/// Applies to the Dahua family's private port. An ordinary question (ASK): 32 octets that ask for a
/// login's realm and carry neither name nor password. The realm holds the serial number.
public final class RealmProbe implements Probe {
  @Override
  public String name() {
    return "dahua-realm";
  }

  @Override
  public Intrusiveness intrusiveness() {
    return Intrusiveness.ASK;
  }

  @Override
  public boolean appliesTo(Service service, List<Observation> soFar) {
    return PortPlan.DAHUA_PRIVATE.contains(service.port());
  }

  @Override
  public ProbeOutcome ask(Service service, NetworkDoor door) throws InterruptedException {
    return switch (door.ask(service, StreamRequest.DAHUA_REALM)) {
      case Reply.Unheard unheard -> unheard.outcome();
      case Reply.Heard heard ->
          switch (RealmMessage.parse(heard.bytes())) {
            case Parsed.Bad<RealmMessage>(String why) -> heard.garbled(heard.bytes(), why);
            case Parsed.Good<RealmMessage>(RealmMessage message) -> {
              Reading reading =
                  new Reading(heard.evidence())
                      .field(Observable.DHIP_FIELD, "Realm", message.realm());
              message.serial().ifPresent(s -> reading.state(Observable.DHIP_SERIAL, s));
              yield reading.outcome();
            }
          };
    };
  }
}
