package lenswacht.probe.question;

import java.util.List;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.observation.Transport;
import lenswacht.probe.net.DatagramRequest;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.Reply;

/// A probe that puts its question in a datagram and reads the datagram that comes back. An ordinary
/// question (ASK): the search that the maker's own tools send.
public interface DatagramProbe extends Probe, AnswerReader {
  /// The question, in each form that some answer only to; the first answer ends it.
  List<DatagramRequest> requests();

  /// The question as it is put to everybody on a network at once, in each form that some answer
  /// only to.
  default List<DatagramRequest> searches() {
    return requests();
  }

  @Override
  default Intrusiveness intrusiveness() {
    return Intrusiveness.ASK;
  }

  @Override
  default boolean appliesTo(Service service, List<Observation> soFar) {
    return service.transport() == Transport.UDP && service.port() == requests().getFirst().port();
  }

  @Override
  default ProbeOutcome ask(Service service, NetworkDoor door) throws InterruptedException {
    return switch (door.ask(service, requests().toArray(DatagramRequest[]::new))) {
      case Reply.Unheard unheard -> unheard.outcome();
      case Reply.Heard heard -> read(heard);
    };
  }
}
