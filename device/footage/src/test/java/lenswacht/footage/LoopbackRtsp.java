package lenswacht.footage;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// An RTSP server on the loopback address that plays one H.264 film over the same connection, again
/// and again until the other side leaves.
final class LoopbackRtsp implements Closeable {
  private static final int LARGEST_PACKET = 1400;

  private final ServerSocket door;
  private final List<byte[]> units;
  private final Queue<String> methods = new ConcurrentLinkedQueue<>();

  /// @param film H.264 with start codes
  LoopbackRtsp(byte[] film) throws IOException {
    this.door = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
    this.units = units(film);
    Thread.ofVirtual().start(this::serve);
  }

  URI uri() {
    return URI.create("rtsp://127.0.0.1:" + door.getLocalPort() + "/film");
  }

  /// The methods asked so far.
  List<String> methods() {
    return List.copyOf(methods);
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private void serve() {
    while (!door.isClosed()) {
      try (Socket socket = door.accept()) {
        converse(socket);
      } catch (IOException _) {
        // This caller left, or the door closed.
      }
    }
  }

  private void converse(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    OutputStream out = socket.getOutputStream();
    String request = in.readLine();
    while (request != null) {
      String sequence = "0";
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        sequence = line.startsWith("CSeq:") ? line.substring(5).strip() : sequence;
      }
      String method = request.split(" ")[0];
      methods.add(method);
      out.write(reply(method, sequence).getBytes(StandardCharsets.US_ASCII));
      out.flush();
      if (method.equals("PLAY")) {
        play(out);
      }
      request = in.readLine();
    }
  }

  private String reply(String method, String sequence) {
    String head = "RTSP/1.0 200 OK\r\nCSeq: " + sequence + "\r\n";
    return switch (method) {
      case "OPTIONS" -> head + "Public: DESCRIBE, SETUP, PLAY, TEARDOWN\r\n\r\n";
      case "DESCRIBE" -> {
        String sdp =
            "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=film\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
                + "m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n"
                + "a=fmtp:96 packetization-mode=1\r\na=control:track1\r\n";
        yield head
            + ("Content-Base: " + uri() + "/\r\n")
            + ("Content-Type: application/sdp\r\nContent-Length: " + sdp.length() + "\r\n\r\n")
            + sdp;
      }
      case "SETUP" -> head + "Session: 1\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n";
      default -> head + "Session: 1\r\n\r\n";
    };
  }

  private void play(OutputStream out) throws IOException {
    int sequence = 0;
    int time = 0;
    while (true) {
      for (byte[] unit : units) {
        boolean picture = (unit[0] & 0x1f) <= 5;
        for (byte[] payload : payloads(unit)) {
          boolean last = payload == unit || (payload[1] & 0x40) != 0;
          ByteBuffer packet = ByteBuffer.allocate(16 + payload.length);
          packet.put((byte) '$').put((byte) 0).putShort((short) (12 + payload.length));
          packet.put((byte) 0x80).put((byte) (picture && last ? 96 | 0x80 : 96));
          packet.putShort((short) sequence++).putInt(time).putInt(1).put(payload);
          out.write(packet.array());
        }
        out.flush();
        time += picture ? 9000 : 0;
      }
    }
  }

  private static List<byte[]> payloads(byte[] unit) {
    if (unit.length <= LARGEST_PACKET) {
      return List.of(unit);
    }
    List<byte[]> parts = new ArrayList<>();
    for (int at = 1; at < unit.length; at += LARGEST_PACKET) {
      int end = Math.min(unit.length, at + LARGEST_PACKET);
      int edge = (at == 1 ? 0x80 : 0) | (end == unit.length ? 0x40 : 0);
      byte[] part = new byte[2 + end - at];
      part[0] = (byte) ((unit[0] & 0xe0) | 28);
      part[1] = (byte) (edge | (unit[0] & 0x1f));
      System.arraycopy(unit, at, part, 2, end - at);
      parts.add(part);
    }
    return parts;
  }

  private static List<byte[]> units(byte[] film) {
    List<byte[]> units = new ArrayList<>();
    int start = -1;
    for (int at = 0; at + 2 < film.length; at++) {
      if (film[at] == 0 && film[at + 1] == 0 && film[at + 2] == 1) {
        add(units, film, start, at);
        start = at + 3;
      }
    }
    add(units, film, start, film.length);
    return units;
  }

  private static void add(List<byte[]> units, byte[] film, int start, int end) {
    int last = end;
    while (start >= 0 && last > start && film[last - 1] == 0) {
      last--;
    }
    if (start >= 0 && last > start) {
      units.add(Arrays.copyOfRange(film, start, last));
    }
  }
}
