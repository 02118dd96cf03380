package lenswacht.console.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import org.jspecify.annotations.Nullable;

/// Fields below each other, each with its name before it.
public final class Form {
  private final Texts texts;
  private final GridPane grid = new GridPane(12, 8);
  private int row;

  /// An empty form.
  public Form(Texts texts) {
    this.texts = texts;
    grid.getStyleClass().add("form");
  }

  /// The form itself.
  public Region root() {
    return grid;
  }

  private void add(Phrase name, Region field) {
    Label label = Panes.paragraph(texts.of(name), "muted");
    label.setLabelFor(field);
    label.setPrefWidth(210);
    field.setMaxWidth(Double.MAX_VALUE);
    GridPane.setHgrow(field, javafx.scene.layout.Priority.ALWAYS);
    grid.addRow(row++, label, field);
  }

  /// A field for words.
  public TextField words(String id, String nameKey) {
    return words(id, Phrase.of(nameKey));
  }

  /// A field for words.
  public TextField words(String id, Phrase name) {
    TextField field = new TextField();
    Panes.name(field, id, texts.of(name));
    field.setTooltip(null);
    add(name, field);
    return field;
  }

  /// A choice of one.
  ///
  /// @param shown the words for a choice
  public <T> ComboBox<T> choice(
      String id, Phrase name, List<T> choices, Function<T, Phrase> shown) {
    ComboBox<T> box = choice(texts, id, name, choices, shown);
    add(name, box);
    return box;
  }

  /// A number between two, moved in steps of ten.
  public Slider range(String id, Phrase name, int least, int most) {
    Slider slider = new Slider(least, most, least);
    Panes.name(slider, id, texts.of(name));
    slider.setMajorTickUnit(20);
    slider.setMinorTickCount(1);
    slider.setBlockIncrement(10);
    slider.setSnapToTicks(true);
    slider.setShowTickLabels(true);
    slider.setShowTickMarks(true);
    add(name, slider);
    return slider;
  }

  /// A choice of one, outside of any form.
  public static <T> ComboBox<T> choice(
      Texts texts, String id, Phrase name, List<T> choices, Function<T, Phrase> shown) {
    ComboBox<T> box = new ComboBox<>();
    Panes.name(box, id, texts.of(name));
    box.setTooltip(null);
    box.getItems().setAll(choices);
    box.setCellFactory(ignored -> new WordsCell<>(texts, shown));
    box.setButtonCell(new WordsCell<>(texts, shown));
    return box;
  }

  /// What was chosen, if anything.
  public static <T> Optional<T> chosen(ComboBox<T> box) {
    return Optional.ofNullable(box.getValue());
  }

  private static final class WordsCell<T> extends ListCell<T> {
    private final Texts texts;
    private final Function<T, Phrase> shown;

    WordsCell(Texts texts, Function<T, Phrase> shown) {
      this.texts = texts;
      this.shown = shown;
    }

    @Override
    protected void updateItem(@Nullable T choice, boolean empty) {
      super.updateItem(choice, empty);
      textProperty().unbind();
      if (empty || choice == null) {
        setText("");
      } else {
        textProperty().bind(texts.of(shown.apply(choice)));
      }
    }
  }
}
