package lenswacht.console;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import lenswacht.console.desk.CaseDesk;
import lenswacht.console.look.Panes;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// The top of the window: the case, taking back, language, theme and size of the text.
final class TopBar {
  private final FrameViewModel model;
  private final Texts texts;

  TopBar(FrameViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  Node root(CaseDesk desk, Runnable search, Runnable help) {
    Label name = new Label("Lenswacht");
    name.getStyleClass().add("program-name");
    Label opened = Panes.label(texts.of(model.caseBinding()), "muted");
    opened.setId("frame-case");
    Button finder = Panes.button("frame-search", texts.of("frame.search"), search, "small");
    finder.setMinWidth(0);
    name.setMinWidth(Region.USE_PREF_SIZE);
    opened.setMinWidth(0);
    HBox bar =
        new HBox(
            10,
            name,
            opened,
            Panes.filler(),
            finder,
            step("frame-undo", "frame.undo", "\u21b6", desk.undoableProperty(), desk::undo),
            step("frame-redo", "frame.redo", "\u21b7", desk.redoableProperty(), desk::redo),
            new HBox(language(Language.NL), language(Language.EN)),
            theme(),
            small("frame-text-smaller", texts.of("frame.smaller"), "A\u2212", model::reduce),
            small("frame-text-larger", texts.of("frame.larger"), "A+", model::enlarge),
            small("frame-help", texts.of("frame.help"), "?  F1", help));
    bar.getStyleClass().addAll("bar", "top-bar");
    return bar;
  }

  private Button step(
      String id,
      String key,
      String sign,
      ReadOnlyObjectProperty<java.util.Optional<Phrase>> what,
      Runnable action) {
    Button button =
        small(
            id,
            texts.of(
                what,
                (words, change) ->
                    words.render(
                        Phrase.of(key, "what", change.orElse(Phrase.of("frame.nothing"))))),
            sign,
            action);
    button.disableProperty().bind(what.map(java.util.Optional::isEmpty));
    return button;
  }

  private ToggleButton language(Language language) {
    ToggleButton button = new ToggleButton(language.name());
    Panes.name(
        button, "frame-language-" + language.tag(), texts.of("frame.language." + language.tag()));
    button.setSelected(texts.language() == language);
    texts
        .languageProperty()
        .addListener((property, before, now) -> button.setSelected(now == language));
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.getStyleClass().addAll("small", language == Language.NL ? "left-pill" : "right-pill");
    button.setOnAction(
        event -> {
          button.setSelected(true);
          model.speak(language);
        });
    return button;
  }

  private Button theme() {
    return Panes.button(
        "frame-theme",
        texts.of(
            model.settingsProperty(),
            (words, settings) ->
                words.render(Phrase.of("theme." + settings.theme().other().word()))),
        model::switchTheme,
        "small");
  }

  private static Button small(
      String id, ObservableValue<String> words, String letters, Runnable action) {
    Button button = new Button(letters);
    Panes.name(button, id, words);
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }
}
