package lenswacht.console.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lenswacht.assessment.review.Conclusion;
import lenswacht.assessment.review.Deviation;
import lenswacht.assessment.review.Review;
import lenswacht.assessment.review.ReviewEvent;
import lenswacht.assessment.review.ReviewEvent.Mark;
import lenswacht.assessment.review.Reviewed;
import lenswacht.assessment.review.Stage;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.desk.Trouble;
import lenswacht.console.look.Panes;
import lenswacht.console.page.Form;
import lenswacht.console.page.PhraseTable;
import lenswacht.console.page.WhoBar;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// What the handler sees: every statement with what the machine concludes and how far it is. Owner,
/// room, deviation and passing on go for many at once; conclusions are not drawn here.
final class PreparePane {
  private final Surroundings around;
  private final Texts texts;
  private final ReviewActs acts;
  private final WhoBar who;
  private final PhraseTable<Reviewed> table;
  private final TextField mark = new TextField();
  private final TextField reason = new TextField();
  private final ComboBox<Conclusion> instead;
  private final DeviationForm deviation;
  private final VBox root;

  PreparePane(Surroundings around, ReviewActs acts, WhoBar who) {
    this.around = around;
    this.texts = around.texts();
    this.acts = acts;
    this.who = who;
    this.deviation = new DeviationForm("review-common", texts);
    this.table =
        new PhraseTable<Reviewed>(texts, "review-table", "review.table", "review.table.none")
            .column("review.column.statement", 330, one -> phrases().sentence(one.statement()))
            .column(
                "review.column.proposed",
                150,
                one -> phrases().conclusion(one.statement().proposed()))
            .column("review.column.stage", 120, one -> ReviewPhrases.stage(one.stage()))
            .column("review.column.fit", 200, one -> ReviewPhrases.fit(one.fit()))
            .column("review.column.marks", 130, PreparePane::marks)
            .column("review.column.deviation", 150, this::deviation);
    table.view().getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.view().setMinHeight(180);
    VBox.setVgrow(table.view(), Priority.ALWAYS);
    Panes.name(mark, "review-mark", texts.of("review.mark"));
    mark.promptTextProperty().bind(texts.of("review.mark"));
    this.instead =
        Form.choice(
            texts,
            "review-instead",
            Phrase.of("review.deviation.instead"),
            List.of(Conclusion.values()),
            one -> phrases().conclusion(one));
    Panes.name(reason, "review-common-reason", texts.of("review.reason"));
    reason.promptTextProperty().bind(texts.of("review.reason"));
    HBox.setHgrow(reason, Priority.ALWAYS);
    TitledPane elsewhere = new TitledPane();
    elsewhere.setId("review-pass");
    elsewhere.textProperty().bind(texts.of("review.pass"));
    elsewhere.accessibleTextProperty().bind(texts.of("review.pass"));
    elsewhere.setContent(new PassBar(around, acts).root());
    elsewhere.setExpanded(false);
    root = new VBox(8, table.view(), actions(), deviations(), elsewhere);
  }

  private Node actions() {
    HBox actions =
        new HBox(
            8,
            Panes.button("review-handle", texts.of("review.handle"), this::handle, "accent"),
            Panes.button("review-next", texts.of("review.next"), this::next),
            Panes.filler(),
            mark,
            Panes.button("review-owner", texts.of("review.owner"), () -> mark(Mark.OWNER)),
            Panes.button("review-room", texts.of("review.room"), () -> mark(Mark.ROOM)));
    actions.getStyleClass().add("bar");
    return actions;
  }

  private Node deviations() {
    HBox first =
        new HBox(
            8,
            instead,
            reason,
            Panes.button("review-deviate", texts.of("review.deviate"), this::deviate));
    first.getStyleClass().add("bar");
    return deviation.folded("review-common", "review.deviation.put", first);
  }

  Node root() {
    return root;
  }

  private ReviewPhrases phrases() {
    return new ReviewPhrases(around.knowledge().get().pack());
  }

