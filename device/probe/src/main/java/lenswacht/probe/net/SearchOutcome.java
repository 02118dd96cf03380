package lenswacht.probe.net;

import java.util.List;
import java.util.Optional;
import lenswacht.probe.net.Reply.Heard;

/// What the searches on one port brought from one network.
///
/// @param segment the network
/// @param port the port that was asked
/// @param six whether the groups of IPv6 were asked
/// @param heard the answers of hosts inside the mandate, in the order they came
/// @param strangers number of answers from elsewhere, which were not looked at
/// @param impossible why nothing could be asked or heard, if so
public record SearchOutcome(
    LocalSegment segment,
    int port,
    boolean six,
    List<Heard> heard,
    long strangers,
    Optional<String> impossible) {
  public SearchOutcome {
    heard = List.copyOf(heard);
  }
}
