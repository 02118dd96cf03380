package lenswacht.probe.net;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// The routers of this computer's default routes, as its own system says.
public final class OwnRouters {
  private static final Path ROUTES_4 = Path.of("/proc/net/route");
  private static final Path ROUTES_6 = Path.of("/proc/net/ipv6_route");
  private static final int MOST_LINES = 4096;

  private OwnRouters() {}

  /// Those behind the interface called `network`.
  public static List<InetAddress> behind(String network) {
    List<InetAddress> routers = new ArrayList<>();
    lines(ROUTES_4).forEach(line -> router4(line, network).ifPresent(routers::add));
    lines(ROUTES_6).forEach(line -> router6(line, network).ifPresent(routers::add));
    return List.copyOf(routers);
  }

  /// Whether `address` is one of them, behind whichever interface.
  static boolean include(InetAddress address) {
    return Wire.up().stream().anyMatch(wire -> behind(wire.name()).contains(address));
  }

  /// Interface, destination and gateway: eight hex digits each, the lowest octet first.
  static Optional<InetAddress> router4(String line, String network) {
    String[] parts = line.strip().split("\\s+");
    if (parts.length < 4
        || !parts[0].equals(network)
        || !parts[1].equals("00000000")
        || !parts[2].matches("[0-9A-Fa-f]{8}")
        || parts[2].equals("00000000")) {
      return Optional.empty();
    }
    byte[] turned = HexFormat.of().parseHex(parts[2]);
    return address(new byte[] {turned[3], turned[2], turned[1], turned[0]});
  }

  /// Destination, its prefix, source, its prefix, gateway, four numbers, interface.
  static Optional<InetAddress> router6(String line, String network) {
    String[] parts = line.strip().split("\\s+");
    if (parts.length != 10
        || !parts[9].equals(network)
        || !parts[0].matches("0{32}")
        || !parts[1].equals("00")
        || !parts[4].matches("[0-9a-f]{32}")
        || parts[4].matches("0{32}")) {
      return Optional.empty();
    }
    return address(HexFormat.of().parseHex(parts[4]));
  }

  private static Optional<InetAddress> address(byte[] octets) {
    try {
      return Optional.of(InetAddress.getByAddress(octets));
    } catch (UnknownHostException malformed) {
      return Optional.empty();
    }
  }

  private static List<String> lines(Path file) {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return in.lines().limit(MOST_LINES).toList();
    } catch (IOException | UncheckedIOException absent) {
      return List.of();
    }
  }
}
