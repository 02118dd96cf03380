package lenswacht.console.look;

import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import lenswacht.report.drawing.Letters;

/// Keeps the columns of a table wide enough for their heads, in every language and at every size of
/// the text.
public final class Headings {
  private static final double BAR = 20;
  private static final double AROUND = 2.8;

  private final DoubleProperty size = new SimpleDoubleProperty(this, "size", 13);

  /// Learns the size of the text from a cell of the table, or from what is said where it is empty.
  public void follow(Labeled cell) {
    cell.fontProperty().addListener((property, before, now) -> size.set(now.getSize()));
  }

  /// Shares the width of `table` among its columns where all have room; else it scrolls sideways.
  public void share(TableView<?> table) {
    table.widthProperty().addListener((property, before, now) -> choose(table));
    size.addListener((property, before, now) -> choose(table));
    choose(table);
  }

  private static void choose(TableView<?> table) {
    double least =
        table.getVisibleLeafColumns().stream().mapToDouble(TableColumnBase::getMinWidth).sum();
    boolean hasRoom = table.getWidth() <= 0 || least <= table.getWidth() - BAR;
    if (hasRoom) {
      table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    } else {
      table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
      table
          .getVisibleLeafColumns()
          .forEach(column -> column.setPrefWidth(Math.max(column.getMinWidth(), 90)));
    }
  }

  /// Makes a column at least as wide as its head, and as `least`.
  public void keep(TableColumn<?, ?> column, double least) {
    column
        .minWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () ->
                    Math.max(
                        least,
                        Letters.width(String.valueOf(column.getText()), size.get(), true)
                            + AROUND * size.get()),
                column.textProperty(),
                size));
  }
}
