package lenswacht.probe.net;

import java.io.Closeable;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Every socket that is open at this moment, so that all can be closed at once.
final class OpenSockets {
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  boolean isStopped() {
    return stopped;
  }

  /// Takes `socket` into the set, or closes it where everything has been stopped.
  ///
  /// @return whether it may be used
  boolean admit(Closeable socket) {
    open.add(socket);
    if (stopped) {
      close(socket);
      return false;
    }
    return true;
  }

  /// Closes `socket` and forgets it.
  void close(Closeable socket) {
    open.remove(socket);
    closeQuietly(socket);
  }

  /// Closes everything; nothing is admitted from now on.
  void stop() {
    stopped = true;
    open.forEach(this::close);
  }

  static void closeQuietly(Closeable socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // A socket that cannot be closed is closed already.
    }
  }
}
