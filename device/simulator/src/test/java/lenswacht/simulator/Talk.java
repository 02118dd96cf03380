package lenswacht.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Speaks to a simulated host over real loopback sockets, one character a byte.
final class Talk {
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int SILENCE_MILLIS = 300;

  private Talk() {}

  /// All that is said on a connection until the other side closes it.
  static String untilClosed(InetAddress host, int port, String words) throws IOException {
    try (Socket socket = new Socket(host, port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write(latin1(words));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  /// What is said on an open connection until `end` was heard or the other side closes it.
  static String until(Socket socket, String words, String end) throws IOException {
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.getOutputStream().write(latin1(words));
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    String text = "";
    while (!text.contains(end)) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      heard.write(next);
      text = heard.toString(StandardCharsets.ISO_8859_1);
    }
    return text;
  }

  /// The reply to a datagram; empty if none comes.
  static Optional<byte[]> datagram(InetAddress host, int port, byte[] words, boolean replyExpected)
      throws IOException {
    return datagram(host, port, words, replyExpected, 0);
  }

  /// The reply to a datagram that is sent from a port, zero for any; empty if none comes.
  static Optional<byte[]> datagram(
      InetAddress host, int port, byte[] words, boolean replyExpected, int ownPort)
      throws IOException {
    try (DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), ownPort))) {
      socket.setSoTimeout(replyExpected ? PATIENCE_MILLIS : SILENCE_MILLIS);
      socket.send(new DatagramPacket(words, words.length, host, port));
      DatagramPacket reply = new DatagramPacket(new byte[65_535], 65_535);
      socket.receive(reply);
      byte[] bytes = new byte[reply.getLength()];
      System.arraycopy(reply.getData(), 0, bytes, 0, bytes.length);
      return Optional.of(bytes);
    } catch (SocketTimeoutException silence) {
      return Optional.empty();
    }
  }

  /// The reply to a datagram of text, one character a byte.
  static String asked(InetAddress host, int port, String words) throws IOException {
    return new String(
        datagram(host, port, latin1(words), true).orElseThrow(), StandardCharsets.ISO_8859_1);
  }

  static byte[] latin1(String words) {
    return words.getBytes(StandardCharsets.ISO_8859_1);
  }
}
