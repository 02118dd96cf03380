package lenswacht.probe.net;

import java.io.IOException;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import lenswacht.observation.AddressRange;
import lenswacht.observation.AddressSet;

/// Where this computer has a way to, as its own system says. No packet is sent for it.
public final class Routes {
  private static final int ANY_PORT = 9;
  private static final int FOUR = 24;
  private static final int MOST_BITS = 12;

  private Routes() {}

  /// The blocks of `ranges`, a /24 at a time and of IPv6 as they are, to which there is no way.
  public static AddressSet missing(List<AddressRange> ranges) {
    List<AddressRange> lost = new ArrayList<>();
    for (AddressRange range : ranges) {
      for (AddressRange part : parts(range)) {
        if (!isReached(inside(part))) {
          lost.add(part);
        }
      }
    }
    return new AddressSet(lost);
  }

  private static List<AddressRange> parts(AddressRange range) {
    int longest = Math.min(FOUR, range.prefixLength() + MOST_BITS);
    return range.base() instanceof Inet4Address
        ? range.parts(Math.max(range.prefixLength(), longest))
        : List.of(range);
  }

  /// An address that a host can have.
  private static InetAddress inside(AddressRange part) {
    return part.base() instanceof Inet4Address && part.size().compareTo(BigInteger.TWO) > 0
        ? part.parts(part.prefixLength() + 1).getLast().base()
        : part.base();
  }

  private static boolean isReached(InetAddress address) {
    try (DatagramChannel channel = DatagramChannel.open()) {
      channel.connect(new InetSocketAddress(address, ANY_PORT));
      return true;
    } catch (SocketException noRoute) {
      return false;
    } catch (IOException unknown) {
      return true;
    }
  }
}
