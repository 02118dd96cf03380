package lenswacht.console.review;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lenswacht.assessment.review.ReviewRefusedException;
import lenswacht.assessment.review.Stage;
import lenswacht.casefile.review.AssessorKeys;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Screen;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.page.CasePage;
import lenswacht.console.page.WhoBar;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// Where people decide on what the machine proposes: prepare, assess, determine, each in a view of
/// its own. An assessor on another computer works here without a case, on what was passed on.
public final class ReviewScreen implements Screen {
  private final Surroundings around;
  private final Texts texts;
  private final ReviewActs acts;
  private final CasePage<Told> page;
  private final StepBar steps;
  private final PeopleForm people;
  private final PreparePane prepare;
  private final AssessPane assess;
  private final ClosePane close;
  private final WhoBar who;
  private final StackPane root = new StackPane();
  private final StackPane body = new StackPane();
  private final Map<View, ToggleButton> tabs = new EnumMap<>(View.class);
  private Optional<View> chosen = Optional.empty();
  private Optional<Told> asked = Optional.empty();
  private Optional<ElsewhereDesk> elsewhere = Optional.empty();

  private enum View {
    PREPARE,
    ASSESS,
    CLOSE
  }

  /// Shows the case on the desk.
  ///
  /// @param keys the secrets of those who assess on this computer
  public ReviewScreen(Surroundings around, AssessorKeys keys) {
    this.around = around;
    this.texts = around.texts();
    this.acts = new ReviewActs(around, keys);
    this.steps = new StepBar("review-steps", texts);
    this.who = new WhoBar("review", around);
    this.people = new PeopleForm(texts, acts);
    this.prepare = new PreparePane(around, acts, who);
    this.assess = new AssessPane(around, new CaseNotes(acts, this::asked));
    this.close = new ClosePane(around, acts);
    this.page =
        CasePage.asking(Place.REVIEW, around, (file, gauge) -> acts.told(file), this::content);
    ToggleGroup group = new ToggleGroup();
    tab(View.PREPARE, "review.prepare", group);
    tab(View.ASSESS, "review.assess", group);
    tab(View.CLOSE, "review.close", group);
    VBox.setVgrow(page.root(), Priority.ALWAYS);
    around
        .desk()
        .noticeProperty()
        .addListener((property, before, now) -> noticed(!now.equals(Phrase.NONE)));
    leaveExtract();
  }

  private Optional<Told> asked() {
    return asked;
  }

  private void tab(View view, String key, ToggleGroup group) {
    ToggleButton tab = new ToggleButton();
    tab.setId("review-view-" + view.name().toLowerCase(Locale.ROOT));
    tab.textProperty().bind(texts.of(key));
    tab.accessibleTextProperty().bind(texts.of(key));
    tab.setToggleGroup(group);
    tab.setOnAction(
        event -> {
          chosen = Optional.of(view);
          showView();
        });
    tabs.put(view, tab);
  }

  /// Something was kept or taken back: of a review the case on the desk tells nothing, so that it
  /// is asked again.
  private void noticed(boolean isSaid) {
    if (isSaid && root.getScene() != null) {
      page.askAgain();
    }
  }

  private void again() {
    page.askAgain();
  }

  @Override
  public Place place() {
    return Place.REVIEW;
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void shown() {
    page.shown();
  }

  @Override
  public boolean next() {
    return elsewhere.map(ElsewhereDesk::next).orElseGet(this::nextHere);
  }

  private boolean nextHere() {
    return asked.isPresent()
        && switch (view()) {
          case PREPARE -> prepare.next();
          case ASSESS -> assess.next();
          case CLOSE -> close.next();
        };
  }

  private Node content(Told told) {
    asked = Optional.of(told);
    var review = told.review();
    page.say(
        Phrase.of(
            "review.first",
            "determined",
            review.count(Stage.DETERMINED),
            "all",
            review.statements().size(),
            "differences",
            review.differences().size(),
            "lapsed",
            review.lapses().size()));
    page.actions(Panes.button("review-me", texts.of("review.me"), this::again));
    steps.show(review);
    people.show(review);
    prepare.show(review);
    told.extract().ifPresent(extract -> assess.show(extract, told.drafts()));
    close.show(review);
    showView();
    VBox.setVgrow(body, Priority.ALWAYS);
    HBox bar = new HBox(8);
    bar.getChildren().addAll(tabs.values());
    bar.getChildren().addAll(Panes.filler(), steps.root());
    bar.getStyleClass().add("bar");
    return new VBox(8, bar, who.root(), body);
  }

  /// The view that was chosen, or the one that this person needs.
  private void showView() {
    View view = view();
    tabs.forEach((one, tab) -> tab.setSelected(one == view));
    tabs.getOrDefault(View.ASSESS, new ToggleButton()).setDisable(!isAssessor());
    body.getChildren()
        .setAll(
            switch (view) {
              case PREPARE -> new VBox(8, people.root(), grow(prepare.root()));
              case ASSESS -> assess.root();
              case CLOSE -> close.root();
            });
  }

  private View view() {
    return chosen
        .filter(one -> one != View.ASSESS || isAssessor())
        .orElse(isAssessor() ? View.ASSESS : View.PREPARE);
  }

  private boolean isAssessor() {
    return asked.flatMap(Told::role).isPresent();
  }

  private static Node grow(Node node) {
    VBox.setVgrow(node, Priority.ALWAYS);
    return node;
  }

  private void openExtract() {
    Optional<Path> file =
        around.files().toOpen(texts.render(Phrase.of("review.extract")), "*.lwreview", "*.json");
    if (file.isEmpty()) {
      return;
    }
    try {
      ElsewhereDesk opened = ElsewhereDesk.open(around, file.get(), this::leaveExtract);
      elsewhere = Optional.of(opened);
      root.getChildren().setAll(opened.root());
    } catch (IOException | ReviewRefusedException unreadable) {
      around.desk().fail(ReviewActs.unusable(unreadable));
    }
  }

  private void leaveExtract() {
    elsewhere = Optional.empty();
    HBox foot =
        new HBox(
            8,
            Panes.filler(),
            Panes.button("review-extract", texts.of("review.extract"), this::openExtract));
    foot.setPadding(new Insets(0, 20, 12, 20));
    root.getChildren().setAll(new VBox(8, page.root(), foot));
  }
}
