package lenswacht.probe.net;

import java.lang.foreign.Arena;
import java.util.concurrent.locks.LockSupport;

/// Reads what comes in on a raw socket, on a thread of its own, until it is closed. It looks again
/// and again rather than wait: a thread that waits is woken for each packet, which costs the side
/// that sends more than all of its own work.
final class PacketIntake implements AutoCloseable {
  /// Between two looks; the socket's buffer holds what comes in the meantime.
  private static final long NAP = 500_000;

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
        if (count < RawSocket.BATCH) {
          LockSupport.parkNanos(NAP);
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
