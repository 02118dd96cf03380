package lenswacht.probe.net;

import java.lang.foreign.Arena;

/// Reads what comes in on a raw socket, on a thread of its own, until it is closed.
final class PacketIntake implements AutoCloseable {
  private final RawSocket socket;
  private final int room;
  private final Reader reader;
  private final Thread thread;
  private volatile boolean closed;

  /// What is done with one packet.
  interface Reader {
    void read(byte[] octets, int at, int length);
  }

  /// @param room octets that are looked at of each packet
  PacketIntake(RawSocket socket, int room, Reader reader) {
    this.socket = socket;
    this.room = room;
    this.reader = reader;
    this.thread = Thread.ofPlatform().name("sweep-intake").daemon().start(this::run);
  }

  private void run() {
    try (Arena arena = Arena.ofConfined()) {
      PacketBatch batch = new PacketBatch(socket, arena, room, false);
      while (!closed) {
        int count = batch.receive();
        for (int i = 0; i < count; i++) {
          reader.read(batch.octets(), batch.at(i), batch.length(i));
        }
      }
    }
  }

  /// Ends the thread; the socket may be closed afterwards.
  @Override
  public void close() {
    closed = true;
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
