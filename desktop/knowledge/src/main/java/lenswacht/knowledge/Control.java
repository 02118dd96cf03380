package lenswacht.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One requirement of the pack. Its title is the sentence `control.<id>`.
///
/// @param id for example `NL-FR-1`
/// @param rules rules that show, when they fire, that it is not met; may be empty
/// @param provable whether it is met when none of its rules fires; otherwise that shows nothing
/// @param onlyIf a yes-no field that must hold for the control to apply
/// @param basis what it rests on
/// @param appliesFrom the first day it applies, where the text names one that matters
/// @param standing what kind of text it rests on
public record Control(
    String id,
    List<String> rules,
    boolean provable,
    Optional<String> onlyIf,
    Basis basis,
    Optional<LocalDate> appliesFrom,
    Standing standing) {
  public Control {
    rules = List.copyOf(rules);
  }

  /// References, each `source` or `source:place`.
  public List<String> sources() {
    return basis.sources();
  }

  /// Key of its title.
  public String titleKey() {
    return "control." + id;
  }
}
