package lenswacht.console.floor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lenswacht.assessment.floor.Circle;
import lenswacht.assessment.floor.Match;
import lenswacht.assessment.floor.PaperList;
import lenswacht.assessment.floor.Reconciliation.PaperRow;
import lenswacht.assessment.floor.Reconciliation.Thing;
import lenswacht.assessment.floor.Region;
import lenswacht.assessment.floor.Said;
import lenswacht.assessment.floor.Sighting;
import lenswacht.casefile.CaseFile;
import lenswacht.console.desk.CaseRefusedException;
import lenswacht.console.desk.Gauge;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.desk.Trouble;
import lenswacht.console.drawing.DrawingView;
import lenswacht.console.look.Panes;
import lenswacht.console.page.CasePage;
import lenswacht.console.page.CaseScreen;
import lenswacht.console.page.Form;
import lenswacht.console.page.PhraseTable;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.product.InventorySheet;
import lenswacht.product.sheet.SheetException;
import lenswacht.report.picture.CirclesDrawing;
import lenswacht.report.picture.CirclesTale;
import lenswacht.report.picture.PictureWords;
import lenswacht.report.picture.PlanAsset;

/// On paper, on the network, seen: three circles with their seven counts, what lies in each, and
/// the way to say by hand what is what.
public final class ReconcileScreen extends CaseScreen.Asking<Site> {
  private final FloorChanges changes;
  private final VBox linking = new VBox(8);
  private Optional<Region> region = Optional.empty();

  /// Shows the case on the desk.
  public ReconcileScreen(Surroundings around) {
    super(Place.RECONCILE, around);
    this.changes = new FloorChanges(around);
    linking.setId("reconcile-linking");
  }

  @Override
  protected Site ask(CaseFile file, Gauge gauge) throws Exception {
    return Site.of(file, around().desk().openedProperty().get().orElseThrow());
  }

  @Override
  protected Node content(Site site) {
    page().say(both(site, CirclesTale::totals));
    page()
        .actions(
            Panes.button(
                "reconcile-import", texts().of("reconcile.import"), this::choose, "accent"));
    PhraseTable<Thing> table =
        new PhraseTable<Thing>(texts(), "reconcile-table", "reconcile.table", "reconcile.nothing")
            .column("reconcile.column.what", 280, thing -> both(site, tale -> tale.name(thing)))
            .column("reconcile.column.where", 250, thing -> part(site, thing.region()))
            .column("reconcile.column.paper", 130, ReconcileScreen::rows)
            .column("reconcile.column.seen", 90, ReconcileScreen::sightings)
            .column("reconcile.column.why", 170, thing -> both(site, tale -> tale.why(thing)))
            .onChoice(chosen -> link(site, chosen));
    table.view().setPrefHeight(260);
    show(site, table);
    DrawingView circles =
        new DrawingView(
            "reconcile-circles",
            around(),
            words ->
                new CirclesDrawing(site.known(), PictureWords.in(words.language().locale()))
                    .drawing(),
            key -> {
              region = Region.of(key);
              show(site, table);
            });
    linking.getChildren().clear();
    return CasePage.column(
        "reconcile-content",
        circles.root(),
        region(site, table),
        table.view(),
        linking,
        doubts(site),
        lists(site));
  }

  private void show(Site site, PhraseTable<Thing> table) {
    table.show(region.map(site.known()::in).orElse(site.known().things()));
  }

  private static Phrase part(Site site, Region region) {
    return both(site, tale -> tale.name(region));
  }

  /// What a tale of this site says in either language.
  private static Phrase both(Site site, Function<CirclesTale, String> say) {
    return new Phrase.Both(
        say.apply(new CirclesTale(site.known(), PictureWords.in(Language.NL.locale()))),
        say.apply(new CirclesTale(site.known(), PictureWords.in(Language.EN.locale()))));
  }

  private static Phrase rows(Thing thing) {
    return Phrase.verbatim(
        String.join(", ", thing.rows().stream().map(row -> row.row().id()).toList()));
  }

  private static Phrase sightings(Thing thing) {
    return Phrase.verbatim(
        String.join(", ", thing.sightings().stream().map(Sighting::id).toList()));
  }

  /// The seven parts as buttons, each with its number.
  private Node region(Site site, PhraseTable<Thing> table) {
    FlowPane bar = new FlowPane(6, 6);
    bar.setId("reconcile-parts");
    bar.getChildren()
        .add(
            Panes.button(
                "reconcile-all",
                texts().of("reconcile.all", "count", site.known().things().size()),
                () -> {
                  region = Optional.empty();
                  show(site, table);
                },
                "small"));
    for (Region one : Region.values()) {
      OptionalInt count = site.known().count(one);
      bar.getChildren()
          .add(
              Panes.button(
                  "reconcile-" + one.word(),
                  texts()
                      .of(
                          "reconcile.part",
                          "part",
                          part(site, one),
                          "count",
                          count.isPresent() ? count.getAsInt() : Phrase.of("not-determined")),
                  () -> {
                    region = Optional.of(one);
                    show(site, table);
                  },
                  "small"));
    }
    return bar;
  }

