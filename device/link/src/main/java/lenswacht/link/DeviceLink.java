package lenswacht.link;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import lenswacht.link.find.ServiceAnswerer;
import lenswacht.observation.Bytes;

/// The device's end of the cable: serves consoles, each over its own cable.
public final class DeviceLink implements AutoCloseable {
  private static final System.Logger LOGGER = System.getLogger(DeviceLink.class.getName());

  /// More cables than this at once are closed unheard.
  private static final int MOST_SESSIONS = 8;

  /// Between two sessions on a port, or two looks whether it is back.
  private static final Duration PORT_REST = Duration.ofMillis(250);

  private final DeviceSession session;
  private final Set<Cable> cables = ConcurrentHashMap.newKeySet();
  private final Set<ServerSocket> doors = ConcurrentHashMap.newKeySet();
  private final Set<ServiceAnswerer> answerers = ConcurrentHashMap.newKeySet();
  private final Bytes own;
  private final Semaphore places = new Semaphore(MOST_SESSIONS);
  private volatile boolean closed;

  /// A link for the device that is `identity`, serves those in `peers` and asks `desk`.
  public DeviceLink(Identity identity, PairedPeers peers, OrderBook orders, DeviceDesk desk) {
    this(identity, peers, orders, desk, LinkTimes.USUAL);
  }

  DeviceLink(
      Identity identity, PairedPeers peers, OrderBook orders, DeviceDesk desk, LinkTimes times) {
    this.own = identity.key();
    this.session =
        new DeviceSession(
            identity,
            peers,
            orders,
            desk,
            new PairingGate(times.rest()),
            times,
            InstantSource.system());
  }

  /// Serves one console over `cable` until the session ends, in order or not; closes the cable. A
  /// console that is not paired can do nothing but pair.
  public void serve(Cable cable) {
    cables.add(cable);
    try {
      if (closed) {
        cable.close();
      } else {
        session.run(cable);
        LOGGER.log(Level.DEBUG, "the session over {0} ended", cable.description());
      }
    } catch (EOFException left) {
      LOGGER.log(Level.DEBUG, "the console on {0} has left", cable.description());
    } catch (IOException ended) {
      LOGGER.log(Level.DEBUG, "the session over {0} ended: {1}", cable.description(), ended);
    } finally {
      cables.remove(cable);
    }
  }

  /// Accepts consoles on `address` until this link is closed, each in a thread of its own.
  ///
  /// @param address port 0 takes a free one
  /// @return the port that is listened on
  /// @throws IOException if the address cannot be listened on
  public int listen(InetSocketAddress address) throws IOException {
    ServerSocket door = new ServerSocket();
    doors.add(door);
    try {
      door.setReuseAddress(true);
      door.bind(address);
      if (closed) {
        throw new IOException("this link is closed");
      }
    } catch (IOException failed) {
      doors.remove(door);
      door.close();
      throw failed;
    }
    Thread.ofVirtual().name("link-door").start(() -> accept(door));
    return door.getLocalPort();
  }

  /// Lets consoles that know this device find it by DNS-SD, until this link is closed. It answers
  /// who asks; anybody on the network can see then that it is one of ours, but not which.
  ///
  /// @param port that [#listen(InetSocketAddress)] gave
  /// @throws IOException if the port of multicast DNS cannot be listened on
  public void announce(int port) throws IOException {
    answerers.add(ServiceAnswerer.open(own, port));
  }

  /// Serves one console after the other on a serial port until this link is closed. A port that
  /// goes away, as when its adapter is pulled out, is waited for.
  ///
  /// @throws LinkException `UNREACHABLE`, if the port cannot be opened now
  public void listen(LinkAddress.Serial address) throws LinkException {
    Cable first = SerialCable.open(address);
    Thread.ofPlatform().daemon().name("link-port").start(() -> serveAll(first, address));
  }

  private void serveAll(Cable first, LinkAddress.Serial address) {
    serve(first);
    while (!closed) {
      LockSupport.parkNanos(PORT_REST.toNanos());
      try {
        serve(SerialCable.open(address));
      } catch (LinkException absent) {
        LOGGER.log(Level.DEBUG, "{0}", absent.getMessage());
      }
    }
  }

  private void accept(ServerSocket door) {
    while (!door.isClosed()) {
      try {
        admit(door.accept());
      } catch (IOException failed) {
        LOGGER.log(door.isClosed() ? Level.DEBUG : Level.INFO, "no console admitted: {0}", failed);
      }
    }
  }

  private void admit(Socket socket) throws IOException {
    if (!places.tryAcquire()) {
      socket.close();
      return;
    }
    try {
      Cable cable = new TcpCable(socket);
      Thread.ofVirtual().name("link-session").start(() -> serveAndLeave(cable));
    } catch (IOException failed) {
      places.release();
      socket.close();
      throw failed;
    }
  }

  private void serveAndLeave(Cable cable) {
    try {
      serve(cable);
    } finally {
      places.release();
    }
  }

  /// Stops listening and ends all sessions.
  @Override
  public void close() {
    closed = true;
    doors.forEach(DeviceLink::closeQuietly);
    answerers.forEach(ServiceAnswerer::close);
    cables.forEach(DeviceLink::closeQuietly);
  }

  private static void closeQuietly(Closeable open) {
    try {
      open.close();
    } catch (IOException gone) {
      LOGGER.log(Level.DEBUG, "closed with a failure", gone);
    }
  }
}
