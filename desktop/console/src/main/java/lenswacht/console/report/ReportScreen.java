package lenswacht.console.report;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.ReportWish;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.page.CasePage;
import lenswacht.console.page.CaseScreen;
import lenswacht.console.page.Form;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.report.Audience;
import lenswacht.report.ReportKind;
import lenswacht.report.export.Format;
import lenswacht.report.export.Written;

/// Which paper, in which language, for whom and as what kind of file; and what was written: counts
/// and hash, read back from the disk, and what its readers are not told.
public final class ReportScreen extends CaseScreen.Opened {
  private final VBox written = new VBox(6);

  /// Writes of the case on the desk.
  public ReportScreen(Surroundings around) {
    super(Place.REPORT, around);
    written.setId("report-written");
  }

  @Override
  protected Node content(OpenedCase opened) {
    Form form = new Form(texts());
    ComboBox<ReportKind> kind =
        form.choice(
            "report-kind",
            Phrase.of("report.kind"),
            List.of(ReportKind.values()),
            one -> Phrase.of("report.kind." + one.word()));
    kind.setValue(ReportKind.SITE);
    ComboBox<Language> language =
        form.choice(
            "report-language",
            Phrase.of("report.language"),
            List.of(Language.values()),
            one -> Phrase.of("frame.language." + one.tag()));
    language.setValue(texts().language());
    ComboBox<Audience> audience =
        form.choice(
            "report-audience",
            Phrase.of("report.audience"),
            List.of(Audience.values()),
            one -> Phrase.of("report.audience." + one.word()));
    audience.setValue(Audience.CONFIDENTIAL);
    ComboBox<Format> format =
        form.choice(
            "report-format",
            Phrase.of("report.format"),
            List.of(Format.values()),
            one -> Phrase.of("report.format." + one.word()));
    format.setValue(Format.PDF);
    page()
        .actions(
            Panes.button(
                "report-write",
                texts().of("report.write"),
                () ->
                    write(
                        opened,
                        new ReportWish(
                            kind.getValue(),
                            language.getValue(),
                            audience.getValue(),
                            format.getValue())),
                "accent"));
    sayFirst(opened);
    VBox card =
        Panes.card(
            Panes.label(texts().of("report.which"), "layer-title"),
            form.root(),
            Panes.paragraph(texts().of("report.draft"), "muted"),
            Panes.paragraph(texts().of("report.limits"), "muted"),
            Panes.paragraph(texts().of("report.left-out.which"), "muted"));
    return CasePage.column("report-content", card, written);
  }

  private void sayFirst(OpenedCase opened) {
    page()
        .say(
            Phrase.of(
                "report.first",
                "assets",
                opened.assessment().assets().size(),
                "others",
                opened.assessment().others().size()));
  }

  private void write(OpenedCase opened, ReportWish wish) {
    String proposal =
        opened.name()
            + "-"
            + wish.kind().word()
            + "-"
            + wish.language().tag()
            + "."
            + wish.format().ending();
    around()
        .files()
        .toWrite(texts().render(Phrase.of("report.choose")), proposal)
        .ifPresent(file -> around().desk().writeReport(wish, file, told -> tell(told, file)));
  }

  private void tell(Written told, Path file) {
    written.getChildren().clear();
    for (Written.Piece piece : told.files()) {
      line(
          Phrase.of(
              "report.written",
              "file",
              piece.file().toAbsolutePath(),
              "octets",
              piece.octets(),
              "sha256",
              piece.sha256()));
    }
    line(
        Phrase.of(
            "report.read-back",
            "counts",
            told.counts().stream()
                .map(count -> count.number() + " " + word("report.thing.", count.thing()))
                .collect(Collectors.joining(", "))));
    line(
        told.leftOut().isNothing()
            ? Phrase.of("report.left-out.nothing")
            : Phrase.of(
                "report.left-out",
                "counts",
                told.leftOut().counts().entrySet().stream()
                    .map(one -> one.getValue() + " " + word("report.left.", one.getKey()))
                    .collect(Collectors.joining(", "))));
    around().desk().say(Phrase.of("desk.report-written", "file", file.toAbsolutePath()));
  }

  private String word(String prefix, Enum<?> constant) {
    return texts().render(Phrase.of(prefix + constant.name().toLowerCase(java.util.Locale.ROOT)));
  }

  private void line(Phrase words) {
    Label line = new Label();
    line.textProperty().bind(texts().of(words));
    line.setWrapText(true);
    written.getChildren().add(line);
  }
}
