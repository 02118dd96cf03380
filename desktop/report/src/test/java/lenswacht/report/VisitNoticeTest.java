package lenswacht.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanScope;
import org.junit.jupiter.api.Test;

class VisitNoticeTest {
  private static final Locale DUTCH = Locale.of("nl");

  private static Mandate mandate(Intrusiveness allowed) {
    return new Mandate(
        "M-7",
        "Gemeentehuis",
        "Hoofd facilitair",
        new ScanScope(
            List.of(AddressRange.parse("192.0.2.0/24")),
            List.of(AddressRange.parse("192.0.2.5/32"))),
        Instant.parse("2026-11-20T08:00:00Z"),
        Instant.parse("2026-11-20T16:00:00Z"),
        allowed,
        1000,
        true,
        List.of(),
        false,
        false,
        List.of(),
        "P. de Wit");
  }

  private static VisitNotice notice(Intrusiveness allowed, String... hardware) {
    return new VisitNotice(
        mandate(allowed), List.of(hardware), "J. Jansen, 070 123 45 67", ZoneId.of("UTC"));
  }

  @Test
  void it_says_who_when_where_by_which_address_and_whom_to_call() {
    assertThat(notice(Intrusiveness.ASK, "02:00:00:00:00:01").text(DUTCH))
        .contains(
            "Hoofd facilitair (mandaat M-7)",
            "P. de Wit",
            "vrijdag 20 november 2026 08:00",
            "192.0.2.0/24",
            "192.0.2.5/32",
            "02:00:00:00:00:01",
            "1.000 pakketten per seconde",
            "J. Jansen, 070 123 45 67")
        .doesNotContain("null", "{");
    assertThat(notice(Intrusiveness.ASK, "02:00:00:00:00:01").text(Locale.ENGLISH))
        .contains("Friday 20 November 2026 08:00", "1,000 packets per second", "Whom to call");
  }

  @Test
  void an_address_that_is_not_known_is_said_to_be_open() {
    assertThat(notice(Intrusiveness.ASK).text(DUTCH)).contains("nog niet bekend");
  }

  @Test
  void where_nothing_is_sent_no_traffic_is_announced() {
    assertThat(notice(Intrusiveness.LISTEN).lines(DUTCH))
        .extracting(VisitNotice.Line::says)
        .contains("geen; er wordt alleen geluisterd")
        .noneMatch(says -> says.contains("pakketten per seconde"));
  }
}
