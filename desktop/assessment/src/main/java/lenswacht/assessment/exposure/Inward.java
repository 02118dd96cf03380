package lenswacht.assessment.exposure;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import lenswacht.assessment.exposure.ExposureFact.DynamicName;
import lenswacht.assessment.exposure.ExposureFact.Listing;
import lenswacht.assessment.exposure.ExposureFact.Mapping;
import lenswacht.assessment.exposure.ExposureFact.MappingsRead;
import lenswacht.assessment.exposure.ExposureFact.OpensPorts;
import lenswacht.assessment.exposure.ExposureFact.OuterAddress;
import lenswacht.assessment.exposure.ExposureFact.OutsideLook;
import lenswacht.assessment.exposure.ExposureFact.OutsideSight;
import lenswacht.assessment.exposure.ExposureFact.OutsideStranger;
import lenswacht.assessment.exposure.ExposureFact.SixFirewall;
import lenswacht.assessment.exposure.Hop.Way;
import lenswacht.knowledge.Truth;
import lenswacht.observation.Service;
import lenswacht.observation.Transport;

/// Which ways lead to an asset from the internet.
final class Inward {
  private static final Duration FRESH = Duration.ofDays(90);

  private final ExposedAsset asset;
  private final List<ExposureFact> facts;
  private final Outward outward;
  private final Instant asOf;
  private final List<ExposurePath> paths = new ArrayList<>();
  private final Set<Gap> gaps = EnumSet.noneOf(Gap.class);

  Inward(ExposedAsset asset, List<ExposureFact> facts, Outward outward, Instant asOf) {
    this.asset = asset;
    this.facts = facts;
    this.outward = outward;
    this.asOf = asOf;
  }

  Side side() {
    all(Mapping.class)
        .filter(to -> asset.isAt(to.inner(), to.transport(), innerPort(to)))
        .forEach(this::add);
    asset.addresses().stream().filter(PublicAddress::is).forEach(this::addPublic);
    all(OutsideSight.class).filter(sight -> asset.has(sight.asset())).forEach(this::add);
    all(DynamicName.class).filter(name -> asset.has(name.asset())).forEach(this::add);
    gaps();
    Truth otherwise = isRuledOut() ? Truth.NO : Truth.NOT_DETERMINED;
    return new Side(Side.reached(ExposureLevel.INTERNET, paths, otherwise), paths, gaps);
  }

  private <T extends ExposureFact> Stream<T> all(Class<T> kind) {
    return facts.stream().filter(kind::isInstance).map(kind::cast);
  }

  private void add(Mapping mapping) {
    List<OuterAddress> outer =
        all(OuterAddress.class).filter(one -> one.gateway().equals(mapping.gateway())).toList();
    List<OuterAddress> routed =
        outer.stream().filter(o -> PublicAddress.isOuter(o.outer())).toList();
    String port = port(mapping.transport(), mapping.outerPort());
    if (routed.isEmpty()) {
      gaps.add(outer.isEmpty() ? Gap.OUTER_ADDRESS_NOT_TOLD : Gap.OUTER_ADDRESS_NOT_PUBLIC);
      Place.Outside side =
          new Place.Outside(outer.isEmpty() ? "" : text(outer.getFirst().outer()), port);
      Way way = outer.isEmpty() ? Way.ROUTED : Way.OTHER_NETWORK;
      Hop beyond = new Hop(side, way, Truth.NOT_DETERMINED, grounds(outer));
      paths.add(path(ExposureLevel.INTERNET, begin(mapping), beyond, mapping));
      Hop beside = new Hop(side, Way.OTHER_NETWORK, Truth.YES, grounds(outer));
      Hop zone = new Hop(new Place.Zone(""), Way.BEGINS, Truth.YES, List.of());
      paths.add(path(ExposureLevel.BUILDING, zone, beside, mapping));
      return;
    }
    for (InetAddress one : routed.stream().map(OuterAddress::outer).distinct().toList()) {
      List<OuterAddress> told = routed.stream().filter(o -> o.outer().equals(one)).toList();
      Hop side = new Hop(new Place.Outside(text(one), port), Way.ROUTED, Truth.YES, grounds(told));
      paths.add(path(ExposureLevel.INTERNET, begin(mapping), side, mapping));
    }
  }

