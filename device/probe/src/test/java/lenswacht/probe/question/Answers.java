package lenswacht.probe.question;

import java.net.InetAddress;
import java.util.List;
import lenswacht.observation.Bytes;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.net.Mandates;
import lenswacht.probe.net.Reply;

/// Short ways for tests to hear something and to look at what was read from it.
public final class Answers {
  private Answers() {}

  /// `bytes` as heard from a UDP service.
  public static Reply.Heard heard(Bytes bytes) {
    return new Reply.Heard(
        Service.udp(InetAddress.ofLiteral("127.71.9.1"), 3702), Mandates.NOW, "test", bytes, false);
  }

  /// The answer in `outcome`.
  public static ProbeOutcome.Answered answered(ProbeOutcome outcome) {
    if (outcome instanceof ProbeOutcome.Answered answered) {
      return answered;
    }
    throw new AssertionError("not answered: " + outcome);
  }

  /// The texts of `observable` in `outcome`, in order.
  public static List<String> stated(ProbeOutcome outcome, Observable observable) {
    return answered(outcome).observations().stream()
        .filter(fact -> fact instanceof Observation.Stated)
        .map(fact -> (Observation.Stated) fact)
        .filter(fact -> fact.observable() == observable)
        .map(Observation.Stated::value)
        .toList();
  }

  /// The observations of one kind in `outcome`.
  public static <T extends Observation> List<T> of(ProbeOutcome outcome, Class<T> kind) {
    return answered(outcome).observations().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /// Has `reader` read every mangled form of `good`: each is an outcome, never an exception.
  public static void readOrRefused(AnswerReader reader, Bytes good) {
    for (Bytes bytes : Mangled.of(good)) {
      ProbeOutcome outcome = reader.read(heard(bytes));
      if (!(outcome instanceof ProbeOutcome.Answered || outcome instanceof ProbeOutcome.Garbled)) {
        throw new AssertionError(bytes + " gave " + outcome);
      }
    }
  }
}
