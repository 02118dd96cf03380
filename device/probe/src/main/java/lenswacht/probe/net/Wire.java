package lenswacht.probe.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One network interface that is up, whether or not it has an address yet; Java itself knows only
/// those that have one.
///
/// @param name as the system calls it
/// @param index as the system numbers it
/// @param isLoopback whether it leads nowhere but back
/// @param nic as Java knows it; empty where it has no address
public record Wire(String name, int index, boolean isLoopback, Optional<NetworkInterface> nic) {
  private static final Path SYSTEM = Path.of("/sys/class/net");
  private static final int MOST = 256;
  private static final int UP = 1;
  private static final int LOOPBACK = 8;

  /// Every interface that is up, in the order of their numbers.
  public static List<Wire> up() {
    Map<Integer, Wire> wires = new TreeMap<>();
    try (DirectoryStream<Path> names = Files.newDirectoryStream(SYSTEM)) {
      for (Path one : names) {
        if (wires.size() < MOST) {
          system(one).ifPresent(wire -> wires.put(wire.index, wire));
        }
      }
    } catch (IOException otherSystem) {
      // Only Linux has this folder; elsewhere what Java knows has to do.
    }
    try {
      for (NetworkInterface nic : NetworkInterface.networkInterfaces().toList()) {
        if (nic.isUp()) {
          wires.put(
              nic.getIndex(),
              new Wire(nic.getName(), nic.getIndex(), nic.isLoopback(), Optional.of(nic)));
        }
      }
    } catch (SocketException none) {
      // Then there are only those of the system's folder.
    }
    return List.copyOf(wires.values());
  }

  /// Its own addresses.
  public Stream<InetAddress> addresses() {
    return nic.stream().flatMap(NetworkInterface::inetAddresses);
  }

  private static Optional<Wire> system(Path folder) {
    try {
      int index = Integer.parseInt(line(folder.resolve("ifindex")));
      int flags = Integer.decode(line(folder.resolve("flags")));
      String name = String.valueOf(folder.getFileName());
      return (flags & UP) != 0
          ? Optional.of(new Wire(name, index, (flags & LOOPBACK) != 0, Optional.empty()))
          : Optional.empty();
    } catch (IOException | NumberFormatException noInterface) {
      return Optional.empty();
    }
  }

  private static String line(Path file) throws IOException {
    return Files.readString(file).strip();
  }
}
