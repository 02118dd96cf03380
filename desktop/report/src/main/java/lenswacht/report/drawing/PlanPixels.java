package lenswacht.report.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import lenswacht.assessment.floor.PlanPicture;

/// Decodes plans. Their size was checked before, and nothing but the pixels is read.
public final class PlanPixels {
  private PlanPixels() {}

  /// The pixels of a plan.
  ///
  /// @throws IOException if it cannot be decoded
  public static BufferedImage of(PlanPicture picture) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
    if (!readers.hasNext()) {
      throw new IOException("this Java cannot read PNG");
    }
    ImageReader reader = readers.next();
    try (ImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(picture.png().toArray()))) {
      reader.setInput(in, true, true);
      return reader.read(0);
    } catch (IllegalArgumentException | IndexOutOfBoundsException damaged) {
      throw new IOException("the plan is damaged", damaged);
    } finally {
      reader.dispose();
    }
  }
}