  private static Hop begin(Mapping mapping) {
    Place from =
        mapping.onlyFrom().isEmpty()
            ? new Place.Internet()
            : new Place.OneOutside(mapping.onlyFrom());
    return new Hop(from, Way.BEGINS, Truth.YES, List.of());
  }

  private ExposurePath path(ExposureLevel level, Hop begin, Hop side, Mapping mapping) {
    Hop gateway =
        new Hop(
            new Place.Gateway(mapping.gateway()),
            mapping.outerPort() == 0 ? Way.DMZ : Way.MAPPING,
            Truth.of(mapping.enabled()),
            List.of(mapping.ground()));
    Hop end = end(mapping.inner(), mapping.transport(), innerPort(mapping));
    return new ExposurePath(level, List.of(begin, side, gateway, end));
  }

  private static int innerPort(Mapping mapping) {
    return mapping.innerPort() == 0 ? mapping.outerPort() : mapping.innerPort();
  }

  /// What arrives reaches the asset; that nothing answers there, as seen from inside, leaves open
  /// whether anything can be done with it.
  private Hop end(InetAddress inner, Transport transport, int port) {
    if (port == 0 || transport == Transport.HOST) {
      return new Hop(new Place.Asset(inner), Way.INSIDE, Truth.YES, List.of());
    }
    Service service = new Service(inner, transport, port);
    Truth answers = asset.answers(service);
    return new Hop(
        new Place.AssetService(service, answers),
        Way.INSIDE,
        answers == Truth.NO ? Truth.NOT_DETERMINED : Truth.YES,
        asset.grounds(service));
  }

  /// Without translation every service is one hop from the internet, unless a firewall stands in
  /// between. Of IPv4 the policy takes it that none does; for IPv6 gateways keep one.
  private void addPublic(InetAddress address) {
    List<Service> services =
        asset.answering().keySet().stream()
            .filter(service -> service.address().equals(address) && !service.isHost())
            .sorted(Comparator.comparing(Service::toString))
            .toList();
    Hop begin = new Hop(new Place.Internet(), Way.BEGINS, Truth.YES, List.of());
    List<SixFirewall> firewalls =
        address instanceof Inet4Address ? List.of() : all(SixFirewall.class).toList();
    Truth letIn = address instanceof Inet4Address ? Truth.YES : letIn(firewalls);
    for (Service service : services) {
      List<Ground> grounds =
          Stream.concat(
                  firewalls.stream().map(SixFirewall::ground), asset.grounds(service).stream())
              .toList();
      Way way = firewalls.isEmpty() ? Way.ROUTED : Way.FIREWALL;
      Place end = new Place.AssetService(service, Truth.YES);
      paths.add(
          new ExposurePath(
              ExposureLevel.INTERNET, List.of(begin, new Hop(end, way, letIn, grounds))));
    }
  }

  private Truth letIn(List<SixFirewall> firewalls) {
    if (firewalls.isEmpty()) {
      gaps.add(Gap.SIX_FIREWALL_NOT_READ);
      return Truth.NOT_DETERMINED;
    }
    if (firewalls.stream().anyMatch(firewall -> !firewall.enabled())) {
      return Truth.YES;
    }
    if (firewalls.stream().anyMatch(SixFirewall::pinholes)) {
      gaps.add(Gap.PINHOLES_NOT_LISTED);
      return Truth.NOT_DETERMINED;
    }
    return Truth.NO;
  }

  private void add(OutsideSight sight) {
    Truth open = Truth.of(sight.sure() && isFresh(sight.ground()));
    Service outer = sight.outer();
    paths.add(
        new ExposurePath(
            ExposureLevel.INTERNET,
            List.of(
                new Hop(new Place.Internet(), Way.BEGINS, Truth.YES, List.of()),
                new Hop(
                    new Place.Outside(text(outer.address()), port(outer.transport(), outer.port())),
                    Way.SEEN,
                    open == Truth.YES ? Truth.YES : Truth.NOT_DETERMINED,
                    List.of(sight.ground())),
                new Hop(
                    new Place.Asset(sight.asset()),
                    Way.SEEN,
                    sight.sure() ? Truth.YES : Truth.NOT_DETERMINED,
                    List.of(sight.ground())))));
  }

