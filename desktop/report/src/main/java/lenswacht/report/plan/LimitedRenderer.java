package lenswacht.report.plan;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/// Draws the pages of a PDF file within limits.
final class LimitedRenderer extends PDFRenderer {
  private final PageLimits limits;

  LimitedRenderer(PDDocument pdf, PageLimits limits) {
    super(pdf);
    this.limits = limits;
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    PageDrawer drawer = new LimitedDrawer(parameters, limits);
    drawer.setAnnotationFilter(annotation -> false);
    return drawer;
  }

  private static final class LimitedDrawer extends PageDrawer {
    private final PageLimits limits;

    LimitedDrawer(PageDrawerParameters parameters, PageLimits limits) throws IOException {
      super(parameters);
      this.limits = limits;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
      limits.step();
      super.processOperator(operator, operands);
    }

    @Override
    public void drawImage(PDImage picture) throws IOException {
      limits.picture(picture.getWidth(), picture.getHeight());
      if (picture instanceof PDImageXObject kept) {
        for (PDImage mask : java.util.Arrays.asList(kept.getSoftMask(), kept.getMask())) {
          if (mask != null) {
            limits.picture(mask.getWidth(), mask.getHeight());
          }
        }
      }
      super.drawImage(picture);
    }

    @Override
    public void shadingFill(COSName name) throws IOException {
      limits.step();
      super.shadingFill(name);
    }

    /// What goes beyond a limit ends the page; the rest is left out, as other programs do.
    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException failed)
        throws IOException {
      if (failed instanceof PageLimits.ExceededException) {
        throw failed;
      }
      super.operatorException(operator, operands, failed);
    }
  }
}
