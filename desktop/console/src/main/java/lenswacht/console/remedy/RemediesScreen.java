package lenswacht.console.remedy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lenswacht.assessment.Level;
import lenswacht.assessment.Plan;
import lenswacht.assessment.RatedAsset;
import lenswacht.casefile.CaseFile;
import lenswacht.console.desk.Gauge;
import lenswacht.console.desk.KeptFile;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.desk.Trouble;
import lenswacht.console.drawing.DrawingView;
import lenswacht.console.look.Panes;
import lenswacht.console.page.CaseScreen;
import lenswacht.console.page.Form;
import lenswacht.console.page.PhraseTable;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Words;
import lenswacht.knowledge.PriceList;
import lenswacht.product.PriceSheet;
import lenswacht.product.sheet.SheetException;
import lenswacht.product.sheet.SheetFile;

/// The planner: what to reach, what it costs, which steps, and how far each is.
public final class RemediesScreen extends CaseScreen.Asking<Planned> {
  private final StepView step;
  private final PhraseTable<Plan.Step> table;
  private final Label remarks = new Label();
  private final ComboBox<Level> target;
  private final CheckBox purpose = new CheckBox();
  private Optional<PriceList> prices = Optional.empty();
  private Optional<Planned> known = Optional.empty();
  private Optional<Plan> chosen = Optional.empty();
  private Runnable redraw = () -> {};

  /// Plans for the case on the desk.
  public RemediesScreen(Surroundings around) {
    super(Place.REMEDIES, around);
    this.step = new StepView(around);
    this.target =
        Form.choice(
            texts(),
            "remedies-target",
            Phrase.of("remedies.target"),
            List.of(Level.values()),
            Words::of);
    target.setValue(Level.MODERATE);
    purpose.setId("remedies-purpose");
    purpose.setMinWidth(Region.USE_PREF_SIZE);
    target.setMinWidth(Region.USE_PREF_SIZE);
    purpose.textProperty().bind(texts().of("remedies.purpose"));
    purpose.accessibleTextProperty().bind(texts().of("remedies.purpose"));
    remarks.setWrapText(true);
    remarks.setMinHeight(Region.USE_PREF_SIZE);
    remarks.setId("remedies-remarks");
    this.table =
        new PhraseTable<Plan.Step>(texts(), "remedies-table", "remedies.table", "remedies.none")
            .column("remedies.column.remedy", 60, one -> Phrase.verbatim(one.remedy()))
            .column("remedies.column.what", 330, this::what)
            .column("remedies.column.euros", 110, this::price)
            .column("remedies.column.state", 110, this::state)
            .column("remedies.column.assets", 80, one -> Phrase.from(one.addresses().size()))
            .column("remedies.column.silences", 200, this::silences)
            .onChoice(now -> known.ifPresent(planned -> step.show(planned, now)));
    target.setOnAction(event -> page().askAgain());
    purpose.setOnAction(event -> page().askAgain());
  }

  private List<RatedAsset> assets() {
    return around()
        .desk()
        .openedProperty()
        .get()
        .map(OpenedCase::assessment)
        .map(assessment -> assessment.assets())
        .orElse(List.of());
  }

  private Planned.Aim aim() {
    return new Planned.Aim(
        Form.chosen(target).orElse(Level.MODERATE), prices, purpose.isSelected());
  }

  @Override
  protected Planned ask(CaseFile file, Gauge gauge) throws Exception {
    return Planned.of(file, gauge, around().knowledge().get(), assets(), aim());
  }

  @Override
  protected Node content(Planned planned) {
    known = Optional.of(planned);
    step.show(planned, Optional.empty());
    chosen = Optional.of(planned.plan());
    DrawingView front =
        new DrawingView(
            "remedies-front",
            around(),
            words -> new FrontDrawing(planned, chosen.orElse(planned.plan()), words).drawing(),
            key -> choose(planned, Integer.parseInt(key.substring("plan-".length()))));
    redraw = front::redraw;
    show(planned, planned.plan());
    VBox.setVgrow(table.view(), Priority.ALWAYS);
    table.view().setMinHeight(170);
    VBox all = new VBox(10, planner(), remarks, front.root(), table.view(), step.root());
    ScrollPane scroll = Panes.scrolling(all);
    scroll.setFitToHeight(true);
    return scroll;
  }

