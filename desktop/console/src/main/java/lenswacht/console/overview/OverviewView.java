package lenswacht.console.overview;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lenswacht.assessment.Axis;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Verdict;
import lenswacht.assessment.Visit;
import lenswacht.casefile.Glance;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Screen;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.floor.CirclesCard;
import lenswacht.console.look.LevelWords;
import lenswacht.console.look.Panes;
import lenswacht.console.overview.Summary.AxisSummary;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.console.text.Words;
import lenswacht.observation.CleanText;
import lenswacht.observation.Coverage;
import lenswacht.report.drawing.Mark;

/// What was looked at, the two site levels apart, what drives them, and the report button.
public final class OverviewView implements Screen {
  /// Most addresses shown under a level.
  private static final int MOST_DRIVERS = 12;

  private static final int MOST_BITS = 40;

  private final OverviewViewModel model;
  private final Texts texts;
  private final CoverageStrip strip;
  private final CirclesCard circles;
  private final VBox content = new VBox(16);
  private final ScrollPane root = Panes.scrolling(content);

  /// Shows `model`.
  public OverviewView(OverviewViewModel model, Surroundings around, CirclesCard circles) {
    this.model = model;
    this.texts = around.texts();
    this.strip = new CoverageStrip(around);
    this.circles = circles;
    root.setId("overview");
    root.accessibleTextProperty().bind(texts.of("screen.overview"));
    content.getStyleClass().add("screen-part");
    model.summaryBinding().addListener((property, before, now) -> show(now));
    model
        .glanceProperty()
        .addListener((property, before, now) -> show(model.summaryBinding().get()));
    show(model.summaryBinding().get());
  }

