package lenswacht.knowledge.feed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The list of exploited vulnerabilities as comma-separated rows.
final class KevRows {
  private static final int LONGEST_CELL = 65_536;
  private static final List<String> NEEDED =
      List.of("cveID", "vendorProject", "product", "dateAdded");

  private KevRows() {}

  /// What takes a row.
  interface Taker {
    void take(JsonNode row) throws FeedException;
  }

  /// Whether the first line of a file is that of this list.
  static boolean isHeading(String line) {
    return line.replace("\"", "").replace("\uFEFF", "").startsWith("cveID,");
  }

  /// Hands every row on.
  ///
  /// @param reading is told of every row that is none
  /// @throws FeedException if a heading is missing or the rows are no comma-separated rows
  static void read(BufferedReader lines, Taker taker, FeedReader.Reading reading)
      throws FeedException, IOException {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .detectBomHeader(false)
            .maxBufferSize(LONGEST_CELL)
            .ofNamedCsvRecord(withoutMark(lines))) {
      for (NamedCsvRecord row : rows) {
        if (!row.getHeader().containsAll(NEEDED)) {
          throw new FeedException("the headings must hold " + String.join(", ", NEEDED));
        }
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        row.getFieldsAsMap().forEach(part::put);
        try {
          taker.take(part);
        } catch (FeedException e) {
          reading.refuse("line " + row.getStartingLineNumber() + ": " + e.getMessage());
        }
      }
    } catch (CsvParseException e) {
      throw new FeedException("not comma-separated rows: " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static BufferedReader withoutMark(BufferedReader lines) throws IOException {
    lines.mark(1);
    if (lines.read() != '\uFEFF') {
      lines.reset();
    }
    return lines;
  }
}
