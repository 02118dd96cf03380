package lenswacht.assessment.exposure;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.fingerprint.domain.Domain;
import lenswacht.fingerprint.domain.Purpose;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observation;
import lenswacht.observation.Observation.Stated;

/// What observations of assets and gateways say of ways in and out.
public final class ExposureFacts {
  private static final Pattern NAME =
      Pattern.compile("(?i)(?<![A-Z0-9_.-])(?:[A-Z0-9-]{1,63}\\.){1,8}[A-Z]{2,24}(?![A-Z0-9_.-])");
  private static final int MOST_NAMES = 16;

  private final Function<String, Optional<Domain>> services;

  /// @param services gives the service outside that a name belongs to, where it is known
  public ExposureFacts(Function<String, Optional<Domain>> services) {
    this.services = services;
  }

  /// The facts in `observations`, in their order, each once.
  public List<ExposureFact> of(List<Observation> observations) {
    Map<EvidenceId, Long> most = new HashMap<>();
    for (Observation one : observations) {
      if (one instanceof Observation.Outbound call) {
        most.merge(call.evidence(), call.times(), Math::max);
      }
    }
    return observations.stream()
        .filter(one -> !(one instanceof Observation.Outbound call) || isSum(call, most))
        .flatMap(one -> of(one).stream())
        .distinct()
        .toList();
  }

  /// A call is told when it is first seen, and once more with the sum.
  private static boolean isSum(Observation.Outbound call, Map<EvidenceId, Long> most) {
    return most.getOrDefault(call.evidence(), 0L) == call.times();
  }

  private List<ExposureFact> of(Observation observation) {
    InetAddress host = observation.service().address();
    Ground ground = new Ground.Seen(observation.evidence());
    return switch (observation) {
      case Observation.OuterAddress told ->
          List.of(new ExposureFact.OuterAddress(host, told.outer(), ground));
      case Observation.PortMapping told ->
          List.of(
              new ExposureFact.Mapping(
                  host,
                  told.transport(),
                  told.outerPort(),
                  told.onlyFrom(),
                  told.inner(),
                  told.innerPort(),
                  told.enabled(),
                  told.description(),
                  ground));
      case Observation.MappingsRead read ->
          List.of(new ExposureFact.MappingsRead(host, listing(read.listing()), ground));
      case Observation.OpensPorts opens ->
          opens.willing()
              ? List.of(new ExposureFact.OpensPorts(host, opens.by(), ground))
              : List.of();
      case Observation.SixFirewall told ->
          List.of(new ExposureFact.SixFirewall(host, told.enabled(), told.pinholes(), ground));
      case Observation.CloudRelay relay ->
          List.of(new ExposureFact.RelaySetting(host, relay.enabled(), ground));
      case Observation.Outbound call ->
          Calls.of(call, services.apply(call.name()), ground)
              .<List<ExposureFact>>map(List::of)
              .orElse(List.of());
      case Stated stated -> of(stated, ground);
      case Observation.Listening _,
          Observation.HardwareAddress _,
          Observation.ClockOffset _,
          Observation.OpenStream _,
          Observation.Activation _,
          Observation.AnonymousRead _,
          Observation.Cleartext _,
          Observation.Picture _,
          Observation.Channel _ ->
          List.of();
    };
  }

  private static ExposureFact.Listing listing(Observation.Listing listing) {
    return switch (listing) {
      case TO_THE_END -> ExposureFact.Listing.TO_THE_END;
      case IN_PART -> ExposureFact.Listing.IN_PART;
      case REFUSED -> ExposureFact.Listing.REFUSED;
    };
  }

  /// An asset that offers a UPnP description has UPnP switched on. Names stand in certificates, in
  /// redirects and in addresses that it announces; pages are not searched, they name many.
  private List<ExposureFact> of(Stated stated, Ground ground) {
    InetAddress host = stated.service().address();
    return switch (stated.observable()) {
      case SSDP_LOCATION, UPNP_TYPE -> List.of(new ExposureFact.OwnUpnp(host, ground));
      case TLS_SUBJECT, HTTP_LOCATION, ONVIF_XADDR, SIP_SERVER, DHCP_HOSTNAME ->
          names(host, stated.value(), ground);
      default -> List.of();
    };
  }

  private List<ExposureFact> names(InetAddress host, String text, Ground ground) {
    List<ExposureFact> names = new ArrayList<>();
    Matcher name = NAME.matcher(text);
    for (int i = 0; i < MOST_NAMES && name.find(); i++) {
      String found = name.group().toLowerCase(Locale.ROOT);
      services
          .apply(found)
          .filter(service -> service.purpose() == Purpose.DYNAMIC_NAME)
          .ifPresent(
              service ->
                  names.add(new ExposureFact.DynamicName(host, found, service.operator(), ground)));
    }
    return names;
  }
}
