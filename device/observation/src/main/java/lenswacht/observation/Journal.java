package lenswacht.observation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;

/// The append-only record on the device: one file, a chain of hashed lines, never changed and never
/// shortened but for a torn tail that a power cut left.
///
/// Safe for several threads. A line is acknowledged once [#sync] has returned.
public final class Journal implements AutoCloseable {
  private final FileChannel file;
  private final FileLock lock;
  private final JournalChain chain;
  private final InstantSource clock;
  private final ClockTrust trust;
  private long sequence;

  private Journal(
      FileChannel file,
      FileLock lock,
      JournalChain chain,
      long sequence,
      InstantSource clock,
      ClockTrust trust) {
    this.file = file;
    this.lock = lock;
    this.chain = chain;
    this.sequence = sequence;
    this.clock = clock;
    this.trust = trust;
  }

  /// Opens the journal in `folder` for writing, making both where needed, after verifying what is
  /// there. A torn tail is cut off.
  ///
  /// @throws BrokenJournalException if what is there does not verify; nothing is changed then
  /// @throws IOException if the storage fails or another program has the journal open
  public static Journal open(Path folder, InstantSource clock, ClockTrust trust)
      throws IOException, BrokenJournalException {
    Files.createDirectories(folder);
    Path path = fileIn(folder);
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = lock(file, folder);
      JournalChain chain = new JournalChain();
      long sequence;
      try (JournalReader reader = JournalReader.in(folder)) {
        reader.verify();
        file.truncate(reader.offset());
        file.position(reader.offset());
        sequence = reader.sequence();
        chain.resumeAt(reader.lastHash());
      }
      return new Journal(file, lock, chain, sequence, clock, trust);
    } catch (IOException | BrokenJournalException | RuntimeException failed) {
      file.close();
      throw failed;
    }
  }

  private static FileLock lock(FileChannel file, Path folder) throws IOException {
    FileLock lock;
    try {
      lock = file.tryLock();
    } catch (OverlappingFileLockException heldHere) {
      lock = null;
    }
    if (lock == null) {
      throw new IOException("the journal in " + folder + " is open for writing already");
    }
    return lock;
  }

  /// Where the journal in `folder` is kept.
  public static Path fileIn(Path folder) {
    return folder.resolve("journal.lwj");
  }

  /// Appends one line and gives its sequence number. The line survives the end of this program at
  /// once, and a power cut once [#sync] has returned.
  ///
  /// @throws UncheckedIOException if the storage fails
  public synchronized long append(JournalEvent event) {
    JournalLine line = new JournalLine(sequence + 1, clock.instant(), trust, event);
    try {
      ByteBuffer bytes = ByteBuffer.wrap(chain.append(FactJson.writeLine(line)));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("the journal cannot be written", failed);
    }
    return ++sequence;
  }

  /// Forces everything appended so far to the storage and gives the sequence number of the last
  /// line.
  ///
  /// @throws UncheckedIOException if the storage fails
  public synchronized long sync() {
    try {
      file.force(false);
    } catch (IOException failed) {
      throw new UncheckedIOException("the journal cannot be written", failed);
    }
    return sequence;
  }

  /// Number of lines.
  public synchronized long sequence() {
    return sequence;
  }

  /// Hash of the last line.
  public synchronized Bytes lastHash() {
    return chain.last();
  }

  @Override
  public synchronized void close() throws IOException {
    file.force(true);
    lock.release();
    file.close();
  }
}