  private boolean isFresh(Ground ground) {
    return switch (ground) {
      case Ground.Seen _, Ground.Said _ -> true;
      case Ground.Imported imported -> !imported.at().isBefore(asOf.minus(FRESH));
    };
  }

  /// Who keeps a name for its outside address means to be found there.
  private void add(DynamicName name) {
    paths.add(
        new ExposurePath(
            ExposureLevel.INTERNET,
            List.of(
                new Hop(new Place.Internet(), Way.BEGINS, Truth.YES, List.of()),
                new Hop(
                    new Place.Party(name.operator(), "", name.name()),
                    Way.ROUTED,
                    Truth.YES,
                    List.of(name.ground())),
                new Hop(
                    new Place.Asset(name.asset()),
                    Way.ROUTED,
                    Truth.NOT_DETERMINED,
                    List.of(name.ground())))));
  }

  private void gaps() {
    List<Listing> listings = all(MappingsRead.class).map(MappingsRead::listing).toList();
    if (listings.isEmpty()) {
      gaps.add(Gap.MAPPINGS_NOT_READ);
    }
    for (Listing listing : listings) {
      switch (listing) {
        case TO_THE_END -> gaps.add(Gap.HAND_MADE_MAPPINGS);
        case IN_PART -> gaps.add(Gap.MAPPINGS_IN_PART);
        case REFUSED -> gaps.add(Gap.MAPPINGS_REFUSED);
      }
    }
    if (all(OpensPorts.class).findAny().isPresent()) {
      gaps.add(Gap.PORTS_ON_REQUEST);
    }
    if (isStrangerSeen()) {
      gaps.add(Gap.STRANGER_SEEN_FROM_OUTSIDE);
    } else if (all(OutsideLook.class).findAny().isEmpty()
        && all(OutsideSight.class).findAny().isEmpty()) {
      gaps.add(Gap.NOT_SEEN_FROM_OUTSIDE);
    }
  }

  /// A service that nobody recognised may be this asset's.
  private boolean isStrangerSeen() {
    return all(OutsideStranger.class).anyMatch(one -> isFresh(one.ground()));
  }

  /// Nothing comes in where nothing is routed; else mappings and a look from outside have to agree,
  /// and whatever was seen from there has to be known.
  private boolean isRuledOut() {
    if (outward.isWithoutRoute()) {
      return true;
    }
    List<MappingsRead> read = all(MappingsRead.class).toList();
    return !read.isEmpty()
        && !isStrangerSeen()
        && asset.addresses().stream().noneMatch(PublicAddress::is)
        && read.stream().allMatch(one -> isLookedAt(one.gateway(), one.listing()));
  }

  private boolean isLookedAt(InetAddress gateway, Listing listing) {
    List<InetAddress> outer =
        all(OuterAddress.class)
            .filter(one -> one.gateway().equals(gateway))
            .map(OuterAddress::outer)
            .toList();
    Set<Integer> looked = new HashSet<>();
    all(OutsideLook.class)
        .filter(look -> outer.contains(look.outer()) && isFresh(look.ground()))
        .forEach(look -> looked.addAll(look.ports()));
    return listing == Listing.TO_THE_END
        && outer.stream().anyMatch(PublicAddress::isOuter)
        && !looked.isEmpty()
        && asset.ports().allMatch(looked::contains);
  }

  private static List<Ground> grounds(List<OuterAddress> outer) {
    return outer.stream().map(OuterAddress::ground).toList();
  }

  private static String text(InetAddress address) {
    return address.getHostAddress();
  }

  private static String port(Transport transport, int port) {
    return (port == 0 ? "*" : Integer.toString(port))
        + "/"
        + transport.name().toLowerCase(Locale.ROOT);
  }
}
