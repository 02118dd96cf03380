package lenswacht.agent;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lenswacht.observation.Bytes;
import lenswacht.observation.FactJson;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalLine;
import lenswacht.observation.MalformedFactException;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.SignedMandate;

/// What a scan run must know again after an interruption: the journal's records without the
/// evidence. The journal itself cannot be read here. These notes can, but only with the mandate of
/// the run at hand, from whose signature their key is derived, and which is not kept beside them.
///
/// A file is a chain of pieces, each a length and so many octets: a piece of 64 octets begins a
/// stretch (32 octets of salt, the hash of the journal's first line), every other one is a record
/// sealed under the key of its stretch. Not safe for several threads.
final class RunNotes implements AutoCloseable {
  private static final String PREFIX = "journal.notes-";
  private static final int MOST_FILES = 8;
  private static final int LONGEST = 2 << 20;
  private static final int HALF = 32;

  private final NoteKey.Source keys;
  private final FileChannel file;
  private Optional<NoteKey> key = Optional.empty();

  private RunNotes(NoteKey.Source keys, FileChannel file) {
    this.keys = keys;
    this.file = file;
  }

  /// Opens the notes of runs under `mandate` that lie beside a journal. Of the notes on other
  /// mandates only the latest few are kept.
  static RunNotes open(Path folder, SignedMandate mandate) throws IOException {
    NoteKey.Source keys = new NoteKey.Source(mandate);
    Path path = folder.resolve(PREFIX + keys.name());
    forgetOldest(folder, path);
    return new RunNotes(
        keys,
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
  }

  private static void forgetOldest(Path folder, Path own) throws IOException {
    List<Path> notes;
    try (Stream<Path> files = Files.list(folder)) {
      notes =
          files
              .filter(file -> String.valueOf(file.getFileName()).startsWith(PREFIX))
              .filter(file -> !file.equals(own))
              .sorted(Comparator.comparingLong(file -> -file.toFile().lastModified()))
              .toList();
    }
    for (Path old : notes.subList(Math.min(notes.size(), MOST_FILES - 1), notes.size())) {
      Files.deleteIfExists(old);
    }
  }

  /// Tells `listener` what was noted of this journal, and makes ready to go on behind it. A torn
  /// end
  /// is cut off.
  ///
  /// @param first hash of the journal's first line; empty for one that has none
  /// @param upTo number of the journal's last line: what was noted beyond did not come to be
  void recall(Optional<Bytes> first, long upTo, Consumer<JournalLine> listener) throws IOException {
    file.position(0);
    long end = 0;
    Optional<NoteKey> reading = Optional.empty();
    boolean isOurs = false;
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(Channels.newInputStream(file), 1 << 16));
    try {
      while (true) {
        int length = in.readInt();
        if (length < 1 || length > LONGEST) {
          break;
        }
        byte[] piece = in.readNBytes(length);
        if (piece.length < length) {
          break;
        }
        if (length == 2 * HALF) {
          Bytes head = Bytes.of(piece);
          reading = Optional.of(keys.stretch(head.slice(0, HALF)));
          isOurs = first.equals(Optional.of(head.slice(HALF, 2 * HALF)));
        } else {
          JournalLine line =
              FactJson.read(
                  reading
                      .orElseThrow(() -> new MalformedFactException("no stretch was begun"))
                      .open(piece),
                  JournalLine.class);
          if (isOurs && line.sequence() <= upTo) {
            listener.accept(line);
          }
        }
        end += Integer.BYTES + length;
      }
    } catch (EOFException | MalformedFactException torn) {
      // What was forced to the storage stands before this.
    }
    file.truncate(end);
    file.position(end);
  }

  /// Notes a record of the journal.
  ///
  /// @param first hash of the journal's first line
  void note(Bytes first, JournalLine line) throws IOException {
    if (key.isEmpty()) {
      byte[] salt = new byte[HALF];
      new SecureRandom().nextBytes(salt);
      key = Optional.of(keys.stretch(Bytes.of(salt)));
      write(ByteBuffer.allocate(2 * HALF).put(salt).put(first.toArray()).array());
    }
    JournalLine less =
        new JournalLine(line.sequence(), line.at(), line.clock(), without(line.event()));
    write(key.get().seal(FactJson.writeLine(less)));
  }

  private void write(byte[] piece) throws IOException {
    ByteBuffer octets = ByteBuffer.allocate(Integer.BYTES + piece.length);
    octets.putInt(piece.length).put(piece).flip();
    while (octets.hasRemaining()) {
      file.write(octets);
    }
  }

  /// The event without the octets that were seen.
  private static JournalEvent without(JournalEvent event) {
    if (event instanceof JournalEvent.Probed probed
        && probed.outcome() instanceof ProbeOutcome.Answered answered) {
      return new JournalEvent.Probed(
          probed.probe(),
          probed.service(),
          new ProbeOutcome.Answered(answered.observations(), List.of()));
    }
    if (event instanceof JournalEvent.Heard heard
        && heard.outcome() instanceof ProbeOutcome.Answered answered) {
      return new JournalEvent.Heard(
          heard.by(),
          heard.service(),
          new ProbeOutcome.Answered(answered.observations(), List.of()));
    }
    return event;
  }

  /// Forces the notes to the storage.
  void force() throws IOException {
    file.force(false);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
