package lenswacht.probe.capture;

import java.io.IOException;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Optional;
import lenswacht.probe.net.Overheard.Frame;
import lenswacht.probe.net.Overheard.LinkType;

/// A capture in the old form: one header, then frames of one kind of link, with times in
/// microseconds or nanoseconds.
public final class PcapReader implements CaptureReader {
  private static final int REST_OF_HEADER = 20;
  private static final int FRAME_HEADER = 16;

  private final Source source;
  private final ByteOrder order;
  private final int nanosPerTick;
  private final LinkType link;
  private boolean torn;

  private PcapReader(Source source, ByteOrder order, int nanosPerTick, LinkType link) {
    this.source = source;
    this.order = order;
    this.nanosPerTick = nanosPerTick;
    this.link = link;
  }

  static PcapReader open(Source source, ByteOrder order, boolean nanos)
      throws IOException, MalformedCaptureException {
    if (!source.fill(REST_OF_HEADER)) {
      throw new MalformedCaptureException("the capture ends in its header");
    }
    int version = source.number16(0, order);
    if (version != 2) {
      throw new MalformedCaptureException("captures of version " + version + " are not read");
    }
    LinkType link = CaptureReader.link((int) (source.number32(16, order) & 0xffff));
    return new PcapReader(source, order, nanos ? 1 : 1000, link);
  }

  @Override
  public Optional<Frame> next() throws IOException, MalformedCaptureException {
    if (torn || !source.fill(FRAME_HEADER)) {
      torn |= source.length() > 0;
      return Optional.empty();
    }
    long seconds = source.number32(0, order);
    long ticks = source.number32(4, order);
    long length = source.number32(8, order);
    long wire = source.number32(12, order);
    if (length > LONGEST_FRAME) {
      throw new MalformedCaptureException("a frame claims to be " + length + " octets long");
    }
    if (!source.fill((int) length)) {
      torn = true;
      return Optional.empty();
    }
    return Optional.of(
        new Frame(
            Instant.ofEpochSecond(seconds, ticks * nanosPerTick),
            link,
            source.slice(0, (int) length),
            (int) Math.min(Integer.MAX_VALUE, Math.max(length, wire))));
  }

  /// This form does not say.
  @Override
  public long dropped() {
    return 0;
  }

  @Override
  public boolean isTorn() {
    return torn;
  }
}
