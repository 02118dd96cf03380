package lenswacht.assessment;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanScope;

/// Scan runs that the tests start from.
final class Visits {
  private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

  private Visits() {}

  static Visit thatSkipped(InetAddress address) {
    AddressRange range = AddressRange.parse("10.0.0.0/24");
    Mandate mandate =
        new Mandate(
            "m1",
            "Site",
            "Owner",
            new ScanScope(List.of(range), List.of()),
            START,
            START.plusSeconds(3600),
            Intrusiveness.ASK,
            100,
            false);
    return new Visit(
        "run-1",
        "pi-1",
        "agent 0.1.0",
        mandate,
        "00",
        START,
        Optional.empty(),
        Optional.empty(),
        List.of(range),
        List.of(80, 554),
        256,
        1,
        10,
        List.of(new Visit.NotLooked(address, "stopped")),
        20,
        "00");
  }
}
