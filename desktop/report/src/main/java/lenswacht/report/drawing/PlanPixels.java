package lenswacht.report.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import lenswacht.assessment.floor.PlanPicture;
import lenswacht.observation.Bytes;

/// Decodes plans and makes them. Their size was checked before, and nothing but the pixels is read.
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

  /// A plan with these pixels, and nothing else of the file that they came from.
  ///
  /// @throws IOException if they come to more octets than a plan may have
  public static PlanPicture written(BufferedImage pixels) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(png)) {
      if (!ImageIO.write(pixels, "png", out)) {
        throw new IOException("this Java cannot write PNG");
      }
    }
    try {
      return PlanPicture.of(Bytes.of(png.toByteArray()));
    } catch (IllegalArgumentException tooLarge) {
      throw new IOException(tooLarge.getMessage(), tooLarge);
    }
  }
}
