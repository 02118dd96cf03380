package lenswacht.console;

import java.net.NetworkInterface;
import java.net.SocketException;
import lenswacht.console.text.Phrase;

/// Whether this computer itself hangs on a network: asked of the operating system, nothing is sent.
final class NetworkState {
  private NetworkState() {}

  /// What the status bar says.
  static Phrase phrase() {
    try {
      long connected =
          NetworkInterface.networkInterfaces().filter(NetworkState::isConnected).count();
      return connected == 0
          ? Phrase.of("status.network.off")
          : Phrase.counted("status.network.on", connected);
    } catch (SocketException unknown) {
      return Phrase.of("status.network.unknown");
    }
  }

  private static boolean isConnected(NetworkInterface adapter) {
    try {
      return adapter.isUp()
          && !adapter.isLoopback()
          && adapter.inetAddresses().anyMatch(address -> !address.isLinkLocalAddress());
    } catch (SocketException gone) {
      return false;
    }
  }
}
