package lenswacht.probe.listen;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lenswacht.probe.net.OwnRouters;
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
    return new OwnSettings(
        name,
        wire.addresses()
            .filter(address -> !(address instanceof Inet6Address && address.isLinkLocalAddress()))
            .toList(),
        OwnRouters.behind(name),
        wire.isLoopback() ? List.of() : suffixes(lines(RESOLVER)),
        vlans(lines(VLANS.resolve(name))));
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

  private static List<String> lines(Path file) {
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return in.lines().limit(MOST_LINES).toList();
    } catch (IOException | java.io.UncheckedIOException absent) {
      return List.of();
    }
  }
}
