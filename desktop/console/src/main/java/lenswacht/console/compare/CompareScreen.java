package lenswacht.console.compare;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lenswacht.assessment.compare.Change;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CourseReader;
import lenswacht.console.desk.Gauge;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.drawing.DrawingView;
import lenswacht.console.drawing.TellingView;
import lenswacht.console.look.Panes;
import lenswacht.console.page.CasePage;
import lenswacht.console.page.CaseScreen;
import lenswacht.console.page.PhraseTable;
import lenswacht.console.text.Phrase;
import lenswacht.knowledge.KnowledgeFolder;
import lenswacht.report.picture.PictureWords;
import lenswacht.report.picture.TimelineDrawing;

/// Chooses an earlier case, or an earlier day of this one, and shows what changed since, by cause.
public final class CompareScreen extends CaseScreen.Opened {
  private final VBox outcome = new VBox(10);

  /// Compares with the case on the desk.
  public CompareScreen(Surroundings around) {
    super(Place.COMPARE, around);
    outcome.setId("compare-outcome");
    VBox.setVgrow(outcome, Priority.ALWAYS);
  }

  @Override
  protected Node content(OpenedCase opened) {
    DatePicker day = new DatePicker();
    Panes.name(day, "compare-day", texts().of("compare.day"));
    day.getEditor().setId("compare-day-text");
    day.getEditor().accessibleTextProperty().bind(texts().of("compare.day"));
    Label label = Panes.label(texts().of("compare.day"), "muted");
    label.setLabelFor(day);
    label.setMinWidth(Region.USE_PREF_SIZE);
    FlowPane bar =
        new FlowPane(
            10,
            8,
            label,
            day,
            Panes.button(
                "compare-with-day",
                texts().of("compare.with-day"),
                () -> withDay(opened, Optional.ofNullable(day.getValue()))),
            Panes.button(
                "compare-with-edition", texts().of("compare.with-edition"), this::withEdition),
            Panes.button("compare-course", texts().of("compare.course"), this::course));
    bar.getStyleClass().add("bar");
    page()
        .actions(
            Panes.button("compare-choose", texts().of("compare.choose"), this::withCase, "accent"));
    page().say(Phrase.of("compare.first"));
    outcome.getChildren().setAll(Panes.paragraph(texts().of("compare.none"), "muted"));
    return new VBox(12, bar, outcome);
  }

  private interface Opening {
    CaseFile open() throws Exception;
  }

  private void withCase() {
    around()
        .files()
        .toOpen(texts().render(Phrase.of("compare.choose")), "*.lenswacht")
        .ifPresent(path -> compare(() -> CaseFile.open(path)));
  }

  private void withDay(OpenedCase opened, Optional<LocalDate> day) {
    day.ifPresent(chosen -> compare(() -> CaseFile.open(opened.path(), Compared.endOf(chosen))));
  }

  /// The same visit under another edition.
  private void withEdition() {
    around()
        .files()
        .toOpenFolder(texts().render(Phrase.of("compare.choose-edition")))
        .ifPresent(
            folder -> {
              var edition = around().knowledge().get();
              LocalDate day = LocalDate.now(around().clock());
              around()
                  .desk()
                  .ask(
                      Phrase.of("compare.comparing"),
                      (file, gauge) ->
                          Compared.underEditions(
                              file,
                              KnowledgeFolder.of(folder),
                              around().identifier(),
                              edition,
                              day,
                              gauge),
                      this::show,
                      around().desk()::fail);
            });
  }

  /// What happened to the site, over all visits.
  private void course() {
    around()
        .desk()
        .ask(
            Phrase.of("compare.course"),
            (file, gauge) -> new CourseReader(file, around().identifier()).read(),
            told ->
                outcome
                    .getChildren()
                    .setAll(
                        CasePage.column(
                            "compare-timeline-column",
                            new TellingView(
                                    "compare-timeline",
                                    around(),
                                    words ->
                                        new TimelineDrawing(
                                                told, PictureWords.in(words.language().locale()))
                                            .drawing())
                                .root())),
            around().desk()::fail);
  }

  private void compare(Opening earlier) {
    var edition = around().knowledge().get();
    LocalDate day = LocalDate.now(around().clock());
    around()
        .desk()
        .ask(
            Phrase.of("compare.comparing"),
            (second, gauge) -> compared(earlier, second, edition, day, gauge),
            this::show,
            around().desk()::fail);
  }

  private Compared compared(
      Opening earlier,
      CaseFile second,
      lenswacht.knowledge.Edition edition,
      LocalDate day,
      Gauge gauge)
      throws Exception {
    try (CaseFile first = earlier.open()) {
      return Compared.of(first, second, around().identifier(), edition, day, gauge);
    }
  }

  private void show(Compared compared) {
    page()
        .say(
            compared.before().equals(compared.after())
                ? Phrase.counted("compare.changed", compared.changes().size())
                : Phrase.of(
                    "compare.two-sites", "before", compared.before(), "after", compared.after()));
    PhraseTable<Change> table =
        new PhraseTable<Change>(texts(), "compare-table", "compare.table", "compare.nothing")
            .column("compare.column.cause", 120, change -> CauseDrawing.cause(change.cause()))
            .column("compare.column.subject", 190, change -> words().subject(change))
            .column("compare.column.what", 240, ChangeWords::what)
            .column(
                "compare.column.before", 200, change -> ChangeWords.value(change, change.before()))
            .column(
                "compare.column.after", 200, change -> ChangeWords.value(change, change.after()));
    table.show(compared.changes());
    VBox.setVgrow(table.view(), Priority.ALWAYS);
    outcome
        .getChildren()
        .setAll(
            List.of(
                Panes.paragraph(texts().of(classes(compared.classes())), "strong"),
                new DrawingView(
                        "compare-causes",
                        around(),
                        words -> new CauseDrawing(compared, words).drawing(),
                        key -> {})
                    .root(),
                table.view()));
  }

  private static Phrase classes(Compared.Classes classes) {
    return Phrase.of(
        "compare.classes",
        "appeared",
        classes.appeared(),
        "gone",
        classes.gone(),
        "changed",
        classes.changed(),
        "same",
        classes.same(),
        "open",
        classes.incomparable());
  }

  private ChangeWords words() {
    return new ChangeWords(around().knowledge().get().pack());
  }
}