  private Node planner() {
    Label label = Panes.label(texts().of("remedies.target"), "muted");
    label.setLabelFor(target);
    Label list =
        Panes.label(
            texts()
                .of(
                    prices.isPresent()
                        ? Phrase.of("remedies.prices.own")
                        : Phrase.of("remedies.prices.placeholder")),
            "muted");
    list.setId("remedies-prices-which");
    FlowPane bar =
        new FlowPane(
            10,
            8,
            label,
            target,
            purpose,
            list,
            Panes.button("remedies-prices", texts().of("remedies.prices"), this::choosePrices),
            Panes.button(
                "remedies-prices-empty", texts().of("remedies.prices.empty"), this::keepEmptyList));
    bar.getStyleClass().add("bar");
    return bar;
  }

  private void choose(Planned planned, int number) {
    show(planned, planned.front().get(number));
    redraw.run();
  }

  private void show(Planned planned, Plan plan) {
    chosen = Optional.of(plan);
    table.show(planned.ordered(plan));
    page()
        .say(
            Phrase.of(
                "remedies.first",
                "euros",
                Euros.of(plan.euros()),
                "espionage",
                Words.of(plan.espionage()),
                "privacy",
                Words.of(plan.privacy())));
    remarks.textProperty().bind(texts().of(remarks(planned, plan)));
  }

  private static Phrase remarks(Planned planned, Plan plan) {
    List<Phrase> said = new ArrayList<>();
    long placeholders = planned.placeholders(plan);
    if (placeholders > 0) {
      said.add(Phrase.of("remedies.placeholders", "euros", Euros.of(placeholders)));
    }
    if (!plan.isReached()) {
      said.add(Phrase.of("remedies.out-of-reach", "assets", String.join(", ", plan.outOfReach())));
    }
    said.add(Phrase.of("remedies.proof"));
    return new Phrase.Joined(said, " ");
  }

  private void choosePrices() {
    var remedies = around().knowledge().get().remedies();
    around()
        .files()
        .toOpen(texts().render(Phrase.of("remedies.prices")), "*.xlsx", "*.ods", "*.csv")
        .ifPresent(
            file ->
                around()
                    .desk()
                    .jobs()
                    .run(
                        Phrase.of("remedies.prices.reading"),
                        gauge -> PriceSheet.read(file, remedies),
                        read -> {
                          prices = Optional.of(read);
                          page().askAgain();
                        },
                        this::refuse));
  }

  private void refuse(Exception failed) {
    if (failed instanceof SheetException refused) {
      around()
          .desk()
          .fail(
              new Trouble(
                  Phrase.of("trouble.sheet", "why", String.valueOf(refused.getMessage())),
                  Phrase.of("trouble.sheet.next")));
    } else {
      around().desk().fail(failed);
    }
  }

  private void keepEmptyList() {
    var rows =
        PriceSheet.template(around().knowledge().get().remedies(), texts().language().locale());
    around()
        .files()
        .toWrite(texts().render(Phrase.of("remedies.prices.empty")), "prijzen.xlsx")
        .ifPresent(
            file ->
                around()
                    .desk()
                    .jobs()
                    .run(
                        Phrase.of("remedies.prices.writing"),
                        gauge -> {
                          KeptFile.write(file, out -> SheetFile.writeXlsx(out, "lenswacht", rows));
                          return file;
                        },
                        written ->
                            around()
                                .desk()
                                .say(Phrase.of("remedies.prices.written", "file", written)),
                        around().desk()::fail));
  }

  private Phrase what(Plan.Step one) {
    return known
        .map(planned -> StepView.title(planned.remedy(one)))
        .orElse(Phrase.verbatim(one.remedy()));
  }

  private Phrase price(Plan.Step one) {
    boolean isPlaceholder =
        known.map(planned -> planned.prices().isPlaceholder(planned.remedy(one))).orElse(false);
    return isPlaceholder
        ? Phrase.of("remedies.euros.placeholder", "euros", Euros.of(one.euros()))
        : Phrase.verbatim(Euros.of(one.euros()));
  }

  private Phrase state(Plan.Step one) {
    return known
        .map(planned -> Phrase.of("remedies.state." + planned.state(one).word()))
        .orElse(Phrase.NONE);
  }

  private Phrase silences(Plan.Step one) {
    return known
        .map(
            planned ->
                planned.must(one).isEmpty()
                    ? Phrase.verbatim(String.join(" ", one.silences()))
                    : Phrase.of(
                        "remedies.must",
                        "rules",
                        String.join(" ", one.silences()),
                        "must",
                        String.join(" ", planned.must(one))))
        .orElse(Phrase.NONE);
  }
}
