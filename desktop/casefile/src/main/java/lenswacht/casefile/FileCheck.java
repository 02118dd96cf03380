package lenswacht.casefile;

import java.util.List;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.OctetRange;

/// What a case knows of a file that somebody holds.
///
/// @param file its name
/// @param octets how many it has
/// @param sha256 of it
/// @param finding what came of comparing
public record FileCheck(String file, long octets, Bytes sha256, Finding finding) {
  /// What came of comparing.
  public sealed interface Finding {}

  /// Octet by octet what went through the case's hands.
  ///
  /// @param acts by which it did, the oldest first
  public record Same(List<CustodyAct> acts) implements Finding {
    public Same {
      acts = List.copyOf(acts);
    }
  }

  /// Altered since it was written from the case.
  ///
  /// @param act by which the file was written that it is like
  /// @param octetsThen how many that one had; empty where the case kept its hash alone
  /// @param places where it differs; empty where the case kept its hash alone
  public record Altered(CustodyAct act, Optional<Long> octetsThen, List<Place> places)
      implements Finding {
    public Altered {
      places = List.copyOf(places);
    }
  }

  /// No file like it was ever written from the case.
  public record Unknown() implements Finding {}

  /// Where a file differs.
  ///
  /// @param octets in the file
  /// @param parts of an archive that these octets are in
  /// @param lines of a text that these octets are in, as that stands there now
  public record Place(OctetRange octets, List<String> parts, Optional<Lines> lines) {
    public Place {
      parts = List.copyOf(parts);
    }
  }

  /// Lines of a text, counted from 1, both included.
  public record Lines(long from, long to) {}

  /// Whether it is what was written.
  public boolean isSame() {
    return finding instanceof Same;
  }
}
