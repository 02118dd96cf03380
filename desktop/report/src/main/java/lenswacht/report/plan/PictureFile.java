package lenswacht.report.plan;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import lenswacht.assessment.floor.PlanPicture;
import lenswacht.report.drawing.PlanPixels;
import lenswacht.report.plan.PlanException.Reason;

/// A picture of a stranger. Its size is read before its pixels are; a larger one than is needed is
/// thinned out while it is decoded.
final class PictureFile {
  /// Longest side of what is kept, in pixels.
  static final int LONGEST_SIDE = 3_000;

  private static final int LONGEST_SIDE_READ = 30_000;
  private static final long MOST_PIXELS_READ = 200_000_000L;
  private static final int SHORTEST_SIDE = 16;

  private PictureFile() {}

  static PlanPicture read(byte[] octets) throws PlanException, IOException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(octets))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new PlanException(Reason.OTHER_FORMAT, "this picture cannot be read");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return kept(decoded(reader));
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException damaged) {
      throw new PlanException(Reason.DAMAGED, "this picture is damaged", damaged);
    }
  }

  private static BufferedImage decoded(ImageReader reader) throws IOException, PlanException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (width < SHORTEST_SIDE || height < SHORTEST_SIDE) {
      throw new PlanException(
          Reason.DAMAGED, "this picture has less than " + SHORTEST_SIDE + " pixels on a side");
    }
    if (width > LONGEST_SIDE_READ
        || height > LONGEST_SIDE_READ
        || (long) width * height > MOST_PIXELS_READ) {
      throw new PlanException(
          Reason.TOO_LARGE,
          "this picture has %d by %d pixels; at most %d million are read"
              .formatted(width, height, MOST_PIXELS_READ / 1_000_000));
    }
    ImageReadParam how = reader.getDefaultReadParam();
    int every = Math.max(1, Math.max(width, height) / LONGEST_SIDE);
    how.setSourceSubsampling(every, every, 0, 0);
    return reader.read(0, how);
  }

  /// The pixels as they are kept: on white, without anything that is seen through, at most
  /// [#LONGEST_SIDE] on a side.
  static PlanPicture kept(BufferedImage pixels) throws IOException {
    double longest = Math.max(pixels.getWidth(), pixels.getHeight());
    double scale = Math.min(1, LONGEST_SIDE / longest);
    int width = Math.max(1, (int) Math.round(pixels.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(pixels.getHeight() * scale));
    BufferedImage kept = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D paper = kept.createGraphics();
    try {
      paper.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      paper.setColor(Color.WHITE);
      paper.fillRect(0, 0, width, height);
      paper.drawImage(pixels, 0, 0, width, height, null);
    } finally {
      paper.dispose();
    }
    return PlanPixels.written(kept);
  }
}