  @Override
  public Place place() {
    return Place.OVERVIEW;
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void shown() {
    strip.shown();
    circles.shown();
  }

  private void show(Optional<Summary> summary) {
    content
        .getChildren()
        .setAll(
            summary
                .map(this::sections)
                .or(() -> model.glanceProperty().get().map(this::coming))
                .orElse(List.of(Panes.paragraph(texts.of("overview.empty"), "muted"))));
  }

  /// What is to be seen of a case while it is being judged: how it was judged last.
  private List<Node> coming(Glance glance) {
    Phrase last =
        Phrase.of(
            "overview.coming",
            "count",
            glance.lines().size(),
            "day",
            glance.onDay(),
            "edition",
            glance.edition(),
            "espionage",
            LevelWords.headline(glance.espionage()),
            "privacy",
            LevelWords.headline(glance.privacy()));
    Node told = Panes.paragraph(texts.of(last));
    told.setId("overview-coming");
    return List.of(
        Panes.label(texts.of(Phrase.verbatim(glance.site())), "title-large"),
        told,
        Panes.paragraph(texts.of("page.being-judged"), "muted"));
  }

  private List<Node> sections(Summary summary) {
    HBox levels = new HBox(16);
    for (AxisSummary axis : summary.axes()) {
      levels.getChildren().add(axis(axis, summary.assets()));
    }
    levels.getChildren().forEach(card -> HBox.setHgrow(card, Priority.ALWAYS));
    HBox lower = new HBox(16, visit(summary), controls(summary));
    lower.getChildren().forEach(card -> HBox.setHgrow(card, Priority.ALWAYS));
    return List.of(heading(summary), coverage(summary), levels, circles.root(), lower);
  }

  private Node heading(Summary summary) {
    Button report =
        Panes.button("overview-report", texts.of("overview.report"), model::makeReport, "accent");
    report.disableProperty().bind(model.mayReportBinding().not());
    VBox titles =
        new VBox(
            2,
            Panes.label(texts.of(Phrase.verbatim(summary.site())), "title-large"),
            Panes.label(texts.of("overview.edition", "edition", summary.edition()), "muted"));
    HBox heading = new HBox(12, titles, Panes.filler(), report);
    heading.getStyleClass().add("bar");
    return heading;
  }

  private Node coverage(Summary summary) {
    VBox card = Panes.card(Panes.label(texts.of("overview.coverage"), "layer-title"));
    card.setId("overview-coverage");
    FlowPane numbers = new FlowPane(36, 8);
    summary.coverage().ifPresent(looked -> addLooked(numbers, looked));
    numbers.getChildren().add(number(summary.assets(), "overview.number.assets"));
    numbers.getChildren().add(number(summary.others(), "overview.number.others"));
    card.getChildren().add(numbers);
    summary
        .coverage()
        .ifPresent(looked -> card.getChildren().addAll(new CoverageCard(texts).of(looked)));
    if (summary.coverage().isPresent()) {
      card.getChildren().add(strip.root());
    }
    card.getChildren().add(new WaysOutCard(texts).of(summary.waysOut()));
    Phrase known =
        Phrase.of(
            "overview.known",
            "lowest",
            summary.lowestCoverage(),
            "highest",
            summary.highestCoverage());
    if (summary.assets() > 0) {
      card.getChildren().add(Panes.paragraph(texts.of(known), "muted"));
    }
    FlowPane left = new FlowPane(8, 6);
    for (Map.Entry<String, Long> reason : new TreeMap<>(summary.notLookedAt()).entrySet()) {
      Phrase line =
          Phrase.counted(
              "overview.not-looked", reason.getValue(), "reason", reason(reason.getKey()));
      left.getChildren().add(Panes.label(texts.of(line), "not-looked"));
    }
    if (!left.getChildren().isEmpty()) {
      card.getChildren().add(left);
    }
    return card;
  }

  /// The words for a reason of the device; a reason that this console does not know is shown as it
  /// came.
  private Phrase reason(String key) {
    String words = "reason." + key;
    return texts.keys(texts.language()).contains(words)
        ? Phrase.of(words)
        : Phrase.verbatim(CleanText.of(key, 60));
  }

  /// The ranges that can be counted; one that cannot has its bar.
  private void addLooked(FlowPane numbers, Coverage coverage) {
    List<Coverage.Segment> counted =
        coverage.segments().stream()
            .filter(segment -> segment.range().size().bitLength() <= MOST_BITS)
            .toList();
    numbers
        .getChildren()
        .addAll(
            number(sum(counted, Coverage.Segment::looked), "overview.number.addresses"),
            number(sum(counted, it -> it.answered().size()), "overview.number.answering"),
            number(sum(counted, Coverage.Segment::missed), "overview.number.not-looked"));
  }

  private static long sum(List<Coverage.Segment> segments, ToLongFunction<Coverage.Segment> count) {
    return segments.stream().mapToLong(count).sum();
  }

  private Node number(long count, String key) {
    return new VBox(
        0,
        Panes.label(texts.of(Phrase.verbatim(Long.toString(count))), "number"),
        Panes.label(texts.of(key), "muted", "small"));
  }

  private Node axis(AxisSummary axis, int assets) {
    String name = axis.axis().name().toLowerCase(Locale.ROOT);
    VBox card = Panes.card(Panes.label(texts.of("axis." + name), "layer-title"));
    card.setId("overview-" + name);
    card.getChildren().add(headline(axis.level()));
    card.getChildren().add(question(axis.axis()));
    if (!axis.drivenBy().isEmpty()) {
      boolean known = axis.level().map(Mark::isDetermined).orElse(false);
      Phrase driven =
          Phrase.counted(known ? "overview.driven" : "overview.left-open", axis.drivenBy().size());
      card.getChildren().add(Panes.paragraph(texts.of(driven)));
      card.getChildren().add(drivers(name, axis.drivenBy()));
    }
    card.getChildren().add(distribution(axis.counts(), assets));
    card.setPrefWidth(420);
    return card;
  }

  private Node question(Axis axis) {
    return switch (axis) {
      case ESPIONAGE -> Panes.paragraph(texts.of("overview.espionage.question"), "muted");
      case PRIVACY -> Panes.paragraph(texts.of("overview.privacy.question"), "muted");
    };
  }

  private Node headline(Optional<Interval> level) {
    HBox headline = new HBox(12);
    headline.getStyleClass().addAll("level", "level-large");
    headline.getChildren().add(Panes.shape(Mark.of(level)));
    if (level.isEmpty()) {
      headline.getChildren().add(Panes.label(texts.of("level.not-determined"), "level-word"));
      return headline;
    }
    Interval known = level.get();
    headline.getChildren().add(Panes.label(texts.of(LevelWords.headline(known)), "level-word"));
    if (!LevelWords.otherEnd(known).equals(Phrase.NONE)) {
      headline.getChildren().add(Panes.label(texts.of(LevelWords.otherEnd(known)), "level-least"));
    }
    return headline;
  }

  private Node drivers(String axis, List<String> addresses) {
    FlowPane drivers = new FlowPane(6, 6);
    drivers.setPrefWrapLength(460);
    for (String address : addresses.stream().limit(MOST_DRIVERS).toList()) {
      Button button =
          Panes.button(
              "overview-" + axis + "-" + address.replaceAll("[^0-9A-Za-z]", "-"),
              texts.of(Phrase.verbatim(address)),
              () -> model.show(address),
              "small",
              "driver");
      button.accessibleTextProperty().unbind();
      button.accessibleTextProperty().bind(texts.of("overview.driver.spoken", "address", address));
      drivers.getChildren().add(button);
    }
    if (addresses.size() > MOST_DRIVERS) {
      Phrase more = Phrase.of("overview.driven.more", "count", addresses.size() - MOST_DRIVERS);
      drivers.getChildren().add(Panes.label(texts.of(more), "muted"));
    }
    return drivers;
  }

  private Node distribution(Map<Mark, Long> counts, int assets) {
    GridPane grid = new GridPane(10, 6);
    int row = 0;
    for (Mark mark : Mark.values()) {
      long count = counts.getOrDefault(mark, 0L);
      Region bar = new Region();
      bar.getStyleClass().addAll("share", Panes.styleClass(mark) + "-share");
      double share = assets == 0 ? 0 : (double) count / assets;
      bar.setPrefWidth(Math.max(count > 0 ? 4 : 0, share * 180));
      bar.setMaxWidth(Region.USE_PREF_SIZE);
      HBox word = new HBox(8, Panes.shape(mark), Panes.label(texts.of(markWord(mark))));
      word.getStyleClass().add("level");
      grid.addRow(row++, word, Panes.label(texts.of(Phrase.verbatim("" + count)), "strong"), bar);
    }
    return grid;
  }

  private static Phrase markWord(Mark mark) {
    return switch (mark) {
      case DIAMOND -> Phrase.of("mark.diamond");
      case TRIANGLE -> Phrase.of("mark.triangle");
      case CIRCLE -> Phrase.of("mark.circle");
      case HATCH -> Phrase.of("level.not-determined");
    };
  }

  private Node visit(Summary summary) {
    VBox card = Panes.card(Panes.label(texts.of("overview.visit"), "layer-title"));
    card.setPrefWidth(420);
    if (summary.visit().isEmpty()) {
      card.getChildren().add(Panes.paragraph(texts.of("overview.no-visit"), "muted"));
      return card;
    }
    Visit visit = summary.visit().get();
    Phrase outcome = visit.outcome().map(Words::of).orElse(Phrase.of("overview.visit.broken-off"));
    GridPane facts = new GridPane(16, 6);
    facts.addRow(0, term("overview.visit.mandate"), value(visit.mandate().id()));
    facts.addRow(1, term("overview.visit.device"), value(visit.device()));
    facts.addRow(2, term("overview.visit.started"), value(visit.started()));
    facts.addRow(
        3,
        term("overview.visit.ended"),
        visit.ended().map(this::value).orElse(value(Phrase.of("not-determined"))));
    facts.addRow(4, term("overview.visit.outcome"), value(outcome));
    facts.addRow(5, term("overview.visit.questions"), value(visit.questions()));
    facts.addRow(
        6,
        term("overview.visit.journal"),
        value(Phrase.of("overview.visit.chain", "lines", visit.journalLines())));
    card.getChildren().add(facts);
    return card;
  }

  private Node term(String key) {
    Label term = Panes.label(texts.of(key), "muted");
    term.setMinWidth(Region.USE_PREF_SIZE);
    return term;
  }

  private Node value(Object value) {
    return Panes.paragraph(texts.of(Phrase.from(value)));
  }

  private Node controls(Summary summary) {
    VBox card = Panes.card(Panes.label(texts.of("overview.controls"), "layer-title"));
    card.setPrefWidth(420);
    GridPane grid = new GridPane(16, 6);
    int row = 0;
    for (Verdict verdict : Verdict.values()) {
      String key = "verdict." + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
      long count = summary.controls().getOrDefault(verdict, 0L);
      grid.addRow(
          row++,
          Panes.label(texts.of(Phrase.verbatim("" + count)), "strong"),
          Panes.label(texts.of(key)));
    }
    card.getChildren().add(grid);
    card.getChildren().add(Panes.paragraph(texts.of("overview.controls.note"), "muted"));
    return card;
  }
}
