package lenswacht.console.camera;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Level;
import lenswacht.console.camera.LinesCell.Lines;
import lenswacht.console.desk.FindingTexts;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Screen;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Headings;
import lenswacht.console.look.Panes;
import lenswacht.console.page.Form;
import lenswacht.console.page.KeptTable;
import lenswacht.console.setting.HiddenColumns;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.report.drawing.Mark;

/// The table of all assets over the explanation of the one that is selected.
public final class CamerasView implements Screen {
  private final Texts texts;
  private final CamerasViewModel model;
  private final TableView<AssetRow> table = new TableView<>();
  private final TextField filter = new TextField();
  private final Headings headings = new Headings();
  private final Surroundings around;
  private final SplitPane root = new SplitPane();

  /// Shows `model`, and why its assets were identified as they were from what the desk finds out.
  public CamerasView(
      CamerasViewModel model,
      Surroundings around,
      FindingTexts findingTexts,
      HiddenColumns hidden) {
    this.model = model;
    this.around = around;
    this.texts = around.texts();
    fillTable();
    followSelection();
    VBox upper = new VBox(10, filterBar(), table, footer(hidden));
    upper.getStyleClass().add("screen-part");
    VBox.setVgrow(table, Priority.ALWAYS);
    root.setId("cameras");
    root.setOrientation(Orientation.VERTICAL);
    ExplanationView evidence =
        new ExplanationView(new ExplanationViewModel(model, around.desk()), texts);
    root.getItems().addAll(upper, new DetailView(model, evidence, around, findingTexts).root());
    root.setDividerPositions(0.5);
  }

  @Override
  public Place place() {
    return Place.CAMERAS;
  }

  @Override
  public Parent root() {
    return root;
  }

  /// Puts the keyboard into the filter.
  public void focusFilter() {
    filter.requestFocus();
  }

  private Node filterBar() {
    Panes.name(filter, "cameras-filter", texts.of("cameras.filter"));
    filter.promptTextProperty().bind(texts.of("cameras.filter"));
    filter.textProperty().bindBidirectional(model.filterProperty());
    filter.setPrefColumnCount(22);
    ToggleGroup group = new ToggleGroup();
    HBox choices = new HBox();
    choices.setMinWidth(Region.USE_PREF_SIZE);
    for (Focus focus : Focus.values()) {
      choices.getChildren().add(choice(focus, group));
    }
    FlowPane bar = new FlowPane(10, 6, filter, choices, verdict());
    bar.getStyleClass().add("bar");
    return bar;
  }

  /// Narrows the table to a level.
  private Node verdict() {
    List<Optional<Mark>> marks = new ArrayList<>();
    marks.add(Optional.empty());
    Stream.of(Mark.values()).map(Optional::of).forEach(marks::add);
    ComboBox<Optional<Mark>> box =
        Form.choice(
            texts, "cameras-verdict", Phrase.of("cameras.verdict"), marks, CamerasView::named);
    box.setValue(model.verdictProperty().get());
    box.setMinWidth(Region.USE_PREF_SIZE);
    box.setOnAction(event -> Form.chosen(box).ifPresent(model.verdictProperty()::set));
    return box;
  }

  private static Phrase named(Optional<Mark> mark) {
    return mark.map(
            one ->
                switch (one) {
                  case DIAMOND -> Phrase.of("mark.diamond");
                  case TRIANGLE -> Phrase.of("mark.triangle");
                  case CIRCLE -> Phrase.of("mark.circle");
                  case HATCH -> Phrase.of("level.not-determined");
                })
        .orElse(Phrase.of("cameras.verdict"));
  }

  /// How many rows are shown, which columns, and a way to keep them.
  private Node footer(HiddenColumns hidden) {
    Label count = Panes.label(texts.of(model.countBinding()), "muted");
    count.setId("cameras-count");
    count.setMinWidth(Region.USE_PREF_SIZE);
    HBox bar =
        new HBox(
            10,
            count,
            Panes.filler(),
            new ColumnChoice(table, hidden, around).button(),
            Panes.button("cameras-keep", texts.of("cameras.keep"), this::keep, "small"));
    bar.getStyleClass().add("bar");
    return bar;
  }

  private void keep() {
    AssetCells words = new AssetCells(texts);
    List<List<String>> rows = new ArrayList<>();
    rows.add(words.heads(table));
    model.shown().forEach(row -> rows.add(words.cells(table, row)));
    KeptTable.keep(around, Phrase.of("cameras.keep"), "cameras", rows);
  }

