package lenswacht.console.separation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lenswacht.assessment.separation.Agreement;
import lenswacht.assessment.separation.Zone;
import lenswacht.assessment.separation.ZonePlan;
import lenswacht.console.desk.CaseChange;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.desk.Trouble;
import lenswacht.console.look.Panes;
import lenswacht.console.page.Draft;
import lenswacht.console.page.Form;
import lenswacht.console.page.RangeList;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.knowledge.ZoneRole;

/// The zones of the site and what was agreed between them: one at a time, kept at once.
final class ZoneForm {
  private static final int LONGEST_NAME = 80;

  private final Surroundings around;
  private final Texts texts;
  private final ZonePlan plan;
  private final Draft draft;

  ZoneForm(Surroundings around, ZonePlan plan) {
    this.around = around;
    this.texts = around.texts();
    this.plan = plan;
    this.draft = new Draft(around, "separation-zone");
  }

  Node root() {
    VBox all = Panes.card(Panes.label(texts.of("separation.zones"), "layer-title"));
    all.setId("separation-zones");
    all.getChildren().add(Panes.paragraph(texts.of("separation.zones.why"), "muted"));
    for (int i = 0; i < plan.zones().size(); i++) {
      all.getChildren().add(zone(plan.zones().get(i), i));
    }
    all.getChildren().add(freshZone());
    if (plan.zones().size() > 1) {
      all.getChildren().add(agreement());
    }
    return all;
  }

  private Node zone(Zone zone, int number) {
    HBox line =
        new HBox(
            10,
            Panes.label(
                texts.of(
                    "separation.zone",
                    "name",
                    zone.name(),
                    "role",
                    role(zone.role()),
                    "ranges",
                    zone.ranges().isEmpty()
                        ? Phrase.of("separation.no-ranges")
                        : Phrase.verbatim(
                            String.join(
                                ", ", zone.ranges().stream().map(Object::toString).toList())))),
            Panes.filler(),
            Panes.button(
                "separation-remove-" + number,
                texts.of("separation.remove", "zone", zone.name()),
                () -> remove(zone),
                "small"));
    line.getStyleClass().add("bar");
    return line;
  }

  private static Phrase role(ZoneRole role) {
    return Phrase.of("separation.role." + role.word());
  }

  private Node freshZone() {
    TextField name = field("separation-zone-name", "separation.zone-name", 16);
    ComboBox<ZoneRole> role =
        Form.choice(
            texts,
            "separation-zone-role",
            Phrase.of("separation.zone-role"),
            List.of(ZoneRole.values()),
            ZoneForm::role);
    role.setValue(ZoneRole.CAMERA);
    TextField ranges = field("separation-zone-ranges", "separation.zone-ranges", 20);
    HBox line =
        new HBox(
            8,
            name,
            role,
            ranges,
            Panes.button(
                "separation-zone-add",
                texts.of("separation.zone-add"),
                () -> add(name.getText(), Form.chosen(role), RangeList.read(ranges.getText()))));
    line.getStyleClass().add("bar");
    draft.words(name).words(ranges).choice(role, ZoneRole::word);
    return new VBox(4, draft.note(), line);
  }

  private TextField field(String id, String key, int columns) {
    TextField field = new TextField();
    Panes.name(field, id, texts.of(key));
    field.promptTextProperty().bind(texts.of(key));
    field.setPrefColumnCount(columns);
    return field;
  }

  private Node agreement() {
    List<String> names = plan.zones().stream().map(Zone::name).toList();
    ComboBox<String> from = zones("separation-agreed-from", "separation.from", names);
    ComboBox<String> to = zones("separation-agreed-to", "separation.to", names);
    ComboBox<Agreement.Wanted> wanted =
        Form.choice(
            texts,
            "separation-agreed-wanted",
            Phrase.of("separation.agreed"),
            List.of(Agreement.Wanted.values()),
            one -> Phrase.of("separation.wanted." + one.name().toLowerCase(java.util.Locale.ROOT)));
    wanted.setValue(Agreement.Wanted.CLOSED);
    HBox line =
        new HBox(
            8,
            Panes.label(texts.of("separation.agreed"), "muted"),
            from,
            to,
            wanted,
            Panes.button(
                "separation-agreed-add",
                texts.of("separation.agreed-add"),
                () -> agree(from.getValue(), to.getValue(), wanted.getValue())));
    line.getStyleClass().add("bar");
    return line;
  }

  private ComboBox<String> zones(String id, String key, List<String> names) {
    ComboBox<String> box = Form.choice(texts, id, Phrase.of(key), names, Phrase::verbatim);
    box.promptTextProperty().bind(texts.of(key));
    return box;
  }

  private interface Making {
    ZonePlan make();
  }

  private void add(String name, Optional<ZoneRole> role, RangeList ranges) {
    Optional<Phrase> objection = objection(name.strip(), ranges);
    if (objection.isPresent()) {
      refuse(objection.get());
      return;
    }
    draft.done();
    keep(
        Phrase.of("separation.change.add", "zone", name.strip()),
        () -> {
          List<Zone> zones = new ArrayList<>(plan.zones());
          zones.add(new Zone(name.strip(), role.orElse(ZoneRole.OTHER), ranges.ranges()));
          return new ZonePlan(zones, plan.agreements());
        });
  }

  private Optional<Phrase> objection(String name, RangeList ranges) {
    if (ranges.wrong().isPresent()) {
      return Optional.of(Phrase.of("separation.no-address", "word", ranges.wrong().get()));
    }
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return Optional.of(Phrase.of("separation.no-name"));
    }
    if (plan.zones().stream().anyMatch(zone -> zone.name().equalsIgnoreCase(name))) {
      return Optional.of(Phrase.of("separation.name-twice", "zone", name));
    }
    return plan.zones().stream()
        .flatMap(zone -> zone.ranges().stream())
        .filter(known -> ranges.ranges().stream().anyMatch(known::overlaps))
        .findFirst()
        .map(known -> Phrase.of("separation.overlaps", "range", known));
  }

  private void remove(Zone zone) {
    keep(
        Phrase.of("separation.change.remove", "zone", zone.name()),
        () ->
            new ZonePlan(
                plan.zones().stream().filter(one -> !one.equals(zone)).toList(),
                plan.agreements().stream()
                    .filter(one -> !one.from().equals(zone.name()) && !one.to().equals(zone.name()))
                    .toList()));
  }

  private void agree(
      @org.jspecify.annotations.Nullable String from,
      @org.jspecify.annotations.Nullable String to,
      Agreement.Wanted wanted) {
    if (from == null || to == null) {
      refuse(Phrase.of("separation.agreed-both"));
      return;
    }
    keep(
        Phrase.of("separation.change.agree", "from", from, "to", to),
        () -> {
          List<Agreement> agreements = new ArrayList<>(plan.agreements());
          agreements.removeIf(one -> one.from().equals(from) && one.to().equals(to));
          agreements.add(new Agreement(from, to, wanted));
          return new ZonePlan(plan.zones(), agreements);
        });
  }

  private void keep(Phrase what, Making making) {
    ZonePlan before = plan;
    try {
      ZonePlan after = making.make();
      around
          .desk()
          .change(
              new CaseChange(what, file -> file.keepZones(after), file -> file.keepZones(before)));
    } catch (IllegalArgumentException wrong) {
      refuse(Phrase.of("separation.not-possible", "detail", String.valueOf(wrong.getMessage())));
    }
  }

  private void refuse(Phrase why) {
    around
        .desk()
        .fail(new Trouble(Phrase.of("trouble.zones", "why", why), Phrase.of("trouble.zones.next")));
  }
}
