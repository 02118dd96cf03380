package lenswacht.console.report;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import lenswacht.console.desk.ReportWish;
import lenswacht.console.page.Form;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.console.text.Texts;
import lenswacht.report.Audience;
import lenswacht.report.Marking;
import lenswacht.report.NoticeContact;
import lenswacht.report.ReportKind;
import lenswacht.report.export.Format;

/// What is to be written: which paper, in which language, for whom, how it is marked, as what kind
/// of file, and whom a notice says to call.
final class ReportForm {
  private final Form form;
  private final ComboBox<ReportKind> kind;
  private final ComboBox<Language> language;
  private final ComboBox<Audience> audience;
  private final ComboBox<Marking.Label> label;
  private final TextField classification;
  private final ComboBox<Format> format;
  private final TextField call;

  /// @param changed runs when anything was chosen otherwise
  ReportForm(Texts texts, Runnable changed) {
    this.form = new Form(texts);
    this.kind =
        form.choice(
            "report-kind",
            Phrase.of("report.kind"),
            List.of(ReportKind.values()),
            one -> Phrase.of("report.kind." + one.word()));
    kind.setValue(ReportKind.SITE);
    this.language =
        form.choice(
            "report-language",
            Phrase.of("report.language"),
            List.of(Language.values()),
            one -> Phrase.of("frame.language." + one.tag()));
    language.setValue(texts.language());
    this.audience =
        form.choice(
            "report-audience",
            Phrase.of("report.audience"),
            List.of(Audience.values()),
            one -> Phrase.of("report.audience." + one.word()));
    audience.setValue(Audience.CONFIDENTIAL);
    this.label =
        form.choice(
            "report-marking",
            Phrase.of("report.marking"),
            List.of(Marking.Label.values()),
            one -> Phrase.verbatim(one.words()));
    label.setValue(Marking.PROPOSED.label());
    this.classification = form.words("report-classification", "report.classification");
    this.format =
        form.choice(
            "report-format",
            Phrase.of("report.format"),
            List.of(Format.values()),
            one -> Phrase.of("report.format." + one.word()));
    format.setValue(Format.PDF);
    this.call = form.words("report-call", "report.call");
    call.setDisable(true);
    List.of(kind, language, audience, label, format)
        .forEach(one -> one.valueProperty().addListener(heard -> changed.run()));
    kind.valueProperty()
        .addListener(heard -> call.setDisable(kind.getValue() != ReportKind.NOTICE));
    classification.setOnAction(event -> changed.run());
    classification
        .focusedProperty()
        .addListener(
            (property, before, now) -> {
              if (before) {
                changed.run();
              }
            });
  }

  Node root() {
    return form.root();
  }

  /// What was chosen; empty where the classification is none that this program marks with.
  ///
  /// @param hardware hardware addresses of the device, as far as it is connected
  Optional<ReportWish> wish(List<String> hardware) {
    Marking marking;
    try {
      marking = new Marking(label.getValue(), classification.getText(), Optional.empty());
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
    return Optional.of(
        new ReportWish(
            kind.getValue(),
            language.getValue(),
            audience.getValue(),
            format.getValue(),
            marking,
            new NoticeContact(hardware, call.getText())));
  }
}
