package lenswacht.assessment.floor;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import lenswacht.observation.Bytes;

/// The drawing of a floor as PNG. Its size is known before anybody decodes it.
///
/// @param sha256 of the octets, in hexadecimal digits
/// @param width in pixels
/// @param height in pixels
/// @param png the picture
public record PlanPicture(String sha256, int width, int height, Bytes png) {
  /// Most pixels on a side.
  public static final int LONGEST_SIDE = 4_000;

  /// Most octets.
  public static final int MOST_OCTETS = 24 << 20;

  private static final Bytes BEGINS = Bytes.fromHex("89504e470d0a1a0a0000000d49484452");
  private static final int WIDTH_AT = 16;
  private static final int HEADER = 24;

  public PlanPicture {
    if (png.length() < HEADER
        || png.length() > MOST_OCTETS
        || !png.head(BEGINS.length()).equals(BEGINS)) {
      throw new IllegalArgumentException("a plan is a PNG picture of limited length");
    }
    if (width != number(png, WIDTH_AT) || height != number(png, WIDTH_AT + 4)) {
      throw new IllegalArgumentException("the plan has another size than is said of it");
    }
    if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE) {
      throw new IllegalArgumentException("a plan has 1 to " + LONGEST_SIDE + " pixels on a side");
    }
  }

  /// The picture with these octets.
  ///
  /// @throws IllegalArgumentException if they are no PNG, or it is too large
  public static PlanPicture of(Bytes png) {
    if (png.length() < HEADER) {
      throw new IllegalArgumentException("a plan is a PNG picture of limited length");
    }
    return new PlanPicture(hash(png), number(png, WIDTH_AT), number(png, WIDTH_AT + 4), png);
  }

  private static int number(Bytes png, int from) {
    return png.at(from) << 24 | png.at(from + 1) << 16 | png.at(from + 2) << 8 | png.at(from + 3);
  }

  private static String hash(Bytes png) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png.toArray()));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
