package lenswacht.console.floor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lenswacht.assessment.floor.Floor;
import lenswacht.assessment.floor.Placement;
import lenswacht.assessment.floor.Said;
import lenswacht.assessment.floor.Scale;
import lenswacht.assessment.floor.Spot;
import lenswacht.assessment.floor.View;
import lenswacht.casefile.CaseFile;
import lenswacht.console.desk.Gauge;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.page.CaseScreen;
import lenswacht.console.page.Form;
import lenswacht.console.text.Phrase;
import lenswacht.report.picture.FloorDrawing;
import lenswacht.report.picture.PlanAsset;

/// The floors of the site: their plans, what hangs where and looks at what, and what was seen while
/// walking round.
public final class FloorScreen extends CaseScreen.Asking<Site> {
  private final FloorChanges changes;
  private final PlanIntake intake;
  private final VBox side = new VBox(10);
  private final VBox hint = new VBox(6);
  private final SightPanel sights;
  private Optional<FloorState> kept = Optional.empty();
  private Optional<PlanPane> pane = Optional.empty();

  /// Shows the case on the desk.
  public FloorScreen(Surroundings around) {
    super(Place.FLOOR, around);
    this.changes = new FloorChanges(around);
    this.intake = new PlanIntake(around, changes);
    this.sights =
        new SightPanel(around, changes, new SightPanel.Asked(this::pointAtSeen, this::chose));
    side.setId("floor-side");
    side.setMinWidth(300);
    side.setPrefWidth(330);
    hint.setId("floor-hint");
  }

  @Override
  protected Site ask(CaseFile file, Gauge gauge) throws Exception {
    return Site.of(file, around().desk().openedProperty().get().orElseThrow());
  }

  @Override
  protected Node content(Site site) {
    FloorState state = kept.orElseGet(() -> new FloorState(site));
    state.take(site);
    kept = Optional.of(state);
    page().say(first(state));
    actions(state);
    Node body = state.floor().isPresent() ? plan(state) : empty();
    showSide(state);
    HBox.setHgrow(body, Priority.ALWAYS);
    VBox all = new VBox(10, new HBox(14, body, Panes.scrolling(side)));
    dropping(all);
    return all;
  }

  private Phrase first(FloorState state) {
    Site site = state.site();
    Phrase counts =
        Phrase.of(
            "floor.counts",
            "place",
            site.toPlace().size(),
            "lost",
            site.known().seenNotFound().size());
    return state
        .floor()
        .<Phrase>map(
            floor ->
                Phrase.of(
                    "floor.first",
                    "floor",
                    floor.name(),
                    "placed",
                    site.plan().on(floor).size(),
                    "counts",
                    counts))
        .orElse(Phrase.of("floor.first.none", "counts", counts));
  }

  /// The last is the main one: placing as long as anything is to be placed, then printing.
  private void actions(FloorState state) {
    boolean mayPlace = state.floor().isPresent() && !state.site().toPlace().isEmpty();
    List<Node> buttons = new ArrayList<>();
    buttons.add(
        Panes.button(
            "floor-import",
            texts().of("floor.import"),
            intake::choose,
            style(state.floor().isEmpty())));
    if (state.floor().isPresent()) {
      buttons.add(
          Panes.button(
              "floor-print", texts().of("floor.print"), () -> print(state), style(!mayPlace)));
    }
    if (mayPlace) {
      buttons.add(
          Panes.button(
              "floor-place-next",
              texts().of("floor.place-next"),
              () -> placeNext(state),
              "accent"));
    }
    page().actions(buttons.toArray(Node[]::new));
  }

  private static String style(boolean isMain) {
    return isMain ? "accent" : "flat";
  }

  private Node empty() {
    VBox empty =
        Panes.card(
            Panes.paragraph(texts().of("floor.empty"), "strong"),
            Panes.paragraph(texts().of("floor.empty.more"), "muted"));
    empty.setId("floor-empty");
    pane = Optional.empty();
    return empty;
  }

  private Node plan(FloorState state) {
    PlanPane drawn = pane.orElseGet(() -> new PlanPane(around(), state, new Pressed(state)));
    if (pane.isPresent()) {
      drawn.redraw();
    }
    pane = Optional.of(drawn);
    showHint(state);
    VBox body = new VBox(8, bars(state).floors(), bars(state).layers(), hint, drawn.root());
    VBox.setVgrow(drawn.root(), Priority.ALWAYS);
    return body;
  }

