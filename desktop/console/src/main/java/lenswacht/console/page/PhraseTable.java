package lenswacht.console.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import lenswacht.console.look.Headings;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import org.jspecify.annotations.Nullable;

/// A table of sentences: sorts by every column, breaks long lines, reads each row aloud as one
/// sentence, and copies rows as they are shown.
public final class PhraseTable<T> {
  private static final List<Phrase> OPEN =
      List.of(
          Phrase.of("not-determined"),
          Phrase.of("level.not-determined"),
          Phrase.of("level.not-rated"));

  private final Texts texts;
  private final TableView<T> view;
  private final javafx.collections.ObservableList<T> rows = FXCollections.observableArrayList();
  private final Headings headings = new Headings();
  private final List<Function<T, Phrase>> cells = new ArrayList<>();

  /// @param id of the table; its name is the text with this key
  /// @param emptyKey what is said where there is nothing
  public PhraseTable(Texts texts, String id, String nameKey, String emptyKey) {
    this.texts = texts;
    SortedList<T> sorted = new SortedList<>(rows);
    this.view = new TableView<>(sorted);
    sorted.comparatorProperty().bind(view.comparatorProperty());
    Panes.name(view, id, texts.of(nameKey));
    view.setTooltip(null);
    headings.share(view);
    Label empty = Panes.paragraph(texts.of(emptyKey), "muted");
    headings.follow(empty);
    view.setPlaceholder(empty);
    view.getStyleClass().add("phrase-table");
    view.setRowFactory(table -> new SpokenRow());
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::copy);
  }

  /// Adds a column.
  ///
  /// @param key of its heading
  /// @param cell what stands in a row
  public PhraseTable<T> column(String key, double width, Function<T, Phrase> cell) {
    TableColumn<T, Phrase> column = new TableColumn<>();
    column.setId(key.replace('.', '-'));
    column.textProperty().bind(texts.of(key));
    column.setPrefWidth(width);
    headings.keep(column, 60);
    column.setComparator(
        Comparator.comparing(
            (Phrase shown) -> texts.render(shown),
            Comparator.<String, Double>comparing(PhraseTable::number)
                .thenComparing(String.CASE_INSENSITIVE_ORDER)));
    column.setCellValueFactory(shown -> new ReadOnlyObjectWrapper<>(cell.apply(shown.getValue())));
    column.setCellFactory(
        ignored -> {
          WrappedCell shown = new WrappedCell();
          headings.follow(shown);
          return shown;
        });
    cells.add(cell);
    view.getColumns().add(column);
    return this;
  }

  private static Double number(String text) {
    String digits = text.replaceAll("[^0-9]", "");
    return text.matches("[\u20ac ]*[0-9. ]+") && digits.length() < 15 && !digits.isEmpty()
        ? Double.valueOf(digits)
        : -1.0;
  }

  /// The table itself.
  public TableView<T> view() {
    return view;
  }

  /// Shows these rows.
  public void show(List<? extends T> fresh) {
    rows.setAll(fresh);
  }

  /// Chooses the next row behind the chosen one that is `wanted`, round and round.
  ///
  /// @return whether there is one
  public boolean next(Predicate<? super T> wanted) {
    List<T> rows = view.getItems();
    int at = view.getSelectionModel().getSelectedIndex();
    for (int step = 1; step <= rows.size(); step++) {
      int row = (at + step) % rows.size();
      if (wanted.test(rows.get(row))) {
        view.getSelectionModel().clearAndSelect(row);
        view.scrollTo(Math.max(0, row - 1));
        return true;
      }
    }
    return false;
  }

  /// Tells `chosen` which row is selected, whenever that changes.
  public PhraseTable<T> onChoice(Consumer<Optional<T>> chosen) {
    view.getSelectionModel()
        .selectedItemProperty()
        .addListener((property, before, now) -> chosen.accept(Optional.ofNullable(now)));
    return this;
  }

  private String sentence(T row, String between) {
    return cells.stream()
        .map(cell -> texts.render(cell.apply(row)).replace('\n', ' '))
        .collect(Collectors.joining(between));
  }

  private void copy(KeyEvent event) {
    if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
      ClipboardContent content = new ClipboardContent();
      content.putString(
          view.getSelectionModel().getSelectedItems().stream()
              .map(row -> sentence(row, "\t"))
              .collect(Collectors.joining("\n")));
      Clipboard.getSystemClipboard().setContent(content);
      event.consume();
    }
  }

  /// A row that a screen reader reads as one sentence.
  private final class SpokenRow extends TableRow<T> {
    @Override
    protected void updateItem(@Nullable T row, boolean empty) {
      super.updateItem(row, empty);
      setAccessibleText(empty || row == null ? null : sentence(row, ", "));
    }
  }

  /// A cell with as many lines as it takes.
  private final class WrappedCell extends TableCell<T, Phrase> {
    @Override
    protected void updateItem(@Nullable Phrase phrase, boolean empty) {
      super.updateItem(phrase, empty);
      setText(null);
      if (empty || phrase == null) {
        setGraphic(null);
        return;
      }
      Text words = new Text();
      words.textProperty().bind(texts.of(phrase));
      words.wrappingWidthProperty().bind(widthProperty().subtract(24));
      words.getStyleClass().add(OPEN.contains(phrase) ? "not-determined-text" : "plain-text");
      setGraphic(words);
    }
  }
}
