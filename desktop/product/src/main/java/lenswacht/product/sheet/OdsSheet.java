package lenswacht.product.sheet;

import com.github.miachm.sods.Range;
import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SodsException;
import com.github.miachm.sods.SpreadSheet;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A spreadsheet of OpenDocument.
final class OdsSheet implements SheetFile {
  private final SpreadSheet book;
  private final int sheet;
  private final List<List<String>> rows;

  private OdsSheet(SpreadSheet book, int sheet, List<List<String>> rows) {
    this.book = book;
    this.sheet = sheet;
    this.rows = rows;
  }

  static OdsSheet read(InputStream in) throws SheetException {
    try {
      SpreadSheet book = new SpreadSheet(in);
      for (int i = 0; i < book.getNumSheets(); i++) {
        List<List<String>> read = read(book.getSheet(i));
        if (!read.isEmpty()) {
          return new OdsSheet(book, i, SheetFile.checked(read));
        }
      }
      throw new SheetException("there is nothing in the sheets");
    } catch (IOException | SodsException broken) {
      throw new SheetException("the spreadsheet is damaged: " + broken.getMessage(), broken);
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException broken) {
      throw new SheetException("the spreadsheet contradicts itself", broken);
    } catch (NullPointerException broken) {
      throw new SheetException("the spreadsheet lacks a part that it names", broken);
    }
  }

  private static List<List<String>> read(Sheet sheet) throws SheetException {
    sheet.trim();
    if (sheet.getMaxRows() > MOST_ROWS || sheet.getMaxColumns() > MOST_COLUMNS) {
      throw new SheetException(
          "the sheet has more than %d rows or %d columns".formatted(MOST_ROWS, MOST_COLUMNS));
    }
    Range filled = sheet.getDataRange();
    List<List<String>> rows = new ArrayList<>();
    boolean isFilled = false;
    for (@Nullable Object[] values : filled.getValues()) {
      List<String> cells = new ArrayList<>();
      for (Object value : values) {
        cells.add(text(value));
        isFilled |= !cells.getLast().isBlank();
      }
      rows.add(cells);
    }
    return isFilled ? rows : List.of();
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
          Long.toString(Math.round(number));
      default -> SheetFile.limited(value.toString());
    };
  }

  @Override
  public Format format() {
    return Format.ODS;
  }

  @Override
  public List<List<String>> rows() {
    return rows;
  }

  @Override
  public void write(OutputStream out, List<AddedColumn> added) throws IOException {
    Sheet written = book.getSheet(sheet);
    int width = written.getMaxColumns();
    written.appendColumns(added.size());
    for (int i = 0; i < added.size(); i++) {
      for (Map.Entry<Integer, String> text : added.get(i).texts().entrySet()) {
        written.getRange(text.getKey(), width + i).setValue(text.getValue());
      }
    }
    book.save(out);
  }
}