  /// What happens on the plan.
  private final class Pressed implements PlanPane.Told {
    private final FloorState state;

    Pressed(FloorState state) {
      this.state = state;
    }

    @Override
    public void chosen(String key) {
      chose(key);
    }

    @Override
    public void pointed(Spot spot) {
      point(state, spot);
    }

    @Override
    public void moved(Placement placement) {
      keep(state, placement);
    }
  }

  private void chose(String key) {
    kept.ifPresent(
        state -> {
          state.choose(key);
          showSide(state);
          pane.ifPresent(PlanPane::focusChosen);
        });
  }

  private FloorBars bars(FloorState state) {
    return new FloorBars(
        texts(),
        state,
        new FloorBars.Asked(
            () -> content(state),
            () -> pane.ifPresent(PlanPane::redraw),
            () -> pointing(state, FloorState.Pointing.SCALE),
            floor -> changes.said().ifPresent(said -> changes.remove(floor, said))));
  }

  private void content(FloorState state) {
    page().say(first(state));
    showSide(state);
    showHint(state);
    pane.ifPresent(PlanPane::redraw);
  }

  private void pointing(FloorState state, FloorState.Pointing what) {
    state.point(what);
    showHint(state);
  }

  private void pointAtSeen() {
    kept.filter(state -> state.floor().isPresent())
        .ifPresent(state -> pointing(state, FloorState.Pointing.SEEN));
  }

  /// What is to be done now, if anything.
  private void showHint(FloorState state) {
    hint.getChildren().clear();
    hint.setManaged(state.isPointing());
    Node stop =
        Panes.button(
            "floor-stop-pointing",
            texts().of("floor.stop-pointing"),
            () -> pointing(state, FloorState.Pointing.NOTHING),
            "small");
    switch (state.pointing()) {
      case NOTHING -> {}
      case SCALE -> hint.getChildren().add(scaleHint(state, stop));
      case SEEN ->
          hint.getChildren()
              .add(bar(Panes.paragraph(texts().of("floor.hint.seen"), "strong"), stop));
      case PLACE ->
          hint.getChildren()
              .add(
                  bar(
                      Panes.paragraph(
                          texts().of("floor.hint.place", "asset", state.chosenAsset().orElse("")),
                          "strong"),
                      Panes.button(
                          "floor-middle", texts().of("floor.middle"), () -> middle(state), "small"),
                      stop));
    }
  }

  private static HBox bar(Node... parts) {
    HBox bar = new HBox(8, parts);
    bar.getStyleClass().add("bar");
    return bar;
  }

  private Node scaleHint(FloorState state, Node stop) {
    TextField metres = new TextField();
    Panes.name(metres, "floor-metres", texts().of("floor.metres"));
    metres.promptTextProperty().bind(texts().of("floor.metres"));
    metres.setPrefColumnCount(6);
    metres.setOnAction(event -> scale(state, metres.getText()));
    return new VBox(
        6,
        Panes.paragraph(texts().of("floor.hint.scale." + state.scale().size()), "strong"),
        bar(
            metres,
            Panes.button(
                "floor-keep-scale",
                texts().of("floor.keep-scale"),
                () -> scale(state, metres.getText()),
                "small"),
            stop));
  }

  /// Two places that were pointed at, or else the whole width of the plan, are so long.
  private void scale(FloorState state, String metres) {
    Optional<Said> said = changes.said();
    if (said.isEmpty() || state.floor().isEmpty()) {
      return;
    }
    Floor floor = state.floor().get();
    List<Spot> ends = state.scale();
    try {
      double length = CameraPanel.number(metres);
      Scale scale =
          ends.size() == 2
              ? new Scale(
                  ends.getFirst().x(),
                  ends.getFirst().y(),
                  ends.getLast().x(),
                  ends.getLast().y(),
                  length)
              : new Scale(0, 0, floor.picture().width(), 0, length);
      pointing(state, FloorState.Pointing.NOTHING);
      changes.scale(floor.scaled(Optional.of(scale)), floor, said.get());
    } catch (IllegalArgumentException wrong) {
      changes.refuse(String.valueOf(wrong.getMessage()));
    }
  }

