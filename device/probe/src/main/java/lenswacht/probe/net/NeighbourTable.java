package lenswacht.probe.net;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.MacAddress;

/// The system's table of IPv4 neighbours (`/proc/net/arp`), which anybody may read.
public final class NeighbourTable {
  private static final Path TABLE = Path.of("/proc/net/arp");
  private static final int MOST_LINES = 65_536;
  private static final int COMPLETE = 2;

  private NeighbourTable() {}

  /// The neighbours on the interface called `network`; none where there is no such table.
  public static List<Overheard.Neighbour> on(String network, Instant at) {
    try (BufferedReader in = Files.newBufferedReader(TABLE, StandardCharsets.US_ASCII)) {
      List<Overheard.Neighbour> neighbours = new ArrayList<>();
      in.lines()
          .skip(1)
          .limit(MOST_LINES)
          .forEach(line -> parse(line, network, at).ifPresent(neighbours::add));
      return neighbours;
    } catch (IOException absent) {
      return List.of();
    }
  }

  /// Reads one line: address, type, flags, hardware address, mask, interface.
  static Optional<Overheard.Neighbour> parse(String line, String network, Instant at) {
    String[] parts = line.strip().split("\\s+");
    if (parts.length != 6 || !parts[5].equals(network) || !parts[2].matches("0x[0-9a-fA-F]{1,4}")) {
      return Optional.empty();
    }
    boolean complete = (Integer.parseInt(parts[2].substring(2), 16) & COMPLETE) != 0;
    try {
      return complete
          ? Optional.of(
              new Overheard.Neighbour(
                  at, InetAddress.ofLiteral(parts[0]), MacAddress.parse(parts[3]), line.strip()))
          : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }
}
