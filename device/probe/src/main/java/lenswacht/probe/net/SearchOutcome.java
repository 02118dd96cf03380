package lenswacht.probe.net;

import java.util.List;
import java.util.Optional;
import lenswacht.probe.net.Reply.Heard;

/// What a multicast search on one interface brought.
///
/// @param heard the answers of hosts inside the mandate, in the order they came
/// @param strangers number of answers from elsewhere, which were not looked at
/// @param impossible why nothing could be asked or heard, if so
public record SearchOutcome(List<Heard> heard, long strangers, Optional<String> impossible) {
  public SearchOutcome {
    heard = List.copyOf(heard);
  }

  static SearchOutcome impossible(String reason) {
    return new SearchOutcome(List.of(), 0, Optional.of(reason));
  }
}
