package lenswacht.knowledge;

import java.nio.file.Path;

/// Which policy pack an edition is used with.
public sealed interface PackChoice {
  /// The Dutch pack, which is used where nobody chose.
  PackChoice DUTCH = new Named("nl");

  /// A pack of the edition.
  ///
  /// @param id for example `us`
  record Named(String id) implements PackChoice {}

  /// A pack of somebody's own, in a folder of the file system.
  ///
  /// @param folder holds `pack.csv` and the files beside it
  record Own(Path folder) implements PackChoice {}
}
