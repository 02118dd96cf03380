package lenswacht.report.paper;

import com.openhtmltopdf.pdfboxout.PageSupplier;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

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

  /// The tags of a page by name, of which each is new.
  private static final class Tags extends COSDictionary {
    @Override
    public boolean containsValue(Object value) {
      return false;
    }
  }
}
