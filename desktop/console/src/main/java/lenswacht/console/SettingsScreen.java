package lenswacht.console;

import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Screen;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.look.Theme;
import lenswacht.console.page.Form;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;

/// How the console looks and speaks, and where that is kept. Every choice holds and is kept at
/// once.
final class SettingsScreen implements Screen {
  private final VBox root;

  /// @param keptIn where settings are kept, for a person
  SettingsScreen(FrameViewModel model, Surroundings around, String keptIn) {
    Texts texts = around.texts();
    Form form = new Form(texts);
    ComboBox<Language> language =
        form.choice(
            "settings-language",
            Phrase.of("settings.language"),
            List.of(Language.values()),
            one -> Phrase.of("frame.language." + one.tag()));
    language.setValue(texts.language());
    texts.languageProperty().addListener((property, before, now) -> language.setValue(now));
    language.setOnAction(event -> Form.chosen(language).ifPresent(model::speak));
    ComboBox<Theme> theme =
        form.choice(
            "settings-theme",
            Phrase.of("settings.theme"),
            List.of(Theme.values()),
            one -> Phrase.of("theme." + one.word().toLowerCase(Locale.ROOT)));
    theme.setValue(model.settingsProperty().get().theme());
    theme.setOnAction(event -> Form.chosen(theme).ifPresent(model::wear));
    form.words("settings-officer", "page.officer")
        .textProperty()
        .bindBidirectional(around.officer());
    Slider size = form.range("settings-size", Phrase.of("settings.size"), 80, 200);
    size.setValue(model.settingsProperty().get().textSize());
    size.valueProperty()
        .addListener((property, before, now) -> model.size((int) Math.round(now.doubleValue())));
    model
        .settingsProperty()
        .addListener(
            (property, before, now) -> {
              theme.setValue(now.theme());
              size.setValue(now.textSize());
            });
    VBox looks = Panes.card(Panes.label(texts.of("settings.looks"), "layer-title"), form.root());
    VBox kept =
        Panes.card(
            Panes.label(texts.of("settings.kept"), "layer-title"),
            Panes.paragraph(texts.of("settings.kept.where", "file", keptIn)),
            Panes.paragraph(texts.of("settings.kept.case"), "muted"),
            new HBox(
                Panes.button("settings-forget", texts.of("settings.forget"), model::forgetRecent)));
    VBox keys =
        Panes.card(
            Panes.label(texts.of("settings.keys"), "layer-title"),
            Panes.paragraph(texts.of("settings.keys.screens")),
            Panes.paragraph(texts.of("settings.keys.panes")),
            Panes.paragraph(texts.of("settings.keys.undo")),
            Panes.paragraph(texts.of("settings.keys.size")),
            Panes.paragraph(texts.of("settings.keys.stop")));
    VBox content = new VBox(16, looks, kept, keys);
    var scroll = Panes.scrolling(content);
    scroll.setId("settings-content");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    root = new VBox(12, Panes.label(texts.of("screen.settings"), "title-large"), scroll);
    root.setId("settings");
    root.getStyleClass().add("screen-part");
  }

  @Override
  public Place place() {
    return Place.SETTINGS;
  }

  @Override
  public Parent root() {
    return root;
  }
}
