package lenswacht.console.separation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lenswacht.assessment.outward.WaysOut;
import lenswacht.assessment.separation.Cell;
import lenswacht.assessment.separation.Reach;
import lenswacht.assessment.separation.SeparationMatrix;
import lenswacht.assessment.separation.ZonePlan;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CaseFileException;
import lenswacht.console.desk.Gauge;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.drawing.DrawingView;
import lenswacht.console.look.Panes;
import lenswacht.console.page.CasePage;
import lenswacht.console.page.CaseScreen;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.report.SeparationTale;
import lenswacht.report.WaysOutTale;
import lenswacht.report.picture.MatrixDrawing;
import lenswacht.report.picture.PictureWords;

/// The separation matrix, what was tried in the chosen cell, what it comes to, ways out, and the
/// zones themselves.
public final class SeparationScreen extends CaseScreen.Asking<SeparationScreen.Known> {
  private final VBox detail = new VBox(4);

  /// What the case says.
  ///
  /// @param plan zones and agreements
  /// @param matrix empty where nobody named zones
  /// @param waysOut whom the assets call outside
  record Known(ZonePlan plan, Optional<SeparationMatrix> matrix, WaysOut waysOut) {}

  /// Shows the case on the desk.
  public SeparationScreen(Surroundings around) {
    super(Place.SEPARATION, around);
    detail.setId("separation-detail");
  }

  private Known known(CaseFile file) throws CaseFileException {
    var assets = file.assets(around().identifier());
    return new Known(
        file.zones(),
        file.separation(assets, around().knowledge().get().separation()),
        file.waysOut(assets));
  }

  @Override
  protected Known ask(CaseFile file, Gauge gauge) throws Exception {
    return known(file);
  }

  @Override
  protected Node content(Known known) {
    List<Node> parts = new ArrayList<>();
    if (known.matrix().isPresent()) {
      SeparationMatrix matrix = known.matrix().get();
      page()
          .say(
              Phrase.of(
                  "separation.first",
                  "tried",
                  matrix.cells().stream()
                      .filter(cell -> cell.reach() != Reach.NOT_MEASURED)
                      .count(),
                  "cells",
                  matrix.cells().size(),
                  "deviating",
                  matrix.deviations().size()));
      parts.add(
          new DrawingView(
                  "separation-matrix",
                  around(),
                  words ->
                      new MatrixDrawing(
                              matrix,
                              new SeparationTale(words.language().locale()),
                              PictureWords.in(words.language().locale()))
                          .drawing(),
                  key ->
                      new MatrixDrawing(
                              matrix,
                              new SeparationTale(texts().language().locale()),
                              PictureWords.in(texts().language().locale()))
                          .cell(key)
                          .ifPresent(this::show))
              .root());
      detail.getChildren().setAll(Panes.paragraph(texts().of("separation.choose"), "muted"));
      parts.add(detail);
      parts.add(answers(matrix));
    } else {
      page().say(Phrase.of("separation.no-zones"));
    }
    parts.add(new ZoneForm(around(), known.plan()).root());
    parts.add(waysOut(known.waysOut()));
    return CasePage.column("separation-content", parts.toArray(Node[]::new));
  }

  private void show(Cell cell) {
    detail
        .getChildren()
        .setAll(
            Panes.label(
                texts().of("separation.pair", "from", cell.from(), "to", cell.to()), "strong"));
    for (Phrase line : both(language -> new SeparationTale(language).details(cell))) {
      detail.getChildren().add(Panes.paragraph(texts().of(line)));
    }
  }

  private Node answers(SeparationMatrix matrix) {
    VBox card = Panes.card(Panes.label(texts().of("separation.answers"), "layer-title"));
    card.setId("separation-answers");
    both(language -> new SeparationTale(language).answers(matrix))
        .forEach(line -> card.getChildren().add(Panes.paragraph(texts().of(line))));
    both(language -> new SeparationTale(language).stands(matrix))
        .forEach(line -> card.getChildren().add(Panes.paragraph(texts().of(line), "muted")));
    return card;
  }

  private Node waysOut(WaysOut ways) {
    VBox card = Panes.card(Panes.label(texts().of("separation.ways-out"), "layer-title"));
    card.setId("separation-ways-out");
    Label told = new Label();
    told.setWrapText(true);
    told.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    told.textProperty()
        .bind(
            texts()
                .of(
                    new Phrase.Both(
                        new WaysOutTale(Language.NL.locale()).text(ways),
                        new WaysOutTale(Language.EN.locale()).text(ways))));
    card.getChildren().add(told);
    return card;
  }

  /// Sentences that a tale tells in either language.
  private static List<Phrase> both(Function<Locale, List<String>> tale) {
    List<String> dutch = tale.apply(Language.NL.locale());
    List<String> english = tale.apply(Language.EN.locale());
    List<Phrase> said = new ArrayList<>();
    for (int i = 0; i < Math.min(dutch.size(), english.size()); i++) {
      said.add(new Phrase.Both(dutch.get(i), english.get(i)));
    }
    return said;
  }
}
