package lenswacht.knowledge.feed;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The list of exploited vulnerabilities as comma-separated rows.
final class KevRows {
  private static final int LONGEST_CELL = 65_536;
  private static final List<String> NEEDED =
      List.of("cveID", "vendorProject", "product", "dateAdded");

  private KevRows() {}

  /// Whether the first line of a file is that of this list.
  static boolean isHeading(String line) {
    return line.replace("\"", "").replace("\uFEFF", "").startsWith("cveID,");
  }

  /// Hands every row on.
  ///
  /// @param refused is told of every row that is none
  /// @throws FeedException if a heading is missing or the rows are no comma-separated rows
  static void read(Path file, Consumer<Statement> read, Consumer<String> refused)
      throws FeedException, IOException {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .detectBomHeader(true)
            .maxBufferSize(LONGEST_CELL)
            .ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        if (!row.getHeader().containsAll(NEEDED)) {
          throw new FeedException("the headings must hold " + String.join(", ", NEEDED));
        }
        try {
          read.accept(exploited(row));
        } catch (FeedException e) {
          refused.accept("line " + row.getStartingLineNumber() + ": " + e.getMessage());
        }
      }
    } catch (CsvParseException e) {
      throw new FeedException("not comma-separated rows: " + e.getMessage());
    }
  }

  private static Statement.Exploited exploited(NamedCsvRecord row) throws FeedException {
    String cve = row.findField("cveID").orElse("");
    if (!Shapes.isCve(cve)) {
      throw new FeedException("there is no CVE number under 'cveID'");
    }
    return new Statement.Exploited(
        cve,
        Shapes.day(row.findField("dateAdded").orElse(""))
            .orElseThrow(() -> new FeedException("there is no day under 'dateAdded'")),
        row.findField("vendorProject").orElse(""),
        row.findField("product").orElse(""),
        row.findField("knownRansomwareCampaignUse").filter(text -> !text.isEmpty()));
  }
}
