package lenswacht.console.mandate;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.desk.Trouble;
import lenswacht.console.look.Panes;
import lenswacht.console.page.Draft;
import lenswacht.console.page.Form;
import lenswacht.console.page.RangeList;
import lenswacht.console.text.Phrase;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Mandate;
import lenswacht.observation.MomentText;
import lenswacht.observation.OutsideEndpoint;
import lenswacht.observation.ScanScope;
import lenswacht.observation.SnmpCommunity;

/// Writes a mandate: who allowed what, where, when and how far. What is half filled in stays.
final class MandateForm {
  private static final int USUAL_PACE = 1000;

  private final Surroundings around;
  private final Consumer<Mandate> sign;
  private final Draft draft;
  private final TextField site;
  private final TextField issuedBy;
  private final TextField witness;
  private final ComboBox<Intrusiveness> level;
  private final TextField ranges;
  private final TextField never;
  private final TextField from;
  private final TextField until;
  private final TextField pace;
  private final TextField communities;
  private final TextField wayOut;
  private final CheckBox reads = new CheckBox();
  private final CheckBox serials = new CheckBox();
  private final CheckBox callers = new CheckBox();
  private final VBox root;

  /// @param sign signs what was written
  MandateForm(Surroundings around, Consumer<Mandate> sign) {
    this.around = around;
    this.sign = sign;
    this.draft = new Draft(around, "mandate");
    Form form = new Form(around.texts());
    site = form.words("mandate-site", "mandate.site");
    issuedBy = form.words("mandate-issued-by", "mandate.issued-by");
    witness = form.words("mandate-witness", "mandate.witness");
    level =
        form.choice(
            "mandate-level",
            Phrase.of("mandate.level"),
            List.of(Intrusiveness.values()),
            MandateForm::words);
    level.setValue(Intrusiveness.ASK);
    ranges = form.words("mandate-ranges", "mandate.ranges");
    ranges.setPromptText("10.20.30.0/24 10.20.31.0/24");
    never = form.words("mandate-never", "mandate.never");
    never.setPromptText("10.20.30.5");
    from = form.words("mandate-from", "mandate.from");
    from.setPromptText("2026-11-20T09:00");
    until = form.words("mandate-until", "mandate.until");
    until.setPromptText("2026-11-20T17:00");
    pace = form.words("mandate-pace", "mandate.pace");
    pace.setText(Integer.toString(USUAL_PACE));
    communities = form.words("mandate-communities", "mandate.communities");
    wayOut = form.words("mandate-way-out", "mandate.way-out");
    wayOut.setPromptText("example.org=192.0.2.1:443");
    for (TextField field :
        List.of(site, issuedBy, witness, ranges, never, from, until, pace, communities, wayOut)) {
      draft.words(field);
    }
    draft.choice(level, Enum::name);
    reads.setSelected(true);
    root =
        Panes.card(
            Panes.label(around.texts().of("mandate.write"), "layer-title"),
            Panes.paragraph(around.texts().of("mandate.write.why"), "muted"),
            draft.note(),
            form.root(),
            box(reads, "mandate-reads", "mandate.reads"),
            box(serials, "mandate-serials", "mandate.serials"),
            box(callers, "mandate-callers", "mandate.callers"),
            Panes.button("mandate-sign", around.texts().of("mandate.sign"), this::make, "accent"));
    root.setId("mandate-form");
  }

  Region root() {
    return root;
  }

  /// Puts the keyboard into the first field.
  void enter() {
    site.requestFocus();
  }

  /// It was signed and kept: the form is empty again.
  void done() {
    draft.clear();
  }

  static Phrase words(Intrusiveness level) {
    return Phrase.of("mandate.level." + level.name().toLowerCase(Locale.ROOT));
  }

  private Node box(CheckBox box, String id, String key) {
    Panes.name(box, id, around.texts().of(key));
    box.textProperty().bind(around.texts().of(key));
    box.setTooltip(null);
    box.setWrapText(true);
    return box;
  }

  private void make() {
    Optional<Mandate> made = mandate();
    made.ifPresent(sign);
  }

  private Optional<Mandate> mandate() {
    if (site.getText().isBlank()) {
      return refuse("trouble.mandate.site");
    }
    RangeList allowed = RangeList.read(ranges.getText());
    RangeList excluded = RangeList.read(never.getText());
    Optional<String> wrong = allowed.wrong().or(excluded::wrong);
    if (wrong.isPresent()) {
      return refuse("trouble.range", "word", wrong.get());
    }
    if (allowed.ranges().isEmpty()) {
      return refuse("trouble.mandate.ranges");
    }
    ZoneId zone = around.clock().getZone();
    Optional<Instant> begin =
        from.getText().isBlank()
            ? Optional.of(around.clock().instant())
            : MomentText.read(from.getText(), false, zone);
    Optional<Instant> end = MomentText.read(until.getText(), true, zone);
    if (begin.isEmpty() || end.isEmpty() || !end.get().isAfter(begin.get())) {
      return refuse("trouble.mandate.window");
    }
    if (!pace.getText().strip().matches("[1-9][0-9]{0,5}")) {
      return refuse("trouble.mandate.pace");
    }
    return written(new ScanScope(allowed.ranges(), excluded.ranges()), begin.get(), end.get());
  }

  private Optional<Mandate> written(ScanScope scope, Instant begin, Instant end) {
    if (scope.objection().isPresent()) {
      return refuse("trouble.mandate.scope");
    }
    try {
      return Optional.of(
          new Mandate(
              "M-" + UUID.randomUUID().toString().substring(0, 8),
              site.getText().strip(),
              issuedBy.getText().strip(),
              scope,
              begin,
              end,
              level.getValue(),
              Integer.parseInt(pace.getText().strip()),
              reads.isSelected(),
              words(communities).stream().map(SnmpCommunity::new).toList(),
              serials.isSelected(),
              callers.isSelected(),
              words(wayOut).stream().map(OutsideEndpoint::parse).toList(),
              witness.getText().strip()));
    } catch (IllegalArgumentException wrong) {
      return refuse("trouble.mandate.parts");
    }
  }

  private static List<String> words(TextField field) {
    return Arrays.stream(field.getText().strip().split("[\\s,;]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private Optional<Mandate> refuse(String key, Object... namesAndValues) {
    around.desk().fail(new Trouble(Phrase.of(key, namesAndValues), Phrase.of(key + ".next")));
    return Optional.empty();
  }
}
