package lenswacht.console.floor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lenswacht.assessment.Interval;
import lenswacht.assessment.floor.Placement;
import lenswacht.assessment.floor.View;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.page.Form;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.knowledge.Field;
import lenswacht.report.picture.PlanAsset;

/// The chosen asset: where it looks to, how wide and how far, what is in view, and the questions
/// that its place answers.
final class CameraPanel {
  /// The questions of the policy pack that somebody can answer who stands below the camera.
  private static final List<String> QUESTIONS =
      List.of(
          "scope.public_road_or_neighbour",
          "scope.staff_area",
          "scope.continuous_workplace",
          "scope.sensitive_place",
          "scope.empty_technical",
          "view.staff_or_executive_entrance",
          "view.screens_keypads_documents",
          "view.people",
          "audio.confidential_room",
          "sign.present");

  private static final String SCENE = "image.scene_width_m";
  private static final double TURN = 15;

  private final Surroundings around;
  private final Texts texts;
  private final FloorChanges changes;
  private final Site site;
  private final String asset;
  private final Runnable placing;

  /// @param placing lets the officer point at the place of the asset
  CameraPanel(
      Surroundings around, FloorChanges changes, Site site, String asset, Runnable placing) {
    this.around = around;
    this.texts = around.texts();
    this.changes = changes;
    this.site = site;
    this.asset = asset;
    this.placing = placing;
  }

  /// What an asset is called in a choice: its number, what it is, and its name.
  static Phrase name(PlanAsset one) {
    return Phrase.verbatim(one.numeral() + ". " + one.product() + " (" + one.asset() + ")");
  }

  /// A number that a person typed; a comma counts as a point.
  ///
  /// @throws IllegalArgumentException if it is none
  static double number(String typed) {
    String plain = typed.strip().replace(',', '.');
    if (!plain.matches("[0-9]{1,5}(\\.[0-9]{1,3})?")) {
      throw new IllegalArgumentException("'" + typed.strip() + "' is no number");
    }
    return Double.parseDouble(plain);
  }

  Node root() {
    PlanAsset known =
        Optional.ofNullable(site.assets().get(asset))
            .orElse(new PlanAsset(0, asset, "", Optional.empty(), Optional.empty()));
    VBox card = Panes.card(Panes.paragraph(texts.of(name(known)), "layer-title"));
    card.setId("floor-camera");
    known.espionage().ifPresent(level -> card.getChildren().add(level("espionage", level)));
    known.privacy().ifPresent(level -> card.getChildren().add(level("privacy", level)));
    Optional<Placement> placed = site.plan().placement(asset);
    if (placed.isEmpty()) {
      card.getChildren().add(Panes.paragraph(texts.of("floor.not-placed"), "muted"));
    } else {
      card.getChildren().addAll(view(placed.get()), tools(placed.get()));
      sceneWidth(placed.get()).ifPresent(card.getChildren()::add);
      card.getChildren().add(questions());
    }
    return card;
  }

  private Node level(String axis, Interval level) {
    return new VBox(
        2, Panes.label(texts.of("floor.layer." + axis), "muted"), Panes.level(texts, level));
  }

  private static String shown(OptionalDouble number) {
    return number.isEmpty()
        ? ""
        : String.format(Locale.ROOT, "%.1f", number.getAsDouble()).replaceFirst("\\.0$", "");
  }

  private Node view(Placement placed) {
    View view = placed.view();
    Form form = new Form(texts);
    TextField covers = form.words("floor-covers", "floor.covers");
    covers.setText(String.join(", ", placed.covers()));
    TextField direction = form.words("floor-direction", "floor.direction");
    direction.setText(shown(view.direction()));
    TextField angle = form.words("floor-angle", "floor.angle");
    angle.setText(shown(view.angle()));
    angle.promptTextProperty().bind(texts.of("not-determined"));
    ComboBox<View.Source> source =
        form.choice(
            "floor-source",
            Phrase.of("floor.source"),
            List.of(View.Source.MAKER, View.Source.ON_SITE, View.Source.ESTIMATE),
            one -> Phrase.of("floor.source." + one.word()));
    source.setValue(view.source() == View.Source.NONE ? View.Source.ESTIMATE : view.source());
    TextField range = form.words("floor-range", "floor.range");
    range.setText(shown(view.range()));
    range.promptTextProperty().bind(texts.of("not-determined"));
    Runnable keep =
        () ->
            keep(
                placed,
                new Typed(
                    covers.getText(),
                    direction.getText(),
                    angle.getText(),
                    Form.chosen(source).orElse(View.Source.ESTIMATE),
                    range.getText()));
    for (TextField field : List.of(covers, direction, angle, range)) {
      field.setOnAction(event -> keep.run());
    }
    return new VBox(
        8,
        form.root(),
        Panes.button("floor-keep-view", texts.of("floor.keep-view"), keep, "accent"));
  }

