package lenswacht.assessment;

import java.util.List;

/// The verdict on one control for one asset, with the rules it rests on.
///
/// @param control id, for example `NL-FR-1`
/// @param verdict whether it is met
/// @param fired rules that show it unmet
/// @param open rules that could still show it unmet
public record ControlAnswer(
    String control, Verdict verdict, List<String> fired, List<String> open) {
  public ControlAnswer {
    fired = List.copyOf(fired);
    open = List.copyOf(open);
  }
}
