package lenswacht.probe.net;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import lenswacht.observation.Bytes;

/// Finds the end of one reply in a stream, and cuts it at the size limits. Understands just enough
/// for that: the blank line behind the head, Content-Length, and the last chunk.
final class ReplyFrame {
  private final int headLimit;
  private final int bodyLimit;
  private final boolean bodyRunsToEnd;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private int bodyStart = -1;
  private long bodyLength = -1;
  private boolean chunked;
  private boolean truncated;

  /// @param bodyRunsToEnd whether a body without a length ends with the connection (HTTP), or is
  ///     empty (RTSP)
  ReplyFrame(DoorLimits limits, boolean bodyRunsToEnd) {
    this.headLimit = limits.headBytes();
    this.bodyLimit = limits.bodyBytes();
    this.bodyRunsToEnd = bodyRunsToEnd;
  }

  /// Takes the next `count` octets of `chunk`.
  void offer(byte[] chunk, int count) {
    int before = held.size();
    held.write(chunk, 0, count);
    if (bodyStart < 0) {
      findHead(before);
    }
  }

  /// Whether nothing more is to be read: the reply is whole, or a limit is reached.
  boolean isComplete() {
    if (bodyStart < 0) {
      if (held.size() > headLimit) {
        truncated = true;
        return true;
      }
      return false;
    }
    int have = held.size() - bodyStart;
    if (have > bodyLimit) {
      truncated = true;
      return true;
    }
    if (bodyLength >= 0) {
      return have >= bodyLength;
    }
    return chunked ? endsWithLastChunk() : !bodyRunsToEnd;
  }

  /// Whether the limits cut the reply, or it ended before its time.
  boolean isTruncated() {
    return truncated || (bodyLength >= 0 && held.size() - bodyStart < bodyLength);
  }

  boolean isEmpty() {
    return held.size() == 0;
  }

  /// The reply, at most as long as the limits allow.
  Bytes bytes() {
    int most = bodyStart < 0 ? headLimit : bodyStart + bodyLimit;
    Bytes all = Bytes.of(held.toByteArray());
    if (bodyLength >= 0 && bodyLength < bodyLimit) {
      most = (int) Math.min(most, bodyStart + bodyLength);
    }
    return all.head(most);
  }

  private void findHead(int before) {
    String text = held.toString(StandardCharsets.ISO_8859_1);
    int from = Math.max(0, before - 3);
    int strict = text.indexOf("\r\n\r\n", from);
    int loose = text.indexOf("\n\n", from);
    if (strict < 0 && loose < 0) {
      return;
    }
    bodyStart = loose >= 0 && (strict < 0 || loose < strict) ? loose + 2 : strict + 4;
    if (bodyStart > headLimit) {
      bodyStart = -1;
      return;
    }
    text.substring(0, bodyStart).lines().skip(1).forEach(this::readHeader);
  }

  private void readHeader(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    if (lower.startsWith("content-length:")) {
      String digits = lower.substring("content-length:".length()).strip();
      if (digits.length() <= 12
          && !digits.isEmpty()
          && digits.chars().allMatch(ReplyFrame::digit)) {
        bodyLength = Long.parseLong(digits);
      }
    } else if (lower.startsWith("transfer-encoding:") && lower.contains("chunked")) {
      chunked = true;
    }
  }

  private static boolean digit(int symbol) {
    return symbol >= '0' && symbol <= '9';
  }

  private boolean endsWithLastChunk() {
    Bytes all = Bytes.of(held.toByteArray());
    int from = Math.max(bodyStart, all.length() - 5);
    return all.slice(from, all.length()).latin1().equals("0\r\n\r\n");
  }
}
