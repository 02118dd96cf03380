package lenswacht.report.sheet;

import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// Writes a sheet as CSV after RFC 4180 in UTF-8. What a spreadsheet program would take for a
/// formula begins with an apostrophe.
public final class CsvWriter {
  private static final Pattern FORMULA = Pattern.compile("[=+@\\t\\r\\n]|-(?!\\d+(\\.\\d+)?$)");

  private CsvWriter() {}

  /// Writes the sheet.
  ///
  /// @throws IOException if it cannot be written
  public static void write(Sheet sheet, OutputStream out) throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    de.siegmar.fastcsv.writer.CsvWriter csv =
        de.siegmar.fastcsv.writer.CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
    csv.writeRecord(
        sheet.columns().stream().map(Sheet.Column::heading).map(CsvWriter::guarded).toList());
    for (List<Sheet.Value> row : sheet.rows()) {
      csv.writeRecord(row.stream().map(Sheet.Value::text).map(CsvWriter::guarded).toList());
    }
    csv.flush();
  }

  private static String guarded(String text) {
    return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
  }
}
