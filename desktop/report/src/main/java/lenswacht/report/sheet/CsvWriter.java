package lenswacht.report.sheet;

import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lenswacht.observation.CellText;

/// Writes a sheet as CSV after RFC 4180 in UTF-8. What a spreadsheet program would take for a
/// formula begins with an apostrophe, and every cell is quoted: a program that parts cells at
/// semicolons or tabs finds no new cell within one.
public final class CsvWriter {
  private CsvWriter() {}

  /// Writes the sheet.
  ///
  /// @throws IOException if it cannot be written
  public static void write(Sheet sheet, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    de.siegmar.fastcsv.writer.CsvWriter csv =
        de.siegmar.fastcsv.writer.CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .quoteStrategy(QuoteStrategies.ALWAYS)
            .build(text);
    csv.writeRecord(
        sheet.columns().stream().map(Sheet.Column::heading).map(CellText::guarded).toList());
    for (List<Sheet.Value> row : sheet.rows()) {
      csv.writeRecord(row.stream().map(Sheet.Value::text).map(CellText::guarded).toList());
    }
    csv.flush();
  }
}