  /// Says by hand which asset a row or a sighting is.
  private void link(Site site, Optional<Thing> chosen) {
    linking.getChildren().clear();
    if (chosen.isEmpty()) {
      return;
    }
    Thing thing = chosen.get();
    ComboBox<PlanAsset> box =
        Form.choice(
            texts(),
            "reconcile-asset",
            Phrase.of("floor.link.asset"),
            List.copyOf(site.assets().values()),
            CameraPanel::name);
    box.promptTextProperty().bind(texts().of("floor.link.asset"));
    FlowPane bar = new FlowPane(8, 6, box);
    for (PaperRow row : thing.rows()) {
      Match before = site.papers().match(row.key());
      bar.getChildren()
          .addAll(
              Panes.button(
                  "reconcile-row-is",
                  texts().of("reconcile.row-is", "row", row.row().id()),
                  () ->
                      Form.chosen(box)
                          .ifPresent(asset -> say(row, Match.is(asset.asset()), before)),
                  "accent"),
              Panes.button(
                  "reconcile-row-none",
                  texts().of("reconcile.row-none", "row", row.row().id()),
                  () -> say(row, Match.NOT_FOUND, before)),
              Panes.button(
                  "reconcile-row-open",
                  texts().of("reconcile.row-open", "row", row.row().id()),
                  () -> say(row, Match.OPEN, before)));
    }
    List<PaperRow> rows = openRows(site);
    for (Sighting sighting : thing.sightings()) {
      bar.getChildren()
          .add(
              Panes.button(
                  "reconcile-sighting-is",
                  texts().of("reconcile.sighting-is", "id", sighting.id()),
                  () -> Form.chosen(box).ifPresent(asset -> say(sighting, Match.is(asset.asset()))),
                  "accent"));
      if (thing.asset().isEmpty() && !rows.isEmpty()) {
        bar.getChildren().add(onPaper(sighting, rows));
      }
    }
    if (!thing.rows().isEmpty() || !thing.sightings().isEmpty()) {
      linking
          .getChildren()
          .addAll(Panes.label(texts().of("reconcile.by-hand"), "layer-title"), bar);
    }
  }

  /// Rows of lists of which nothing was found on the network.
  private static List<PaperRow> openRows(Site site) {
    List<PaperRow> rows = new ArrayList<>();
    site.known().in(Region.PAPER).forEach(thing -> rows.addAll(thing.rows()));
    return rows;
  }

  private Node onPaper(Sighting sighting, List<PaperRow> rows) {
    ComboBox<PaperRow> box =
        Form.choice(
            texts(),
            "reconcile-paper",
            Phrase.of("reconcile.on-paper", "id", sighting.id()),
            rows,
            row -> Phrase.verbatim((row.row().id() + " " + row.row().place()).strip()));
    box.promptTextProperty().bind(texts().of("reconcile.on-paper", "id", sighting.id()));
    box.setOnAction(
        event -> Form.chosen(box).ifPresent(row -> say(sighting, Match.onPaper(row.key()))));
    return box;
  }

  private void say(PaperRow row, Match after, Match before) {
    changes.said().ifPresent(said -> changes.match(row.key(), after, before, said));
  }

  private void say(Sighting sighting, Match match) {
    changes
        .said()
        .ifPresent(said -> changes.note(sighting.matched(match, said), Optional.of(sighting)));
  }

  private Node doubts(Site site) {
    VBox card = Panes.card(Panes.label(texts().of("reconcile.doubts"), "layer-title"));
    card.setId("reconcile-doubts");
    if (site.known().doubts().isEmpty()) {
      card.getChildren().add(Panes.paragraph(texts().of("reconcile.no-doubts"), "muted"));
    }
    site.known()
        .doubts()
        .forEach(
            doubt ->
                card.getChildren()
                    .add(Panes.paragraph(texts().of(both(site, tale -> tale.sentence(doubt))))));
    return card;
  }

  private Node lists(Site site) {
    VBox card = Panes.card(Panes.label(texts().of("reconcile.lists"), "layer-title"));
    card.setId("reconcile-lists");
    card.getChildren().add(Panes.paragraph(texts().of("reconcile.rules"), "muted"));
    for (PaperList list : site.papers().lists()) {
      FlowPane line =
          new FlowPane(
              10,
              4,
              Panes.label(
                  texts()
                      .of(
                          "reconcile.list",
                          "list",
                          list.name(),
                          "count",
                          list.rows().size(),
                          "by",
                          list.said().by(),
                          "at",
                          list.said().at())),
              Panes.button(
                  "reconcile-remove-list",
                  texts().of("reconcile.remove-list", "list", list.name()),
                  () -> changes.said().ifPresent(said -> changes.remove(list, said)),
                  "small"));
      card.getChildren().add(line);
    }
    if (!site.known().looked().contains(Circle.PAPER)) {
      card.getChildren().add(Panes.paragraph(texts().of("reconcile.no-list")));
    }
    if (!site.known().looked().contains(Circle.SEEN)) {
      card.getChildren().add(Panes.paragraph(texts().of("reconcile.no-round")));
    }
    return card;
  }

  private void choose() {
    around()
        .files()
        .toOpen(texts().render(Phrase.of("reconcile.import.choose")), "*.xlsx", "*.ods", "*.csv")
        .ifPresent(file -> changes.said().ifPresent(said -> read(file, said)));
  }

  private void read(Path file, Said said) {
    around()
        .desk()
        .ask(
            Phrase.of("reconcile.importing"),
            (kept, gauge) -> read(file, kept, said),
            list -> changes.keep(list.after(), list.before()),
            around().desk()::fail);
  }

  /// A list and the one of the same name that it takes the place of.
  private record Read(PaperList after, Optional<PaperList> before) {}

  private static Read read(Path file, CaseFile kept, Said said) throws Exception {
    try {
      String name = String.valueOf(file.getFileName());
      PaperList list = InventorySheet.read(file, name, kept.floors()::veiled, said);
      return new Read(
          list,
          kept.floors().papers().lists().stream()
              .filter(one -> one.name().equals(list.name()))
              .findFirst());
    } catch (SheetException refused) {
      throw new CaseRefusedException(
          new Trouble(
              Phrase.of("trouble.inventory", "why", String.valueOf(refused.getMessage())),
              Phrase.of("trouble.inventory.next")),
          false,
          refused);
    }
  }
}
