package lenswacht.probe.capture;

import java.io.IOException;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.probe.capture.CaptureInterface.Resolution;
import lenswacht.probe.net.Overheard.Frame;

/// A capture in the form of blocks, with any number of sections and interfaces. Blocks that hold no
/// frames are skipped as a stream.
public final class PcapngReader implements CaptureReader {
  private static final int SECTION = 0x0a0d0d0a;
  private static final int INTERFACE = 1;
  private static final int OLD_PACKET = 2;
  private static final int SIMPLE_PACKET = 3;
  private static final int STATISTICS = 5;
  private static final int PACKET = 6;
  private static final long BIG_MAGIC = 0x1a2b3c4dL;
  private static final long LITTLE_MAGIC = 0x4d3c2b1aL;
  private static final int ENVELOPE = 12;
  private static final int LONGEST_OTHER = 64 * 1024;
  private static final int MOST_INTERFACES = 1024;

  private final Source source;
  private final List<CaptureInterface> interfaces = new ArrayList<>();
  private ByteOrder order = ByteOrder.BIG_ENDIAN;
  private Instant last = Instant.EPOCH;
  private long dropped;
  private boolean torn;

  private PcapngReader(Source source) {
    this.source = source;
  }

  static PcapngReader open(Source source) throws IOException, MalformedCaptureException {
    PcapngReader reader = new PcapngReader(source);
    reader.section();
    return reader;
  }

  @Override
  public Optional<Frame> next() throws IOException, MalformedCaptureException {
    while (!torn) {
      if (!source.fill(4)) {
        torn = source.length() > 0;
        return Optional.empty();
      }
      int type = (int) source.number32(0, order);
      if (type == SECTION) {
        section();
        continue;
      }
      Optional<Frame> frame = block(type, blockLength());
      if (frame.isPresent()) {
        last = frame.get().at();
        return frame;
      }
    }
    return Optional.empty();
  }

  /// Reads a section's header, of which the type has been read.
  private void section() throws IOException, MalformedCaptureException {
    if (!source.fill(8)) {
      throw new MalformedCaptureException("the capture ends in the header of a section");
    }
    long magic = source.number32(4, ByteOrder.BIG_ENDIAN);
    if (magic != BIG_MAGIC && magic != LITTLE_MAGIC) {
      throw new MalformedCaptureException("a section says in no known way how it is written");
    }
    order = magic == BIG_MAGIC ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    long length = source.number32(0, order);
    if (length < 28 || length % 4 != 0) {
      throw new MalformedCaptureException("a section's header claims " + length + " octets");
    }
    interfaces.clear();
    torn = !source.skip(length - ENVELOPE);
  }

  /// Length of the block at hand, behind its type and without both lengths.
  private long blockLength() throws IOException, MalformedCaptureException {
    if (!source.fill(4)) {
      torn = true;
      return 0;
    }
    long length = source.number32(0, order);
    if (length < ENVELOPE || length % 4 != 0) {
      throw new MalformedCaptureException("a block claims to be " + length + " octets long");
    }
    return length - ENVELOPE;
  }

  private Optional<Frame> block(int type, long length)
      throws IOException, MalformedCaptureException {
    boolean holdsFrame = type == PACKET || type == OLD_PACKET || type == SIMPLE_PACKET;
    boolean told = type == INTERFACE || type == STATISTICS;
    if (torn || (!holdsFrame && !(told && length <= LONGEST_OTHER))) {
      torn = torn || !source.skip(length + 4);
      if (type == INTERFACE) {
        throw new MalformedCaptureException("an interface is described at too great length");
      }
      return Optional.empty();
    }
    if (length > LONGEST_FRAME + LONGEST_OTHER) {
      throw new MalformedCaptureException("a frame's block claims " + length + " octets");
    }
    if (!source.fill((int) length)) {
      torn = true;
      return Optional.empty();
    }
    Optional<Frame> frame =
        switch (type) {
          case PACKET -> frame((int) length, false);
          case OLD_PACKET -> frame((int) length, true);
          case SIMPLE_PACKET -> simple((int) length);
          case INTERFACE -> describe((int) length);
          default -> count((int) length);
        };
    torn = !source.skip(4);
    return frame;
  }