  private void point(FloorState state, Spot spot) {
    switch (state.pointing()) {
      case NOTHING -> {}
      case SCALE -> {
        if (state.scale().size() == 2) {
          state.scale().clear();
        }
        state.scale().add(spot);
        showHint(state);
      }
      case PLACE -> placeAt(state, spot);
      case SEEN -> {
        pointing(state, FloorState.Pointing.NOTHING);
        sights.at(spot);
      }
    }
  }

  private void placeNext(FloorState state) {
    List<PlanAsset> open = state.site().toPlace();
    if (!open.isEmpty()) {
      state.choose(FloorDrawing.ASSET + open.getFirst().asset());
      pointing(state, FloorState.Pointing.PLACE);
      showSide(state);
    }
  }

  private void middle(FloorState state) {
    state
        .floor()
        .ifPresent(
            floor ->
                placeAt(
                    state,
                    new Spot(
                        floor.name(),
                        floor.picture().width() / 2.0,
                        floor.picture().height() / 2.0)));
  }

  private void placeAt(FloorState state, Spot spot) {
    String asset = state.chosenAsset().orElse("");
    pointing(state, FloorState.Pointing.NOTHING);
    changes
        .said()
        .ifPresent(
            said -> {
              Optional<Placement> before = state.site().plan().placement(asset);
              Placement after =
                  new Placement(
                      asset,
                      spot,
                      before.map(Placement::view).orElse(View.UNKNOWN),
                      before.map(Placement::covers).orElse(List.of()),
                      said);
              changes.place(after, before);
              pane.ifPresent(PlanPane::focusChosen);
            });
  }

  private void keep(FloorState state, Placement moved) {
    state.drop();
    changes
        .said()
        .ifPresent(
            said ->
                changes.place(
                    new Placement(moved.asset(), moved.spot(), moved.view(), moved.covers(), said),
                    state.site().plan().placement(moved.asset())));
  }

  private void showSide(FloorState state) {
    side.getChildren().clear();
    state
        .chosenAsset()
        .ifPresent(
            asset ->
                side.getChildren()
                    .add(
                        new CameraPanel(
                                around(), changes, state.site(), asset, () -> placeAgain(state))
                            .root()));
    side.getChildren().add(toPlace(state));
    side.getChildren().add(sights.show(state.site(), state.floor(), state.chosenSighting()));
  }

  private void placeAgain(FloorState state) {
    pointing(state, FloorState.Pointing.PLACE);
  }

  private Node toPlace(FloorState state) {
    List<PlanAsset> open = state.site().toPlace();
    VBox card =
        Panes.card(Panes.label(texts().of("floor.to-place", "count", open.size()), "layer-title"));
    card.setId("floor-to-place");
    if (!open.isEmpty() && state.floor().isPresent()) {
      ComboBox<PlanAsset> choice =
          Form.choice(
              texts(), "floor-open", Phrase.of("floor.choose-open"), open, CameraPanel::name);
      choice.setMaxWidth(Double.MAX_VALUE);
      choice.promptTextProperty().bind(texts().of("floor.choose-open"));
      choice.setOnAction(
          event ->
              Form.chosen(choice)
                  .ifPresent(
                      one -> {
                        state.choose(FloorDrawing.ASSET + one.asset());
                        pointing(state, FloorState.Pointing.PLACE);
                        showSide(state);
                      }));
      card.getChildren().add(choice);
    }
    return card;
  }

  private void print(FloorState state) {
    around()
        .files()
        .toWrite(
            texts().render(Phrase.of("floor.print.choose")),
            texts().render(Phrase.of("floor.print.file")) + ".pdf")
        .ifPresent(file -> print(state, file));
  }

  private void print(FloorState state, Path file) {
    new FloorPrint(around()).print(state.site(), state.layers(), file);
  }

  private void dropping(Node area) {
    area.setOnDragOver(
        event -> {
          if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
          }
          event.consume();
        });
    area.setOnDragDropped(
        event -> {
          event.getDragboard().getFiles().stream()
              .findFirst()
              .ifPresent(file -> intake.read(file.toPath()));
          event.setDropCompleted(true);
          event.consume();
        });
  }
}
