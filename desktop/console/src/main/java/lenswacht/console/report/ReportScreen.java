package lenswacht.console.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import lenswacht.console.desk.KeptFile;
import lenswacht.console.desk.OpenedCase;
import lenswacht.console.desk.Place;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.look.Panes;
import lenswacht.console.page.CasePage;
import lenswacht.console.page.CaseScreen;
import lenswacht.console.page.Form;
import lenswacht.console.text.Language;
import lenswacht.console.text.Phrase;
import lenswacht.product.sheet.SheetFile;

/// Which report, in which language, and what was written: length and hash, read back from the disk.
public final class ReportScreen extends CaseScreen.Opened {
  private final Label written = new Label();

  /// What can be written.
  private enum Kind {
    /// The whole report, for archives.
    PDF,
    /// A row for each asset.
    XLSX;

    private String ending() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Writes of the case on the desk.
  public ReportScreen(Surroundings around) {
    super(Place.REPORT, around);
    written.setWrapText(true);
    written.setId("report-written");
  }

  @Override
  protected Node content(OpenedCase opened) {
    Form form = new Form(texts());
    ComboBox<Kind> kind =
        form.choice(
            "report-kind",
            Phrase.of("report.kind"),
            List.of(Kind.values()),
            one -> Phrase.of("report.kind." + one.ending()));
    kind.setValue(Kind.PDF);
    ComboBox<Language> language =
        form.choice(
            "report-language",
            Phrase.of("report.language"),
            List.of(Language.values()),
            one -> Phrase.of("frame.language." + one.tag()));
    language.setValue(texts().language());
    page()
        .actions(
            Panes.button(
                "report-write",
                texts().of("report.write"),
                () -> write(opened, kind.getValue(), language.getValue()),
                "accent"));
    page()
        .say(
            Phrase.of(
                "report.first",
                "assets",
                opened.assessment().assets().size(),
                "others",
                opened.assessment().others().size()));
    VBox card =
        Panes.card(
            Panes.label(texts().of("report.which"), "layer-title"),
            form.root(),
            Panes.paragraph(texts().of("report.draft"), "muted"),
            Panes.paragraph(texts().of("report.limits"), "muted"));
    return CasePage.column("report-content", card, written);
  }

  private void write(OpenedCase opened, Kind kind, Language language) {
    String proposal = opened.name() + "-" + language.tag() + "." + kind.ending();
    around()
        .files()
        .toWrite(texts().render(Phrase.of("report.choose")), proposal)
        .ifPresent(
            file -> {
              switch (kind) {
                case PDF -> around().desk().writeReport(language, file, this::tell);
                case XLSX -> writeSheet(opened, language, file);
              }
            });
  }

  private void writeSheet(OpenedCase opened, Language language, Path file) {
    List<List<String>> rows = new AssetSheet(texts(), language).rows(opened.assessment());
    around()
        .desk()
        .jobs()
        .run(
            Phrase.of("desk.reporting"),
            gauge -> {
              KeptFile.write(file, out -> SheetFile.writeXlsx(out, "lenswacht", rows));
              return file;
            },
            this::tell,
            around().desk()::fail);
  }

  /// Reads the file back, so that what is said of it is what lies on the disk.
  private void tell(Path file) {
    around()
        .desk()
        .jobs()
        .run(
            Phrase.of("report.reading-back"),
            gauge -> said(file),
            said -> {
              written.textProperty().bind(texts().of(said));
              around().desk().say(Phrase.of("desk.report-written", "file", file.toAbsolutePath()));
            },
            around().desk()::fail);
  }

  private static Phrase said(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      long octets;
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        octets = in.transferTo(java.io.OutputStream.nullOutputStream());
      }
      return Phrase.of(
          "report.written",
          "file",
          file.toAbsolutePath(),
          "octets",
          octets,
          "sha256",
          HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
