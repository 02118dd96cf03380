package lenswacht.console.questions;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lenswacht.casefile.Answered;
import lenswacht.casefile.CaseFile;
import lenswacht.console.desk.Gauge;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.page.CaseScreen;
import lenswacht.console.page.PhraseTable;
import lenswacht.console.text.Phrase;

/// Every question once, with its answer, who gave it and when; the chosen one can be answered.
public final class QuestionsScreen extends CaseScreen.Asking<List<Answered>> {
  private final PhraseTable<Asked> table;
  private final AnswerForm form;
  private final ToggleButton onlyOpen = new ToggleButton();
  private List<Asked> all = List.of();
  private String field = "";

  /// Shows the case on the desk.
  public QuestionsScreen(Surroundings around) {
    super(Place.QUESTIONS, around);
    this.form = new AnswerForm(around, this::goOn);
    this.table =
        new PhraseTable<Asked>(texts(), "questions-table", "questions.table", "questions.none")
            .column("questions.column.topic", 120, Asked::topic)
            .column("questions.column.question", 430, Asked::words)
            .column("questions.column.answer", 140, Asked::answer)
            .column("questions.column.by", 130, QuestionsScreen::by)
            .column("questions.column.at", 120, QuestionsScreen::at)
            .onChoice(this::choose);
    onlyOpen.setId("questions-only-open");
    onlyOpen.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    onlyOpen.textProperty().bind(texts().of("questions.only-open"));
    onlyOpen.accessibleTextProperty().bind(texts().of("questions.only-open"));
    onlyOpen.setOnAction(event -> show());
  }

  private static Phrase by(Asked asked) {
    return asked
        .answered()
        .map(Answered::by)
        .filter(name -> !name.isEmpty())
        .map(Phrase::verbatim)
        .orElse(Phrase.NONE);
  }

  private static Phrase at(Asked asked) {
    return asked.answered().map(given -> Phrase.from(given.at())).orElse(Phrase.NONE);
  }

  @Override
  protected List<Answered> ask(CaseFile file, Gauge gauge) throws Exception {
    return file.decisions().answers();
  }

  @Override
  protected Node content(List<Answered> answers) {
    all = Asked.of(around().knowledge().get(), answers);
    page().actions(onlyOpen);
    page()
        .say(
            Phrase.of(
                "questions.first",
                "open",
                all.stream().filter(Asked::isOpen).count(),
                "all",
                all.size()));
    show();
    VBox.setVgrow(table.view(), Priority.ALWAYS);
    return new VBox(10, table.view(), Panes.card(form.root()));
  }

  private void show() {
    String wanted = field;
    List<Asked> shown = all.stream().filter(one -> !onlyOpen.isSelected() || one.isOpen()).toList();
    table.show(shown);
    shown.stream()
        .filter(one -> one.field().name().equals(wanted))
        .findFirst()
        .ifPresentOrElse(
            one -> {
              table.view().getSelectionModel().select(one);
              table.view().scrollTo(one);
            },
            () -> choose(Optional.empty()));
  }

  private void choose(Optional<Asked> chosen) {
    chosen.ifPresent(one -> field = one.field().name());
    form.show(chosen);
  }

  @Override
  public boolean next() {
    return table.next(Asked::isOpen);
  }

  /// Remembers the question behind the one that is being answered, to show it next.
  private void goOn() {
    List<String> order = all.stream().map(one -> one.field().name()).toList();
    int at = order.indexOf(field);
    all.stream()
        .skip(at + 1L)
        .filter(Asked::isOpen)
        .findFirst()
        .ifPresent(one -> field = one.field().name());
  }
}
