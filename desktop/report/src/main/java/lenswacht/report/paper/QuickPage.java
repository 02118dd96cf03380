package lenswacht.report.paper;

import com.openhtmltopdf.pdfboxout.PageSupplier;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/// Pages that take a new tag without looking through all tags before it: a page of tables has a
/// thousand of them, and no two are the same.
final class QuickPage implements PageSupplier {
  @Override
  public PDPage requestPage(
      PDDocument document, float width, float height, int number, int shadow) {
    COSDictionary resources = new COSDictionary();
    resources.setItem(COSName.PROPERTIES, new Tags());
    PDPage page = new PDPage(new PDRectangle(width, height));
    page.setResources(new PDResources(resources));
    document.addPage(page);
    return page;
  }

  /// The tags of a page by name, of which each is new; only what is decoration has one for all.
  private static final class Tags extends COSDictionary {
    private static final COSName BACKGROUND = COSName.getPDFName("Background");
    private static final COSName LAYOUT = COSName.getPDFName("Layout");

    private @Nullable COSName decoration;

    @Override
    public boolean containsValue(Object value) {
      return decoration != null && isDecoration(value);
    }

    @Override
    public @Nullable COSName getKeyForValue(Object value) {
      return isDecoration(value) ? decoration : null;
    }

    @Override
    public void setItem(COSName key, COSBase value) {
      if (isDecoration(value)) {
        COSDictionary layout = new COSDictionary();
        layout.setItem(COSName.TYPE, LAYOUT);
        layout.setDirect(true);
        super.setItem(key, layout);
        decoration = key;
      } else {
        super.setItem(key, value);
      }
    }

    private static boolean isDecoration(Object value) {
      return value instanceof COSDictionary tag && BACKGROUND.equals(tag.getItem(COSName.TYPE));
    }
  }
}
