package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lenswacht.assessment.StatedFacts;
import lenswacht.assessment.biometric.BiometricField;
import lenswacht.assessment.biometric.BiometricSystem;
import lenswacht.assessment.biometric.RatedSystem;
import lenswacht.report.content.Chapter;
import lenswacht.report.content.Content;

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

  Chapter section() {
    List<Content> parts = new ArrayList<>();
    parts.add(wording.paragraph("biometric.about"));
    for (RatedSystem system : systems) {
      parts.add(Content.heading(3, system.system().name()));
      parts.add(Tables.pairs(rows(system)));
    }
    return new Chapter("biometric", wording.say("biometric.title"), Content.several(parts));
  }

  private List<List<Content>> rows(RatedSystem rated) {
    BiometricSystem system = rated.system();
    List<List<Content>> rows = new ArrayList<>();
    rows.add(row("biometric.kind", Content.text(wording.say("biometric.kind", system.kind()))));
    if (!system.assets().isEmpty()) {
      rows.add(row("biometric.assets", Content.text(String.join(", ", system.assets()))));
    }
    for (BiometricField field : SHOWN) {
      rows.add(row("biometric." + field.column(), said(system.value(field))));
    }
    rows.add(row("axis.ESPIONAGE", level(rated, true)));
    rows.add(row("axis.PRIVACY", level(rated, false)));
    List<Content> controls = new ArrayList<>();
    rated
        .controls()
        .forEach(
            (id, verdict) ->
                controls.add(Content.several(Content.text(id + ": "), marks.of(verdict))));
    rows.add(row("biometric.controls", Tables.lines(controls)));
    rated
        .rated()
        .map(BiometricSection::rules)
        .filter(rules -> !rules.isEmpty())
        .ifPresent(rules -> rows.add(row("biometric.rules", Content.text(rules))));
    return rows;
  }

  private List<Content> row(String key, Content value) {
    return List.of(Content.text(wording.say(key)), value);
  }

  private Content said(Optional<String> value) {
    return value
        .<Content>map(text -> Content.text(wording.sayOr("biometric.value." + text, text)))
        .orElseGet(() -> marks.notDetermined("not-determined"));
  }

  private Content level(RatedSystem rated, boolean isEspionage) {
    return rated
        .rated()
        .map(one -> marks.of((isEspionage ? one.espionage() : one.privacy()).level()))
        .orElseGet(() -> Content.text(wording.say("biometric.not-rated")));
  }

  private static String rules(StatedFacts rated) {
    return rated.findings().stream()
        .map(finding -> finding.rule())
        .collect(Collectors.joining(" "));
  }
}
