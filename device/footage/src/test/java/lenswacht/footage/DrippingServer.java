package lenswacht.footage;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/// Answers with one byte of a header every so often, and never finishes.
final class DrippingServer implements Closeable {
  private final ServerSocket door;

  DrippingServer() throws IOException {
    this.door = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual().start(this::serve);
  }

  URI uri() {
    return URI.create("rtsp://127.0.0.1:" + door.getLocalPort() + "/film");
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private void serve() {
    try (Socket socket = door.accept()) {
      while (!door.isClosed()) {
        socket.getOutputStream().write('R');
        socket.getOutputStream().flush();
        Thread.sleep(200);
      }
    } catch (IOException _) {
      // The caller was ended.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
