package lenswacht.product.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import lenswacht.observation.CellText;

/// Text with separators, in the encoding and with the separator and line ends that it came with.
final class CsvSheet implements SheetFile {
  private static final int LONGEST_FIELD = 1 << 20;
  private static final int LINES_TO_GUESS = 20;
  private static final String MARK = "\uFEFF";
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private final List<List<String>> whole;
  private final List<List<String>> rows;
  private final Charset encoding;
  private final boolean marked;
  private final char separator;
  private final LineDelimiter ends;

  private CsvSheet(String text, Charset encoding) throws SheetException {
    this.encoding = encoding;
    this.marked = text.startsWith(MARK);
    String plain = marked ? text.substring(MARK.length()) : text;
    this.separator = separator(plain);
    this.ends = plain.contains("\r\n") ? LineDelimiter.CRLF : LineDelimiter.LF;
    this.whole = records(plain, separator);
    List<List<String>> read = new ArrayList<>();
    whole.forEach(row -> read.add(row.stream().map(SheetFile::limited).toList()));
    this.rows = SheetFile.checked(read);
  }

  static CsvSheet read(byte[] bytes) throws SheetException {
    for (byte one : bytes) {
      if (one == 0) {
        throw new SheetException("this is no spreadsheet and no text with separators");
      }
    }
    try {
      return new CsvSheet(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(),
          StandardCharsets.UTF_8);
    } catch (CharacterCodingException _) {
      return new CsvSheet(new String(bytes, WESTERN), WESTERN);
    }
  }

  private static List<List<String>> records(String text, char separator) throws SheetException {
    List<List<String>> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(LONGEST_FIELD)
            .ofCsvRecord(text)) {
      for (CsvRecord record : reader) {
        if (records.size() > MOST_ROWS) {
          throw new SheetException("the sheet has more than " + MOST_ROWS + " rows");
        }
        records.add(record.getFields());
      }
    } catch (CsvParseException | IOException | UncheckedIOException malformed) {
      throw new SheetException("no text with separators: " + malformed.getMessage(), malformed);
    }
    return records;
  }

  /// The separator that splits the first lines into most columns, alike in each.
  private static char separator(String text) {
    List<String> first =
        text.lines().filter(line -> !line.isBlank()).limit(LINES_TO_GUESS).toList();
    return Stream.of(';', '\t', ',')
        .max(Comparator.comparingLong(mark -> steadiness(first, mark)))
        .orElse(',');
  }

  private static long steadiness(List<String> lines, char mark) {
    return lines.stream().mapToLong(line -> outsideQuotes(line, mark)).min().stream()
        .map(fewest -> fewest * 1_000 + lines.stream().mapToLong(l -> outsideQuotes(l, mark)).sum())
        .sum();
  }

  private static long outsideQuotes(String line, char mark) {
    long count = 0;
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      quoted ^= line.charAt(i) == '"';
      count += !quoted && line.charAt(i) == mark ? 1 : 0;
    }
    return count;
  }

  @Override
  public Format format() {
    return Format.CSV;
  }

  @Override
  public List<List<String>> rows() {
    return rows;
  }

  @Override
  public void write(OutputStream out, List<AddedColumn> added) throws IOException {
    int width = rows.stream().mapToInt(List::size).max().orElse(0);
    List<List<String>> written = new ArrayList<>();
    for (int i = 0; i < whole.size(); i++) {
      int row = i;
      boolean isTouched = added.stream().anyMatch(column -> column.texts().containsKey(row));
      List<String> cells = new ArrayList<>(whole.get(i));
      while (isTouched && cells.size() < width) {
        cells.add("");
      }
      if (isTouched) {
        added.forEach(column -> cells.add(CellText.guarded(column.texts().getOrDefault(row, ""))));
      }
      written.add(cells);
    }
    String text = (marked ? MARK : "") + text(written, separator, ends);
    out.write(text.getBytes(encoding));
  }

  static String text(List<List<String>> rows) {
    return text(
        rows.stream().map(row -> row.stream().map(CellText::guarded).toList()).toList(),
        ',',
        LineDelimiter.LF);
  }

  private static String text(List<List<String>> rows, char separator, LineDelimiter ends) {
    StringWriter text = new StringWriter();
    try (CsvWriter writer =
        CsvWriter.builder().fieldSeparator(separator).lineDelimiter(ends).build(text)) {
      rows.forEach(writer::writeRecord);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
