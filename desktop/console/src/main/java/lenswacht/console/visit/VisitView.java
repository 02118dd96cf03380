package lenswacht.console.visit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Screen;
import lenswacht.console.desk.Trouble;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.console.text.Words;
import lenswacht.console.visit.VisitViewModel.Step;
import lenswacht.link.DeviceCard;
import lenswacht.link.Progress;
import lenswacht.observation.JournalEvent.Phase;
import lenswacht.observation.Mandate;

/// A visit, step by step from top to bottom, with STOP always in the same corner.
public final class VisitView implements Screen {
  private final VisitViewModel model;
  private final Texts texts;
  private final VBox content = new VBox(14);
  private final Parent root;
  private final HBox phases = new HBox(10);
  private final VBox following = new VBox(10);

  /// Shows `model`.
  public VisitView(VisitViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    content.getStyleClass().add("screen-part");
    HBox preparation = new HBox(16, sensorCard(), mandateCard());
    preparation.getChildren().forEach(card -> HBox.setHgrow(card, Priority.ALWAYS));
    content
        .getChildren()
        .addAll(heading(), troubleLine(), digitsCard(), preparation, followingCard());
    var scroll = Panes.scrolling(content);
    scroll.setId("visit");
    scroll.accessibleTextProperty().bind(texts.of("screen.visit"));
    root = scroll;
  }

  @Override
  public Place place() {
    return Place.VISIT;
  }

  @Override
  public Parent root() {
    return root;
  }

