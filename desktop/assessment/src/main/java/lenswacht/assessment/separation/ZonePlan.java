package lenswacht.assessment.separation;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lenswacht.observation.AddressRange;

/// The zones of a site and what was agreed between them, as the owner gives it.
///
/// @param zones in the order in which they are shown
/// @param agreements at most one from one zone to another
public record ZonePlan(List<Zone> zones, List<Agreement> agreements) {
  /// Nobody said which zones there are.
  public static final ZonePlan NONE = new ZonePlan(List.of(), List.of());

  private static final int MOST_ZONES = 64;

  public ZonePlan {
    zones = List.copyOf(zones);
    agreements = List.copyOf(agreements);
    if (zones.size() > MOST_ZONES) {
      throw new IllegalArgumentException("at most " + MOST_ZONES + " zones");
    }
    requireApart(zones);
    requireKnown(zones, agreements);
  }

  /// The zone with this name, in whatever case.
  public Optional<Zone> named(String name) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    return zones.stream()
        .filter(zone -> zone.name().toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }

  /// The zone whose addresses hold `address`.
  public Optional<Zone> of(InetAddress address) {
    return zones.stream().filter(zone -> zone.contains(address)).findFirst();
  }

  /// What was agreed from one zone to the other. An agreement of one way closes the other way,
  /// where nothing else was agreed on that.
  public Optional<Agreement> between(Zone from, Zone to) {
    return agreements.stream()
        .filter(one -> one.from().equals(from.name()) && one.to().equals(to.name()))
        .findFirst()
        .or(
            () ->
                agreements.stream()
                    .filter(one -> one.wanted() == Agreement.Wanted.ONE_WAY)
                    .filter(one -> one.from().equals(to.name()) && one.to().equals(from.name()))
                    .findFirst()
                    .map(_ -> new Agreement(from.name(), to.name(), Agreement.Wanted.CLOSED)));
  }

  private static void requireApart(List<Zone> zones) {
    Set<String> names = new HashSet<>();
    List<Zone> before = new ArrayList<>();
    for (Zone zone : zones) {
      if (!names.add(zone.name().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException("the zone '" + zone.name() + "' stands there twice");
      }
      for (AddressRange range : zone.ranges()) {
        for (Zone other : before) {
          if (other.ranges().stream().anyMatch(range::overlaps)) {
            throw new IllegalArgumentException(
                "%s lies in '%s' and in '%s'".formatted(range, other.name(), zone.name()));
          }
        }
      }
      before.add(zone);
    }
  }

  private static void requireKnown(List<Zone> zones, List<Agreement> agreements) {
    Set<String> names = new HashSet<>();
    zones.forEach(zone -> names.add(zone.name()));
    Set<List<String>> pairs = new HashSet<>();
    for (Agreement agreement : agreements) {
      for (String name : List.of(agreement.from(), agreement.to())) {
        if (!names.contains(name)) {
          throw new IllegalArgumentException("there is no zone '" + name + "'");
        }
      }
      if (!pairs.add(List.of(agreement.from(), agreement.to()))) {
        throw new IllegalArgumentException(
            "there are two agreements from '%s' to '%s'"
                .formatted(agreement.from(), agreement.to()));
      }
    }
  }
}
