package lenswacht.assessment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lenswacht.assessment.exposure.Exposure;
import lenswacht.assessment.exposure.ExposureLevel;
import lenswacht.assessment.exposure.Ground;
import lenswacht.assessment.exposure.Hop;
import lenswacht.knowledge.Truth;
import lenswacht.observation.EvidenceId;

/// Fields that the exposure of an asset fills.
final class ExposureFields {
  private ExposureFields() {}

  /// The fields of `exposure` that were answered; those that were not determined are left out.
  static Map<String, FieldValue> read(Exposure exposure) {
    Map<String, FieldValue> fields = new TreeMap<>();
    put(
        fields,
        "exposure.inbound_internet",
        exposure.internet(),
        exposure.grounds(ExposureLevel.INTERNET));
    put(
        fields,
        "exposure.vendor_p2p_or_cloud",
        exposure.relay(),
        exposure.grounds(ExposureLevel.VENDOR_RELAY));
    Exposure.Egress egress = exposure.egress();
    put(fields, "exposure.outbound_default_route", egress.route(), egress.grounds());
    if (egress.route() == Truth.YES) {
      put(fields, "exposure.egress_filter", opposite(egress.passes()), egress.grounds());
    }
    List<Ground> bridge = bridge(exposure);
    if (!bridge.isEmpty()) {
      put(fields, "segmentation.recorder_dual_homed", Truth.YES, bridge);
    }
    return fields;
  }

  private static void put(
      Map<String, FieldValue> fields, String name, Truth truth, List<Ground> grounds) {
    switch (truth) {
      case YES -> fields.put(name, FieldValue.yes(evidence(grounds), Map.of()));
      case NO -> fields.put(name, FieldValue.no(evidence(grounds)));
      case NOT_DETERMINED -> {
        // Nobody looked, or nothing shows either.
      }
    }
  }

  private static Truth opposite(Truth truth) {
    return switch (truth) {
      case YES -> Truth.NO;
      case NO -> Truth.YES;
      case NOT_DETERMINED -> Truth.NOT_DETERMINED;
    };
  }

  /// What shows that the asset itself stands in several zones.
  private static List<Ground> bridge(Exposure exposure) {
    return exposure.paths().stream()
        .map(path -> path.hops().getLast())
        .filter(hop -> hop.way() == Hop.Way.BRIDGE && hop.open() == Truth.YES)
        .flatMap(hop -> hop.grounds().stream())
        .distinct()
        .toList();
  }

  private static List<EvidenceId> evidence(List<Ground> grounds) {
    return grounds.stream()
        .filter(Ground.Seen.class::isInstance)
        .map(ground -> ((Ground.Seen) ground).evidence())
        .toList();
  }
}
