package lenswacht.report.paper;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import lenswacht.report.content.Contents;
import lenswacht.report.content.Document;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/// Turns a report document into a PDF file. Reads nothing but the document and the program's own
/// fonts: no address in the document is ever fetched.
public final class PdfPrinter {
  private static final String SANS = "Liberation Sans";
  private static final String MONO = "Liberation Mono";
  private static final int SUBSTITUTIONS = 0x47535542; // GSUB
  private static final int NOBODYS = 0x5A535542; // ZSUB
  private static final int BUFFER = 1 << 16;
  private static final float WATERMARK_SIZE = 96;
  private static final float WATERMARK_GREY = 0.94f;

  private final Document document;
  private final Instant at;
  private final Attachments attachments;

  /// @param at the moment that the file bears as that of its making
  /// @param attachments the files that go with it
  public PdfPrinter(Document document, Instant at, Attachments attachments) {
    this.document = document;
    this.at = at;
    this.attachments = attachments;
  }

  /// The files that go with a paper, which are asked for once it is laid out.
  public interface Attachments {
    /// The files.
    ///
    /// @throws IOException if they were not made
    List<Attachment> made() throws IOException;
  }

  /// Writes the document to `file`.
  ///
  /// @throws IOException if it cannot be written
  public void print(OutputStream file) throws IOException {
    XRLog.setLoggingEnabled(false);
    PdfRendererBuilder builder = new PdfRendererBuilder();
    String text = XhtmlText.of(document);
    builder.withHtmlContent(text, null);
    builder.usePdfAConformance(PdfAConformance.PDFA_3_A);
    builder.usePdfUaAccessibility(true);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    builder.withProducer(document.around().program());
    builder.useUriResolver((base, uri) -> null);
    builder.useHttpStreamImplementation(PdfPrinter::refuse);
    font(builder, "LiberationSans-Regular", SANS, 400);
    font(builder, "LiberationSans-Bold", SANS, 700);
    font(builder, "LiberationMono-Regular", MONO, 400);
    DefaultObjectDrawerFactory pictures = new DefaultObjectDrawerFactory();
    pictures.registerDrawer(PicturePainter.TYPE, new PicturePainter(Contents.drawings(document)));
    builder.useObjectDrawerFactory(pictures);
    builder.usePageSupplier(new QuickPage());
    OutputStream out = new BufferedOutputStream(file, BUFFER);
    builder.toStream(out);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      PDDocument pdf = renderer.getPdfDocument();
      if (document.around().watermark().isPresent()) {
        stamp(pdf, document.around().watermark().get());
      }
      new PdfEnvelope(pdf).close(text, at, attachments.made());
      pdf.save(out);
    }
    out.flush();
  }

  private static FSStream refuse(String address) {
    throw new IllegalStateException("a report fetches nothing, not even " + address);
  }

  private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
    builder.useFont(() -> fontFile(file), family, weight, FontStyle.NORMAL, true);
  }

  private static InputStream fontFile(String file) {
    try (InputStream in =
        PdfPrinter.class.getClassLoader().getResourceAsStream("liberation/" + file + ".ttf")) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its font " + file);
      }
      return new ByteArrayInputStream(withoutLigatures(in.readAllBytes()));
    } catch (IOException unreadable) {
      throw new IllegalStateException("the program cannot read its font " + file, unreadable);
    }
  }

  /// The font with its table of glyph substitutions renamed, so that nobody finds it. Letters that
  /// merge serve no technical text, and looking for them takes most of the time of printing. The
  /// directory of tables is that of the OpenType specification: 12 octets, then 16 for each table.
  private static byte[] withoutLigatures(byte[] font) {
    ByteBuffer octets = ByteBuffer.wrap(font);
    int tables = octets.getShort(4);
    for (int table = 0; table < tables; table++) {
      int at = 12 + 16 * table;
      if (octets.getInt(at) == SUBSTITUTIONS) {
        octets.putInt(at, NOBODYS);
      }
    }
    return font;
  }

  /// Puts the watermark behind everything on every page, marked as no part of the text.
  private static void stamp(PDDocument pdf, String text) throws IOException {
    try (InputStream in = fontFile("LiberationSans-Bold")) {
      PDFont font = PDType0Font.load(pdf, in, true);
      float width = font.getStringWidth(text) / 1000 * WATERMARK_SIZE;
      for (PDPage page : pdf.getPages()) {
        try (PDPageContentStream content =
            new PDPageContentStream(
                pdf, page, PDPageContentStream.AppendMode.PREPEND, true, false)) {
          content.beginMarkedContent(COSName.ARTIFACT);
          content.beginText();
          content.setFont(font, WATERMARK_SIZE);
          content.setNonStrokingColor(WATERMARK_GREY, WATERMARK_GREY, WATERMARK_GREY);
          content.setTextMatrix(centred(page, width));
          content.showText(text);
          content.endText();
          content.setNonStrokingColor(0f, 0f, 0f);
          content.endMarkedContent();
        }
      }
    }
  }

  private static Matrix centred(PDPage page, float width) {
    double slope = Math.atan2(page.getMediaBox().getHeight(), page.getMediaBox().getWidth());
    float middleX = page.getMediaBox().getWidth() / 2;
    float middleY = page.getMediaBox().getHeight() / 2;
    return Matrix.getRotateInstance(
        slope,
        (float) (middleX - Math.cos(slope) * width / 2),
        (float) (middleY - Math.sin(slope) * width / 2));
  }
}
