package lenswacht.report.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import lenswacht.assessment.floor.PlanPicture;
import lenswacht.report.SamplePlan;
import lenswacht.report.drawing.PlanPixels;
import lenswacht.report.plan.PlanException.Reason;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;

class PlanReaderTest {
  private static final byte[] PNG_HEAD = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private static List<PlanPicture> read(byte[] octets) throws Exception {
    return PlanReader.read(octets, (done, of) -> {});
  }

  private static PlanException refusal(byte[] octets) {
    PlanException refused = catchThrowableOfType(PlanException.class, () -> read(octets));
    assertThat(refused).isNotNull();
    return refused;
  }

  private static byte[] picture(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(SamplePlan.pixels(), format, out);
    return out.toByteArray();
  }

  private interface Drawing {
    void on(PDDocument pdf) throws IOException;
  }

  private static byte[] pdf(Drawing drawing) throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      drawing.on(pdf);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      pdf.save(out);
      return out.toByteArray();
    }
  }

  private static void page(PDDocument pdf, PDRectangle size) throws IOException {
    PDPage page = new PDPage(size);
    pdf.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
      content.addRect(50, 50, size.getWidth() - 100, size.getHeight() - 100);
      content.fill();
    }
  }

  private static void content(PDDocument pdf, byte[] octets, COSName filter) throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    pdf.addPage(page);
    COSStream stream = pdf.getDocument().createCOSStream();
    try (OutputStream out = stream.createRawOutputStream()) {
      out.write(octets);
    }
    if (filter != null) {
      stream.setItem(COSName.FILTER, filter);
    }
    page.setContents(new PDStream(stream));
  }

  /// A PNG of this size whose pixels are missing.
  private static byte[] hollow(int width, int height) {
    byte[] header =
        ByteBuffer.allocate(17)
            .put("IHDR".getBytes(StandardCharsets.US_ASCII))
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 2, 0, 0, 0})
            .array();
    CRC32 sum = new CRC32();
    sum.update(header);
    return ByteBuffer.allocate(PNG_HEAD.length + 25)
        .put(PNG_HEAD)
        .putInt(13)
        .put(header)
        .putInt((int) sum.getValue())
        .array();
  }

  @Test
  void png_and_jpeg_become_plain_pixels_of_the_same_size() throws Exception {
    for (String format : List.of("png", "jpg")) {
      PlanPicture plan = read(picture(format)).getFirst();

      assertThat(plan.width()).isEqualTo(1200);
      assertThat(plan.height()).isEqualTo(800);
      assertThat(PlanPixels.of(plan).getRGB(62, 400) & 0xff).isLessThan(60);
    }
  }

  @Test
  void a_large_picture_is_thinned_out() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(7000, 3500, BufferedImage.TYPE_BYTE_BINARY), "png", out);
    PlanPicture plan = read(out.toByteArray()).getFirst();

    assertThat(plan.width()).isEqualTo(3000);
    assertThat(plan.height()).isEqualTo(1500);
  }

  @Test
  void every_page_of_a_pdf_file_is_a_plan() throws Exception {
    List<PlanPicture> plans =
        read(
            pdf(
                pdf -> {
                  page(pdf, PDRectangle.A4);
                  page(pdf, new PDRectangle(842, 595));
                }));

    assertThat(plans).hasSize(2);
    assertThat(plans.getFirst().height()).isGreaterThan(plans.getFirst().width());
    assertThat(plans.getLast().width()).isGreaterThan(2000).isLessThanOrEqualTo(3000);
    assertThat(PlanPixels.of(plans.getFirst()).getRGB(800, 1000) & 0xff).isZero();
    assertThat(PlanPixels.of(plans.getFirst()).getRGB(20, 20) & 0xff).isEqualTo(255);
  }

  @Test
  void a_large_sheet_of_paper_comes_to_no_more_pixels() throws Exception {
    PlanPicture plan = read(pdf(pdf -> page(pdf, PDRectangle.A0))).getFirst();

    assertThat(Math.max(plan.width(), plan.height())).isLessThanOrEqualTo(3000);
  }

  @Test
  void reading_can_be_broken_off_between_two_pages() throws Exception {
    byte[] octets =
        pdf(
            pdf -> {
              page(pdf, PDRectangle.A6);
              page(pdf, PDRectangle.A6);
            });

    assertThat(
            catchThrowableOfType(
                InterruptedException.class,
                () ->
                    PlanReader.read(
                        octets,
                        (done, of) -> {
                          if (done == 1) {
                            throw new InterruptedException();
                          }
                        })))
        .isNotNull();
  }

  @Test
  void anything_else_is_refused_with_a_sentence() {
    assertThat(refusal("<html>".getBytes(StandardCharsets.UTF_8)))
        .hasMessage("this is neither a PDF file nor a PNG or JPEG")
        .returns(Reason.OTHER_FORMAT, PlanException::reason);
    assertThat(refusal(new byte[0]).reason()).isEqualTo(Reason.OTHER_FORMAT);
  }

  @Test
  void a_picture_of_too_many_pixels_is_refused_before_it_is_decoded() {
    assertThat(refusal(hollow(2_000_000, 2_000_000)))
        .hasMessageContaining("at most 200 million are read")
        .returns(Reason.TOO_LARGE, PlanException::reason);
    assertThat(refusal(hollow(25_000, 25_000)).reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(refusal(hollow(3, 3)).reason()).isEqualTo(Reason.DAMAGED);
  }

  @Test
  void a_locked_pdf_file_is_refused() throws Exception {
    byte[] octets =
        pdf(
            pdf -> {
              page(pdf, PDRectangle.A4);
              pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            });

    assertThat(refusal(octets).reason()).isEqualTo(Reason.LOCKED);
  }

  @Test
  void a_pdf_file_that_unfolds_into_too_much_is_refused_before_it_is_interpreted()
      throws Exception {
    ByteArrayOutputStream folded = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(folded)) {
      byte[] blanks = new byte[1 << 20];
      Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 520; i++) {
        out.write(blanks);
      }
    }
    byte[] octets = pdf(pdf -> content(pdf, folded.toByteArray(), COSName.FLATE_DECODE));

    assertThat(octets.length).isLessThan(1 << 20);
    assertThat(refusal(octets))
        .hasMessageContaining("unfolds into more than 512 megabytes")
        .returns(Reason.TOO_LARGE, PlanException::reason);
  }

  @Test
  void a_part_that_is_folded_twice_is_refused() throws Exception {
    ByteArrayOutputStream twice = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(new DeflaterOutputStream(twice))) {
      out.write(new byte[1000]);
    }
    byte[] octets = pdf(pdf -> content(pdf, twice.toByteArray(), COSName.FLATE_DECODE));

    assertThat(refusal(octets)).hasMessageContaining("more than once");
  }

  @Test
  void a_page_with_a_picture_of_too_many_pixels_is_refused() throws Exception {
    byte[] octets =
        pdf(
            pdf ->
                content(
                    pdf,
                    "q 100 0 0 100 0 0 cm BI /W 59000 /H 59000 /BPC 1 /CS /G ID x EI Q"
                        .getBytes(StandardCharsets.US_ASCII),
                    null));

    assertThat(refusal(octets)).hasMessageContaining("59000 by 59000 pixels");
  }

  @Test
  void too_many_pages_are_refused() throws Exception {
    byte[] octets =
        pdf(
            pdf -> {
              for (int i = 0; i <= PlanReader.MOST_PAGES; i++) {
                pdf.addPage(new PDPage(PDRectangle.A6));
              }
            });

    assertThat(refusal(octets)).hasMessageContaining("41 pages; at most 40");
  }

  @Test
  void a_page_without_a_size_of_paper_is_refused() throws Exception {
    byte[] octets = pdf(pdf -> pdf.addPage(new PDPage(new PDRectangle(500_000, 10))));

    assertThat(refusal(octets).reason()).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void damaged_files_are_refused_or_read_and_never_crash() throws Exception {
    Random random = new Random(9);
    byte[] whole = pdf(pdf -> page(pdf, PDRectangle.A6));
    byte[] png = picture("png");
    for (int round = 0; round < 40; round++) {
      byte[] octets = (round % 2 == 0 ? whole : png).clone();
      for (int i = 0; i < 1 + round % 12; i++) {
        octets[10 + random.nextInt(octets.length - 10)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(read(octets)).isNotEmpty();
      } catch (PlanException refused) {
        assertThat(refused).message().isNotBlank();
      }
    }
    for (int length = 20; length < whole.length; length += 97) {
      try {
        read(Arrays.copyOf(whole, length));
      } catch (PlanException refused) {
        assertThat(refused.reason()).isIn(Reason.DAMAGED, Reason.TOO_LARGE);
      }
    }
  }
}
