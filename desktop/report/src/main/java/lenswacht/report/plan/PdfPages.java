package lenswacht.report.plan;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lenswacht.assessment.floor.PlanPicture;
import lenswacht.report.plan.PlanException.Reason;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// The pages of a PDF file as pictures. Nothing in it is run, nothing that it names is fetched.
final class PdfPages {
  private static final double POINTS_PER_INCH = 72;
  private static final double DOTS_PER_INCH = 200;
  private static final double LARGEST_PAGE = 14_400;
  private static final long MOST_TO_UNFOLD_OTHERWISE = 2 << 20;

  private final byte[] octets;

  PdfPages(byte[] octets) {
    this.octets = octets;
  }

  List<PlanPicture> read(PlanReader.Progress progress) throws Exception {
    InflationCheck.require(octets);
    try (PDDocument pdf = Loader.loadPDF(octets)) {
      if (pdf.isEncrypted()) {
        throw new PlanException(
            Reason.LOCKED, "this PDF file is locked; save a copy without a password");
      }
      int pages = pdf.getNumberOfPages();
      if (pages == 0) {
        throw new PlanException(Reason.DAMAGED, "this PDF file has no pages");
      }
      if (pages > PlanReader.MOST_PAGES) {
        throw new PlanException(
            Reason.TOO_LARGE,
            "this PDF file has %d pages; at most %d are read"
                .formatted(pages, PlanReader.MOST_PAGES));
      }
      checkStreams(pdf);
      return pictures(pdf, pages, progress);
    } catch (IOException | RuntimeException | StackOverflowError damaged) {
      throw refused(damaged);
    }
  }

  private static PlanException refused(Throwable damaged) {
    for (Throwable cause = damaged; cause != null; cause = cause.getCause()) {
      if (cause instanceof PageLimits.ExceededException exceeded) {
        return exceeded.plan();
      }
    }
    return new PlanException(Reason.DAMAGED, "this PDF file is damaged", damaged);
  }

  private static List<PlanPicture> pictures(PDDocument pdf, int pages, PlanReader.Progress progress)
      throws Exception {
    PageLimits limits = new PageLimits();
    PDFRenderer renderer = new LimitedRenderer(pdf, limits);
    renderer.setSubsamplingAllowed(true);
    List<PlanPicture> pictures = new ArrayList<>();
    for (int i = 0; i < pages; i++) {
      progress.at(i, pages);
      limits.begin();
      BufferedImage page = renderer.renderImage(i, scale(pdf.getPage(i)), ImageType.RGB);
      pictures.add(PictureFile.kept(page));
    }
    progress.at(pages, pages);
    return pictures;
  }

  /// How many pixels a point becomes: as many as are needed, and no more than may be kept.
  private static float scale(PDPage page) throws PlanException {
    PDRectangle box = page.getCropBox();
    double longest = Math.max(box.getWidth(), box.getHeight());
    double unit = page.getUserUnit();
    if (!(Math.min(box.getWidth(), box.getHeight()) >= 8
        && longest * unit <= LARGEST_PAGE
        && unit > 0)) {
      throw new PlanException(Reason.TOO_LARGE, "a page of this PDF file has no size of paper");
    }
    return (float)
        Math.min(DOTS_PER_INCH / POINTS_PER_INCH, PictureFile.LONGEST_SIDE / (longest * unit));
  }

  /// Refuses parts that are folded in ways whose size cannot be known beforehand.
  private static void checkStreams(PDDocument pdf) throws PlanException {
    for (COSObjectKey key : List.copyOf(pdf.getDocument().getXrefTable().keySet())) {
      COSObject object = pdf.getDocument().getObjectFromPool(key);
      if (object != null && object.getObject() instanceof COSStream stream) {
        check(stream);
      }
    }
  }

  private static void check(COSStream stream) throws PlanException {
    List<COSName> folds = new ArrayList<>();
    COSBase filters = stream.getFilters();
    if (filters instanceof COSName one) {
      folds.add(one);
    } else if (filters instanceof COSArray several) {
      for (int i = 0; i < several.size(); i++) {
        if (several.getObject(i) instanceof COSName one) {
          folds.add(one);
        }
      }
    }
    long unknown = folds.stream().filter(PdfPages::unfoldsFar).count();
    boolean isLarge =
        folds.stream().anyMatch(fold -> isOld(fold))
            && stream.getLength() > MOST_TO_UNFOLD_OTHERWISE;
    if (unknown > 1 || folds.size() > 3 || isLarge) {
      throw new PlanException(
          Reason.TOO_LARGE, "a part of this PDF file is compressed in a way that is not followed");
    }
  }

  private static boolean unfoldsFar(COSName fold) {
    return fold.equals(COSName.FLATE_DECODE)
        || fold.equals(COSName.FLATE_DECODE_ABBREVIATION)
        || isOld(fold);
  }

  private static boolean isOld(COSName fold) {
    return fold.equals(COSName.LZW_DECODE)
        || fold.equals(COSName.LZW_DECODE_ABBREVIATION)
        || fold.equals(COSName.RUN_LENGTH_DECODE)
        || fold.equals(COSName.RUN_LENGTH_DECODE_ABBREVIATION);
  }
}
