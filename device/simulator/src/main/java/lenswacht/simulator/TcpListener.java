package lenswacht.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// Accepts connections to one TCP service and holds each conversation on its own thread.
final class TcpListener implements Closeable {
  private static final int BACKLOG = 64;

  /// Rest after a connection that could not be accepted, so that a shortage is no busy loop.
  private static final long REST_NANOS = 50_000_000;

  private final Resident resident;
  private final SimulatedService service;
  private final Optional<SSLContext> tls;
  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Thread accepting = Thread.ofVirtual().unstarted(this::accept);

  private TcpListener(
      Resident resident, SimulatedService service, Optional<SSLContext> tls, ServerSocket door) {
    this.resident = resident;
    this.service = service;
    this.tls = tls;
    this.door = door;
  }

  /// Binds the service's port and starts accepting.
  ///
  /// @throws IOException if the port is taken or may not be bound
  static TcpListener open(Resident resident, SimulatedService service, Optional<SSLContext> tls)
      throws IOException {
    ServerSocket door = new ServerSocket();
    try {
      door.setReuseAddress(true);
      door.bind(
          new InetSocketAddress(resident.address(), resident.actualPort(service.port())), BACKLOG);
    } catch (IOException taken) {
      door.close();
      throw taken;
    }
    TcpListener listener = new TcpListener(resident, service, tls, door);
    listener.accepting.start();
    return listener;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket socket = door.accept();
        if (!resident.places().tryAcquire()) {
          socket.close();
          continue;
        }
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closedOrExhausted) {
        if (!door.isClosed()) {
          LockSupport.parkNanos(REST_NANOS);
        }
      }
    }
  }

  private void serve(Socket socket) {
    HostLedger ledger = resident.ledger();
    ledger.connected();
    try (socket) {
      socket.setSoTimeout((int) Line.PATIENCE.toMillis());
      socket.setTcpNoDelay(true);
      if (resident.host().behaviour() == Behaviour.SILENT) {
        listenOnly(new Line(resident, service, socket));
      } else if (tls.isPresent()) {
        try (Socket sealed = sealed(socket, tls.get())) {
          Conversation.of(service.kind()).hold(new Line(resident, service, sealed));
        }
      } else {
        Conversation.of(service.kind()).hold(new Line(resident, service, socket));
      }
    } catch (IOException brokenOff) {
      // The other side went away, took too long or spoke no TLS: nothing to answer any more.
    } finally {
      open.remove(socket);
      ledger.disconnected();
      resident.places().release();
    }
  }

  private static void listenOnly(Line line) throws IOException {
    while (!line.hear(4096).isEmpty()) {
      // What was heard is counted; nothing is said.
    }
  }

  private static Socket sealed(Socket socket, SSLContext tls) throws IOException {
    SSLSocket sealed =
        (SSLSocket)
            tls.getSocketFactory()
                .createSocket(
                    socket, socket.getInetAddress().getHostAddress(), socket.getPort(), true);
    sealed.setUseClientMode(false);
    sealed.startHandshake();
    return sealed;
  }

  /// Closes the door and every open connection; the port is free again when it returns.
  @Override
  public void close() throws IOException {
    door.close();
    Leaving.await(accepting);
    for (Socket socket : open) {
      try {
        socket.close();
      } catch (SocketException alreadyGone) {
        // Closed by the conversation at the same moment.
      }
    }
  }
}
