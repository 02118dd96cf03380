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
import java.util.Set;

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
    List<Row> rows = readOrNone(file, Set.of(), headings);
    if (rows.isEmpty()) {
      throw new PackException(file, 0, "there are no rows");
    }
    return rows;
  }

  /// Every row of `file`, of which some headings may be left out at the end.
  ///
  /// @param mayMiss the headings that may be left out
  /// @param headings the headings the file may have, in this order
  List<Row> readOrNone(String file, Set<String> mayMiss, String... headings) throws PackException {
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
        List<String> found = line.getHeader();
        if (!isComplete(found, List.of(headings), mayMiss)) {
          throw new PackException(file, 1, 1, "the headings must be " + String.join(",", headings));
        }
        rows.add(
            new Row(
                new Row.Sheet(file, text, found),
                rows.size() + 1,
                line.getStartingLineNumber(),
                line.getFieldsAsMap()));
      }
    } catch (CsvParseException e) {
      CellPlaces.Place place = behind(text, rows.size());
      throw new PackException(
          file, place.line(), place.column(), "not a comma-separated file: " + e.getMessage());
    } catch (IOException e) {
      throw new PackException(file, 0, "cannot be read: " + e.getMessage());
    }
    return rows;
  }

  private static boolean isComplete(
      List<String> found, List<String> headings, Set<String> mayMiss) {
    return found.size() <= headings.size()
        && found.equals(headings.subList(0, found.size()))
        && mayMiss.containsAll(headings.subList(found.size(), headings.size()));
  }

  /// Where the row starts that follows so many good ones.
  private static CellPlaces.Place behind(String text, int good) {
    List<CellPlaces.Place> next = CellPlaces.ofRow(text, good + 1);
    List<CellPlaces.Place> headings = CellPlaces.ofRow(text, 0);
    if (!next.isEmpty()) {
      return next.getFirst();
    }
    return headings.isEmpty() ? CellPlaces.Place.WHOLE : headings.getFirst();
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
