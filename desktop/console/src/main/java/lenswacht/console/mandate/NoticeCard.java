package lenswacht.console.mandate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import lenswacht.console.desk.KeptFile;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.page.Draft;
import lenswacht.console.page.Form;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.observation.BoxState;
import lenswacht.observation.Mandate;
import lenswacht.report.VisitNotice;

/// The notice to whoever runs the network: to the clipboard and into a file. It is sent by a
/// person.
final class NoticeCard {
  private final Surroundings around;
  private final Texts texts;
  private final TextField contact;
  private final ComboBox<Language> language;
  private final Node root;

  NoticeCard(Surroundings around, Mandate mandate, Optional<BoxState> box) {
    this.around = around;
    this.texts = around.texts();
    Form form = new Form(texts);
    contact = form.words("notice-contact", "notice.contact");
    language =
        form.choice(
            "notice-language",
            Phrase.of("notice.language"),
            List.of(Language.values()),
            one -> Phrase.of("frame.language." + one.tag()));
    language.setValue(texts.language());
    Draft draft = new Draft(around, "notice");
    draft.words(contact);
    TextArea preview = new TextArea();
    Panes.name(preview, "notice-words", texts.of("notice.title"));
    preview.setTooltip(null);
    preview.setEditable(false);
    preview.setWrapText(true);
    preview.setPrefRowCount(14);
    preview
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> text(mandate, box), contact.textProperty(), language.valueProperty()));
    HBox buttons =
        new HBox(
            8,
            Panes.button("notice-copy", texts.of("notice.copy"), () -> copy(text(mandate, box))),
            Panes.button(
                "notice-keep", texts.of("notice.keep"), () -> keep(mandate, text(mandate, box))));
    buttons.getStyleClass().add("bar");
    root =
        Panes.card(
            Panes.label(texts.of("notice.title"), "layer-title"),
            Panes.paragraph(texts.of("notice.why"), "muted"),
            form.root(),
            buttons,
            preview);
    root.setId("mandate-notice");
  }

  Node root() {
    return root;
  }

  private VisitNotice notice(Mandate mandate, Optional<BoxState> box) {
    List<String> hardware =
        box.map(
                state ->
                    state.ports().stream()
                        .map(BoxState.Port::hardware)
                        .filter(address -> !address.isBlank())
                        .toList())
            .orElse(List.of());
    return new VisitNotice(mandate, hardware, contact.getText(), around.clock().getZone());
  }

  private String text(Mandate mandate, Optional<BoxState> box) {
    return notice(mandate, box).text(language.getValue().locale());
  }

  private void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    around.desk().say(Phrase.of("notice.copied"));
  }

  private void keep(Mandate mandate, String text) {
    String proposal =
        texts.render(Phrase.of("notice.file", "id", mandate.id().replaceAll("[^0-9A-Za-z-]", "-")));
    around
        .files()
        .toWrite(texts.render(Phrase.of("notice.keep")), proposal)
        .ifPresent(file -> write(file, text));
  }

  private void write(Path file, String text) {
    around
        .desk()
        .jobs()
        .run(
            Phrase.of("notice.keeping"),
            gauge -> written(file, text),
            done -> around.desk().say(Phrase.of("notice.kept", "file", done)),
            around.desk()::fail);
  }

  private static Path written(Path file, String text) throws IOException {
    KeptFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    return file;
  }
}
