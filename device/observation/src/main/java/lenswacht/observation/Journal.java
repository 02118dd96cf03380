package lenswacht.observation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The append-only record on the device: one file, a chain of hashed lines, never changed and never
/// shortened but for a torn tail that a power cut left. Records are sealed: who writes them cannot
/// read them. Every block of records is signed.
///
/// Safe for several threads. A record is acknowledged once [#sync] has returned: it is signed and
/// on the storage. Without anybody asking, that happens [#LONGEST_WAIT] after it was appended.
public final class Journal implements AutoCloseable {
  /// How long a record may wait for its signature and the storage.
  public static final Duration LONGEST_WAIT = Duration.ofMillis(200);

  private static final int GATHERED = 1 << 16;

  private static final String TORN = "journal.torn-";
  private static final int MOST_UNSIGNED_LINES = JournalReader.MOST_UNSIGNED_LINES / 4;
  private static final int MOST_UNSIGNED_OCTETS = JournalReader.MOST_UNSIGNED_OCTETS / 4;

  private final Path folder;
  private final FileChannel file;
  private final FileChannel lock;
  private final JournalChain chain = new JournalChain();
  private final JournalKeys keys;
  private final InstantSource clock;
  private Optional<TornTail> tornTail = Optional.empty();
  private final Object forcing = new Object();
  private final Thread ticker;
  private final ByteBuffer gathered = ByteBuffer.allocateDirect(GATHERED);
  private ClockTrust trust;
  private List<SealRecipient> readers = List.of();
  private Optional<RecordSeal> seal = Optional.empty();
  private Optional<Bytes> firstLine = Optional.empty();
  private Optional<Instant> first = Optional.empty();
  private Optional<Instant> last = Optional.empty();
  private long sequence;
  private long unsignedLines;
  private long unsignedOctets;
  private long forced;
  private volatile long durable;
  private Optional<IOException> failure = Optional.empty();
  private boolean closed;

  private Journal(
      Path folder,
      FileChannel file,
      FileChannel lock,
      JournalReader.Point end,
      JournalKeys keys,
      InstantSource clock,
      ClockTrust trust) {
    this.folder = folder;
    this.file = file;
    this.lock = lock;
    this.keys = keys;
    this.clock = clock;
    this.trust = trust;
    this.sequence = end.sequence();
    chain.resumeAt(end.hash());
    this.forced = sequence;
    this.ticker = Thread.ofPlatform().daemon().name("journal").unstarted(this::tick);
  }

  /// What a power cut left behind the last signature, and where it was put.
  public record TornTail(long octets, Path file) {}

