package lenswacht.report.export;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Verdict;
import lenswacht.observation.FactJson;
import lenswacht.report.AssessmentReport;
import lenswacht.report.AssessmentReport.Paper;
import lenswacht.report.CaseSheets;
import lenswacht.report.Redaction;
import lenswacht.report.ReportContents;
import lenswacht.report.ReportOrder;
import lenswacht.report.Telling;
import lenswacht.report.WholeFile;
import lenswacht.report.content.Contents;
import lenswacht.report.content.Document;
import lenswacht.report.content.LeftOut;
import lenswacht.report.exchange.CycloneDxText;
import lenswacht.report.exchange.OscalText;
import lenswacht.report.odf.OdsWriter;
import lenswacht.report.odf.OdtWriter;
import lenswacht.report.paper.Attachment;
import lenswacht.report.paper.PdfPrinter;
import lenswacht.report.sheet.CsvWriter;
import lenswacht.report.sheet.Sheet;
import lenswacht.report.sheet.XlsxWriter;

/// Writes a report in any format, whole or not at all; then reads it back from the disk, counts
/// what stands in it and compares. The same contents and order give the same bytes.
public final class ReportFile {
  private static final List<Written.Thing> TABLES =
      List.of(
          Written.Thing.ASSETS,
          Written.Thing.FINDINGS,
          Written.Thing.REMEDIES,
          Written.Thing.RANGES,
          Written.Thing.COLUMNS);

  private final ReportContents contents;
  private final ReportOrder order;

  /// What to tell and how.
  public ReportFile(ReportContents contents, ReportOrder order) {
    this.contents = contents;
    this.order = order;
  }

  /// Writes `file`; as CSV the other tables stand beside it, under names that begin like it.
  ///
  /// @throws IOException if it cannot be written, or was read back otherwise than it was meant
  public Written write(Format format, Path file) throws IOException {
    return switch (format) {
      case PDF -> pdf(file);
      case ODT -> odt(file);
      case XLSX, ODS -> book(format, file);
      case CSV -> csv(file);
      case OSCAL -> oscal(file);
      case CYCLONEDX -> cycloneDx(file);
    };
  }

  /// What [#write] would write and leave out. Nothing is written.
  public Foreseen foresee(Format format) {
    Redaction redaction =
        switch (format) {
          case PDF, ODT -> new AssessmentReport(contents, order).redaction();
          case XLSX, ODS, CSV -> {
            CaseSheets tables = new CaseSheets(contents, order);
            tables.sheets();
            yield tables.redaction();
          }
          case OSCAL, CYCLONEDX -> {
            Redaction kept = redaction();
            FactJson.writeLine(format == Format.OSCAL ? oscal(kept) : cycloneDx(kept));
            yield kept;
          }
        };
    return Foreseen.of(contents, order, redaction);
  }

