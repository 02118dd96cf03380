package lenswacht.console.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.ReportWish;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.desk.Trouble;
import lenswacht.console.look.Panes;
import lenswacht.console.page.CasePage;
import lenswacht.console.page.CaseScreen;
import lenswacht.console.text.Phrase;
import lenswacht.observation.BoxState;

/// Which paper, in which language, for whom and as what kind of file; beside it what that will be,
/// before it is written; and below what was written, read back from the disk.
public final class ReportScreen extends CaseScreen.Opened {
  private static final double SIDE_BY_SIDE = 900;

  private final Supplier<Optional<BoxState>> box;
  private final ReportForm form;
  private final ForeseenCard foreseen;
  private final WrittenCard written;
  private final FlowPane both = new FlowPane(16, 16);
  private int round;

  /// Writes of the case on the desk.
  ///
  /// @param box how the connected device is, whose hardware address a notice tells
  public ReportScreen(Surroundings around, Supplier<Optional<BoxState>> box) {
    super(Place.REPORT, around);
    this.box = box;
    this.form = new ReportForm(around.texts(), this::look);
    this.foreseen = new ForeseenCard(around);
    this.written = new WrittenCard(around);
    VBox card =
        Panes.card(
            Panes.label(texts().of("report.which"), "layer-title"),
            form.root(),
            Panes.paragraph(texts().of("report.limits"), "muted"),
            Panes.paragraph(texts().of("report.left-out.which"), "muted"));
    for (VBox half : List.of(card, foreseen.root())) {
      half.prefWidthProperty()
          .bind(
              Bindings.createDoubleBinding(
                  () ->
                      both.getWidth() < SIDE_BY_SIDE * around.zoom().getValue()
                          ? both.getWidth()
                          : (both.getWidth() - both.getHgap()) / 2 - 1,
                  both.widthProperty(),
                  around.zoom()));
    }
    both.getChildren().addAll(card, foreseen.root());
  }

  @Override
  public void shown() {
    int before = round;
    super.shown();
    if (round == before) {
      look(); // the case is the same, and what people decided on it may not be
    }
  }

  @Override
  protected Node content(OpenedCase opened) {
    page()
        .actions(
            Panes.button(
                "report-write", texts().of("report.write"), () -> write(opened), "accent"));
    page()
        .say(
            Phrase.of(
                "report.first",
                "assets",
                opened.assessment().assets().size(),
                "others",
                opened.assessment().others().size()));
    look();
    return CasePage.column("report-content", both, written.root());
  }

  /// Looks what the report will be; where something else was chosen meanwhile, that counts.
  private void look() {
    int mine = ++round;
    Optional<ReportWish> wish = wish();
    if (wish.isEmpty()) {
      foreseen.tell(Phrase.of("report.classification.bad"));
      return;
    }
    around()
        .desk()
        .foresee(
            wish.get(),
            told -> {
              if (mine == round) {
                foreseen.show(told);
              }
            });
  }

  private Optional<ReportWish> wish() {
    return form.wish(
        box.get().stream()
            .flatMap(state -> state.ports().stream())
            .map(BoxState.Port::hardware)
            .filter(address -> !address.isBlank())
            .toList());
  }

  private void write(OpenedCase opened) {
    Optional<ReportWish> chosen = wish();
    if (chosen.isEmpty()) {
      around()
          .desk()
          .fail(
              new Trouble(
                  Phrase.of("report.classification.bad"),
                  Phrase.of("report.classification.bad.next")));
      return;
    }
    ReportWish wish = chosen.get();
    String proposal =
        opened.name()
            + "-"
            + wish.kind().word()
            + "-"
            + wish.language().tag()
            + "."
            + wish.format().ending();
    around()
        .files()
        .toWrite(texts().render(Phrase.of("report.choose")), proposal)
        .ifPresent(
            file -> around().desk().writeReport(wish, file, told -> written.show(told, file)));
  }
}
