package lenswacht.product.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A spreadsheet of a stranger: its first sheet that holds anything, as text. It can be written
/// again in its own format, with every cell as it was and columns added.
///
/// What a file is follows from its bytes, not from its name. Formulas are not computed: what counts
/// is what the program that wrote the file saw last.
public sealed interface SheetFile permits CsvSheet, OdsSheet, XlsxSheet {
  /// Largest file that is read, in bytes.
  int LARGEST_FILE = 32 << 20;

  /// Most rows of a sheet.
  int MOST_ROWS = 50_000;

  /// Most columns of a sheet.
  int MOST_COLUMNS = 500;

  /// Longest text of a cell that is read, in characters.
  int LONGEST_CELL = 4_000;

  /// The formats that can be read and written.
  enum Format {
    /// Comma, semicolon or tab separated text.
    CSV,
    /// Office Open XML.
    XLSX,
    /// OpenDocument.
    ODS
  }

  /// What it is.
  Format format();

  /// The cells as text, row by row from the first; rows may differ in length.
  List<List<String>> rows();

  /// Writes the whole file again with columns added behind the last one of the sheet.
  ///
  /// @throws IOException if it cannot be written
  void write(OutputStream out, List<AddedColumn> added) throws IOException;

  /// Reads a file.
  ///
  /// @throws SheetException if it is none of these formats, or goes beyond a limit
  static SheetFile open(Path file) throws IOException, SheetException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
      if (bytes.length > LARGEST_FILE) {
        throw new SheetException(file + " is larger than " + (LARGEST_FILE >> 20) + " megabytes");
      }
      return of(bytes);
    }
  }

  /// Reads the bytes of a file.
  ///
  /// @throws SheetException if it is none of these formats, or goes beyond a limit
  static SheetFile of(byte[] bytes) throws SheetException {
    if (begins(bytes, 'P', 'K')) {
      return switch (PackageCheck.formatOf(bytes)) {
        case XLSX -> XlsxSheet.read(new ByteArrayInputStream(bytes));
        case ODS -> OdsSheet.read(bytes);
        case CSV -> throw new SheetException("this is neither an XLSX nor an ODS spreadsheet");
      };
    }
    if (begins(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new SheetException(
          "this is an old Excel file or one with a password; save it as XLSX without a password");
    }
    return CsvSheet.read(bytes);
  }

  private static boolean begins(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /// What to throw where a sheet can be read and does not hold what it must.
  static SheetException refused(String why) {
    return new SheetException(why);
  }

  /// A new CSV file of `rows`, as [CsvSheet] reads it.
  static byte[] csv(List<List<String>> rows) {
    return CsvSheet.text(rows).getBytes(StandardCharsets.UTF_8);
  }

  /// A new XLSX file with one sheet of `rows`; the first row is set in bold.
  static void writeXlsx(OutputStream out, String name, List<List<String>> rows) throws IOException {
    XlsxSheet.write(out, name, rows);
  }

  /// `text` without what a cell may not be longer than.
  static String limited(String text) {
    return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL);
  }

  /// Rows without the empty ones at the end, checked against the limits.
  ///
  /// @throws SheetException if there are too many
  static List<List<String>> checked(List<List<String>> rows) throws SheetException {
    int last = rows.size();
    while (last > 0 && rows.get(last - 1).stream().allMatch(String::isBlank)) {
      last--;
    }
    if (last > MOST_ROWS) {
      throw new SheetException("the sheet has more than " + MOST_ROWS + " rows");
    }
    List<List<String>> kept = new ArrayList<>(last);
    for (List<String> row : rows.subList(0, last)) {
      if (row.size() > MOST_COLUMNS) {
        throw new SheetException("the sheet has more than " + MOST_COLUMNS + " columns");
      }
      kept.add(List.copyOf(row));
    }
    if (kept.isEmpty()) {
      throw new SheetException("there is nothing in the sheet");
    }
    return List.copyOf(kept);
  }
}
