package lenswacht.observation;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads a journal line by line and verifies the chain on the way.
///
/// A last line without its line feed is a torn tail: what a power cut leaves. It is not read and
/// not an error; any other deviation is.
public final class JournalReader implements AutoCloseable {
  private final InputStream in;
  private final JournalChain chain = new JournalChain();
  private long sequence;
  private long offset;
  private int tornTail;

  /// Reads from `in`, which must begin with the first line of a journal. Closes it with this
  /// reader.
  public JournalReader(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /// Goes on reading behind a line whose number and hash are known, as after an interrupted
  /// transfer. `in` begins with the line after it. Closes `in` with this reader.
  public JournalReader(InputStream in, long sequence, Bytes lastHash) {
    this(in);
    this.sequence = sequence;
    chain.resumeAt(lastHash);
  }

  /// Reads the journal kept in `folder`.
  ///
  /// @throws IOException if there is none
  public static JournalReader in(Path folder) throws IOException {
    return new JournalReader(Files.newInputStream(Journal.fileIn(folder)));
  }

  /// The next line, or empty at the end.
  ///
  /// @throws BrokenJournalException if the next line is damaged or does not continue the chain
  public Optional<JournalLine> next() throws IOException, BrokenJournalException {
    byte[] raw = rawLine();
    if (raw.length == 0) {
      return Optional.empty();
    }
    try {
      JournalLine line = FactJson.read(chain.take(raw), JournalLine.class);
      if (line.sequence() != sequence + 1) {
        throw new MalformedFactException("the line calls itself number " + line.sequence());
      }
      sequence++;
      offset += raw.length + 1L;
      return Optional.of(line);
    } catch (MalformedFactException malformed) {
      throw new BrokenJournalException(sequence + 1, String.valueOf(malformed.getMessage()));
    }
  }

  /// Number of lines read and found good.
  public long sequence() {
    return sequence;
  }

  /// Octets that these lines take.
  public long offset() {
    return offset;
  }

  /// Hash of the last good line.
  public Bytes lastHash() {
    return chain.last();
  }

  /// Octets behind the last whole line; 0 until the end has been reached and in a journal that was
  /// closed in order.
  public int tornTail() {
    return tornTail;
  }

  /// Reads to the end.
  ///
  /// @throws BrokenJournalException at the first damaged line
  public void verify() throws IOException, BrokenJournalException {
    while (next().isPresent()) {
      // each call verifies one line
    }
  }

  private byte[] rawLine() throws IOException, BrokenJournalException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    int octet;
    while ((octet = in.read()) >= 0) {
      if (octet == '\n') {
        if (line.size() == 0) {
          throw new BrokenJournalException(sequence + 1, "the line is empty");
        }
        return line.toByteArray();
      }
      line.write(octet);
      if (line.size() > JournalChain.LONGEST_LINE) {
        throw new BrokenJournalException(sequence + 1, "the line is longer than any line may be");
      }
    }
    tornTail = line.size();
    return new byte[0];
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