  private static Phrase marks(Reviewed one) {
    return Phrase.verbatim(String.join(", ", one.marks().values()));
  }

  private Phrase deviation(Reviewed one) {
    return one.deviation()
        .map(
            noted ->
                Phrase.of(
                    noted.isInForce() ? "review.until" : "review.ended",
                    "conclusion",
                    phrases().conclusion(noted.deviation().instead()),
                    "until",
                    noted.deviation().until()))
        .orElse(Phrase.NONE);
  }

  void show(Review review) {
    List<String> chosen = keys();
    table.show(review.statements());
    for (Reviewed one : review.statements()) {
      if (chosen.contains(one.statement().key())) {
        table.view().getSelectionModel().select(one);
      }
    }
    if (chosen.isEmpty()) {
      next();
    }
  }

  private List<Reviewed> selected() {
    return List.copyOf(table.view().getSelectionModel().getSelectedItems());
  }

  private List<String> keys() {
    return selected().stream().map(one -> one.statement().key()).toList();
  }

  /// Goes to the next statement that was not passed on.
  boolean next() {
    return table.next(one -> one.stage() == Stage.DRAFT);
  }

  private void handle() {
    List<Reviewed> open = selected().stream().filter(one -> one.stage() == Stage.DRAFT).toList();
    if (open.isEmpty()) {
      around.desk().fail(new Trouble(Phrase.of("review.none"), Phrase.of("review.none.next")));
      return;
    }
    Optional<String> by = who.who();
    if (by.isEmpty()) {
      return;
    }
    String note = who.note();
    acts.once(
        Phrase.counted("review.handled", open.size()),
        work ->
            work.add(
                open.stream()
                    .map(
                        one -> new ReviewEvent.Handled(one.statement(), note, by.get(), acts.now()))
                    .toList()));
  }

  private void mark(Mark what) {
    List<Reviewed> chosen = selected();
    Optional<String> by = who.who();
    if (chosen.isEmpty() || by.isEmpty()) {
      return;
    }
    String value = mark.getText().strip();
    acts.change(
        Phrase.of("review.marked", "value", value),
        work -> work.add(marked(chosen, what, one -> value, by.get())),
        work ->
            work.add(marked(chosen, what, one -> one.marks().getOrDefault(what, ""), by.get())));
  }

  private List<ReviewEvent> marked(
      List<Reviewed> chosen,
      Mark what,
      java.util.function.Function<Reviewed, String> value,
      String by) {
    List<ReviewEvent> events = new ArrayList<>();
    for (Reviewed one : chosen) {
      events.add(
          new ReviewEvent.Marked(one.statement().key(), what, value.apply(one), by, acts.now()));
    }
    return events;
  }

  private void deviate() {
    List<Reviewed> chosen = selected();
    Optional<String> by = who.who();
    Optional<Conclusion> conclusion = Form.chosen(instead);
    if (chosen.isEmpty() || by.isEmpty()) {
      return;
    }
    Deviation put;
    try {
      put = deviation.deviation(conclusion.orElseThrow(), reason.getText());
    } catch (IllegalArgumentException | java.util.NoSuchElementException lacking) {
      around.desk().fail(new Trouble(Phrase.of("review.lacks"), Phrase.of("review.lacks.next")));
      return;
    }
    acts.change(
        Phrase.counted("review.deviated", chosen.size()),
        work -> work.add(deviated(chosen, one -> Optional.of(put), by.get())),
        work ->
            work.add(
                deviated(chosen, one -> one.deviation().map(Reviewed.Noted::deviation), by.get())));
  }

  private List<ReviewEvent> deviated(
      List<Reviewed> chosen,
      java.util.function.Function<Reviewed, Optional<Deviation>> deviation,
      String by) {
    List<ReviewEvent> events = new ArrayList<>();
    for (Reviewed one : chosen) {
      events.add(
          new ReviewEvent.Deviated(
              one.statement().key(), one.statement().hash(), deviation.apply(one), by, acts.now()));
    }
    return events;
  }
}
