package lenswacht.console.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lenswacht.assessment.review.Conclusion;
import lenswacht.assessment.review.Extract;
import lenswacht.assessment.review.Extract.Passed;
import lenswacht.assessment.review.Extract.Piece;
import lenswacht.assessment.review.Opinion;
import lenswacht.assessment.review.Refusal;
import lenswacht.assessment.review.ReviewRefusedException;
import lenswacht.assessment.review.Role;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.desk.Trouble;
import lenswacht.console.look.Panes;
import lenswacht.console.page.PhraseTable;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import org.jspecify.annotations.Nullable;

/// What an assessor sees: each statement that was passed on, its evidence beside it, and the fixed
/// conclusions under the keys 1 to 9. Shows nothing but the extract and the assessor's own notes.
final class AssessPane {
  private final Surroundings around;
  private final Texts texts;
  private final Desk desk;
  private final PhraseTable<Passed> table;
  private final VBox stated = new VBox(8);
  private final VBox evidence = new VBox(8);
  private final VBox question = new VBox(8);
  private final FlowPane conclusions = new FlowPane(8, 8);
  private final ToggleGroup choice = new ToggleGroup();
  private final TextArea reason = new TextArea();
  private final DeviationForm deviation;
  private final VBox root;
  private Extract extract = new Extract(Extract.VERSION, "", "", "", Role.FIRST, "", List.of());
  private Map<String, Opinion> drafts = Map.of();
  private String wanted = "";

  /// Where what an assessor notes and files goes.
  interface Desk {
    /// Notes an opinion that is not filed yet; none takes it back.
    void note(String key, Optional<Opinion> opinion, Optional<Opinion> before);

    /// Files everything that was noted.
    void file(Map<String, Opinion> opinions);
  }

  AssessPane(Surroundings around, Desk desk) {
    this.around = around;
    this.texts = around.texts();
    this.desk = desk;
    this.deviation = new DeviationForm("review-own", texts);
    this.table =
        new PhraseTable<Passed>(texts, "review-assess", "review.assess.table", "review.assess.none")
            .column("review.column.statement", 330, passed -> phrases().sentence(passed))
            .column("review.column.noted", 150, this::noted)
            .onChoice(chosen -> chosen.ifPresent(this::show));
    Panes.name(reason, "review-reason", texts.of("review.reason"));
    reason.promptTextProperty().bind(texts.of("review.reason"));
    reason.setPrefRowCount(2);
    reason.setWrapText(true);
    reason.setMinHeight(60);
    FlowPane actions =
        new FlowPane(
            8,
            8,
            Panes.button("review-keep", texts.of("review.note"), this::note, "accent"),
            Panes.button("review-clear", texts.of("review.clear"), this::clear),
            Panes.button("review-file", texts.of("review.file"), this::file));
    question
        .getChildren()
        .setAll(
            conclusions, reason, deviation.folded("review-own", "review.deviation.own"), actions);
    ScrollPane side = Panes.scrolling(new VBox(12, stated, Panes.card(question), evidence));
    side.setId("review-side");
    side.accessibleTextProperty().bind(texts.of("review.side"));
    table.view().setMinWidth(300);
    HBox.setHgrow(side, Priority.ALWAYS);
    HBox.setHgrow(table.view(), Priority.ALWAYS);
    table.view().setPrefWidth(470);
    side.setPrefWidth(560);
    HBox both = new HBox(16, table.view(), side);
    VBox.setVgrow(both, Priority.ALWAYS);
    root = new VBox(8, Panes.paragraph(texts.of("review.assess.blind"), "muted"), both);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
  }

  Node root() {
    return root;
  }

  private ReviewPhrases phrases() {
    return new ReviewPhrases(around.knowledge().get().pack());
  }

  private Phrase noted(Passed passed) {
    return Optional.ofNullable(drafts.get(passed.key()))
        .map(opinion -> phrases().conclusion(opinion.conclusion()))
        .orElse(Phrase.NONE);
  }

  /// Shows what was passed on, and what was noted on it.
  void show(Extract fresh, Map<String, Opinion> noted) {
    extract = fresh;
    drafts = Collections.unmodifiableMap(new HashMap<>(noted));
    String chosen = wanted;
    table.show(extract.statements());
    table.view().refresh();
    extract.statements().stream()
        .filter(one -> one.key().equals(chosen))
        .findFirst()
        .or(() -> extract.statements().stream().findFirst())
        .ifPresentOrElse(this::select, this::nothing);
    question.setDisable(extract.statements().isEmpty());
  }

  private void nothing() {
    stated.getChildren().clear();
    evidence.getChildren().clear();
  }

  private void select(Passed passed) {
    table.view().getSelectionModel().select(passed);
    table.view().scrollTo(passed);
    show(passed);
  }

  private @Nullable Passed selected() {
    return table.view().getSelectionModel().getSelectedItem();
  }

