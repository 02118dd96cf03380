package lenswacht.probe.snmp;

import java.time.Duration;
import java.util.List;
import lenswacht.observation.Bytes;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.observation.Transport;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.Reply;
import lenswacht.probe.net.Reply.Heard;
import lenswacht.probe.net.SnmpRequest;
import lenswacht.probe.question.AnswerReader;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Probe;
import lenswacht.probe.question.Reading;

/// Applies to UDP 161. An ordinary question (ASK), but only with the communities that the mandate
/// supplies, each once, until one is answered. No community is ever guessed, and none is kept.
public final class SnmpProbe implements Probe, AnswerReader {
  private static final String SYSTEM = "1.3.6.1.2.1.1.";
  private static final String HARDWARE = "1.3.6.1.2.1.2.2.1.6.";

  @Override
  public String name() {
    return "snmp";
  }

  @Override
  public Intrusiveness intrusiveness() {
    return Intrusiveness.ASK;
  }

  @Override
  public boolean appliesTo(Service service, List<Observation> soFar) {
    return service.transport() == Transport.UDP && service.port() == SnmpRequest.PORT;
  }

  @Override
  public ProbeOutcome ask(Service service, NetworkDoor door) throws InterruptedException {
    ProbeOutcome last = new ProbeOutcome.Silent(Duration.ZERO);
    int communities = Math.max(1, door.mandate().snmpCommunities().size());
    for (int community = 0; community < communities; community++) {
      switch (door.ask(service, new SnmpRequest(community))) {
        case Heard heard -> {
          return read(heard);
        }
        case Reply.Unheard(ProbeOutcome.Silent silent) -> last = silent;
        case Reply.Unheard(ProbeOutcome outcome) -> {
          return outcome;
        }
      }
    }
    return last;
  }

  /// A response that cannot be read is not kept at all: the community stands somewhere in it.
  @Override
  public ProbeOutcome read(Heard heard) {
    return switch (SnmpMessage.parse(heard.bytes())) {
      case Parsed.Bad<SnmpMessage>(String why) -> heard.garbled(Bytes.EMPTY, why);
      case Parsed.Good<SnmpMessage>(SnmpMessage message) -> {
        Reading reading =
            new Reading(heard.evidence(message.kept()))
                .state(Observable.SNMP_DESCRIPTION, text(message, SYSTEM + "1.0"))
                .state(Observable.SNMP_OBJECT, text(message, SYSTEM + "2.0"))
                .state(Observable.SNMP_NAME, text(message, SYSTEM + "5.0"))
                .field(Observable.SNMP_FIELD, "uptime", text(message, SYSTEM + "3.0"));
        for (int i = 1; i <= 2; i++) {
          reading.hardware(message.octets().getOrDefault(HARDWARE + i, Bytes.EMPTY).hex());
        }
        yield reading.outcome();
      }
    };
  }

  private static String text(SnmpMessage message, String name) {
    return message.texts().getOrDefault(name, "");
  }
}
