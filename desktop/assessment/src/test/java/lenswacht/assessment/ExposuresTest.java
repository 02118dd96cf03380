package lenswacht.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.exposure.ExposureFact;
import lenswacht.assessment.exposure.ExposureLevel;
import lenswacht.assessment.exposure.Ground;
import lenswacht.fingerprint.Confidence;
import lenswacht.knowledge.Truth;
import lenswacht.observation.AddressRange;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.Observation;
import lenswacht.observation.Service;
import lenswacht.observation.Transport;
import org.junit.jupiter.api.Test;

class ExposuresTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final EvidenceId PAGE = new EvidenceId("1".repeat(32));
  private static final EvidenceId TOLD = new EvidenceId("2".repeat(32));
  private static final InetAddress CAMERA = InetAddress.ofLiteral("192.168.1.64");
  private static final Service WEB = Service.tcp(CAMERA, 80);
  private static final Service GATEWAY = Service.tcp(InetAddress.ofLiteral("192.168.1.1"), 5000);
  private static final SeenAsset SEEN =
      Samples.asset(
          "192.168.1.64",
          Samples.camera(java.util.Optional.empty(), Confidence.HINT),
          new Observation.Listening(WEB, PAGE));
  private static final SeenAsset ROUTER =
      Samples.asset(
          "192.168.1.1",
          Samples.camera(java.util.Optional.empty(), Confidence.HINT),
          new Observation.OuterAddress(GATEWAY, InetAddress.ofLiteral("203.0.113.24"), TOLD),
          new Observation.PortMapping(
              GATEWAY, Transport.TCP, 8080, "", CAMERA, 80, true, Duration.ZERO, "web", TOLD));

  @Test
  void what_a_gateway_tells_makes_the_exposure_of_a_camera_and_fires_the_rule() {
    RatedAsset camera = assess(Answers.NONE, List.of());

    assertThat(camera.exposure().level()).isEqualTo(ExposureLevel.INTERNET);
    assertThat(camera.findings())
        .filteredOn(finding -> finding.rule().equals("R01"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.evidence()).contains(TOLD, PAGE));
    assertThat(camera.contradictions()).isEmpty();
  }

  @Test
  void answer_that_differs_from_what_was_seen_is_shown_and_does_not_count() {
    RatedAsset camera =
        assess(new Answers(Map.of("exposure.inbound_internet", "no"), Map.of()), List.of());

    assertThat(camera.findings()).extracting(Finding::rule).contains("R01");
    assertThat(camera.contradictions())
        .singleElement()
        .satisfies(
            against -> {
              assertThat(against.field()).isEqualTo("exposure.inbound_internet");
              assertThat(against.said()).isEqualTo("no");
              assertThat(against.seen()).isEqualTo("yes");
              assertThat(against.grounds()).contains(new Ground.Seen(TOLD));
            });
  }

  @Test
  void way_out_that_was_tried_fills_the_fields_of_the_filter() {
    ExposureFact open =
        new ExposureFact.WayOut(
            AddressRange.parse("192.168.1.0/24"),
            Truth.YES,
            Truth.YES,
            Truth.YES,
            new Ground.Seen(TOLD));
    ExposureFact shut =
        new ExposureFact.WayOut(
            AddressRange.parse("192.168.1.0/24"),
            Truth.YES,
            Truth.YES,
            Truth.NO,
            new Ground.Seen(TOLD));

    assertThat(assess(Answers.NONE, List.of(open)).findings())
        .extracting(Finding::rule)
        .contains("R03");
    assertThat(assess(Answers.NONE, List.of(shut)).findings())
        .extracting(Finding::rule)
        .doesNotContain("R03");
  }

  private static RatedAsset assess(Answers answers, List<ExposureFact> brought) {
    return new Assessor(Samples.EDITION)
            .assess(
                "Site", DAY, answers, List.of(SEEN, ROUTER), List.of(), brought, Optional.empty())
            .assets()
            .stream()
            .filter(asset -> asset.address().equals("192.168.1.64"))
            .findFirst()
            .orElseThrow();
  }
}
