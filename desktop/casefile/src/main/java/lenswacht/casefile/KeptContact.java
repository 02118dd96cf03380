package lenswacht.casefile;

import java.time.Instant;
import java.util.Optional;
import lenswacht.fingerprint.domain.Purpose;

/// That somebody at this site called a service outside, as a log tells.
///
/// @param log name of the file of the log
/// @param format word for its form
/// @param client address of the caller, empty where only its segment is kept
/// @param segment of the caller
/// @param domain name of the catalogue under which what was called lies
/// @param operator who runs it, empty where not determined
/// @param country where the operator has its seat, empty where not determined
/// @param purpose what it is for
/// @param isVerified whether the catalogue can show a source for that
/// @param times how often
/// @param first when first
/// @param last when last
public record KeptContact(
    String log,
    String format,
    String client,
    String segment,
    String domain,
    String operator,
    String country,
    Purpose purpose,
    boolean isVerified,
    long times,
    Optional<Instant> first,
    Optional<Instant> last) {}
