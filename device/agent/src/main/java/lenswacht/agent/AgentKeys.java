package lenswacht.agent;

import java.io.IOException;
import java.util.List;
import lenswacht.link.HomeFolder;
import lenswacht.link.Identity;
import lenswacht.link.PairedPeers;
import lenswacht.link.SealingIdentity;
import lenswacht.observation.JournalKeys;
import lenswacht.observation.SealRecipient;

/// The keys with which this program writes journals.
final class AgentKeys {
  private AgentKeys() {}

  /// For a program that consoles order about: it seals to those that are paired, whoever they are
  /// at
  /// that moment.
  static JournalKeys of(Identity device, PairedPeers peers) {
    return new JournalKeys(device.privateKey(), device.key(), peers::readers);
  }

  /// For a program that a person runs on this computer: it seals to the paired consoles, or where
  /// there are none to the console of this very computer.
  ///
  /// @throws IOException if the keys cannot be read
  static JournalKeys ofThisComputer() throws IOException {
    Identity device = Identity.openOrCreate(HomeFolder.agent(), DeviceName.ofThisComputer());
    List<SealRecipient> paired = PairedPeers.open(HomeFolder.agent()).readers();
    List<SealRecipient> readers =
        paired.isEmpty()
            ? List.of(SealingIdentity.openOrCreate(HomeFolder.console()).key())
            : paired;
    return new JournalKeys(device.privateKey(), device.key(), () -> readers);
  }
}
