package lenswacht.probe.capture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.Optional;
import lenswacht.probe.net.Overheard.Frame;
import lenswacht.probe.net.Overheard.LinkType;

/// Reads a capture file frame by frame. Holds one frame at a time, however large the file is.
public sealed interface CaptureReader permits PcapReader, PcapngReader {
  /// Longest frame that is accepted, in octets. A file that claims a longer one is damaged.
  int LONGEST_FRAME = 256 * 1024;

  /// The next frame; empty at the end. A file that ends in the middle of a frame ends before it.
  ///
  /// @throws MalformedCaptureException if what comes is no frame; nothing can be read after that
  /// @throws IOException if the stream fails
  Optional<Frame> next() throws IOException, MalformedCaptureException;

  /// Number of frames that the capturing program lost, as the file says.
  long dropped();

  /// Whether the file ended in the middle of a frame.
  boolean isTorn();

  /// A reader for what `in` holds: pcap or pcapng, by its first four octets. The stream stays the
  /// caller's to close.
  ///
  /// @throws MalformedCaptureException if it is neither
  /// @throws IOException if the stream fails
  static CaptureReader open(InputStream in) throws IOException, MalformedCaptureException {
    Source source = new Source(new BufferedInputStream(in, 1 << 16));
    if (!source.fill(4)) {
      throw new MalformedCaptureException("the file is too short to be a capture");
    }
    int magic = (int) source.number32(0, ByteOrder.BIG_ENDIAN);
    return switch (magic) {
      case 0xa1b2c3d4 -> PcapReader.open(source, ByteOrder.BIG_ENDIAN, false);
      case 0xa1b23c4d -> PcapReader.open(source, ByteOrder.BIG_ENDIAN, true);
      case 0xd4c3b2a1 -> PcapReader.open(source, ByteOrder.LITTLE_ENDIAN, false);
      case 0x4d3cb2a1 -> PcapReader.open(source, ByteOrder.LITTLE_ENDIAN, true);
      case 0x0a0d0d0a -> PcapngReader.open(source);
      default -> throw new MalformedCaptureException("the file is neither pcap nor pcapng");
    };
  }

  /// The kind of link with this number (LINKTYPE of the tcpdump group).
  static LinkType link(int number) {
    return switch (number) {
      case 0, 108 -> LinkType.LOOPBACK;
      case 1 -> LinkType.ETHERNET;
      case 12, 14, 101, 228, 229 -> LinkType.RAW_IP;
      case 113 -> LinkType.LINUX_COOKED;
      case 276 -> LinkType.LINUX_COOKED_2;
      default -> LinkType.UNKNOWN;
    };
  }
}
