package lenswacht.assessment.exposure;

import java.util.Optional;
import lenswacht.assessment.exposure.ExposureFact.Call;
import lenswacht.assessment.exposure.ExposureFact.CallKind;
import lenswacht.fingerprint.domain.Domain;
import lenswacht.fingerprint.domain.Purpose;
import lenswacht.observation.Observation.Means;
import lenswacht.observation.Observation.Outbound;

/// What calls to services outside are for, by the catalogue of their names.
public final class Calls {
  private Calls() {}

  /// What a service of this purpose is called for.
  public static CallKind kind(Purpose purpose) {
    return switch (purpose) {
      case RELAY -> CallKind.RELAY;
      case MAKER, UPDATE, TELEMETRY -> CallKind.MAKER;
      case DYNAMIC_NAME -> CallKind.DYNAMIC_NAME;
      case TIME -> CallKind.TIME;
      case FACE_SEARCH, FACE_SERVICE -> CallKind.FACE_SEARCH;
      case FACE_MAKER, UNKNOWN -> CallKind.OTHER;
    };
  }

  /// A call that was seen; nothing where it went to an address that is of this building.
  static Optional<Call> of(Outbound seen, Optional<Domain> service, Ground ground) {
    boolean isNamed = !seen.name().isEmpty();
    boolean isPublic = seen.peer().map(peer -> PublicAddress.is(peer.address())).orElse(false);
    if (!isNamed && !isPublic) {
      return Optional.empty();
    }
    String name =
        isNamed ? seen.name() : seen.peer().map(peer -> peer.address().getHostAddress()).orElse("");
    return Optional.of(
        new Call(
            seen.service().address(),
            name,
            service.map(Domain::operator).orElse(""),
            service.map(Domain::country).orElse(""),
            service
                .map(one -> kind(one.purpose()))
                .orElse(seen.means() == Means.NTP ? CallKind.TIME : CallKind.OTHER),
            seen.first(),
            seen.last(),
            seen.times(),
            seen.means() != Means.DNS,
            ground));
  }
}
