package lenswacht.console.palette;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import org.jspecify.annotations.Nullable;

/// One field that searches everything: screens, commands, assets, words. The keyboard is enough:
/// type, up and down, Enter runs, Escape closes.
public final class Palette {
  private static final int MOST_SHOWN = 60;

  private final Texts texts;
  private final Supplier<List<Found>> all;
  private final Runnable closed;
  private final TextField search = new TextField();
  private final ObservableList<Found> shown = FXCollections.observableArrayList();
  private final ListView<Found> list = new ListView<>(shown);
  private final Label count = new Label();
  private final StackPane root = new StackPane();
  private List<Searched> everything = List.of();

  private record Searched(Found found, String words) {}

  /// @param all what can be found, asked for each time it opens
  /// @param closed runs when it closes
  public Palette(Texts texts, Supplier<List<Found>> all, Runnable closed) {
    this.texts = texts;
    this.all = all;
    this.closed = closed;
    Panes.name(search, "palette-search", texts.of("palette.search"));
    search.setTooltip(null);
    search.promptTextProperty().bind(texts.of("palette.search"));
    search.textProperty().addListener((property, before, now) -> filter(now));
    Panes.name(list, "palette-list", texts.of("palette.list"));
    list.setTooltip(null);
    list.setCellFactory(view -> new FoundCell());
    list.setFocusTraversable(false);
    list.setPrefHeight(380);
    list.setOnMouseClicked(event -> run());
    count.setId("palette-count");
    count.getStyleClass().add("muted");
    VBox card =
        Panes.card(search, list, count, Panes.label(texts.of("palette.keys"), "muted", "small"));
    card.setId("palette-card");
    card.getStyleClass().add("overlay-card");
    card.setMaxWidth(720);
    card.setMaxHeight(Region.USE_PREF_SIZE);
    card.setAccessibleRole(AccessibleRole.DIALOG);
    card.accessibleTextProperty().bind(texts.of("palette.search"));
    root.setId("palette");
    root.getStyleClass().add("overlay");
    root.getChildren().add(card);
    root.setVisible(false);
    root.setManaged(false);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    root.setOnMousePressed(
        event -> {
          if (event.getTarget() == root) {
            close();
          }
        });
  }

  /// What lies over the window while it is open.
  public Node root() {
    return root;
  }

  /// Whether it is open.
  public boolean isOpen() {
    return root.isVisible();
  }

  /// Opens with an empty field.
  public void open() {
    everything =
        all.get().stream()
            .map(
                found ->
                    new Searched(
                        found,
                        (texts.render(found.kind())
                                + " "
                                + texts.render(found.words())
                                + " "
                                + found.also())
                            .toLowerCase(Locale.ROOT)))
            .toList();
    root.setVisible(true);
    root.setManaged(true);
    search.clear();
    filter("");
    search.requestFocus();
  }

  /// Closes and does nothing.
  public void close() {
    root.setVisible(false);
    root.setManaged(false);
    closed.run();
  }

  private void filter(String typed) {
    List<String> words =
        Arrays.stream(typed.toLowerCase(Locale.ROOT).strip().split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList();
    List<Found> hits =
        everything.stream()
            .filter(one -> words.stream().allMatch(one.words()::contains))
            .map(Searched::found)
            .toList();
    shown.setAll(hits.stream().limit(MOST_SHOWN).toList());
    list.getSelectionModel().selectFirst();
    count
        .textProperty()
        .bind(texts.of(Phrase.of("palette.count", "shown", shown.size(), "all", hits.size())));
  }

  private void key(KeyEvent event) {
    int at = list.getSelectionModel().getSelectedIndex();
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
    } else if (event.getCode() == KeyCode.DOWN) {
      move(Math.min(shown.size() - 1, at + 1));
    } else if (event.getCode() == KeyCode.UP) {
      move(Math.max(0, at - 1));
    } else if (event.getCode() == KeyCode.ENTER) {
      run();
    } else {
      return;
    }
    event.consume();
  }

  private void move(int to) {
    if (to >= 0) {
      list.getSelectionModel().select(to);
      list.scrollTo(to);
    }
  }

  private void run() {
    Found chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      close();
      chosen.run().run();
    }
  }

  private final class FoundCell extends ListCell<Found> {
    @Override
    protected void updateItem(@Nullable Found found, boolean empty) {
      super.updateItem(found, empty);
      if (empty || found == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      Label kind = new Label(texts.render(found.kind()));
      kind.getStyleClass().add("muted");
      kind.getStyleClass().add("found-kind");
      Label words = new Label(texts.render(found.words()));
      HBox line = new HBox(10, kind, words);
      line.getStyleClass().add("bar");
      setGraphic(line);
      setAccessibleText(texts.render(found.kind()) + ": " + texts.render(found.words()));
    }
  }
}