  /// Opens the journal in `folder` for writing, making both where needed, after verifying what is
  /// there. A torn tail is set aside in a file of its own.
  ///
  /// @throws BrokenJournalException if what is there does not verify; nothing is changed then
  /// @throws IOException if the storage fails or another program has the journal open
  public static Journal open(Path folder, JournalKeys keys, InstantSource clock, ClockTrust trust)
      throws IOException, BrokenJournalException {
    Files.createDirectories(folder);
    FileChannel lock = lock(folder);
    try {
      FileChannel file =
          FileChannel.open(
              fileIn(folder),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      Journal journal;
      try (JournalReader reader = JournalReader.in(folder)) {
        Optional<Bytes> firstLine = reader.nextPart().map(part -> reader.lastHash());
        reader.verify();
        Optional<TornTail> tail = setAside(folder, file, reader);
        JournalReader.Point end =
            new JournalReader.Point(reader.sequence(), reader.lastHash(), Optional.empty());
        file.force(true);
        journal = new Journal(folder, file, lock, end, keys, clock, trust);
        journal.firstLine = firstLine;
        journal.tornTail = tail;
        journal.durable = reader.offset();
      } catch (IOException | BrokenJournalException | RuntimeException failed) {
        file.close();
        throw failed;
      }
      journal.ticker.start();
      return journal;
    } catch (IOException | BrokenJournalException | RuntimeException failed) {
      lock.close();
      throw failed;
    }
  }

  /// Moves what stands behind the last signature out of the way, so that nothing follows it.
  private static Optional<TornTail> setAside(Path folder, FileChannel file, JournalReader reader)
      throws IOException {
    long end = reader.offset();
    file.position(end);
    if (reader.tornTail() == 0) {
      return Optional.empty();
    }
    Path aside = folder.resolve(TORN + (reader.sequence() + 1));
    try (FileChannel to =
        FileChannel.open(
            aside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      long at = end;
      while (at < end + reader.tornTail()) {
        at += file.transferTo(at, end + reader.tornTail() - at, to);
      }
      to.force(true);
    }
    file.truncate(end);
    return Optional.of(new TornTail(reader.tornTail(), aside));
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

  /// Appends one record and gives its sequence number. It survives the end of this program and a
  /// power cut once [#sync] has returned.
  ///
  /// @throws UncheckedIOException if the storage fails
  public synchronized long append(JournalEvent event) {
    requireWritable();
    Instant now = clock.instant();
    try {
      return append(event, now);
    } catch (IOException full) {
      // What was written of the line is a torn tail; nothing may follow it.
      failure = Optional.of(full);
      throw new UncheckedIOException("the journal cannot be written", full);
    }
  }

  private long append(JournalEvent event, Instant now) throws IOException {
    RecordSeal sealing = sealing();
    long next = sequence + 1;
    byte[] json = FactJson.writeLine(new JournalLine(next, now, trust, event));
    if (RecordSeal.padded(json.length) > JournalChain.LONGEST_JSON) {
      throw new IllegalArgumentException("a record is longer than any record may be");
    }
    write(LineKind.SEALED, sealing.seal(next, json));
    if (unsignedLines >= MOST_UNSIGNED_LINES || unsignedOctets >= MOST_UNSIGNED_OCTETS) {
      sign(LineKind.SIGNED);
    }
    first = first.or(() -> Optional.of(now));
    last = Optional.of(now);
    notifyAll();
    return next;
  }

  /// What seals the next record. At the beginning of a block, where those who may read are others
  /// than before, a new content key is made and sealed to each of them.
  private RecordSeal sealing() throws IOException {
    if (seal.isPresent() && unsignedLines > 0) {
      return seal.get();
    }
    List<SealRecipient> now = keys.readers().get();
    if (seal.isPresent() && now.equals(readers)) {
      return seal.get();
    }
    if (now.isEmpty() || now.size() > JournalOpening.MOST_BOXES) {
      throw new IllegalStateException("a journal is sealed to at least one reader and at most 64");
    }
    byte[] random = new byte[JournalOpening.CONTENT_KEY];
    new SecureRandom().nextBytes(random);
    Bytes contentKey = Bytes.of(random);
    write(LineKind.OPEN, FactJson.writeLine(JournalOpening.of(keys.device(), now, contentKey)));
    readers = now;
    RecordSeal fresh = new RecordSeal(contentKey);
    seal = Optional.of(fresh);
    return fresh;
  }

  /// Whether there is anybody to seal records for: without one nothing can be appended.
  public boolean hasReaders() {
    return !keys.readers().get().isEmpty();
  }

  private void requireWritable() {
    if (failure.isPresent()) {
      throw new UncheckedIOException("the journal cannot be written", failure.get());
    }
    if (closed) {
      throw new IllegalStateException("the journal was closed and takes nothing more");
    }
  }

  private void sign(LineKind kind) throws IOException {
    Bytes signature = JournalSignature.sign(keys.signing(), kind, sequence + 1, chain.last());
    write(kind, signature.hex().getBytes(StandardCharsets.US_ASCII));
    flush();
    unsignedLines = 0;
    unsignedOctets = 0;
  }

  private void write(LineKind kind, byte[] body) throws IOException {
    byte[] line = chain.append(MarkedLine.text(sequence + 1, kind, body));
    unsignedLines++;
    unsignedOctets += line.length;
    sequence++;
    if (line.length > gathered.remaining()) {
      flush();
    }
    if (line.length > gathered.remaining()) {
      write(ByteBuffer.wrap(line));
    } else {
      gathered.put(line);
    }
    if (firstLine.isEmpty()) {
      firstLine = Optional.of(chain.last());
    }
  }

  private void flush() throws IOException {
    write(gathered.flip());
    gathered.clear();
  }

  private void write(ByteBuffer octets) throws IOException {
    while (octets.hasRemaining()) {
      file.write(octets);
    }
  }

  /// Signs everything appended so far, forces it to the storage and gives the sequence number of
  /// the last line. Records may be appended meanwhile; several callers share one turn of the
  /// storage.
  ///
  /// @throws UncheckedIOException if the storage fails
  public long sync() {
    long wanted = sequence();
    synchronized (forcing) {
      if (forced < wanted) {
        try {
          Reached all = signWhatIsNew();
          file.force(false);
          forced = all.sequence();
          durable = all.octets();
        } catch (IOException broken) {
          fail(broken);
          throw new UncheckedIOException("the journal cannot be written", broken);
        }
      }
      return forced;
    }
  }

  /// Where the journal ends: the number of its last line and its octets.
  private record Reached(long sequence, long octets) {}

  private synchronized Reached signWhatIsNew() throws IOException {
    requireWritable();
    if (unsignedLines > 0) {
      sign(LineKind.SIGNED);
    }
    return new Reached(sequence, file.position());
  }

  private synchronized void fail(IOException why) {
    failure = Optional.of(why);
  }

  /// Signs and forces what nobody asked to be.
  private void tick() {
    try {
      while (awaitUnsigned()) {
        Thread.sleep(LONGEST_WAIT);
        sync();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } catch (UncheckedIOException | IllegalStateException ended) {
      // The next one who appends is told.
    }
  }

  private synchronized boolean awaitUnsigned() throws InterruptedException {
    while (unsignedLines == 0 && failure.isEmpty() && !closed) {
      wait();
    }
    return failure.isEmpty() && !closed;
  }

  /// Octets that are signed and survive a power cut: what may be handed out.
  public long durable() {
    return durable;
  }

  /// From the next record on, the time is to be trusted like this.
  public synchronized void trustClock(ClockTrust now) {
    trust = now;
  }

  /// When the first record since the journal was opened was written, if there is one. What was
  /// written earlier cannot be read here.
  public synchronized Optional<Instant> first() {
    return first;
  }

  /// When the last record since the journal was opened was written, if there is one.
  public synchronized Optional<Instant> last() {
    return last;
  }

  /// Empties it: what was written is given up, and the next record is the first of a new journal.
  /// So is what lies beside it: torn tails and notes.
  ///
  /// @return octets that it had
  /// @throws IOException if the storage fails; it takes nothing more then
  public long wipe() throws IOException {
    synchronized (forcing) {
      synchronized (this) {
        failure = Optional.of(new IOException("the journal was being emptied"));
        long octets = file.size();
        gathered.clear();
        file.truncate(0);
        file.position(0);
        file.force(true);
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(folder, "journal.*-*")) {
          for (Path one : beside) {
            Files.delete(one);
          }
        }
        chain.resumeAt(Bytes.of(new byte[32]));
        seal = Optional.empty();
        firstLine = Optional.empty();
        first = Optional.empty();
        last = Optional.empty();
        sequence = 0;
        durable = 0;
        forced = 0;
        unsignedLines = 0;
        unsignedOctets = 0;
        failure = Optional.empty();
        return octets;
      }
    }
  }

  /// The folder in which it is kept.
  public Path folder() {
    return folder;
  }

  /// Number of lines: records, openings and signatures.
  public synchronized long sequence() {
    return sequence;
  }

  /// Hash of the first line, by which a journal is known; empty as long as there is none.
  public synchronized Optional<Bytes> firstLine() {
    return firstLine;
  }

  /// Hash of the last line.
  public synchronized Bytes lastHash() {
    return chain.last();
  }

  /// What was set aside when the journal was opened.
  public Optional<TornTail> tornTail() {
    return tornTail;
  }

  /// Signs the end and closes the journal.
  @Override
  public void close() throws IOException {
    synchronized (forcing) {
      synchronized (this) {
        if (closed) {
          return;
        }
        closed = true;
        notifyAll();
        try (lock;
            file) {
          if (failure.isEmpty() && seal.isPresent()) {
            sign(LineKind.CLOSED);
          }
          file.force(true);
        }
      }
    }
  }
}
