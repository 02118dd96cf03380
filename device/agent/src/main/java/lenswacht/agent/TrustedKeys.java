package lenswacht.agent;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import lenswacht.link.HomeFolder;
import lenswacht.link.Identity;
import lenswacht.link.PairedPeers;
import lenswacht.observation.Bytes;

/// The keys whose mandates this computer acts upon: those of paired consoles, and its own
/// console's.
final class TrustedKeys {
  private TrustedKeys() {}

  /// Reads them.
  ///
  /// @throws AgentException if they cannot be read
  static Set<Bytes> ofThisComputer() throws AgentException {
    try {
      Set<Bytes> keys = new HashSet<>(PairedPeers.open(HomeFolder.agent()).keys());
      keys.add(Identity.openOrCreate(HomeFolder.console(), "console").key());
      return keys;
    } catch (IOException failed) {
      throw new AgentException(
          ExitCode.USAGE, "cannot read the keys that this computer trusts", failed);
    }
  }
}
