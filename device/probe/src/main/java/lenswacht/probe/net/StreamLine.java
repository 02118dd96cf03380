package lenswacht.probe.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import lenswacht.observation.Bytes;

/// One open TCP connection with a moment at which it must end.
final class StreamLine {
  private static final int CHUNK = 8192;

  private final Socket socket;
  private final long deadline;
  private final DoorLimits limits;
  private final Traffic traffic;

  /// @param deadline in terms of `System.nanoTime()`
  StreamLine(Socket socket, long deadline, DoorLimits limits, Traffic traffic) {
    this.socket = socket;
    this.deadline = deadline;
    this.limits = limits;
    this.traffic = traffic;
  }

  Socket socket() {
    return socket;
  }

  long deadline() {
    return deadline;
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    traffic.add(Traffic.TCP_SENT, bytes.length);
  }

  /// Reads one reply into `frame`, until it is complete, the other side ends, falls silent, or time
  /// is up.
  ///
  /// @return whether time or the other side's failure cut it
  boolean readInto(ReplyFrame frame) throws IOException {
    byte[] chunk = new byte[CHUNK];
    while (!frame.isComplete()) {
      int count;
      try {
        count = read(chunk);
      } catch (IOException cut) {
        if (frame.isEmpty()) {
          throw cut;
        }
        return true;
      }
      if (count < 0) {
        return false;
      }
      frame.offer(chunk, count);
    }
    return false;
  }

  /// Reads what comes first, at most `limit` octets.
  Bytes readFirst(int limit) throws IOException {
    byte[] chunk = new byte[limit];
    int count = read(chunk);
    return count <= 0 ? Bytes.EMPTY : Bytes.of(chunk).head(count);
  }

  private int read(byte[] chunk) throws IOException {
    long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    if (left <= 0) {
      throw new SocketTimeoutException("the conversation's time is up");
    }
    socket.setSoTimeout((int) Math.min(left, limits.readWait().toMillis()));
    InputStream in = socket.getInputStream();
    int count = in.read(chunk);
    if (count > 0) {
      traffic.add(Traffic.TCP_RECEIVED, count);
    }
    return count;
  }
}