  private Node heading() {
    Label step = Panes.label(texts.of(model.stepProperty(), VisitView::stepWords), "muted");
    step.setId("visit-step");
    VBox titles = new VBox(2, Panes.label(texts.of("visit.title"), "title-large"), step);
    Button start = Panes.button("visit-start", texts.of("visit.start"), model::start, "accent");
    start.disableProperty().bind(model.mayStartBinding().not());
    Button stop = Panes.button("visit-stop", texts.of("visit.stop"), model::stop, "danger");
    stop.disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.stepProperty().get() != Step.SCANNING, model.stepProperty()));
    HBox heading = new HBox(10, titles, Panes.filler(), start, stop);
    heading.getStyleClass().add("bar");
    return heading;
  }

  private static String stepWords(Texts texts, Step step) {
    return texts.render(Phrase.of("visit.step." + step.name().toLowerCase(Locale.ROOT)));
  }

  private Node troubleLine() {
    Label trouble = new Label();
    trouble.setId("visit-trouble");
    trouble.setWrapText(true);
    trouble.getStyleClass().add("trouble");
    trouble.textProperty().bind(texts.of(model.troubleProperty(), VisitView::told));
    trouble.visibleProperty().bind(trouble.textProperty().isNotEmpty());
    trouble.managedProperty().bind(trouble.visibleProperty());
    return trouble;
  }

  private static String told(Texts texts, Optional<Trouble> trouble) {
    return trouble
        .map(now -> texts.render(new Phrase.Joined(List.of(now.what(), now.next()), " ")))
        .orElse("");
  }

  private Node digitsCard() {
    Label digits = new Label();
    digits.setId("visit-digits");
    digits.getStyleClass().add("digits");
    digits
        .textProperty()
        .bind(
            texts.of(
                model.digitsProperty(),
                (words, shown) -> shown.map(VisitView::inGroups).orElse("")));
    HBox answers =
        new HBox(
            10,
            Panes.button(
                "visit-digits-same",
                texts.of("visit.digits.same"),
                () -> model.answer(true),
                "accent"),
            Panes.button(
                "visit-digits-differ", texts.of("visit.digits.differ"), () -> model.answer(false)));
    VBox card =
        Panes.card(
            Panes.paragraph(texts.of("visit.digits.ask"), "strong"),
            digits,
            answers,
            Panes.paragraph(texts.of("visit.digits.why"), "muted"));
    card.getStyleClass().add("asking");
    card.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.digitsProperty().get().isPresent(), model.digitsProperty()));
    card.managedProperty().bind(card.visibleProperty());
    return card;
  }

  private static String inGroups(String digits) {
    int half = digits.length() / 2;
    return digits.substring(0, half) + " " + digits.substring(half);
  }

  private Node sensorCard() {
    TextField address = field("visit-address", "visit.address", model.addressProperty());
    address.promptTextProperty().bind(texts.of("visit.address.prompt"));
    address.setOnAction(event -> model.connect());
    Button connect = Panes.button("visit-connect", texts.of("visit.connect"), model::connect);
    connect
        .disableProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> isUnderWay(model.stepProperty().get()), model.stepProperty()));
    Label found = Panes.paragraph(texts.of(model.cardProperty(), VisitView::cardWords));
    found.setId("visit-card");
    VBox card =
        Panes.card(
            Panes.label(texts.of("visit.sensor"), "layer-title"),
            Panes.label(texts.of("visit.address"), "muted"),
            row(address, connect),
            found);
    card.setPrefWidth(420);
    return card;
  }

  private static boolean isUnderWay(Step step) {
    return switch (step) {
      case CONNECTING, COMPARING, SCANNING, STOPPING -> true;
      case IDLE, CONNECTED, ENDED -> false;
    };
  }

  private static String cardWords(Texts texts, Optional<DeviceCard> card) {
    return card.map(
            found ->
                texts.render(Phrase.of("visit.card", "id", found.id(), "program", found.program())))
        .orElseGet(() -> texts.render(Phrase.of("visit.card.none")));
  }

  private Node mandateCard() {
    TextField mandate = field("visit-mandate", "visit.mandate", model.mandateFileProperty());
    TextField kept = field("visit-case", "visit.case", model.caseFileProperty());
    Label allowed = Panes.paragraph(texts.of(model.mandateProperty(), VisitView::mandateWords));
    allowed.setId("visit-mandate-words");
    VBox card =
        Panes.card(
            Panes.label(texts.of("visit.mandate.title"), "layer-title"),
            Panes.label(texts.of("visit.mandate"), "muted"),
            row(mandate, browse("visit-mandate-browse", "visit.mandate.choose", this::mandate)),
            allowed,
            Panes.label(texts.of("visit.case"), "muted"),
            row(kept, browse("visit-case-browse", "visit.case.choose", this::kept)));
    card.setPrefWidth(420);
    return card;
  }

  private void mandate() {
    model.chooseMandate();
  }

  private void kept() {
    model.chooseCase();
  }

  private static String mandateWords(Texts texts, Optional<Mandate> mandate) {
    if (mandate.isEmpty()) {
      return texts.render(Phrase.of("visit.mandate.none"));
    }
    Mandate allowed = mandate.get();
    String ranges =
        allowed.scope().ranges().stream().map(Object::toString).collect(Collectors.joining(", "));
    return texts.render(
        Phrase.of(
            "visit.mandate.words",
            "id",
            allowed.id(),
            "site",
            allowed.site(),
            "ranges",
            ranges,
            "until",
            allowed.until(),
            "packets",
            allowed.packetsPerSecond()));
  }

  private TextField field(String id, String key, StringProperty value) {
    TextField field = new TextField();
    Panes.name(field, id, texts.of(key));
    field.textProperty().bindBidirectional(value);
    HBox.setHgrow(field, Priority.ALWAYS);
    return field;
  }

  private Button browse(String id, String key, Runnable action) {
    Button browse = Panes.button(id, texts.of("browse"), action);
    browse.accessibleTextProperty().unbind();
    browse.accessibleTextProperty().bind(texts.of(key));
    return browse;
  }

  private static HBox row(Node... nodes) {
    HBox row = new HBox(8, nodes);
    row.getStyleClass().add("bar");
    return row;
  }

  private Node followingCard() {
    phases.getStyleClass().add("phases");
    Consumer<Optional<Progress>> show = this::show;
    ObservableValue<Optional<Progress>> progress = model.progressProperty();
    progress.addListener((property, before, now) -> show.accept(now));
    show.accept(progress.getValue());
    VBox card =
        Panes.card(Panes.label(texts.of("visit.following"), "layer-title"), phases, following);
    card.setId("visit-progress");
    return card;
  }

  private void show(Optional<Progress> progress) {
    phases.getChildren().clear();
    int number = 0;
    for (Phase phase : Phase.values()) {
      Node box = phase(++number, phase, progress);
      HBox.setHgrow(box, Priority.ALWAYS);
      phases.getChildren().add(box);
    }
    if (progress.isEmpty()) {
      following.getChildren().setAll(Panes.paragraph(texts.of("visit.not-started"), "muted"));
      return;
    }
    Progress now = progress.get();
    Label remaining = Panes.label(texts.of(remaining(now)), "strong");
    remaining.setId("visit-remaining");
    HBox numbers =
        new HBox(
            36,
            number(now.cameras(), "visit.number.cameras"),
            number(now.recorders(), "visit.number.recorders"),
            number(now.unknown(), "visit.number.unknown"),
            number(now.others(), "visit.number.others"));
    following.getChildren().setAll(numbers, remaining);
  }

  private Node phase(int number, Phase phase, Optional<Progress> progress) {
    Label word =
        Panes.label(
            texts.of(
                "visit.phase",
                "number",
                number,
                "name",
                Words.of(phase),
                "state",
                state(phase, progress)));
    ProgressBar bar = new ProgressBar(share(phase, progress));
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.accessibleTextProperty().bind(word.textProperty());
    return new VBox(4, word, bar);
  }

  private static Phrase state(Phase phase, Optional<Progress> progress) {
    if (progress.isEmpty() || phase.compareTo(progress.get().phase()) > 0) {
      return Phrase.NONE;
    }
    if (phase.compareTo(progress.get().phase()) < 0 || !progress.get().running()) {
      return Phrase.of("visit.phase.done");
    }
    return Phrase.of(
        "visit.phase.count", "done", progress.get().done(), "total", progress.get().total());
  }

  private static double share(Phase phase, Optional<Progress> progress) {
    if (progress.isEmpty() || phase.compareTo(progress.get().phase()) > 0) {
      return 0;
    }
    Progress now = progress.get();
    if (phase.compareTo(now.phase()) < 0 || !now.running()) {
      return 1;
    }
    return now.total() == 0 ? 0 : Math.min(1, (double) now.done() / now.total());
  }

  private static Phrase remaining(Progress now) {
    if (!now.running()) {
      return Phrase.of("visit.run-ended");
    }
    long least = now.remainingAtLeast().toMinutes();
    long most = now.remainingAtMost().plusSeconds(59).toMinutes();
    return most <= 1
        ? Phrase.of("visit.remaining.short")
        : Phrase.of("visit.remaining", "least", Math.max(1, least), "most", most);
  }

  private Node number(long count, String key) {
    return new VBox(
        0,
        Panes.label(texts.of(Phrase.verbatim(Long.toString(count))), "number"),
        Panes.label(texts.of(key), "muted", "small"));
  }
}
