package lenswacht.console.review;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import lenswacht.assessment.review.Conclusion;
import lenswacht.assessment.review.Deviation;
import lenswacht.console.page.Form;
import lenswacht.console.text.Texts;

/// What a deviation needs besides its reason: where that is written, who answers for it, and the
/// last day on which it holds.
final class DeviationForm {
  private final Texts texts;
  private final Form form;
  private final TextField source;
  private final TextField owner;
  private final TextField until;

  /// @param id of the pane it is on
  DeviationForm(String id, Texts texts) {
    this.texts = texts;
    this.form = new Form(texts);
    this.source = form.words(id + "-source", "review.deviation.source");
    this.owner = form.words(id + "-owner", "review.deviation.owner");
    this.until = form.words(id + "-until", "review.deviation.until");
  }

  /// The form below `first`, folded away until it is asked for.
  TitledPane folded(String id, String titleKey, Node... first) {
    VBox inside = new VBox(8, first);
    inside.getChildren().add(form.root());
    TitledPane pane = new TitledPane();
    pane.setContent(inside);
    pane.setId(id);
    pane.textProperty().bind(texts.of(titleKey));
    pane.accessibleTextProperty().bind(texts.of(titleKey));
    pane.setAnimated(false);
    pane.setExpanded(false);
    return pane;
  }

  /// Shows a deviation, or nothing.
  void show(Optional<Deviation> deviation) {
    source.setText(deviation.map(Deviation::source).orElse(""));
    owner.setText(deviation.map(Deviation::owner).orElse(""));
    until.setText(deviation.map(one -> one.until().toString()).orElse(""));
  }

  /// Whether nothing was filled in.
  boolean isEmpty() {
    return source.getText().isBlank() && owner.getText().isBlank() && until.getText().isBlank();
  }

  /// What was filled in.
  ///
  /// @throws IllegalArgumentException if something lacks, or the day is none
  Deviation deviation(Conclusion instead, String reason) {
    try {
      return new Deviation(
          instead,
          reason,
          source.getText(),
          owner.getText(),
          LocalDate.parse(until.getText().strip()));
    } catch (DateTimeException noDay) {
      throw new IllegalArgumentException("the end date is no day", noDay);
    }
  }
}
