package lenswacht.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import lenswacht.agent.panel.Battery;
import lenswacht.observation.BoxState;
import lenswacht.observation.Whereabouts;

/// Tells a console how the box is. Reads what the system knows; sends nothing.
///
/// @param root where the system's own folders lie, `/` on a running one
/// @param home where keys and journal are kept
record BoxTale(Path root, Path home) {
  BoxState state(DeviceClock clock, Battery battery, Optional<Whereabouts> place) {
    return new BoxState(
        clock.instant(),
        clock.trust(),
        battery.percent().isPresent()
            ? Optional.of(battery.percent().getAsInt())
            : Optional.empty(),
        battery.isCharging(),
        room(),
        isReadOnly(),
        ports(),
        place);
  }

  private Optional<Long> room() {
    try {
      return Optional.of(Files.getFileStore(home).getUsableSpace());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private boolean isReadOnly() {
    try {
      return Files.getFileStore(home).isReadOnly();
    } catch (IOException unreadable) {
      return false;
    }
  }

  /// Cards that the system calls its own, without those that exist in software alone.
  private List<BoxState.Port> ports() {
    List<BoxState.Port> ports = new ArrayList<>();
    try {
      for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
        if (!card.isLoopback() && !card.isVirtual() && card.getHardwareAddress() != null) {
          ports.add(port(card));
        }
      }
    } catch (SocketException untold) {
      return List.of();
    }
    return ports;
  }

  private BoxState.Port port(NetworkInterface card) throws SocketException {
    List<InetAddress> own = card.inetAddresses().toList();
    return new BoxState.Port(
        card.getName(),
        HexFormat.ofDelimiter(":").formatHex(card.getHardwareAddress()),
        own,
        plugged(root.resolve("sys/class/net").resolve(card.getName()).resolve("carrier")));
  }

  /// The file cannot be read while the card is switched off.
  private static BoxState.Plugged plugged(Path carrier) {
    try {
      return switch (Files.readString(carrier).strip()) {
        case "1" -> BoxState.Plugged.YES;
        case "0" -> BoxState.Plugged.NO;
        default -> BoxState.Plugged.NOT_DETERMINED;
      };
    } catch (IOException off) {
      return BoxState.Plugged.NOT_DETERMINED;
    }
  }
}
