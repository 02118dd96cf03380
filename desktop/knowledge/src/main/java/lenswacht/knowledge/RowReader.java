package lenswacht.knowledge;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads the comma-separated files of an edition: UTF-8, one heading line, `#` starts a comment.
final class RowReader {
  private static final int LONGEST_CELL = 65_536;

  private final KnowledgeFolder folder;

  RowReader(KnowledgeFolder folder) {
    this.folder = folder;
  }

  /// Every row of `file`.
  ///
  /// @param headings the headings the file must have, in this order
  List<Row> read(String file, String... headings) throws PackException {
    List<Row> rows = readAny(file, List.of(headings));
    if (rows.isEmpty()) {
      throw new PackException(file, 0, "there are no rows");
    }
    return rows;
  }

  /// The same, where it may be that there are none.
  List<Row> readAny(String file, List<String> headings) throws PackException {
    String text = text(file);
    List<Row> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.SKIP)
            .missingFieldStrategy(FieldMismatchStrategy.STRICT)
            .extraFieldStrategy(FieldMismatchStrategy.STRICT)
            .allowUnclosedQuote(false)
            .maxBufferSize(LONGEST_CELL)
            .ofNamedCsvRecord(text)) {
      for (NamedCsvRecord line : reader) {
        if (!line.getHeader().equals(headings)) {
          throw new PackException(file, 1, "the headings must be " + String.join(",", headings));
        }
        rows.add(new Row(file, line.getStartingLineNumber(), line.getFieldsAsMap()));
      }
    } catch (CsvParseException e) {
      throw new PackException(file, 0, "not a comma-separated file: " + e.getMessage());
    } catch (IOException e) {
      throw new PackException(file, 0, "cannot be read: " + e.getMessage());
    }
    return rows;
  }

  private String text(String file) throws PackException {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(folder.read(file))).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException _) {
      throw new PackException(file, 0, "not UTF-8");
    }
  }
}