  /// What stands in the fields.
  private record Typed(
      String covers, String direction, String angle, View.Source source, String range) {
    View view() {
      OptionalDouble wide = maybe(angle);
      OptionalDouble to = maybe(direction);
      return new View(
          to.isPresent() ? OptionalDouble.of(to.getAsDouble() % 360) : to,
          wide,
          wide.isPresent() ? source : View.Source.NONE,
          maybe(range));
    }

    private static OptionalDouble maybe(String typed) {
      return typed.isBlank() ? OptionalDouble.empty() : OptionalDouble.of(number(typed));
    }
  }

  private void keep(Placement placed, Typed typed) {
    try {
      View view = typed.view();
      List<String> covers = Arrays.asList(typed.covers().split("[,;]"));
      changes
          .said()
          .ifPresent(
              said ->
                  changes.place(
                      new Placement(asset, placed.spot(), view, covers, said),
                      Optional.of(placed)));
    } catch (IllegalArgumentException wrong) {
      changes.refuse(String.valueOf(wrong.getMessage()));
    }
  }

  private Node tools(Placement placed) {
    FlowPane bar =
        new FlowPane(
            6,
            6,
            Panes.button(
                "floor-turn-left", texts.of("floor.turn-left"), () -> turn(placed, -TURN), "small"),
            Panes.button(
                "floor-turn-right",
                texts.of("floor.turn-right"),
                () -> turn(placed, TURN),
                "small"),
            Panes.button("floor-place-again", texts.of("floor.place-again"), placing, "small"),
            Panes.button(
                "floor-unplace",
                texts.of("floor.unplace"),
                () -> changes.said().ifPresent(said -> changes.unplace(placed, said)),
                "small"));
    return bar;
  }

  private void turn(Placement placed, double degrees) {
    changes
        .said()
        .ifPresent(
            said ->
                changes.place(
                    new Placement(
                        asset,
                        placed.spot(),
                        placed.view().turned(placed.view().direction().orElse(0) + degrees),
                        placed.covers(),
                        said),
                    Optional.of(placed)));
  }

  /// How wide the scene is, and a way to answer the question on that with it.
  private Optional<Node> sceneWidth(Placement placed) {
    OptionalDouble width = placed.view().sceneWidth();
    if (width.isEmpty() || around.knowledge().get().pack().field(SCENE).isEmpty()) {
      return Optional.empty();
    }
    String metres = String.format(Locale.ROOT, "%.1f", width.getAsDouble());
    Optional<String> answered = site.answers().ofAsset(asset, SCENE);
    if (answered.filter(metres::equals).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        Panes.button(
            "floor-scene",
            texts.of("floor.scene", "metres", metres),
            () -> answer(SCENE, metres, answered),
            "small"));
  }

  private void answer(String field, String value, Optional<String> before) {
    changes.said().ifPresent(said -> changes.answer(asset, field, value, before, said));
  }

  private Node questions() {
    VBox all = new VBox(6, Panes.label(texts.of("floor.questions"), "layer-title"));
    all.setId("floor-questions");
    for (String name : QUESTIONS) {
      around
          .knowledge()
          .get()
          .pack()
          .field(name)
          .filter(field -> field.type() == Field.Type.YES_NO)
          .ifPresent(field -> all.getChildren().add(question(name)));
    }
    return all;
  }

  private Node question(String field) {
    Phrase words =
        new Phrase.Both(
            around
                .knowledge()
                .get()
                .pack()
                .sentence("field." + field, Language.NL.locale(), Map.of()),
            around
                .knowledge()
                .get()
                .pack()
                .sentence("field." + field, Language.EN.locale(), Map.of()));
    Optional<String> before = site.answers().ofAsset(asset, field);
    ComboBox<String> box =
        Form.choice(
            texts,
            "floor-" + field.replace('.', '-').replace('_', '-'),
            words,
            List.of("", "yes", "no"),
            CameraPanel::answer);
    box.setValue(before.orElse(""));
    box.setOnAction(
        event ->
            Form.chosen(box)
                .filter(value -> !value.equals(before.orElse("")))
                .ifPresent(value -> answer(field, value, before)));
    return new VBox(2, Panes.paragraph(texts.of(words)), box);
  }

  private static Phrase answer(String value) {
    return switch (value) {
      case "yes" -> Phrase.of("questions.yes");
      case "no" -> Phrase.of("questions.no");
      default -> Phrase.of("not-determined");
    };
  }
}
