package lenswacht.observation;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// What a device writes each time it opens its journal: who signs from here on, and the content key
/// of the lines that follow, sealed to each reader.
///
/// @param version of the format, 2
/// @param device the key that signs, Ed25519 in X.509 form
/// @param commitment hash of the content key, so that no other key can pass for it
/// @param boxes the content key, once for each reader
public record JournalOpening(int version, Bytes device, Bytes commitment, List<Box> boxes) {
  /// The version that this program writes.
  public static final int VERSION = 2;

  /// Most readers of one journal.
  public static final int MOST_BOXES = 64;

  /// Octets of a content key: AES with 256 bits.
  public static final int CONTENT_KEY = 32;

  private static final int LONGEST_BOX = 8192;
  private static final byte[] COMMITMENT =
      "LENSWACHT JOURNAL 2 CONTENT KEY\n".getBytes(StandardCharsets.US_ASCII);

  public JournalOpening {
    boxes = List.copyOf(boxes);
    if (version != VERSION) {
      throw new IllegalArgumentException("version " + version + " of the journal is not known");
    }
    if (device.length() > 100 || commitment.length() != 32) {
      throw new IllegalArgumentException("an opening has a key and a hash of 32 octets");
    }
    if (boxes.isEmpty() || boxes.size() > MOST_BOXES) {
      throw new IllegalArgumentException("an opening has 1 to " + MOST_BOXES + " boxes");
    }
  }

  /// A content key that one reader can get out.
  ///
  /// @param to name of the reader's key, 32 octets
  /// @param box the sealed content key
  public record Box(Bytes to, Bytes box) {
    public Box {
      if (to.length() != 32 || box.length() > LONGEST_BOX) {
        throw new IllegalArgumentException("a box names a key by 32 octets and is not larger");
      }
    }
  }

  static JournalOpening of(Bytes device, List<SealRecipient> readers, Bytes contentKey) {
    return new JournalOpening(
        VERSION,
        device,
        commitment(contentKey),
        readers.stream().map(one -> new Box(one.id(), one.seal(contentKey))).toList());
  }

  /// Whether `contentKey` is the one that the device committed to.
  public boolean isOf(Bytes contentKey) {
    return contentKey.length() == CONTENT_KEY && commitment.equals(commitment(contentKey));
  }

  /// The commitment to a content key.
  public static Bytes commitment(Bytes contentKey) {
    byte[] text = new byte[COMMITMENT.length + contentKey.length()];
    System.arraycopy(COMMITMENT, 0, text, 0, COMMITMENT.length);
    System.arraycopy(contentKey.toArray(), 0, text, COMMITMENT.length, contentKey.length());
    return Bytes.of(text).sha256();
  }
}
