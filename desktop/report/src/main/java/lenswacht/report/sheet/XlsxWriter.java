package lenswacht.report.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes sheets as XLSX: the head stays in sight, every column can be filtered, days are days. The
/// same sheets give the same octets.
public final class XlsxWriter {
  private static final String DAY = "yyyy-mm-dd";
  private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";
  private static final int LONGEST_CELL = 32_000;

  /// From this width on, in letters, a column has several lines in a cell.
  private static final int WIDE = 40;

  private final List<Sheet> sheets;
  private final String title;
  private final Instant at;

  /// @param at the moment that the file bears
  public XlsxWriter(List<Sheet> sheets, String title, Instant at) {
    this.sheets = List.copyOf(sheets);
    this.title = title;
    this.at = at;
  }

  /// Writes the file; the stream stays open.
  ///
  /// @throws IOException if it cannot be written
  public void write(OutputStream out) throws IOException {
    Path made = Files.createTempFile("lenswacht-", ".xlsx");
    try {
      try (OutputStream file = Files.newOutputStream(made);
          Workbook book = new Workbook(file, "Lenswacht", "1.0")) {
        book.properties().setTitle(title);
        for (Sheet sheet : sheets) {
          write(sheet, book.newWorksheet(sheet.name()));
        }
      }
      settle(made, out);
    } finally {
      Files.delete(made);
    }
  }

  private static void write(Sheet sheet, Worksheet page) throws IOException {
    List<Sheet.Column> columns = sheet.columns();
    for (int column = 0; column < columns.size(); column++) {
      page.value(0, column, columns.get(column).heading());
      page.style(0, column).bold().fillColor("E4E4E4").wrapText(true).set();
      page.width(column, columns.get(column).width());
    }
    int line = 1;
    for (List<Sheet.Value> row : sheet.rows()) {
      for (int column = 0; column < row.size(); column++) {
        write(row.get(column), line, column, page);
        if (columns.get(column).width() >= WIDE) {
          page.style(line, column).wrapText(true).verticalAlignment("top").set();
        }
      }
      line++;
    }
    page.freezePane(0, 1);
    page.setAutoFilter(0, 0, Math.max(1, line - 1), columns.size() - 1);
    page.fitToWidth((short) 1);
    page.fitToHeight((short) 0);
    page.repeatRows(0);
    page.pageOrientation("landscape");
    page.finish();
  }

  private static void write(Sheet.Value value, int line, int column, Worksheet page) {
    switch (value) {
      case Sheet.Text text ->
          page.value(
              line,
              column,
              text.text().length() > LONGEST_CELL
                  ? text.text().substring(0, LONGEST_CELL) + "…"
                  : text.text());
      case Sheet.Amount number -> page.value(line, column, number.number());
      case Sheet.Day day -> {
        page.value(line, column, day.day());
        page.style(line, column).format(DAY).set();
      }
      case Sheet.Moment moment -> {
        page.value(line, column, moment.moment().atOffset(ZoneOffset.UTC).toLocalDateTime());
        page.style(line, column).format(MOMENT).set();
      }
    }
  }

  /// Gives every part the same day and the document the moment of the order.
  private void settle(Path made, OutputStream out) throws IOException {
    ZipOutputStream file = new ZipOutputStream(out);
    try (ZipFile parts = new ZipFile(made.toFile())) {
      for (ZipEntry part : Collections.list(parts.entries())) {
        byte[] octets = parts.getInputStream(part).readAllBytes();
        if (part.getName().equals("docProps/core.xml")) {
          octets =
              new String(octets, StandardCharsets.UTF_8)
                  .replaceFirst(
                      "(<dcterms:created[^>]*>)[^<]*", "$1" + at.truncatedTo(ChronoUnit.SECONDS))
                  .getBytes(StandardCharsets.UTF_8);
        }
        ZipEntry settled = new ZipEntry(part.getName());
        settled.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        file.putNextEntry(settled);
        file.write(octets);
        file.closeEntry();
      }
    }
    file.finish();
  }
}
