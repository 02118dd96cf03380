package lenswacht.console.portfolio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lenswacht.casefile.Portfolio;
import lenswacht.casefile.SiteState;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Screen;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.page.KeptTable;
import lenswacht.console.page.PhraseTable;
import lenswacht.console.setting.SiteListFile;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// All sites of which there is a case file, with both ratings beside each other. Nothing is judged
/// anew, nothing averaged, and a file that cannot be read stays on the list.
public final class PortfolioScreen implements Screen {
  private final Surroundings around;
  private final Texts texts;
  private final SiteListFile list;
  private final Runnable opened;
  private final SiteWords words;
  private final PhraseTable<SiteState> table;
  private final TextField filter = new TextField();
  private final Label first = new Label();
  private final Label count = new Label();
  private final FlowPane counts = new FlowPane(18, 8);
  private final VBox root;
  private Portfolio portfolio = new Portfolio(List.of());
  private Optional<SiteState> chosen = Optional.empty();

  /// @param list of which the portfolio is made
  /// @param opened shows a case that was opened
  public PortfolioScreen(Surroundings around, SiteListFile list, Runnable opened) {
    this.around = around;
    this.texts = around.texts();
    this.list = list;
    this.opened = opened;
    this.words = new SiteWords(LocalDate.now(around.clock()));
    this.table =
        new PhraseTable<SiteState>(
                texts, "portfolio-table", "portfolio.table", "page.about.portfolio")
            .column("portfolio.column.site", 190, words::name)
            .column("portfolio.column.espionage", 120, site -> words.level(site.espionage()))
            .column("portfolio.column.privacy", 120, site -> words.level(site.privacy()))
            .column("portfolio.column.coverage", 120, words::coverage)
            .column("portfolio.column.visit", 150, words::visited)
            .column("portfolio.column.remedies", 100, words::remedies)
            .column("portfolio.column.edition", 130, words::edition)
            .column("portfolio.column.kept", 140, words::kept)
            .column("portfolio.column.state", 150, words::state)
            .onChoice(site -> chosen = site);
    VBox.setVgrow(table.view(), Priority.ALWAYS);
    table
        .view()
        .setOnMouseClicked(
            event -> {
              if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                openChosen();
              }
            });
    table
        .view()
        .setOnKeyPressed(
            event -> {
              if (event.getCode() == KeyCode.ENTER) {
                openChosen();
                event.consume();
              }
            });
    first.getStyleClass().add("muted");
    first.setId("portfolio-first");
    first.setWrapText(true);
    first.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
    counts.setId("portfolio-counts");
    root = new VBox(12, heading(), counts, bar(), table.view());
    root.setId(Place.PORTFOLIO.word());
    root.getStyleClass().add("screen-part");
    filter.textProperty().addListener((property, before, now) -> show());
    texts.languageProperty().addListener((property, before, now) -> show());
    show();
  }

  @Override
  public Place place() {
    return Place.PORTFOLIO;
  }

  @Override
  public Parent root() {
    return root;
  }

  @Override
  public void shown() {
    read();
  }

  private Node heading() {
    VBox titles = new VBox(2, Panes.label(texts.of(Place.PORTFOLIO.title()), "title-large"), first);
    HBox.setHgrow(titles, Priority.ALWAYS);
    HBox heading =
        new HBox(
            10,
            titles,
            Panes.button("portfolio-add-file", texts.of("portfolio.add-file"), this::addFile),
            Panes.button(
                "portfolio-add", texts.of("portfolio.add-folder"), this::addFolder, "accent"));
    heading.getStyleClass().add("bar");
    return heading;
  }

  private Node bar() {
    Panes.name(filter, "portfolio-filter", texts.of("portfolio.filter"));
    filter.promptTextProperty().bind(texts.of("portfolio.filter"));
    filter.setPrefColumnCount(18);
    count.setId("portfolio-count");
    count.getStyleClass().add("muted");
    Button open =
        Panes.button("portfolio-open", texts.of("portfolio.open"), this::openChosen, "small");
    HBox bar =
        new HBox(
            10,
            filter,
            count,
            Panes.filler(),
            open,
            Panes.button("portfolio-keep", texts.of("portfolio.keep"), this::keep, "small"),
            Panes.button("portfolio-clear", texts.of("portfolio.clear"), this::clear, "small"));
    bar.getStyleClass().add("bar");
    return bar;
  }

  private void addFile() {
    around
        .files()
        .toOpen(texts.render(Phrase.of("portfolio.add-file")), "*.lenswacht")
        .ifPresent(this::add);
  }

  private void addFolder() {
    around
        .files()
        .toOpenFolder(texts.render(Phrase.of("portfolio.add-folder")))
        .ifPresent(this::add);
  }

  private void add(Path one) {
    try {
      list.add(one);
      read();
    } catch (IOException unwritable) {
      around.desk().fail(unwritable);
    }
  }

  private void clear() {
    try {
      list.clear();
      read();
    } catch (IOException unwritable) {
      around.desk().fail(unwritable);
    }
  }

  /// Reads every case file behind the screen.
  private void read() {
    List<Path> kept = list.read();
    around
        .desk()
        .jobs()
        .run(
            Phrase.of("portfolio.reading"),
            gauge -> Portfolio.read(files(kept), gauge::at),
            read -> {
              portfolio = read;
              show();
            },
            around.desk()::fail);
  }

  private static Set<Path> files(List<Path> kept) throws IOException {
    Set<Path> files = new LinkedHashSet<>();
    for (Path one : kept) {
      if (Files.isDirectory(one)) {
        files.addAll(Portfolio.files(one));
      } else {
        files.add(one);
      }
    }
    return files;
  }

  private void show() {
    String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
    List<SiteState> shown =
        portfolio.sites().stream()
            .filter(site -> cells(site).stream().anyMatch(cell -> holds(cell, wanted)))
            .toList();
    table.show(shown);
    count
        .textProperty()
        .bind(
            texts.of(
                Phrase.of("table.shown", "shown", shown.size(), "all", portfolio.sites().size())));
    first.textProperty().bind(texts.of(sum()));
    counts.getChildren().setAll(SiteCounts.of(portfolio, texts));
  }

  private static boolean holds(String cell, String wanted) {
    return cell.toLowerCase(Locale.ROOT).contains(wanted);
  }

  private Phrase sum() {
    return portfolio
        .longestAgo()
        .<Phrase>map(
            site ->
                Phrase.of(
                    "portfolio.sum",
                    "sites",
                    portfolio.sites().size(),
                    "remedies",
                    portfolio.openRemedies(),
                    "days",
                    site.lastVisit().map(words::days).orElse(0L),
                    "site",
                    site.site(),
                    "unread",
                    portfolio.unread()))
        .orElse(Phrase.of("page.about.portfolio"));
  }

  /// A row as it is shown.
  private List<String> cells(SiteState site) {
    List<Function<SiteState, Phrase>> all =
        List.of(
            words::name,
            one -> words.level(one.espionage()),
            one -> words.level(one.privacy()),
            words::coverage,
            words::visited,
            words::remedies,
            words::edition,
            words::kept,
            words::state);
    return all.stream().map(cell -> texts.render(cell.apply(site)).replace('\n', ' ')).toList();
  }

  private void openChosen() {
    chosen
        .filter(site -> site.trouble().isEmpty())
        .ifPresent(site -> around.desk().open(site.file(), opened));
  }

  /// Writes what is shown, as XLSX or as CSV.
  private void keep() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(table.view().getColumns().stream().map(column -> column.getText()).toList());
    table.view().getItems().forEach(site -> rows.add(cells(site)));
    KeptTable.keep(around, Phrase.of("portfolio.keep"), "portfolio", rows);
  }
}
