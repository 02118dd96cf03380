package lenswacht.observation;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/// SHA-256 of each block of a file: so that of a file that was altered it can be said where, and
/// not only that it was.
///
/// @param octets how many there are in all
/// @param block octets in each block but the last
/// @param sums one for each block
public record BlockSums(long octets, int block, List<Bytes> sums) {
  /// Most sums of one file.
  public static final int MOST = 256;

  /// @throws IllegalArgumentException if there are not as many sums as blocks
  public BlockSums {
    sums = List.copyOf(sums);
    if (octets < 0 || block < 1 || sums.size() != (octets + block - 1) / block) {
      throw new IllegalArgumentException("the sums do not fit the length");
    }
  }

  /// Of what `content` gives, which is `octets` long, in at most [#MOST] blocks.
  ///
  /// @param smallest the smallest block
  /// @throws IOException if it cannot be read, or is not that long
  public static BlockSums of(InputStream content, long octets, int smallest) throws IOException {
    int block = smallest;
    while ((octets + block - 1) / block > MOST) {
      block = Math.multiplyExact(block, 2);
    }
    List<Bytes> sums = sums(content, block, MOST + 1);
    if (sums.size() != (octets + block - 1) / block) {
      throw new IOException("what was read is not as long as it was said to be");
    }
    return new BlockSums(octets, block, sums);
  }

  /// SHA-256 of each block of what `content` gives, of the first `most` blocks.
  public static List<Bytes> sums(InputStream content, int block, int most) throws IOException {
    List<Bytes> sums = new ArrayList<>();
    MessageDigest digest = digest();
    byte[] piece = content.readNBytes(block);
    while (piece.length > 0 && sums.size() < most) {
      sums.add(Bytes.of(digest.digest(piece)));
      piece = content.readNBytes(block);
    }
    return sums;
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }

  /// Where `content` differs from what was summed, as ranges within it; empty where it does not.
  public List<OctetRange> differences(InputStream content) throws IOException {
    return differences(sums(content, block, sums.size() + 1));
  }

  /// Where something with the sums `there`, of blocks of the same length, differs from what was
  /// summed; empty where it does not.
  public List<OctetRange> differences(List<Bytes> there) {
    List<OctetRange> ranges = new ArrayList<>();
    for (int i = 0; i < Math.max(there.size(), sums.size()); i++) {
      if (!isSame(there, i)) {
        long from = (long) i * block;
        ranges.add(new OctetRange(from, i < sums.size() ? Math.min(from + block, octets) : -1));
      }
    }
    return OctetRange.joined(ranges);
  }

  /// How many octets of what was summed stand where they stood in something with the sums `there`.
  public long same(List<Bytes> there) {
    long same = 0;
    for (int i = 0; i < sums.size(); i++) {
      same += isSame(there, i) ? Math.min(block, octets - (long) i * block) : 0;
    }
    return same;
  }

  private boolean isSame(List<Bytes> there, int i) {
    return i < there.size() && i < sums.size() && there.get(i).equals(sums.get(i));
  }
}
