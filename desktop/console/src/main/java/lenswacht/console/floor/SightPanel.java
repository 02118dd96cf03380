package lenswacht.console.floor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lenswacht.assessment.floor.Floor;
import lenswacht.assessment.floor.Label;
import lenswacht.assessment.floor.Match;
import lenswacht.assessment.floor.Said;
import lenswacht.assessment.floor.Sighting;
import lenswacht.assessment.floor.Spot;
import lenswacht.casefile.PlanBook;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.page.Form;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.report.picture.FloorDrawing;
import lenswacht.report.picture.PlanAsset;

/// The sight round: cameras that somebody saw, on the plan or by words, and which asset each is.
final class SightPanel {
  private final Surroundings around;
  private final Texts texts;
  private final FloorChanges changes;
  private final Asked asked;
  private Optional<Spot> spot = Optional.empty();
  private Runnable again = () -> {};

  /// What the panel asks of the screen.
  ///
  /// @param point lets the officer point at a place on the plan
  /// @param choose shows the spot with this key
  record Asked(Runnable point, Consumer<String> choose) {}

  SightPanel(Surroundings around, FloorChanges changes, Asked asked) {
    this.around = around;
    this.texts = around.texts();
    this.changes = changes;
    this.asked = asked;
  }

  /// A camera was seen there.
  void at(Spot seen) {
    spot = Optional.of(seen);
    again.run();
  }

  Node show(Site site, Optional<Floor> floor, Optional<Sighting> chosen) {
    VBox card = Panes.card();
    card.setId("floor-sights");
    again = () -> fill(card, site, floor, chosen);
    again.run();
    return card;
  }

  private void fill(VBox card, Site site, Optional<Floor> floor, Optional<Sighting> chosen) {
    card.getChildren()
        .setAll(
            Panes.label(texts.of("floor.sights"), "layer-title"),
            Panes.paragraph(
                texts.of(
                    "floor.sights.counts",
                    "seen",
                    site.plan().round().sightings().size(),
                    "lost",
                    site.known().seenNotFound().size()),
                "strong"));
    if (floor.isPresent()) {
      card.getChildren()
          .addAll(
              Panes.button("floor-seen-here", texts.of("floor.seen-here"), asked.point(), "accent"),
              walked(site, floor.get()));
    }
    card.getChildren().add(form());
    card.getChildren().add(list(site, chosen));
    chosen.ifPresent(sighting -> card.getChildren().add(link(site, sighting)));
  }

  private Node walked(Site site, Floor floor) {
    CheckBox walked = new CheckBox();
    walked.setId("floor-walked");
    walked.textProperty().bind(texts.of("floor.walked", "floor", floor.name()));
    walked.setWrapText(true);
    walked.setSelected(site.plan().round().isWalked(floor.name()));
    walked.setOnAction(
        event ->
            changes
                .said()
                .ifPresent(said -> changes.walked(floor.name(), walked.isSelected(), said)));
    return walked;
  }

  private Node form() {
    Form form = new Form(texts);
    TextField place = form.words("floor-seen-place", "floor.seen.place");
    TextField looks = form.words("floor-seen-looks", "floor.seen.looks");
    TextField brand = form.words("floor-seen-brand", "floor.seen.brand");
    TextField model = form.words("floor-seen-model", "floor.seen.model");
    TextField mac = form.words("floor-seen-mac", "floor.seen.mac");
    TextField serial = form.words("floor-seen-serial", "floor.seen.serial");
    TextField note = form.words("floor-seen-note", "floor.seen.note");
    Node where =
        spot.isPresent()
            ? Panes.paragraph(texts.of("floor.seen.at", "floor", spot.get().floor()), "strong")
            : Panes.paragraph(texts.of("floor.seen.by-words"), "muted");
    return new VBox(
        6,
        where,
        form.root(),
        Panes.button(
            "floor-seen-keep",
            texts.of("floor.seen.keep"),
            () ->
                note(
                    place.getText(),
                    looks.getText(),
                    new Label(
                        brand.getText().strip(),
                        model.getText().strip(),
                        mac.getText().strip(),
                        serial.getText().strip()),
                    note.getText())));
  }

  private void note(String place, String looks, Label label, String note) {
    Optional<Said> said = changes.said();
    if (said.isEmpty()) {
      return;
    }
    Optional<Spot> where = spot;
    if (where.isEmpty() && place.isBlank()) {
      changes.refuse(texts.render(Phrase.of("floor.seen.nowhere")));
      return;
    }
    around
        .desk()
        .ask(
            Phrase.of("floor.noting"),
            (file, gauge) -> {
              PlanBook book = file.floors();
              return new Sighting(
                  book.freshSighting(),
                  where,
                  place.strip(),
                  looks.strip(),
                  new Label(label.brand(), label.model(), label.mac(), book.veiled(label.serial())),
                  note.strip(),
                  Match.OPEN,
                  said.get());
            },
            sighting -> {
              spot = Optional.empty();
              asked.choose().accept(FloorDrawing.SEEN + sighting.id());
              changes.note(sighting, Optional.empty());
            },
            around.desk()::fail);
  }

  private Node list(Site site, Optional<Sighting> chosen) {
    List<Sighting> all = site.plan().round().sightings();
    ComboBox<Sighting> box =
        Form.choice(texts, "floor-sighting", Phrase.of("floor.sighting"), all, SightPanel::name);
    box.promptTextProperty().bind(texts.of("floor.sighting"));
    box.setMaxWidth(Double.MAX_VALUE);
    chosen.ifPresent(box::setValue);
    box.setOnAction(
        event ->
            Form.chosen(box)
                .filter(one -> !Optional.of(one).equals(chosen))
                .ifPresent(one -> asked.choose().accept(FloorDrawing.SEEN + one.id())));
    return box;
  }

  /// What a sighting is called in a choice.
  static Phrase name(Sighting one) {
    return Phrase.of(
        "floor.sighting.name",
        "id",
        one.id(),
        "what",
        (one.place() + " " + one.looks() + " " + one.label().product()).strip(),
        "state",
        Phrase.of("floor.match." + one.match().state().word(), "name", one.match().name()));
  }

  private Node link(Site site, Sighting sighting) {
    ComboBox<PlanAsset> box =
        Form.choice(
            texts,
            "floor-link-asset",
            Phrase.of("floor.link.asset"),
            List.copyOf(site.assets().values()),
            CameraPanel::name);
    box.promptTextProperty().bind(texts.of("floor.link.asset"));
    box.setMaxWidth(Double.MAX_VALUE);
    Optional.ofNullable(site.assets().get(sighting.match().name())).ifPresent(box::setValue);
    FlowPane bar =
        new FlowPane(
            6,
            6,
            Panes.button(
                "floor-link",
                texts.of("floor.link"),
                () -> Form.chosen(box).ifPresent(asset -> match(sighting, Match.is(asset.asset()))),
                "accent"),
            Panes.button(
                "floor-not-found",
                texts.of("floor.not-found"),
                () -> match(sighting, Match.NOT_FOUND)),
            Panes.button(
                "floor-unlink", texts.of("floor.unlink"), () -> match(sighting, Match.OPEN)),
            Panes.button(
                "floor-strike",
                texts.of("floor.strike"),
                () -> changes.said().ifPresent(said -> changes.strike(sighting, said))));
    VBox link = new VBox(6, box, bar);
    link.setId("floor-link-box");
    return link;
  }

  private void match(Sighting sighting, Match match) {
    changes
        .said()
        .ifPresent(said -> changes.note(sighting.matched(match, said), Optional.of(sighting)));
  }
}
