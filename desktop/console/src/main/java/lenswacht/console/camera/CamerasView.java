package lenswacht.console.camera;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Level;
import lenswacht.console.camera.LinesCell.Lines;
import lenswacht.console.desk.CaseDesk;
import lenswacht.console.desk.FindingTexts;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Screen;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// The table of all assets over the explanation of the one that is selected.
public final class CamerasView implements Screen {
  private final Texts texts;
  private final CamerasViewModel model;
  private final TableView<AssetRow> table = new TableView<>();
  private final TextField filter = new TextField();
  private final SplitPane root = new SplitPane();

  /// Shows `model`, and why its assets were identified as they were from what `desk` finds out.
  public CamerasView(
      CamerasViewModel model, CaseDesk desk, Texts texts, FindingTexts findingTexts) {
    this.model = model;
    this.texts = texts;
    fillTable();
    followSelection();
    VBox upper = new VBox(10, filterBar(), table);
    upper.getStyleClass().add("screen-part");
    VBox.setVgrow(table, Priority.ALWAYS);
    root.setId("cameras");
    root.setOrientation(Orientation.VERTICAL);
    ExplanationView evidence = new ExplanationView(new ExplanationViewModel(model, desk), texts);
    root.getItems().addAll(upper, new DetailView(model, evidence, texts, findingTexts).root());
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
    for (Focus focus : Focus.values()) {
      choices.getChildren().add(choice(focus, group));
    }
    Label count = Panes.label(texts.of(model.countBinding()), "muted");
    count.setId("cameras-count");
    HBox bar = new HBox(10, filter, choices, Panes.filler(), count);
    bar.getStyleClass().add("bar");
    return bar;
  }

  private ToggleButton choice(Focus focus, ToggleGroup group) {
    ToggleButton button = new ToggleButton();
    button.setId("cameras-focus-" + focus.word());
    button.textProperty().bind(texts.of(focus.phrase()));
    button.accessibleTextProperty().bind(texts.of(focus.phrase()));
    button.setToggleGroup(group);
    button.setSelected(model.focusProperty().get() == focus);
    button.getStyleClass().add(pill(focus));
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
      case GRAVE, OPEN -> "center-pill";
      case CONTRADICTED -> "right-pill";
    };
  }

  private void fillTable() {
    Panes.name(table, "cameras-table", texts.of("cameras.table"));
    table.setTooltip(null);
    table.setItems(model.shown());
    model.orderProperty().bind(table.comparatorProperty());
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPlaceholder(Panes.paragraph(texts.of("cameras.empty"), "muted"));
    table.getColumns().add(address());
    table.getColumns().add(words("label", 118, AssetRow::label));
    table.getColumns().add(maker());
    table.getColumns().add(words("model", 152, AssetRow::model));
    table.getColumns().add(software());
    table.getColumns().add(level("espionage", AssetRow::espionage));
    table.getColumns().add(level("privacy", AssetRow::privacy));
    table.setRowFactory(view -> row());
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
    column.setMinWidth(Math.min(width, 90));
    column.setComparator(order);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
    column.setCellFactory(ignored -> cells.get());
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
