package lenswacht.probe.net;

import java.util.function.IntToLongFunction;
import lenswacht.probe.net.LocalNetwork.Segment;

/// The Ethernet and IPv4 headers of a TCP segment to a neighbour whose hardware address is known:
// it
/// leaves at once and waits for nobody's address resolution.
///
/// @param segment where the neighbours are
/// @param hardware their hardware addresses by IPv4 address, 48 bits each
record FrameEnvelope(Segment segment, IntToLongFunction hardware) implements Envelope {
  private static final int ETHERNET = 14;
  private static final int INTERNET = 20;
  private static final int IPV4 = 0x0800;
  private static final int VERSION_AND_LENGTH = 0x4500;
  private static final int NO_FRAGMENT = 0x4000;
  private static final int HOPS_AND_TCP = 64 << 8 | 6;

  @Override
  public int length() {
    return ETHERNET + INTERNET;
  }

  @Override
  public void write(byte[] octets, int at, int contents, int address) {
    long mac = hardware.applyAsLong(address);
    NetworkOrder.putShort(octets, at, (int) (mac >>> 32));
    NetworkOrder.putInt(octets, at + 2, (int) mac);
    long own = segment.macNumber();
    NetworkOrder.putShort(octets, at + 6, (int) (own >>> 32));
    NetworkOrder.putInt(octets, at + 8, (int) own);
    NetworkOrder.putShort(octets, at + 12, IPV4);
    int ip = at + ETHERNET;
    NetworkOrder.putShort(octets, ip, VERSION_AND_LENGTH);
    NetworkOrder.putShort(octets, ip + 2, INTERNET + contents);
    NetworkOrder.putShort(octets, ip + 4, 0);
    NetworkOrder.putShort(octets, ip + 6, NO_FRAGMENT);
    NetworkOrder.putShort(octets, ip + 8, HOPS_AND_TCP);
    NetworkOrder.putShort(octets, ip + 10, 0);
    NetworkOrder.putInt(octets, ip + 12, segment.own());
    NetworkOrder.putInt(octets, ip + 16, address);
    NetworkOrder.putShort(
        octets, ip + 10, NetworkOrder.checksum(NetworkOrder.sum(octets, ip, INTERNET)));
  }
}