  private void show(Passed passed) {
    wanted = passed.key();
    stated
        .getChildren()
        .setAll(
            Panes.paragraph(texts.of(phrases().sentence(passed)), "sentence"),
            Panes.paragraph(
                texts.of(ReviewPhrases.protection(passed.kind().protection())), "muted"));
    passed.deviation().ifPresent(one -> stated.getChildren().add(DeviationCard.of(around, one)));
    List<Node> cards = new ArrayList<>();
    passed.evidence().forEach(piece -> cards.add(card(piece)));
    if (cards.isEmpty()) {
      cards.add(Panes.paragraph(texts.of("review.no-evidence"), "muted"));
    }
    evidence.getChildren().setAll(cards);
    Optional<Opinion> noted = Optional.ofNullable(drafts.get(passed.key()));
    conclusions.getChildren().clear();
    int number = 0;
    for (Conclusion one : passed.kind().list()) {
      number++;
      conclusions.getChildren().add(button(passed, one, number, noted));
    }
    reason.setText(noted.map(Opinion::reason).orElse(""));
    deviation.show(noted.flatMap(Opinion::deviation));
  }

  private Node card(Piece piece) {
    VBox card =
        Panes.card(
            Panes.label(
                texts.of("review.piece", "from", piece.from(), "question", piece.question()),
                "strong"),
            Panes.paragraph(texts.of(Phrase.verbatim(piece.text())), "mono"),
            Panes.label(texts.of("review.piece.id", "id", piece.id()), "muted"));
    card.getStyleClass().add("evidence");
    return card;
  }

  private ToggleButton button(Passed passed, Conclusion one, int number, Optional<Opinion> noted) {
    ToggleButton button = new ToggleButton();
    button.setId("review-conclusion-" + number);
    boolean isCarried = passed.carried().contains(one);
    Phrase words =
        Phrase.of(
            isCarried ? "review.conclusion" : "review.conclusion.not-carried",
            "number",
            number,
            "conclusion",
            phrases().conclusion(one));
    button.textProperty().bind(texts.of(words));
    button.accessibleTextProperty().bind(texts.of(words));
    button.setToggleGroup(choice);
    button.setUserData(one);
    button.setSelected(noted.filter(opinion -> opinion.conclusion() == one).isPresent());
    if (!isCarried) {
      button.getStyleClass().add("muted");
    }
    return button;
  }

  private void press(KeyEvent event) {
    boolean isTyping = event.getTarget() instanceof TextInputControl;
    if (event.isControlDown() && event.getCode() == KeyCode.ENTER) {
      note();
      event.consume();
    } else if (!isTyping && event.getCode().isDigitKey() && !event.isShortcutDown()) {
      int number = Character.digit(event.getText().isEmpty() ? '0' : event.getText().charAt(0), 10);
      if (number >= 1 && number <= conclusions.getChildren().size()) {
        choice.selectToggle((ToggleButton) conclusions.getChildren().get(number - 1));
        event.consume();
      }
    }
  }

  /// Goes to the next statement on which nothing was noted.
  boolean next() {
    return table.next(one -> !drafts.containsKey(one.key()));
  }

  private void note() {
    Passed passed = selected();
    if (passed == null || choice.getSelectedToggle() == null) {
      around
          .desk()
          .fail(new Trouble(Phrase.of("review.nothing"), Phrase.of("review.nothing.next")));
      return;
    }
    Conclusion conclusion = (Conclusion) choice.getSelectedToggle().getUserData();
    Opinion opinion;
    try {
      opinion =
          new Opinion(
              conclusion,
              reason.getText(),
              deviation.isEmpty()
                  ? Optional.empty()
                  : Optional.of(deviation.deviation(conclusion, reason.getText())));
    } catch (IllegalArgumentException lacking) {
      around.desk().fail(new Trouble(Phrase.of("review.lacks"), Phrase.of("review.lacks.next")));
      return;
    }
    Optional<Opinion> before = Optional.ofNullable(drafts.get(passed.key()));
    if (!passed.carried().contains(conclusion) && opinion.deviation().isEmpty()) {
      around
          .desk()
          .fail(
              ReviewPhrases.trouble(
                  new ReviewRefusedException(Refusal.NOT_CARRIED, conclusion.word())));
      return;
    }
    next();
    desk.note(passed.key(), Optional.of(opinion), before);
  }

  private void clear() {
    Passed passed = selected();
    if (passed != null && drafts.containsKey(passed.key())) {
      desk.note(passed.key(), Optional.empty(), Optional.ofNullable(drafts.get(passed.key())));
    }
  }

  private void file() {
    if (drafts.isEmpty()) {
      around
          .desk()
          .fail(new Trouble(Phrase.of("review.nothing"), Phrase.of("review.nothing.next")));
      return;
    }
    desk.file(drafts);
  }
}
