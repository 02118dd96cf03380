package lenswacht.link;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import lenswacht.link.frame.MalformedFrameException;
import lenswacht.observation.Bytes;

/// Packs pieces of a journal (RFC 1951), each on its own.
final class Packing {
  private Packing() {}

  /// `piece` packed, where that makes it shorter.
  static Optional<Bytes> pack(Bytes piece) {
    byte[] packed = new byte[piece.length()];
    try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true)) {
      deflater.setInput(piece.toArray());
      deflater.finish();
      int length = deflater.deflate(packed);
      return deflater.finished() && length < piece.length()
          ? Optional.of(Bytes.of(Arrays.copyOf(packed, length)))
          : Optional.empty();
    }
  }

  /// What `packed` holds. Never makes more than `most` octets.
  ///
  /// @throws MalformedFrameException if it is not packed, or holds more
  static Bytes unpack(Bytes packed, int most) throws MalformedFrameException {
    byte[] piece = new byte[most];
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(packed.toArray());
      int length = inflater.inflate(piece);
      if (!inflater.finished() || inflater.getRemaining() > 0) {
        throw new MalformedFrameException(
            "a packed piece is cut off, or holds more than was asked for");
      }
      return Bytes.of(Arrays.copyOf(piece, length));
    } catch (DataFormatException malformed) {
      throw new MalformedFrameException("a piece is not packed as it says");
    }
  }
}
