package lenswacht.casefile;

import java.util.List;
import java.util.Optional;
import lenswacht.observation.Bytes;

/// What came of verifying a bundle of evidence.
///
/// @param parts how many files it holds besides the manifest
/// @param acts how many lines its custody log has
/// @param console SHA-256 of the key that signed the manifest; empty where none did
/// @param faults what does not hold
public record BundleAudit(int parts, int acts, Optional<Bytes> console, List<Fault> faults) {
  public BundleAudit {
    faults = List.copyOf(faults);
  }

  /// In what a part does not hold.
  public enum Kind {
    /// Octets of the archive that belong to no part.
    FRAME,
    /// The manifest is not there, not readable, or not what its console signed.
    MANIFEST,
    /// The part is not there.
    MISSING,
    /// The part is not what the manifest says.
    ALTERED,
    /// The manifest does not name the part.
    STRANGE,
    /// A line of a journal does not hold.
    JOURNAL,
    /// A line of the custody log does not hold.
    CUSTODY
  }

  /// Something that does not hold.
  ///
  /// @param where the part, with the line or the octet where that can be said
  public record Fault(Kind kind, String where) {}

  /// Whether everything holds.
  public boolean isWhole() {
    return faults.isEmpty();
  }
}
