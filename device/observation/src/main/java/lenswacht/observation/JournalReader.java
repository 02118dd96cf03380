package lenswacht.observation;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/// Reads a journal line by line and verifies chain and signatures on the way. Lines of version 1
/// stand in the clear and unsigned, before all others; every later line is given out once a
/// signature over it has been read.
///
/// What follows the last signature, or a last line without its line feed, is a torn tail: what a
/// power cut leaves. It is not read and not an error; any other deviation is. That the signatures
/// are the device's is certain when the end was reached.
public final class JournalReader implements AutoCloseable {
  /// Most lines, and octets, that may stand without a signature.
  static final int MOST_UNSIGNED_LINES = 4096;

  static final int MOST_UNSIGNED_OCTETS = 16 << 20;

  private final InputStream in;
  private final JournalChain chain = new JournalChain();
  private final SealOpener opener;
  private final SignatureLedger ledger = new SignatureLedger();
  private final List<Place> unsigned = new ArrayList<>();
  private final Queue<Place> ready = new ArrayDeque<>();
  private Optional<JournalOpening> opening = Optional.empty();
  private Optional<RecordSeal> seal = Optional.empty();
  private long read;
  private long readOctets;
  private Place last;
  private long tornTail;
  private boolean isAtEnd;

  /// A line and where it ends.
  private record Place(JournalPart part, long offset, Bytes hash, boolean isClosed) {}

  /// Reads from `in`, which must begin with the first line of a journal, whatever can be read
  /// without a key. Closes it with this reader.
  public JournalReader(InputStream in) {
    this(in, SealOpener.NONE);
  }

  /// Reads from `in`, which must begin with the first line of a journal. Closes it with this
  /// reader.
  public JournalReader(InputStream in, SealOpener opener) {
    this(in, opener, Point.START);
  }

  /// Goes on reading at a point that an earlier reader had reached. Closes `in` with this reader.
  public JournalReader(InputStream in, SealOpener opener, Point from) {
    this.in = new BufferedInputStream(in, 1 << 16);
    this.opener = opener;
    this.read = from.sequence();
    this.last = new Place(new JournalPart.Signed(from.sequence(), false), 0, from.hash(), false);
    chain.resumeAt(from.hash());
    from.opening().ifPresent(this::begin);
  }

  /// A point between two lines of a journal from which it can be read on: its beginning, or behind
  /// a
  /// signature.
  ///
  /// @param sequence number of the line before
  /// @param hash of the line before; zeros at the beginning
  /// @param opening the last one before; none at the beginning and in journals of version 1
  public record Point(long sequence, Bytes hash, Optional<JournalOpening> opening) {
    /// The beginning.
    public static final Point START = new Point(0, Bytes.of(new byte[32]), Optional.empty());
  }

  /// Reads the journal kept in `folder`, whatever can be read without a key.
  ///
  /// @throws IOException if there is none
  public static JournalReader in(Path folder) throws IOException {
    return in(folder, SealOpener.NONE);
  }

  /// Reads the journal kept in `folder`.
  ///
  /// @throws IOException if there is none
  public static JournalReader in(Path folder, SealOpener opener) throws IOException {
    return new JournalReader(Files.newInputStream(Journal.fileIn(folder)), opener);
  }

