package lenswacht.casefile.log;

import java.time.Instant;
import java.util.Optional;
import lenswacht.fingerprint.domain.Domain;

/// That a name of the catalogue was asked for, or its address reached.
///
/// @param whom by whom
/// @param domain the name of the catalogue
/// @param times how often
/// @param first when first, empty where no line had a time that can be read
/// @param last when last
public record Contact(
    Whom whom, Domain domain, long times, Optional<Instant> first, Optional<Instant> last) {

  /// Who asked, as closely as may be kept.
  ///
  /// @param client the address, empty where only the segment may be kept
  /// @param segment the segment, as `10.1.2.0/24`
  public record Whom(String client, String segment) {}
}
