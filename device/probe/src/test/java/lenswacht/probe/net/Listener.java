package lenswacht.probe.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// A server on loopback that lets a test decide what it says.
public final class Listener implements AutoCloseable {
  private final ServerSocket server = new ServerSocket();
  private final AtomicInteger accepted = new AtomicInteger();
  private final Speech speech;

  /// What is done with one connection.
  public interface Speech {
    /// Speaks; the connection is closed afterwards.
    void with(Socket socket) throws IOException, InterruptedException;
  }

  /// A server at `address` and `port` that does `speech` with each connection.
  public Listener(String address, int port, Speech speech) throws IOException {
    this.speech = speech;
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.ofLiteral(address), port));
    Thread.ofVirtual().start(this::accept);
  }

  /// A server that reads one request's head and answers `reply`.
  public static Listener answering(String address, int port, String reply) throws IOException {
    return new Listener(
        address,
        port,
        socket -> {
          readHead(socket.getInputStream());
          socket.getOutputStream().write(reply.getBytes(StandardCharsets.UTF_8));
          socket.getOutputStream().flush();
        });
  }

  /// Reads up to a blank line.
  public static String readHead(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int octet = in.read();
      if (octet < 0) {
        return head.toString();
      }
      head.append((char) octet);
    }
    return head.toString();
  }

  /// Connections accepted so far.
  public int accepted() {
    return accepted.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        accepted.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      speech.with(socket);
    } catch (IOException | InterruptedException gone) {
      // The other side left.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
