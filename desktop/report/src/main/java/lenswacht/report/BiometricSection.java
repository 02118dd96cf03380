package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lenswacht.assessment.StatedFacts;
import lenswacht.assessment.biometric.BiometricField;
import lenswacht.assessment.biometric.BiometricSystem;
import lenswacht.assessment.biometric.RatedSystem;

/// The systems that tell faces apart, beside the cameras: what each is for and rests on, both
/// ratings, the controls, and what nobody said.
final class BiometricSection {
  private static final List<BiometricField> SHOWN =
      List.of(
          BiometricField.PURPOSE,
          BiometricField.REGIME,
          BiometricField.LEGAL_BASIS,
          BiometricField.REFERENCE_DATABASE,
          BiometricField.ORIGIN,
          BiometricField.REVIEW_OUTCOME,
          BiometricField.REVIEW_DATE,
          BiometricField.GO_LIVE,
          BiometricField.AUTHORITY_PER_SEARCH,
          BiometricField.HUMAN_REVIEW,
          BiometricField.THRESHOLD);

  private final List<RatedSystem> systems;
  private final Wording wording;
  private final LevelMark marks;

  BiometricSection(List<RatedSystem> systems, Wording wording) {
    this.systems = List.copyOf(systems);
    this.wording = wording;
    this.marks = new LevelMark(wording);
  }

  Section section() {
    List<Html> parts = new ArrayList<>();
    parts.add(wording.paragraph("biometric.about"));
    for (RatedSystem system : systems) {
      parts.add(Html.element("h3", system.system().name()));
      parts.add(Tables.pairs(rows(system)));
    }
    return new Section("biometric", wording.say("biometric.title"), Html.several(parts));
  }

  private List<List<Html>> rows(RatedSystem rated) {
    BiometricSystem system = rated.system();
    List<List<Html>> rows = new ArrayList<>();
    rows.add(row("biometric.kind", Html.text(wording.say("biometric.kind", system.kind()))));
    if (!system.assets().isEmpty()) {
      rows.add(row("biometric.assets", Html.text(String.join(", ", system.assets()))));
    }
    for (BiometricField field : SHOWN) {
      rows.add(row("biometric." + field.column(), said(system.value(field))));
    }
    rows.add(row("axis.ESPIONAGE", level(rated, true)));
    rows.add(row("axis.PRIVACY", level(rated, false)));
    List<Html> controls = new ArrayList<>();
    rated
        .controls()
        .forEach(
            (id, verdict) ->
                controls.add(Html.element("div", Html.text(id + ": "), marks.of(verdict))));
    rows.add(row("biometric.controls", Html.several(controls)));
    rated
        .rated()
        .map(BiometricSection::rules)
        .filter(rules -> !rules.isEmpty())
        .ifPresent(rules -> rows.add(row("biometric.rules", Html.text(rules))));
    return rows;
  }

  private List<Html> row(String key, Html value) {
    return List.of(Html.text(wording.say(key)), value);
  }

  private Html said(Optional<String> value) {
    return value
        .<Html>map(text -> Html.text(wording.sayOr("biometric.value." + text, text)))
        .orElseGet(() -> marks.notDetermined("not-determined"));
  }

  private Html level(RatedSystem rated, boolean isEspionage) {
    return rated
        .rated()
        .map(one -> marks.of((isEspionage ? one.espionage() : one.privacy()).level()))
        .orElseGet(() -> Html.text(wording.say("biometric.not-rated")));
  }

  private static String rules(StatedFacts rated) {
    return rated.findings().stream()
        .map(finding -> finding.rule())
        .collect(Collectors.joining(" "));
  }
}
