package lenswacht.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lenswacht.knowledge.Control;
import lenswacht.knowledge.PolicyPack;
import lenswacht.knowledge.Truth;

/// Holds every control of a pack against all rated assets of a site. One asset that shows a control
/// unmet decides; one that leaves it open keeps it open.
final class ControlReader {
  private final PolicyPack pack;

  ControlReader(PolicyPack pack) {
    this.pack = pack;
  }

  /// One asset, as far as controls ask.
  record Judged(Facts facts, Reading reading) {}

  /// @param onDay the day for which is judged; a control that applies later does not apply
  Map<String, Verdict> read(List<Judged> assets, LocalDate onDay) {
    Map<String, Verdict> verdicts = new TreeMap<>();
    for (Control control : pack.controls()) {
      verdicts.put(
          control.id(),
          assets.stream()
              .map(asset -> verdict(control, asset, onDay))
              .reduce(ControlReader::graver)
              .orElse(Verdict.NOT_DETERMINED));
    }
    return verdicts;
  }

  /// The verdict on each control for one asset, with the rules it rests on.
  List<ControlAnswer> answers(Judged asset, LocalDate onDay) {
    return pack.controls().stream()
        .map(
            control ->
                new ControlAnswer(
                    control.id(),
                    verdict(control, asset, onDay),
                    rules(control, asset, Truth.YES),
                    rules(control, asset, Truth.NOT_DETERMINED)))
        .toList();
  }

  private static List<String> rules(Control control, Judged asset, Truth truth) {
    return control.rules().stream().filter(rule -> asset.reading().of(rule) == truth).toList();
  }

  private static Verdict verdict(Control control, Judged asset, LocalDate onDay) {
    if (control.appliesFrom().isPresent() && onDay.isBefore(control.appliesFrom().get())) {
      return Verdict.NOT_APPLICABLE;
    }
    Optional<String> applies = control.onlyIf().flatMap(asset.facts()::value);
    if (applies.isPresent() && applies.get().equals("no")) {
      return Verdict.NOT_APPLICABLE;
    }
    if (control.rules().isEmpty()) {
      return Verdict.NOT_DETERMINED;
    }
    Truth unmet = control.rules().stream().map(asset.reading()::of).reduce(Truth.NO, Truth::or);
    return switch (unmet) {
      case YES -> Verdict.NOT_SATISFIED;
      case NOT_DETERMINED -> Verdict.NOT_DETERMINED;
      case NO -> control.provable() ? Verdict.SATISFIED : Verdict.NOT_DETERMINED;
    };
  }

  private static Verdict graver(Verdict one, Verdict other) {
    for (Verdict verdict :
        List.of(Verdict.NOT_SATISFIED, Verdict.NOT_DETERMINED, Verdict.SATISFIED)) {
      if (one == verdict || other == verdict) {
        return verdict;
      }
    }
    return Verdict.NOT_APPLICABLE;
  }
}