  /// The next record that can be read here, or empty at the end. Records that are sealed to others
  /// are passed over.
  ///
  /// @throws BrokenJournalException if the next line is damaged or does not continue the chain
  public Optional<JournalLine> next() throws IOException, BrokenJournalException {
    for (Optional<JournalPart> part = nextPart(); part.isPresent(); part = nextPart()) {
      if (part.get() instanceof JournalPart.Told(JournalLine line)) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /// The next line, or empty at the end.
  ///
  /// @throws BrokenJournalException if the next line is damaged or does not continue the chain
  public Optional<JournalPart> nextPart() throws IOException, BrokenJournalException {
    while (ready.isEmpty() && !isAtEnd) {
      byte[] raw = rawLine();
      if (raw.length == 0) {
        isAtEnd = true;
        tornTail = readOctets + tornTail - last.offset();
        ledger.check();
      } else {
        take(raw);
      }
    }
    if (ready.isEmpty()) {
      return Optional.empty();
    }
    last = ready.remove();
    return Optional.of(last.part());
  }

  private void take(byte[] raw) throws BrokenJournalException {
    Bytes before = chain.last();
    try {
      byte[] text = chain.take(raw);
      readOctets += raw.length + 1L;
      JournalPart part = text[0] == '{' ? clear(text) : marked(text, before);
      read++;
      Place place =
          new Place(
              part,
              readOctets,
              chain.last(),
              part instanceof JournalPart.Signed(long _, boolean closed) && closed);
      if (opening.isEmpty()) {
        ready.add(place);
      } else {
        hold(place);
      }
    } catch (MalformedFactException malformed) {
      // The signatures so far come first: the chain can be recomputed by anybody, they cannot.
      ledger.check();
      throw new BrokenJournalException(read + 1, String.valueOf(malformed.getMessage()));
    }
  }

  private void hold(Place place) throws MalformedFactException {
    unsigned.add(place);
    if (place.part() instanceof JournalPart.Signed) {
      ready.addAll(unsigned);
      unsigned.clear();
    } else if (unsigned.size() > MOST_UNSIGNED_LINES
        || place.offset() - unsigned.getFirst().offset() > MOST_UNSIGNED_OCTETS) {
      throw new MalformedFactException("too much stands here without a signature");
    }
  }

  private JournalPart clear(byte[] text) throws MalformedFactException {
    if (opening.isPresent()) {
      throw new MalformedFactException("a line in the clear stands behind sealed ones");
    }
    return told(text);
  }

  private JournalPart told(byte[] json) throws MalformedFactException {
    JournalLine line = FactJson.read(json, JournalLine.class);
    requireNext(line.sequence());
    return new JournalPart.Told(line);
  }

  private void requireNext(long sequence) throws MalformedFactException {
    if (sequence != read + 1) {
      throw new MalformedFactException("the line calls itself number " + sequence);
    }
  }

  private JournalPart marked(byte[] text, Bytes before)
      throws MalformedFactException, BrokenJournalException {
    MarkedLine line = MarkedLine.of(text);
    requireNext(line.sequence());
    return switch (line.kind()) {
      case OPEN -> opened(line);
      case SEALED -> sealed(line);
      case SIGNED, CLOSED -> signed(line, before);
    };
  }

  private JournalPart opened(MarkedLine line)
      throws MalformedFactException, BrokenJournalException {
    if (!unsigned.isEmpty()) {
      throw new MalformedFactException(
          "the journal was opened anew behind lines without signature");
    }
    JournalOpening here = FactJson.read(line.body(), JournalOpening.class);
    ledger.check();
    begin(here);
    return new JournalPart.Opened(line.sequence(), here);
  }

  private void begin(JournalOpening here) {
    opening = Optional.of(here);
    seal = opener.contentKey(here).filter(here::isOf).map(RecordSeal::new);
  }

  private JournalPart sealed(MarkedLine line) throws MalformedFactException {
    if (opening.isEmpty()) {
      throw new MalformedFactException("a sealed line stands before any opening");
    }
    return seal.isPresent()
        ? told(seal.get().open(line.sequence(), line.body()))
        : new JournalPart.Sealed(line.sequence());
  }

  private JournalPart signed(MarkedLine line, Bytes before)
      throws MalformedFactException, BrokenJournalException {
    Bytes device =
        opening
            .map(JournalOpening::device)
            .orElseThrow(() -> new MalformedFactException("nobody opened what is signed here"));
    long from = unsigned.isEmpty() ? line.sequence() : unsigned.getFirst().part().sequence();
    ledger.add(
        new JournalSignature(device, line.kind(), from, line.sequence(), before, line.signature()));
    return new JournalPart.Signed(line.sequence(), line.kind() == LineKind.CLOSED);
  }

  /// Number of lines given out and found good.
  public long sequence() {
    return last.part().sequence();
  }

  /// Octets that these lines take, from where this reader began.
  public long offset() {
    return last.offset();
  }

  /// Hash of the last line given out.
  public Bytes lastHash() {
    return last.hash();
  }

  /// The opening under which the last line given out stands, if there is one.
  public Optional<JournalOpening> opening() {
    return opening;
  }

  /// Whether the last line given out closed the journal in order.
  public boolean isClosed() {
    return last.isClosed();
  }

  /// Octets behind the last signature, or the last whole line of version 1; 0 until the end has
  /// been
  /// reached and in a journal that was closed in order.
  public long tornTail() {
    return isAtEnd ? tornTail : 0;
  }

  /// Reads to the end.
  ///
  /// @throws BrokenJournalException at the first damaged line
  public void verify() throws IOException, BrokenJournalException {
    while (nextPart().isPresent()) {
      // each call verifies one line
    }
  }

  private byte[] rawLine() throws IOException, BrokenJournalException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
    int octet;
    while ((octet = in.read()) >= 0) {
      if (octet == '\n') {
        if (line.size() == 0) {
          throw new BrokenJournalException(read + 1, "the line is empty");
        }
        return line.toByteArray();
      }
      line.write(octet);
      if (line.size() > JournalChain.LONGEST_LINE) {
        throw new BrokenJournalException(read + 1, "the line is longer than any line may be");
      }
    }
    if (JournalChain.hasLostItsFeed(chain.last(), line.toByteArray())) {
      ledger.check();
      throw new BrokenJournalException(read + 1, JournalChain.LOST_FEED);
    }
    tornTail = line.size();
    return new byte[0];
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
