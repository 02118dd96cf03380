package lenswacht.product.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SheetFileTest {
  private static final long SEED = 20_261_121;
  private static final List<AddedColumn> ADDED =
      List.of(
          new AddedColumn(Map.of(0, "Verdict", 2, "high")),
          new AddedColumn(Map.of(0, "Why", 2, "=1+1")));

  private static byte[] written(SheetFile file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    file.write(out, ADDED);
    return out.toByteArray();
  }

  /// A workbook with a colour, a formula, a number, a comment-like note and a second sheet.
  private static byte[] workbook() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      var sheet = book.createSheet("Lijst");
      Row heading = sheet.createRow(0);
      heading.createCell(0).setCellValue("Merk");
      heading.createCell(1).setCellValue("Aantal");
      CellStyle green = book.createCellStyle();
      green.setFillForegroundColor(IndexedColors.GREEN.getIndex());
      green.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      heading.getCell(0).setCellStyle(green);
      Row row = sheet.createRow(2);
      row.createCell(0).setCellValue("Axis");
      row.createCell(1).setCellValue(12);
      row.createCell(2).setCellFormula("B3*2");
      book.getCreationHelper().createFormulaEvaluator().evaluateAll();
      sheet.addMergedRegion(new org.apache.poi.ss.util.CellRangeAddress(3, 3, 0, 1));
      book.createSheet("Toelichting").createRow(5).createCell(5).setCellValue("blijft staan");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    }
  }

  private static final String CONTENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <o:document-content o:version="1.3"
          xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
          xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
          xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
          xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">
        <o:automatic-styles><style:style style:name="ce1" style:family="table-cell"/>
        </o:automatic-styles>
        <o:body><o:spreadsheet>%s</o:spreadsheet></o:body>
      </o:document-content>
      """;

  private static final String LIST =
      """
      <table:table table:name="Leeg"><table:table-row><table:table-cell/></table:table-row>
      </table:table>
      <table:table table:name="Lijst">
        <table:table-column table:number-columns-repeated="16384"/>
        <table:table-row>
          <table:table-cell table:style-name="ce1" o:value-type="string"><o:annotation><text:p>
            een opmerking</text:p></o:annotation><text:p>Mer<text:span>k</text:span></text:p>
          </table:table-cell>
          <table:table-cell o:value-type="string"><text:p>Aantal</text:p></table:table-cell>
          <table:table-cell table:number-columns-repeated="16382"/>
        </table:table-row>
        <table:table-row><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        <table:table-row table:number-rows-repeated="2">
          <table:table-cell o:value-type="string"><text:p>Axis</text:p></table:table-cell>
          <table:table-cell o:value-type="float" o:value="12"><text:p>12</text:p></table:table-cell>
          <table:table-cell table:formula="of:=[.B3]*2" o:value-type="float" o:value="24"/>
        </table:table-row>
        <table:table-row table:number-rows-repeated="1048572">
          <table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      </table:table>
      <table:table table:name="Toelichting"><table:table-row><table:table-cell
        o:value-type="string"><text:p>blijft staan</text:p></table:table-cell></table:table-row>
      </table:table>
      """;

  private static byte[] openDocument() throws IOException {
    return openDocument(LIST);
  }

  private static byte[] openDocument(String tables) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("mimetype"));
      zip.write(
          "application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.US_ASCII));
      zip.putNextEntry(new ZipEntry("Thumbnails/thumbnail.png"));
      zip.write(new byte[] {1, 2, 3});
      zip.putNextEntry(new ZipEntry("content.xml"));
      zip.write(CONTENT.strip().formatted(tables).getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  @Test
  void a_workbook_keeps_every_cell_and_style_and_gets_columns() throws Exception {
    SheetFile file = SheetFile.of(workbook());
    assertThat(file.format()).isEqualTo(SheetFile.Format.XLSX);
    assertThat(file.rows().getFirst()).startsWith("Merk", "Aantal");
    assertThat(file.rows().get(2)).containsExactly("Axis", "12", "24");

    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(written(file)))) {
      var sheet = book.getSheet("Lijst");
      assertThat(sheet.getRow(0).getCell(0).getCellStyle().getFillForegroundColor())
          .isEqualTo(IndexedColors.GREEN.getIndex());
      assertThat(sheet.getRow(2).getCell(1).getNumericCellValue()).isEqualTo(12);
      assertThat(sheet.getRow(2).getCell(2).getCellFormula()).isEqualTo("B3*2");
      assertThat(sheet.getNumMergedRegions()).isEqualTo(1);
      assertThat(sheet.getRow(0).getCell(3).getStringCellValue()).isEqualTo("Verdict");
      assertThat(sheet.getRow(2).getCell(4).getCellType()).isEqualTo(CellType.STRING);
      assertThat(sheet.getRow(2).getCell(4).getStringCellValue()).isEqualTo("=1+1");
      assertThat(book.getSheet("Toelichting").getRow(5).getCell(5).getStringCellValue())
          .isEqualTo("blijft staan");
    }
  }

  @Test
  void an_open_document_keeps_every_cell_and_gets_columns() throws Exception {
    SheetFile file = SheetFile.of(openDocument());
    assertThat(file.format()).isEqualTo(SheetFile.Format.ODS);
    assertThat(file.rows())
        .containsExactly(
            List.of("Merk", "Aantal"),
            List.of(),
            List.of("Axis", "12", "24"),
            List.of("Axis", "12", "24"));

    byte[] out = written(file);
    assertThat(SheetFile.of(out).rows())
        .containsExactly(
            List.of("Merk", "Aantal", "", "Verdict", "Why"),
            List.of(),
            List.of("Axis", "12", "24", "high", "=1+1"),
            List.of("Axis", "12", "24"));
    String content = new String(part(out, "content.xml"), StandardCharsets.UTF_8);
    assertThat(content)
        .contains(
            "table:formula=\"of:=[.B3]*2\"",
            "table:style-name=\"ce1\"",
            "een opmerking",
            "blijft staan",
            "table:number-rows-repeated=\"1048572\"")
        .doesNotContain("formula=\"=1+1");
    assertThat(part(out, "Thumbnails/thumbnail.png")).containsExactly(1, 2, 3);
    assertThat(new String(out, 30, 8, StandardCharsets.US_ASCII)).isEqualTo("mimetype");
    assertThat(new String(out, 38, 46, StandardCharsets.US_ASCII))
        .isEqualTo("application/vnd.oasis.opendocument.spreadsheet");
  }

  @Test
  void text_keeps_its_separator_its_encoding_its_line_ends_and_its_cells() throws Exception {
    Charset western = Charset.forName("windows-1252");
    String text = "Merk;Plaats\r\n\r\nAxis;\"Caf\u00e9; achter\"\r\nlos\r\n";
    SheetFile file = SheetFile.of(text.getBytes(western));
    assertThat(file.rows().get(2)).containsExactly("Axis", "Caf\u00e9; achter");

    String out = new String(written(file), western);
    assertThat(out)
        .isEqualTo(
            "Merk;Plaats;Verdict;Why\r\n\r\nAxis;\"Caf\u00e9; achter\";high;'=1+1\r\nlos\r\n");
  }

  @Test
  void a_byte_order_mark_stays() throws Exception {
    SheetFile file =
        SheetFile.of("\uFEFFMerk,Type\nx,y\nAxis,P1\n".getBytes(StandardCharsets.UTF_8));
    assertThat(file.rows().getFirst()).containsExactly("Merk", "Type");
    assertThat(new String(written(file), StandardCharsets.UTF_8)).startsWith("\uFEFFMerk,Type,");
  }

  @Test
  void an_empty_or_binary_or_locked_file_is_refused() {
    assertThatThrownBy(() -> SheetFile.of(new byte[0])).isInstanceOf(SheetException.class);
    assertThatThrownBy(() -> SheetFile.of(new byte[] {1, 0, 2})).isInstanceOf(SheetException.class);
    assertThatThrownBy(
            () -> SheetFile.of(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0}))
        .isInstanceOf(SheetException.class)
        .hasMessageContaining("password");
  }

  @Test
  void a_package_that_unpacks_to_far_more_than_it_is_gets_refused() throws IOException {
    byte[] bomb = with(workbook(), "xl/more.bin", new byte[40 << 20]);
    assertThat(bomb.length).isLessThan(1 << 20);
    assertThatThrownBy(() -> SheetFile.of(bomb))
        .isInstanceOf(SheetException.class)
        .hasMessageContaining("unpacks");
  }

  @Test
  void a_part_with_a_document_type_is_refused_in_whatever_encoding() throws IOException {
    String xml =
        "<?xml version=\"1.0\"%s?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x/>";
    byte[] plain = xml.formatted("").getBytes(StandardCharsets.UTF_8);
    byte[] wide = xml.formatted(" encoding=\"UTF-16\"").getBytes(StandardCharsets.UTF_16);
    for (byte[] part : List.of(plain, wide)) {
      for (byte[] file : List.of(workbook(), openDocument())) {
        byte[] hostile = with(file, "docProps/own.xml", part);
        assertThatThrownBy(() -> SheetFile.of(hostile))
            .isInstanceOf(SheetException.class)
            .hasMessageContaining("document type");
      }
    }
  }

  @Test
  void a_cell_that_says_it_stands_a_thousand_million_times_is_refused() throws IOException {
    byte[] hostile =
        openDocument(
            """
            <table:table><table:table-row table:number-rows-repeated="1000000">
              <table:table-cell table:number-columns-repeated="1000" o:value-type="float"
                o:value="1"/></table:table-row></table:table>
            """);
    assertThatThrownBy(() -> SheetFile.of(hostile))
        .isInstanceOf(SheetException.class)
        .hasMessageContaining("more cells");
    byte[] untyped =
        openDocument(
            """
            <table:table><table:table-row table:number-rows-repeated="1000000">
              <table:table-cell table:number-columns-repeated="1000"><text:p>x</text:p>
              </table:table-cell></table:table-row></table:table>
            """);
    assertThatThrownBy(() -> SheetFile.of(untyped))
        .isInstanceOf(SheetException.class)
        .hasMessageContaining("more than");
  }

  @Test
  void whatever_comes_is_read_or_refused() throws IOException {
    Random random = new Random(SEED);
    List<byte[]> samples =
        List.of(workbook(), openDocument(), "a;b\n\"c\";d\n".getBytes(StandardCharsets.UTF_8));
    int refused = 0;
    for (int round = 0; round < 240; round++) {
      byte[] bytes = samples.get(round % samples.size()).clone();
      for (int i = 0; i < 1 + random.nextInt(8); i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(SheetFile.of(bytes).rows()).isNotEmpty();
      } catch (SheetException sentence) {
        assertThat(sentence.getMessage()).isNotBlank();
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  private static byte[] part(byte[] zipped, String name) throws IOException {
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(zipped))) {
      ZipEntry entry = from.getNextEntry();
      while (!entry.getName().equals(name)) {
        entry = from.getNextEntry();
      }
      return from.readAllBytes();
    }
  }

  /// The package with one part added or replaced.
  private static byte[] with(byte[] zipped, String name, byte[] part) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(zipped));
        ZipOutputStream to = new ZipOutputStream(out)) {
      List<String> names = new ArrayList<>();
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        names.add(entry.getName());
        to.putNextEntry(new ZipEntry(entry.getName()));
        to.write(entry.getName().equals(name) ? part : from.readAllBytes());
      }
      if (!names.contains(name)) {
        to.putNextEntry(new ZipEntry(name));
        to.write(part);
      }
    }
    return out.toByteArray();
  }
}
