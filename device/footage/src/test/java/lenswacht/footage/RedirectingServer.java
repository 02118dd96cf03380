package lenswacht.footage;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// Answers every RTSP request with the advice to go to another address.
final class RedirectingServer implements Closeable {
  private final ServerSocket door;
  private final String elsewhere;
  private volatile boolean asked;

  RedirectingServer(ServerSocket other) throws IOException {
    this.door = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
    String host = other.getInetAddress().getHostAddress();
    this.elsewhere = "rtsp://" + host + ":" + other.getLocalPort() + "/film";
    Thread.ofVirtual().start(this::serve);
  }

  URI uri() {
    return URI.create("rtsp://127.0.0.1:" + door.getLocalPort() + "/film");
  }

  boolean asked() {
    return asked;
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private void serve() {
    try (Socket socket = door.accept()) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String sequence = "0";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (line.startsWith("CSeq:")) {
          sequence = line.substring(5).strip();
        }
        if (line.isEmpty()) {
          asked = true;
          String reply = "RTSP/1.0 302 Moved\r\nCSeq: " + sequence + "\r\nLocation: " + elsewhere;
          socket.getOutputStream().write((reply + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        }
      }
    } catch (IOException _) {
      // The caller left, or the door closed.
    }
  }
}
