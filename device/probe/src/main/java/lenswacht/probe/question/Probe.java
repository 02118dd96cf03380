package lenswacht.probe.question;

import java.util.List;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.net.NetworkDoor;

/// One question to one service, with its rule of applicability and its intrusiveness. A probe keeps
/// nothing between questions and may be used by many threads.
public interface Probe {
  /// The probe's name in the journal: short, lower case, with hyphens.
  String name();

  /// How far it goes.
  Intrusiveness intrusiveness();

  /// Whether this is a question for `service`, which carries its canonical port.
  ///
  /// @param soFar what has been observed on the service's host until now
  boolean appliesTo(Service service, List<Observation> soFar);

  /// Puts the question. Expected failure is an outcome.
  ProbeOutcome ask(Service service, NetworkDoor door) throws InterruptedException;
}
