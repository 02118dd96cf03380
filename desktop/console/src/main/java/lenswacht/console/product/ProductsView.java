package lenswacht.console.product;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// A list to paste or open on top, what is known of each product below.
public final class ProductsView {
  private final ProductsViewModel model;
  private final Texts texts;
  private final VBox root;

  /// Shows `model`.
  public ProductsView(ProductsViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    TextArea list = new TextArea();
    Panes.name(list, "products-list", texts.of("products.list"));
    list.setTooltip(null);
    list.promptTextProperty().bind(texts.of("products.list.prompt"));
    list.textProperty().bindBidirectional(model.listProperty());
    list.setPrefRowCount(6);
    list.setMinHeight(110);
    Label notice = Panes.paragraph(texts.of(model.noticeProperty()), "strong");
    notice.setId("products-notice");
    HBox heading =
        new HBox(
            10,
            Panes.label(texts.of("products.title"), "title-large"),
            Panes.filler(),
            Panes.button("products-open", texts.of("products.choose"), model::chooseFile),
            Panes.button("products-check", texts.of("products.check"), model::check, "accent"));
    heading.getStyleClass().add("bar");
    TableView<ProductLine> table = table();
    VBox.setVgrow(table, Priority.ALWAYS);
    root =
        new VBox(
            12, heading, Panes.paragraph(texts.of("products.below"), "muted"), list, notice, table);
    root.setId("products");
    root.getStyleClass().add("screen-part");
  }

  /// The screen.
  public Parent root() {
    return root;
  }

  private TableView<ProductLine> table() {
    TableView<ProductLine> table = new TableView<>(model.lines());
    Panes.name(table, "products-table", texts.of("products.table"));
    table.setTooltip(null);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPlaceholder(Panes.paragraph(texts.of("products.empty"), "muted"));
    table.getColumns().add(column("brand", 140, line -> Phrase.verbatim(line.brand())));
    table.getColumns().add(column("model", 170, line -> Phrase.verbatim(line.model())));
    table.getColumns().add(column("maker", 190, ProductsView::maker));
    table.getColumns().add(column("facts", 520, ProductsView::facts));
    return table;
  }

  private static Phrase maker(ProductLine line) {
    return line.maker()
        .map(maker -> Phrase.of("products.maker", "maker", maker, "confidence", line.confidence()))
        .orElse(Phrase.of("not-determined"));
  }

  private static Phrase facts(ProductLine line) {
    return line.facts().isEmpty()
        ? Phrase.of("products.ask-supplier")
        : new Phrase.Joined(line.facts(), "\n");
  }

  private TableColumn<ProductLine, Phrase> column(
      String name, double width, Function<ProductLine, Phrase> content) {
    TableColumn<ProductLine, Phrase> column = new TableColumn<>();
    column.setId("products-column-" + name);
    column.textProperty().bind(texts.of("products.column." + name));
    column.setPrefWidth(width);
    column.setMinWidth(90);
    column.setComparator(Comparator.comparing(texts::render, String.CASE_INSENSITIVE_ORDER));
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(content.apply(cell.getValue())));
    column.setCellFactory(ignored -> new PhraseCell(texts));
    return column;
  }

  /// A cell that says a phrase, on as many lines as it takes.
  private static final class PhraseCell extends TableCell<ProductLine, Phrase> {
    private final Texts texts;

    PhraseCell(Texts texts) {
      this.texts = texts;
    }

    @Override
    protected void updateItem(Phrase phrase, boolean empty) {
      super.updateItem(phrase, empty);
      setText(null);
      setGraphic(empty || phrase == null ? null : wrapped(phrase));
    }

    private Node wrapped(Phrase phrase) {
      Text words = new Text();
      words.textProperty().bind(texts.of(phrase));
      words.wrappingWidthProperty().bind(widthProperty().subtract(24));
      boolean open =
          List.of(Phrase.of("not-determined"), Phrase.of("products.ask-supplier")).contains(phrase);
      words.getStyleClass().add(open ? "not-determined-text" : "plain-text");
      return words;
    }
  }
}
