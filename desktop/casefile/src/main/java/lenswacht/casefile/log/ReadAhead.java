package lenswacht.casefile.log;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// Reads a stream in blocks and sums it up as a hash, on a thread of its own, a few blocks ahead of
/// whoever takes them. Holds that many blocks and no more.
final class ReadAhead implements AutoCloseable {
  /// Octets in a block; only the last has fewer.
  static final int BLOCK = 1 << 18;

  private static final int AHEAD = 4;
  private static final int HASHED_AT_ONCE = 1 << 11;

  private final InputStream in;
  private final MessageDigest digest;
  private final BlockingQueue<Block> full = new ArrayBlockingQueue<>(AHEAD);
  private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(AHEAD);
  private final Thread reader;

  /// What was read, or why it could not be.
  private record Block(byte[] octets, int length, @Nullable IOException failure) {}

  /// Begins to read. `in` stays open.
  ///
  /// @param digest is fed with all that is read; to be asked when the last block was taken
  ReadAhead(InputStream in, MessageDigest digest) {
    this.in = in;
    this.digest = digest;
    for (int i = 0; i < AHEAD; i++) {
      free.add(new byte[BLOCK]);
    }
    this.reader = Thread.ofPlatform().daemon().name("reads the log").start(this::readAll);
  }

  private void readAll() {
    try {
      Block block;
      do {
        block = next(free.take());
        full.put(block);
      } while (block.failure == null && block.length == BLOCK);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private Block next(byte[] room) {
    try {
      int length = in.readNBytes(room, 0, BLOCK);
      for (int at = 0; at < length; at += HASHED_AT_ONCE) {
        digest.update(room, at, Math.min(HASHED_AT_ONCE, length - at));
      }
      return new Block(room, length, null);
    } catch (IOException failed) {
      return new Block(room, 0, failed);
    }
  }

  /// Copies the next block to `into` from `at` on; its length. To be called no more after a block
  /// that is not whole.
  ///
  /// @throws IOException if the stream failed
  int take(byte[] into, int at) throws IOException {
    try {
      Block block = full.take();
      if (block.failure != null) {
        throw block.failure;
      }
      System.arraycopy(block.octets, 0, into, at, block.length);
      free.add(block.octets);
      return block.length;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("reading was interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    reader.interrupt();
  }
}
