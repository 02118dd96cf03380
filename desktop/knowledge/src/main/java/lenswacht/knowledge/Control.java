package lenswacht.knowledge;

import java.util.List;
import java.util.Optional;

/// One requirement of the pack. Its title is the sentence `control.<id>`.
///
/// @param id for example `NL-FR-1`
/// @param rules rules that show, when they fire, that it is not met; may be empty
/// @param provable whether it is met when none of its rules fires; otherwise that shows nothing
/// @param onlyIf a yes-no field that must hold for the control to apply
/// @param sources references, each `source` or `source:place`
public record Control(
    String id,
    List<String> rules,
    boolean provable,
    Optional<String> onlyIf,
    List<String> sources) {
  public Control {
    rules = List.copyOf(rules);
    sources = List.copyOf(sources);
  }
}