  /// What goes with the paper is put together while the paper is laid out.
  private Written pdf(Path file) throws IOException {
    try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
      Future<List<Attachment>> attachments = beside.submit(this::attachments);
      Paper paper = new AssessmentReport(contents, order).paper();
      Document document = paper.document();
      WholeFile.write(
          file, new PdfPrinter(document, order.printedAt(), () -> made(attachments))::print);
      return paper(file, Contents.of(document), ReadBack.pdf(file), paper.leftOut());
    }
  }

  private List<Attachment> attachments() {
    return switch (order.kind()) {
      case PAGE, SITE, TECHNICAL ->
          List.of(
              new Attachment(
                  "lenswacht-oscal.json",
                  "application/json",
                  "OSCAL assessment results",
                  FactJson.writeLine(oscal(redaction()))),
              new Attachment(
                  "lenswacht-cyclonedx.json",
                  "application/json",
                  "CycloneDX inventory",
                  FactJson.writeLine(cycloneDx(redaction()))));
      case ANNEX, NOTICE, QUESTIONS -> List.of();
    };
  }

  private static List<Attachment> made(Future<List<Attachment>> attachments) throws IOException {
    try {
      return attachments.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("the report was stopped before it was whole", stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("what goes with the report cannot be made", failed);
    }
  }

  private Written odt(Path file) throws IOException {
    Paper paper = new AssessmentReport(contents, order).paper();
    WholeFile.write(file, new OdtWriter(paper.document(), order.printedAt())::write);
    return paper(file, Contents.of(paper.document()), ReadBack.odt(file), paper.leftOut());
  }

  private static Written paper(Path file, Contents meant, Contents read, LeftOut leftOut)
      throws IOException {
    if (!meant.equals(read)) {
      throw otherwise(file, meant, read);
    }
    return new Written(
        List.of(piece(file)),
        List.of(
            new Written.Count(Written.Thing.HEADINGS, read.headings()),
            new Written.Count(Written.Thing.ROWS, read.rows()),
            new Written.Count(Written.Thing.PICTURES, read.pictures())),
        leftOut);
  }

  private Written book(Format format, Path file) throws IOException {
    CaseSheets tables = new CaseSheets(contents, order);
    List<Sheet> sheets = tables.sheets();
    String title = new Telling(contents, order).title();
    boolean isXlsx = format == Format.XLSX;
    WholeFile.write(
        file,
        isXlsx
            ? new XlsxWriter(sheets, title, order.printedAt())::write
            : new OdsWriter(
                    sheets, title, order.programVersion(), order.language(), order.printedAt())
                ::write);
    List<Integer> read = isXlsx ? ReadBack.xlsx(file, sheets.size()) : ReadBack.ods(file);
    return new Written(List.of(piece(file)), counts(file, sheets, read), tables.leftOut());
  }

  private Written csv(Path file) throws IOException {
    CaseSheets tables = new CaseSheets(contents, order);
    List<Sheet> sheets = tables.sheets();
    List<Written.Piece> files = new ArrayList<>();
    List<Integer> read = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      Sheet sheet = sheets.get(i);
      Path one = i == 0 ? file : beside(file, sheet.id());
      WholeFile.write(one, out -> CsvWriter.write(sheet, out));
      files.add(piece(one));
      read.add(ReadBack.csv(one));
    }
    return new Written(files, counts(file, sheets, read), tables.leftOut());
  }

  private static Path beside(Path file, String id) {
    String name = file.toAbsolutePath().getFileName().toString();
    String stem = name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
    return file.toAbsolutePath().resolveSibling(stem + "-" + id + ".csv");
  }

  private static List<Written.Count> counts(Path file, List<Sheet> sheets, List<Integer> read)
      throws IOException {
    List<Integer> meant = sheets.stream().map(sheet -> sheet.rows().size()).toList();
    if (!meant.equals(read)) {
      throw otherwise(file, meant, read);
    }
    List<Written.Count> counts = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      counts.add(new Written.Count(TABLES.get(i), read.get(i)));
    }
    return counts;
  }

  private Written oscal(Path file) throws IOException {
    Redaction redaction = redaction();
    json(file, oscal(redaction));
    Assessment assessment = contents.assessment();
    long findings = assessment.assets().stream().mapToLong(asset -> asset.findings().size()).sum();
    long controls =
        assessment.controls().values().stream()
            .filter(verdict -> verdict != Verdict.NOT_APPLICABLE)
            .count();
    Map<String, Integer> read =
        ReadBack.json(file, List.of("inventory-items", "observations", "findings"));
    return counted(
        file,
        redaction.leftOut(),
        List.of(
            new Written.Count(Written.Thing.ASSETS, assessment.assets().size()),
            new Written.Count(Written.Thing.FINDINGS, findings),
            new Written.Count(Written.Thing.CONTROLS, controls)),
        List.of(
            read.getOrDefault("inventory-items", 0),
            read.getOrDefault("observations", 0),
            read.getOrDefault("findings", 0)));
  }

  private Written cycloneDx(Path file) throws IOException {
    Redaction redaction = redaction();
    json(file, cycloneDx(redaction));
    long vulnerabilities =
        contents.assessment().assets().stream()
            .flatMap(asset -> asset.advisories().stream())
            .map(answer -> answer.cve())
            .distinct()
            .count();
    int assets = contents.assessment().assets().size();
    Map<String, Integer> read = ReadBack.json(file, List.of("components", "vulnerabilities"));
    return counted(
        file,
        redaction.leftOut(),
        List.of(
            new Written.Count(Written.Thing.ASSETS, assets),
            new Written.Count(Written.Thing.VULNERABILITIES, vulnerabilities)),
        // The program itself is a component, and every asset is one with its firmware.
        List.of(
            (read.getOrDefault("components", 0) - 1) / 2, read.getOrDefault("vulnerabilities", 0)));
  }

  private static Written counted(
      Path file, LeftOut leftOut, List<Written.Count> meant, List<Integer> read)
      throws IOException {
    if (!meant.stream().map(count -> (int) count.number()).toList().equals(read)) {
      throw otherwise(file, meant, read);
    }
    return new Written(List.of(piece(file)), meant, leftOut);
  }

  private static IOException otherwise(Path file, Object meant, Object read) {
    return new IOException(file + " was read back as " + read + " and was meant as " + meant);
  }

  private Redaction redaction() {
    return Redaction.of(contents, order);
  }

  private Map<String, Object> oscal(Redaction redaction) {
    return new OscalText(contents, order, new Telling(contents, order), redaction::of).document();
  }

  private Map<String, Object> cycloneDx(Redaction redaction) {
    return new CycloneDxText(contents, order, new Telling(contents, order), redaction::of)
        .document();
  }

  private static void json(Path file, Map<String, Object> document) throws IOException {
    WholeFile.write(
        file,
        (OutputStream out) ->
            out.write((FactJson.writePretty(document) + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  /// A file as it lies on the disk.
  private static Written.Piece piece(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      long octets;
      try (InputStream in =
          new DigestInputStream(
              new BufferedInputStream(Files.newInputStream(file), 1 << 16), digest)) {
        octets = in.transferTo(OutputStream.nullOutputStream());
      }
      return new Written.Piece(file, octets, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