  private void copy(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      ClipboardContent content = new ClipboardContent();
      content.putString(
          new AssetCells(texts).copied(table, table.getSelectionModel().getSelectedItems()));
      Clipboard.getSystemClipboard().setContent(content);
      event.consume();
    }
  }

  private ToggleButton choice(Focus focus, ToggleGroup group) {
    ToggleButton button = new ToggleButton();
    button.setId("cameras-focus-" + focus.word());
    button.textProperty().bind(texts.of(focus.phrase()));
    button.accessibleTextProperty().bind(texts.of(focus.phrase()));
    button.setToggleGroup(group);
    button.setSelected(model.focusProperty().get() == focus);
    button.getStyleClass().add(pill(focus));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(
        event -> {
          button.setSelected(true);
          model.focusProperty().set(focus);
        });
    model.focusProperty().addListener((property, before, now) -> button.setSelected(now == focus));
    return button;
  }

  private static String pill(Focus focus) {
    return switch (focus) {
      case ALL -> "left-pill";
      case GRAVE, OPEN, CONTRADICTED -> "center-pill";
      case UNSEEN -> "right-pill";
    };
  }

  private void fillTable() {
    Panes.name(table, "cameras-table", texts.of("cameras.table"));
    table.setTooltip(null);
    table.setItems(model.shown());
    model.orderProperty().bind(table.comparatorProperty());
    headings.share(table);
    table.setPlaceholder(Panes.paragraph(texts.of("cameras.empty"), "muted"));
    table.getColumns().add(address());
    table.getColumns().add(words("label", 118, AssetRow::label));
    table.getColumns().add(maker());
    table.getColumns().add(words("model", 152, AssetRow::model));
    table.getColumns().add(software());
    table.getColumns().add(level("espionage", AssetRow::espionage));
    table.getColumns().add(level("privacy", AssetRow::privacy));
    table.setRowFactory(view -> row());
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::copy);
    texts.languageProperty().addListener((property, before, now) -> table.refresh());
  }

  private TableRow<AssetRow> row() {
    TableRow<AssetRow> row = new TableRow<>();
    row.itemProperty()
        .addListener(
            (property, before, now) ->
                row.setAccessibleText(now == null ? "" : texts.render(now.spoken())));
    return row;
  }

  private TableColumn<AssetRow, AssetRow> column(
      String name,
      double width,
      Comparator<AssetRow> order,
      Supplier<TableCell<AssetRow, AssetRow>> cells) {
    TableColumn<AssetRow, AssetRow> column = new TableColumn<>();
    column.setId("cameras-column-" + name);
    column.textProperty().bind(texts.of("cameras.column." + name));
    column.setPrefWidth(width);
    headings.keep(column, Math.min(width, 90));
    column.setComparator(order);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setCellFactory(
        ignored -> {
          TableCell<AssetRow, AssetRow> cell = cells.get();
          headings.follow(cell);
          return cell;
        });
    return column;
  }

  private TableColumn<AssetRow, AssetRow> words(
      String name, double width, Function<AssetRow, Phrase> words) {
    return lines(name, width, byWords(words), row -> Lines.of(words.apply(row)));
  }

  private TableColumn<AssetRow, AssetRow> lines(
      String name, double width, Comparator<AssetRow> order, Function<AssetRow, Lines> content) {
    return column(name, width, order, () -> new LinesCell(texts, "", content));
  }

  private Comparator<AssetRow> byWords(Function<AssetRow, Phrase> words) {
    return Comparator.comparing(
        row -> texts.render(words.apply(row)), String.CASE_INSENSITIVE_ORDER);
  }

  private TableColumn<AssetRow, AssetRow> address() {
    return column(
        "address",
        140,
        Comparator.comparing(AssetRow::sortableAddress),
        () ->
            new LinesCell(
                texts, "strong", row -> new Lines(Phrase.verbatim(row.address()), row.kind())));
  }

  private TableColumn<AssetRow, AssetRow> maker() {
    return lines(
        "maker",
        122,
        byWords(AssetRow::maker),
        row -> new Lines(row.maker(), row.makerConfidence()));
  }

  private TableColumn<AssetRow, AssetRow> software() {
    Comparator<Optional<LocalDate>> oldestFirst =
        Comparator.comparing(built -> built.orElse(LocalDate.MIN));
    return lines(
        "software",
        203,
        Comparator.comparing(row -> row.identity().buildDate(), oldestFirst),
        row -> new Lines(row.firmware(), row.built()));
  }

  private TableColumn<AssetRow, AssetRow> level(
      String name, Function<AssetRow, Optional<Interval>> level) {
    Comparator<Optional<Level>> unratedFirst = CamerasView::unratedFirst;
    Comparator<AssetRow> byWorst =
        Comparator.comparing(row -> level.apply(row).map(Interval::worst), unratedFirst);
    return column(
        name,
        150,
        byWorst.thenComparing(row -> level.apply(row).map(Interval::best), unratedFirst),
        () -> new LevelCell(texts, level));
  }

  private static int unratedFirst(Optional<Level> one, Optional<Level> other) {
    return one.isPresent() && other.isPresent()
        ? one.get().compareTo(other.get())
        : Boolean.compare(one.isPresent(), other.isPresent());
  }

  private void followSelection() {
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (property, before, now) -> {
              if (now != null) {
                model.selectedProperty().set(Optional.of(now));
              }
            });
    model.selectedProperty().addListener((property, before, now) -> now.ifPresent(this::mark));
    model
        .shown()
        .addListener(
            (ListChangeListener<AssetRow>)
                change -> model.selectedProperty().get().ifPresent(this::mark));
    model.selectedProperty().get().ifPresent(this::mark);
  }

  private void mark(AssetRow row) {
    int index = model.shown().indexOf(row);
    if (index >= 0 && table.getSelectionModel().getSelectedIndex() != index) {
      table.getSelectionModel().clearAndSelect(index);
      table.scrollTo(Math.max(0, index - 2));
    }
  }
}
