package lenswacht.console.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import lenswacht.console.desk.Drafts;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;

/// The fields of one form that are kept while they are half filled in, and come back after the
/// screen or the window was closed. Says so where they did.
public final class Draft {
  private final Surroundings around;
  private final Drafts drafts;
  private final String about;
  private final String form;
  private final SimpleBooleanProperty restored = new SimpleBooleanProperty(false);
  private final List<Runnable> clearing = new ArrayList<>();

  /// @param form names it within the console
  public Draft(Surroundings around, String form) {
    this.around = around;
    this.drafts = around.drafts();
    this.about = drafts.about();
    this.form = form;
  }

  /// Keeps a field for words.
  public Draft words(TextInputControl field) {
    String first = field.getText() == null ? "" : field.getText();
    String kept = drafts.get(about, form, field.getId());
    if (!kept.isEmpty() && !kept.equals(first)) {
      field.setText(kept);
      restored.set(true);
    }
    field
        .textProperty()
        .addListener(
            (property, before, now) -> {
              String text = now == null ? "" : now;
              drafts.put(about, form, field.getId(), text.equals(first) ? "" : text);
            });
    clearing.add(() -> field.setText(first));
    return this;
  }

  /// Keeps a choice.
  ///
  /// @param word for each, the same in every language
  public <T> Draft choice(ComboBox<T> box, Function<T, String> word) {
    T first = box.getValue();
    String kept = drafts.get(about, form, box.getId());
    box.getItems().stream()
        .filter(one -> word.apply(one).equals(kept) && !one.equals(first))
        .findFirst()
        .ifPresent(
            one -> {
              box.setValue(one);
              restored.set(true);
            });
    box.valueProperty()
        .addListener(
            (property, before, now) ->
                drafts.put(
                    about,
                    form,
                    box.getId(),
                    now == null || now.equals(first) ? "" : word.apply(now)));
    clearing.add(() -> box.setValue(first));
    return this;
  }

  /// Says that something was brought back, and throws it away where that is wanted.
  public Node note() {
    HBox note =
        new HBox(
            8,
            Panes.label(around.texts().of("draft.restored"), "muted"),
            Panes.button(
                form + "-draft-discard", around.texts().of("draft.discard"), this::clear, "small"));
    note.setId(form + "-draft");
    note.getStyleClass().add("bar");
    note.visibleProperty().bind(restored);
    note.managedProperty().bind(restored);
    return note;
  }

  /// The form was sent: nothing of it is kept any more.
  public void done() {
    drafts.forget(about, form);
    restored.set(false);
  }

  /// Empties the form.
  public void clear() {
    clearing.forEach(Runnable::run);
    done();
  }
}
