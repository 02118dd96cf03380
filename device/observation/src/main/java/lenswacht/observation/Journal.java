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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The append-only record on the device: one file, a chain of hashed lines, never changed and never
/// shortened but for a torn tail that a power cut left.
///
/// Safe for several threads. A line is acknowledged once [#sync] has returned.
public final class Journal implements AutoCloseable {
  private final Path folder;
  private final FileChannel file;
  private final FileChannel lock;
  private final JournalChain chain;
  private final InstantSource clock;
  private ClockTrust trust;
  private final Object forcing = new Object();
  private long sequence;
  private long forced;
  private long octets;
  private long durable;
  private boolean failed;
  private Optional<Instant> first = Optional.empty();
  private Optional<Instant> last = Optional.empty();

  private Journal(
      Path folder,
      FileChannel file,
      FileChannel lock,
      JournalChain chain,
      long sequence,
      InstantSource clock,
      ClockTrust trust) {
    this.folder = folder;
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
    FileChannel lock = lock(folder);
    try {
      FileChannel file =
          FileChannel.open(fileIn(folder), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      JournalChain chain = new JournalChain();
      long sequence;
      Optional<Instant> first = Optional.empty();
      Optional<Instant> last = Optional.empty();
      try (JournalReader reader = JournalReader.in(folder)) {
        Optional<JournalLine> line = reader.next();
        first = line.map(JournalLine::at);
        while (line.isPresent()) {
          last = line.map(JournalLine::at);
          line = reader.next();
        }
        file.truncate(reader.offset());
        file.position(reader.offset());
        file.force(true);
        sequence = reader.sequence();
        chain.resumeAt(reader.lastHash());
      }
      Journal journal = new Journal(folder, file, lock, chain, sequence, clock, trust);
      journal.octets = file.position();
      journal.durable = journal.octets;
      journal.first = first;
      journal.last = last;
      return journal;
    } catch (IOException | BrokenJournalException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  /// Holds a file of its own, which nobody else opens: on many systems closing any handle on a file
  /// gives up the locks on it, and the journal itself is read while it is written.
  private static FileChannel lock(Path folder) throws IOException {
    FileChannel file =
        FileChannel.open(
            folder.resolve("journal.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = file.tryLock();
    } catch (OverlappingFileLockException heldHere) {
      lock = null;
    }
    if (lock == null) {
      file.close();
      throw new IOException("the journal in " + folder + " is open for writing already");
    }
    return file;
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
    if (failed) {
      throw new IllegalStateException("the journal failed before and takes nothing more");
    }
    JournalLine line = new JournalLine(sequence + 1, clock.instant(), trust, event);
    try {
      ByteBuffer bytes = ByteBuffer.wrap(chain.append(FactJson.writeLine(line)));
      int length = bytes.remaining();
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      octets += length;
    } catch (IOException full) {
      // What was written of the line is a torn tail; nothing may follow it.
      failed = true;
      throw new UncheckedIOException("the journal cannot be written", full);
    }
    first = first.or(() -> Optional.of(line.at()));
    last = Optional.of(line.at());
    return ++sequence;
  }

  /// Forces everything appended so far to the storage and gives the sequence number of the last
  /// line. Lines may be appended meanwhile; several callers share one turn of the storage.
  ///
  /// @throws UncheckedIOException if the storage fails
  public long sync() {
    long wanted = sequence();
    synchronized (forcing) {
      if (forced < wanted) {
        long all;
        long length;
        synchronized (this) {
          all = sequence;
          length = octets;
        }
        try {
          file.force(false);
        } catch (IOException broken) {
          fail();
          throw new UncheckedIOException("the journal cannot be written", broken);
        }
        forced = all;
        synchronized (this) {
          durable = length;
        }
      }
    }
    return wanted;
  }

  private synchronized void fail() {
    failed = true;
  }

  /// From the next line on, the time is to be trusted like this.
  public synchronized void trustClock(ClockTrust now) {
    trust = now;
  }

  /// Octets of the lines that survive a power cut. What may be handed out: of the rest a part can
  /// be lost, and other lines take its place.
  public synchronized long durable() {
    return durable;
  }

  /// When the first line was written, if there is one.
  public synchronized Optional<Instant> first() {
    return first;
  }

  /// When the last line was written, if there is one.
  public synchronized Optional<Instant> last() {
    return last;
  }

  /// Empties it: what was written is given up, and the next line is the first of a new journal.
  ///
  /// @return octets that it had
  /// @throws IOException if the storage fails; it takes nothing more then
  public long wipe() throws IOException {
    synchronized (forcing) {
      synchronized (this) {
        failed = true;
        long given = file.size();
        file.truncate(0);
        file.position(0);
        file.force(true);
        chain.resumeAt(Bytes.of(new byte[32]));
        sequence = 0;
        forced = 0;
        octets = 0;
        durable = 0;
        first = Optional.empty();
        last = Optional.empty();
        failed = false;
        return given;
      }
    }
  }

  /// The folder in which it is kept.
  public Path folder() {
    return folder;
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
    try (lock;
        file) {
      file.force(true);
    }
  }
}
