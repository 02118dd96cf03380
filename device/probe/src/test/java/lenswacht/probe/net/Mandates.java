package lenswacht.probe.net;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanScope;
import lenswacht.observation.SnmpCommunity;

/// Mandates and doors for tests, on loopback.
public final class Mandates {
  /// A moment at which the mandates of this class are in force.
  public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private Mandates() {}

  /// A mandate for `range`, in force at [#NOW].
  public static Mandate of(String range) {
    return of(range, Intrusiveness.ASK, false);
  }

  /// A mandate for `range` that goes as far as said.
  public static Mandate of(String range, Intrusiveness intrusiveness, boolean anonymousReads) {
    return new Mandate(
        "test",
        "practice building",
        "the tests",
        new ScanScope(List.of(AddressRange.parse(range)), List.of()),
        NOW.minusSeconds(3600),
        NOW.plusSeconds(3600),
        intrusiveness,
        10_000,
        anonymousReads);
  }

  /// A mandate for `range` that supplies SNMP communities.
  public static Mandate supplying(String range, String... communities) {
    Mandate plain = of(range);
    return new Mandate(
        plain.id(),
        plain.site(),
        plain.issuedBy(),
        plain.scope(),
        plain.from(),
        plain.until(),
        plain.intrusiveness(),
        plain.packetsPerSecond(),
        plain.anonymousReads(),
        Arrays.stream(communities).map(SnmpCommunity::new).toList(),
        false,
        false,
        List.of(),
        "");
  }

  /// A door for `range` at [#NOW].
  public static NetworkDoor door(String range) {
    return new NetworkDoor(
        of(range), PortPlan.standard(), InstantSource.fixed(NOW), DoorLimits.practice());
  }
}
