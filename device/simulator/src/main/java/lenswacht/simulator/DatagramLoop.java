package lenswacht.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;

/// Hands every datagram that a channel receives to a listener, one after the other, until it is
/// closed.
final class DatagramLoop implements Closeable {
  private static final int LARGEST = 65_535;

  private final DatagramChannel channel;
  private final Listener listener;
  private final Thread listening = Thread.ofVirtual().unstarted(this::listen);

  /// Takes what has been received.
  interface Listener {
    /// @throws IOException if an answer could not be sent; the next datagram is welcome all the
    ///     same
    void hear(byte[] datagram, InetSocketAddress sender) throws IOException;
  }

  private DatagramLoop(DatagramChannel channel, Listener listener) {
    this.channel = channel;
    this.listener = listener;
  }

  /// Begins to listen to `channel`, which closes with the loop.
  static DatagramLoop start(DatagramChannel channel, Listener listener) {
    DatagramLoop loop = new DatagramLoop(channel, listener);
    loop.listening.start();
    return loop;
  }

  private void listen() {
    ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
    while (channel.isOpen()) {
      try {
        buffer.clear();
        if (channel.receive(buffer) instanceof InetSocketAddress sender) {
          byte[] datagram = new byte[buffer.flip().remaining()];
          buffer.get(datagram);
          listener.hear(datagram, sender);
        }
      } catch (ClosedChannelException closing) {
        return;
      } catch (IOException unreachable) {
        // An answer to somebody who had already gone.
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Leaving.await(listening);
  }
}
