package lenswacht.fingerprint.asset;

import java.net.InetAddress;
import java.util.Optional;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observation.Channel.Source;

/// What a channel's source can be recognised by, out of what an asset says of it.
///
/// @param address its IP address; never the loopback address by which an asset means itself
/// @param mac its hardware address
/// @param serial its serial number, as it is compared
record SourceMarks(
    Optional<InetAddress> address, Optional<MacAddress> mac, Optional<String> serial) {
  private static final String ITSELF = "127.0.0.1";

  static SourceMarks of(Source source) {
    return new SourceMarks(
        address(source.address()),
        mac(source.hardware()),
        Optional.of(Serials.bare(source.serial())).filter(Serials::isSerial));
  }

  boolean isEmpty() {
    return address.isEmpty() && mac.isEmpty() && serial.isEmpty();
  }

  private static Optional<InetAddress> address(String text) {
    try {
      return Optional.of(text)
          .filter(it -> !it.isEmpty() && !it.equals(ITSELF))
          .map(InetAddress::ofLiteral)
          .filter(it -> !it.isAnyLocalAddress() && !it.isMulticastAddress());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<MacAddress> mac(String text) {
    try {
      return Optional.of(text)
          .filter(it -> !it.isEmpty())
          .map(MacAddress::parse)
          .filter(Front::isUnit);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
