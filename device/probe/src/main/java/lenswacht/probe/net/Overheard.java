package lenswacht.probe.net;

import java.net.InetAddress;
import java.time.Instant;
import lenswacht.observation.Bytes;
import lenswacht.observation.MacAddress;

/// Something that was said on the network without our asking.
public sealed interface Overheard {
  /// When it arrived.
  Instant at();

  /// A whole frame.
  ///
  /// @param link what its first bytes mean
  /// @param bytes the frame from its first header on, without preamble and checksum
  /// @param wireLength its length on the wire in octets; more than `bytes` where it was cut
  record Frame(Instant at, LinkType link, Bytes bytes, int wireLength) implements Overheard {
    /// Whether the end of the frame is missing.
    public boolean isCut() {
      return wireLength > bytes.length();
    }
  }

  /// A datagram, without the headers that carried it.
  ///
  /// @param from who sent it
  /// @param fromPort the port it was sent from
  /// @param port the port it was sent to
  /// @param bytes what it held
  /// @param truncated whether a size limit cut it
  record Datagram(
      Instant at, InetAddress from, int fromPort, int port, Bytes bytes, boolean truncated)
      implements Overheard {}

  /// A line of the system's own table of neighbours, which other programs' traffic filled.
  ///
  /// @param line the line as it stands in the table
  record Neighbour(Instant at, InetAddress address, MacAddress mac, String line)
      implements Overheard {}

  /// What the first bytes of a frame mean.
  enum LinkType {
    /// Two hardware addresses and a type.
    ETHERNET,
    /// The 16 octets that Linux writes in front of frames of any interface.
    LINUX_COOKED,
    /// The same, second version, 20 octets.
    LINUX_COOKED_2,
    /// An IP header, version 4 or 6.
    RAW_IP,
    /// Four octets with the number of a protocol family, then an IP header.
    LOOPBACK,
    /// Anything else; such frames are counted and not read.
    UNKNOWN
  }
}