  private Optional<Frame> frame(int length, boolean old) throws MalformedCaptureException {
    int header = 20;
    if (length < header) {
      throw new MalformedCaptureException("a frame's block is shorter than its header");
    }
    long number = old ? source.number16(0, order) : source.number32(0, order);
    if (number >= interfaces.size()) {
      throw new MalformedCaptureException("a frame belongs to no interface that was described");
    }
    CaptureInterface from = interfaces.get((int) number);
    long captured = source.number32(12, order);
    long wire = source.number32(16, order);
    if (captured > length - header || captured > LONGEST_FRAME) {
      throw new MalformedCaptureException("a frame is longer than its block");
    }
    long ticks = source.number32(4, order) << 32 | source.number32(8, order);
    return Optional.of(
        new Frame(
            from.resolution().at(ticks),
            from.link(),
            source.slice(header, header + (int) captured),
            (int) Math.min(Integer.MAX_VALUE, Math.max(captured, wire))));
  }

  /// A block without a time: it gets the time of the frame before it.
  private Optional<Frame> simple(int length) throws MalformedCaptureException {
    if (length < 4 || interfaces.isEmpty()) {
      throw new MalformedCaptureException("a frame belongs to no interface that was described");
    }
    CaptureInterface from = interfaces.getFirst();
    long wire = source.number32(0, order);
    long limit = from.snapLength() == 0 ? LONGEST_FRAME : from.snapLength();
    int captured = (int) Math.min(Math.min(wire, limit), length - 4L);
    return Optional.of(
        new Frame(
            last,
            from.link(),
            source.slice(4, 4 + Math.min(captured, LONGEST_FRAME)),
            (int) Math.min(Integer.MAX_VALUE, wire)));
  }

  private Optional<Frame> describe(int length) throws MalformedCaptureException {
    if (length < 8 || interfaces.size() == MOST_INTERFACES) {
      throw new MalformedCaptureException(
          "an interface is described in too few words, or too many");
    }
    Resolution resolution = Resolution.MICROSECONDS;
    for (Option option : options(8, length)) {
      if (option.code() == 9 && option.length() >= 1) {
        resolution = resolution.withUnit(source.number8(option.at()));
      } else if (option.code() == 14 && option.length() >= 8) {
        resolution = resolution.withOffset(number64(option.at()));
      }
    }
    interfaces.add(
        new CaptureInterface(
            CaptureReader.link(source.number16(0, order)), source.number32(4, order), resolution));
    return Optional.empty();
  }

  private Optional<Frame> count(int length) {
    for (Option option : options(12, length)) {
      if (option.code() == 5 && option.length() == 8) {
        dropped += Math.max(0, Math.min(number64(option.at()), Long.MAX_VALUE >> 8));
        dropped = Math.min(dropped, Long.MAX_VALUE >> 8);
      }
    }
    return Optional.empty();
  }

  private record Option(int code, int at, int length) {}

  private List<Option> options(int from, int end) {
    List<Option> options = new ArrayList<>();
    int at = from;
    while (at + 4 <= end && options.size() < 64) {
      int code = source.number16(at, order);
      int length = source.number16(at + 2, order);
      if (code == 0 || at + 4 + length > end) {
        break;
      }
      options.add(new Option(code, at + 4, length));
      at += 4 + (length + 3) / 4 * 4;
    }
    return options;
  }

  private long number64(int at) {
    long first = source.number32(at, order);
    long second = source.number32(at + 4, order);
    return order == ByteOrder.BIG_ENDIAN ? first << 32 | second : second << 32 | first;
  }

  @Override
  public long dropped() {
    return dropped;
  }

  @Override
  public boolean isTorn() {
    return torn;
  }
}
