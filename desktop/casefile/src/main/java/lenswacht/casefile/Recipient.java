package lenswacht.casefile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import lenswacht.link.HomeFolder;
import lenswacht.link.Identity;
import lenswacht.link.PairedPeers;
import lenswacht.link.SealingIdentity;
import lenswacht.observation.Bytes;
import lenswacht.observation.SealOpener;

/// Who takes journals in: what can be read, and whose signatures count.
///
/// @param opener the console's sealing key
/// @param devices SHA-256 of the keys of the devices that count
public record Recipient(SealOpener opener, Set<Bytes> devices) {
  /// Nobody in particular: takes in journals that stand in the clear.
  public static final Recipient ANYBODY = new Recipient(SealOpener.NONE, Set.of());

  public Recipient {
    devices = Set.copyOf(devices);
  }

  /// The console whose keys lie in `folder`, with the devices that it was paired with.
  ///
  /// @throws IOException if the keys cannot be read
  public static Recipient ofConsole(Path folder) throws IOException {
    Set<Bytes> paired = new HashSet<>();
    PairedPeers.open(folder).keys().forEach(key -> paired.add(key.sha256()));
    return new Recipient(SealingIdentity.openOrCreate(folder), paired);
  }

  /// The console of this computer, which also knows the device program of this computer.
  ///
  /// @throws IOException if the keys cannot be read
  public static Recipient ofThisComputer() throws IOException {
    return ofConsole(HomeFolder.console())
        .and(Identity.openOrCreate(HomeFolder.agent(), "device").key().sha256());
  }

  /// The same, for whom the signatures of one device more count.
  ///
  /// @param device SHA-256 of its key
  public Recipient and(Bytes device) {
    Set<Bytes> more = new HashSet<>(devices);
    more.add(device);
    return new Recipient(opener, more);
  }

  boolean knows(Bytes key) {
    return devices.contains(key.sha256());
  }
}
