package lenswacht.link.frame;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.function.IntUnaryOperator;
import lenswacht.observation.Bytes;

/// Writes and reads frames: one type octet, the length as four octets with the highest first, the
/// payload.
public final class FrameCodec {
  private static final int HEADING = 5;

  private FrameCodec() {}

  /// The octets of `frame`.
  public static byte[] write(Frame frame) {
    return ByteBuffer.allocate(HEADING + frame.payload().length())
        .put((byte) frame.type())
        .putInt(frame.payload().length())
        .put(frame.payload().toArray())
        .array();
  }

  /// Writes `frame` and flushes.
  ///
  /// @throws IOException if the stream fails
  public static void write(Frame frame, OutputStream out) throws IOException {
    out.write(write(frame));
    out.flush();
  }

  /// Reads one frame. Nothing is set aside for a payload before its length has been found lawful.
  ///
  /// @param longest the longest payload that a type may have, in octets; negative for types that
  ///     may not come
  /// @throws MalformedFrameException if the type may not come or the length exceeds the limit
  /// @throws EOFException if the stream ends, inside a frame or before it
  /// @throws IOException if the stream fails
  public static Frame read(InputStream in, IntUnaryOperator longest) throws IOException {
    byte[] heading = exactly(in, HEADING);
    int type = heading[0] & 0xff;
    int length = ByteBuffer.wrap(heading, 1, 4).getInt();
    int limit = Math.min(longest.applyAsInt(type), Frame.LONGEST);
    if (limit < 0) {
      throw new MalformedFrameException("a frame of type " + type + " may not come here");
    }
    if (length < 0 || length > limit) {
      throw new MalformedFrameException(
          "a frame of type "
              + type
              + " claims "
              + Integer.toUnsignedString(length)
              + " octets where at most "
              + limit
              + " may come");
    }
    return new Frame(type, Bytes.of(exactly(in, length)));
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] octets = in.readNBytes(length);
    if (octets.length < length) {
      throw new EOFException("the other end closed the connection");
    }
    return octets;
  }
}
