package lenswacht.product.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A workbook of Office Open XML.
final class XlsxSheet implements SheetFile {
  private static final int WIDTH_OF_ADDED = 32 * 256;
  private static final int LONGEST_XLSX_CELL = 32_000;

  private final XSSFWorkbook book;
  private final int sheet;
  private final List<List<String>> rows;

  private XlsxSheet(XSSFWorkbook book, int sheet, List<List<String>> rows) {
    this.book = book;
    this.sheet = sheet;
    this.rows = rows;
  }

  static XlsxSheet read(InputStream in) throws SheetException {
    try {
      XSSFWorkbook book = new XSSFWorkbook(in);
      for (int i = 0; i < book.getNumberOfSheets(); i++) {
        List<List<String>> read = read(book.getSheetAt(i));
        if (read.stream().flatMap(List::stream).anyMatch(text -> !text.isBlank())) {
          return new XlsxSheet(book, i, SheetFile.checked(read));
        }
      }
      throw new SheetException("there is nothing in the sheets");
    } catch (IOException | POIXMLException | OpenXML4JRuntimeException broken) {
      throw new SheetException("the spreadsheet is damaged: " + broken.getMessage(), broken);
    } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException broken) {
      throw new SheetException("the spreadsheet contradicts itself", broken);
    } catch (NullPointerException broken) {
      throw new SheetException("the spreadsheet lacks a part that it names", broken);
    }
  }

  private static List<List<String>> read(Sheet sheet) throws SheetException {
    if (sheet.getLastRowNum() >= MOST_ROWS * 2) {
      throw new SheetException("the sheet has more than " + MOST_ROWS + " rows");
    }
    DataFormatter shown = new DataFormatter(Locale.ROOT);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i <= sheet.getLastRowNum(); i++) {
      Row row = sheet.getRow(i);
      List<String> cells = new ArrayList<>();
      for (int j = 0; row != null && j < Math.min(row.getLastCellNum(), MOST_COLUMNS); j++) {
        cells.add(SheetFile.limited(text(row.getCell(j), shown)));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static String text(@org.jspecify.annotations.Nullable Cell cell, DataFormatter shown) {
    if (cell == null) {
      return "";
    }
    if (cell.getCellType() != CellType.FORMULA) {
      return shown.formatCellValue(cell);
    }
    return switch (cell.getCachedFormulaResultType()) {
      case STRING -> cell.getStringCellValue();
      case NUMERIC ->
          shown.formatRawCellContents(
              cell.getNumericCellValue(),
              cell.getCellStyle().getDataFormat(),
              cell.getCellStyle().getDataFormatString());
      case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
      case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
      case _NONE, FORMULA, BLANK -> "";
    };
  }

  @Override
  public Format format() {
    return Format.XLSX;
  }

  @Override
  public List<List<String>> rows() {
    return rows;
  }

  @Override
  public void write(OutputStream out, List<AddedColumn> added) throws IOException {
    Sheet written = book.getSheetAt(sheet);
    int width = 0;
    for (Row row : written) {
      width = Math.max(width, row.getLastCellNum());
    }
    CellStyle wrapped = book.createCellStyle();
    wrapped.setWrapText(true);
    for (int i = 0; i < added.size(); i++) {
      int column = width + i;
      for (Map.Entry<Integer, String> text : added.get(i).texts().entrySet()) {
        Row row = written.getRow(text.getKey());
        Cell cell = (row == null ? written.createRow(text.getKey()) : row).createCell(column);
        cell.setCellValue(cut(text.getValue()));
        cell.setCellStyle(wrapped);
      }
      written.setColumnWidth(column, WIDTH_OF_ADDED);
    }
    book.write(out);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_XLSX_CELL ? text : text.substring(0, LONGEST_XLSX_CELL);
  }

  /// A new workbook with one sheet.
  static void write(OutputStream out, String name, List<List<String>> rows) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      Sheet sheet = book.createSheet(name);
      Font strong = book.createFont();
      strong.setBold(true);
      CellStyle heading = book.createCellStyle();
      heading.setFont(strong);
      for (int i = 0; i < rows.size(); i++) {
        Row row = sheet.createRow(i);
        for (int j = 0; j < rows.get(i).size(); j++) {
          Cell cell = row.createCell(j);
          cell.setCellValue(cut(rows.get(i).get(j)));
          if (i == 0) {
            cell.setCellStyle(heading);
          }
        }
      }
      sheet.createFreezePane(0, 1);
      book.write(out);
    }
  }
}
