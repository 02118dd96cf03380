package lenswacht.probe.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import lenswacht.observation.Bytes;

/// The two names by which the field knows a favicon.
///
/// @param bytes the file
public record Favicon(Bytes bytes) {
  /// MurmurHash3 (x86, 32 bit, seed 0) over the Base64 text of the file, with a line feed after
  /// every 76 characters and after the last line; a signed decimal.
  public String murmur3() {
    byte[] feed = {'\n'};
    String text = Base64.getMimeEncoder(76, feed).encodeToString(bytes.toArray()) + "\n";
    return Integer.toString(murmur3(text.getBytes(StandardCharsets.US_ASCII)));
  }

  /// MD5 over the file, 32 hex digits. A name, not a protection.
  public String md5() {
    try {
      return Bytes.of(MessageDigest.getInstance("MD5").digest(bytes.toArray())).hex();
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has MD5", absent);
    }
  }

  static int murmur3(byte[] octets) {
    int hash = 0;
    int whole = octets.length & ~3;
    for (int i = 0; i < whole; i += 4) {
      int block =
          (octets[i] & 0xff)
              | (octets[i + 1] & 0xff) << 8
              | (octets[i + 2] & 0xff) << 16
              | (octets[i + 3] & 0xff) << 24;
      hash = Integer.rotateLeft(hash ^ mixed(block), 13) * 5 + 0xe6546b64;
    }
    int tail = 0;
    for (int i = octets.length - 1; i >= whole; i--) {
      tail = tail << 8 | (octets[i] & 0xff);
    }
    hash ^= mixed(tail);
    hash ^= octets.length;
    hash = (hash ^ hash >>> 16) * 0x85ebca6b;
    hash = (hash ^ hash >>> 13) * 0xc2b2ae35;
    return hash ^ hash >>> 16;
  }

  private static int mixed(int block) {
    return Integer.rotateLeft(block * 0xcc9e2d51, 15) * 0x1b873593;
  }
}
