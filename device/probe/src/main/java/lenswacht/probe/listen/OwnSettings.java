package lenswacht.probe.listen;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lenswacht.probe.net.Wire;

/// What this computer's own settings say of one of its interfaces. Link-local IPv6 addresses are
/// left out: they say nothing of where it stands.
///
/// @param network name of the interface
/// @param addresses its own addresses
/// @param gateways routers of its default routes
/// @param suffixes search domains of this computer
/// @param vlans the VLAN that the interface itself belongs to, where it is a tagged one
record OwnSettings(
    String network,
    List<InetAddress> addresses,
    List<InetAddress> gateways,
    List<String> suffixes,
    List<Integer> vlans) {
  private static final Path ROUTES_4 = Path.of("/proc/net/route");
  private static final Path ROUTES_6 = Path.of("/proc/net/ipv6_route");
  private static final Path RESOLVER = Path.of("/etc/resolv.conf");
  private static final Path VLANS = Path.of("/proc/net/vlan");
  private static final int MOST_LINES = 4096;

  /// Of no interface: for capture files.
  static OwnSettings none(String network) {
    return new OwnSettings(network, List.of(), List.of(), List.of(), List.of());
  }

  /// The settings of `wire`.
  static OwnSettings of(Wire wire) {
    String name = wire.name();
    List<InetAddress> gateways = new ArrayList<>();
    lines(ROUTES_4).forEach(line -> gateway4(line, name).ifPresent(gateways::add));
    lines(ROUTES_6).forEach(line -> gateway6(line, name).ifPresent(gateways::add));
    return new OwnSettings(
        name,
        wire.addresses()
            .filter(address -> !(address instanceof Inet6Address && address.isLinkLocalAddress()))
            .toList(),
        gateways,
        wire.isLoopback() ? List.of() : suffixes(lines(RESOLVER)),
        vlans(lines(VLANS.resolve(name))));
  }

  /// Interface, destination and gateway: eight hex digits each, the lowest octet first.
  static Optional<InetAddress> gateway4(String line, String network) {
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
  static Optional<InetAddress> gateway6(String line, String network) {
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

  static List<String> suffixes(List<String> resolver) {
    return resolver.stream()
        .map(line -> line.strip().split("\\s+"))
        .filter(words -> words.length > 1)
        .filter(words -> words[0].equals("search") || words[0].equals("domain"))
        .flatMap(words -> Stream.of(words).skip(1))
        .distinct()
        .limit(8)
        .toList();
  }

  static List<Integer> vlans(List<String> lines) {
    return lines.stream()
        .filter(line -> line.contains("VID: "))
        .map(line -> line.substring(line.indexOf("VID: ") + 5).strip().split("\\s+")[0])
        .filter(digits -> digits.matches("\\d{1,4}"))
        .map(Integer::valueOf)
        .toList();
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
    } catch (IOException | java.io.UncheckedIOException absent) {
      return List.of();
    }
  }
}
