package lenswacht.assessment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Field;
import lenswacht.observation.Observation;

/// Inputs that the tests start from.
final class Samples {
  static final Edition EDITION = Edition.bundled();

  private static final Map<String, String> GOOD =
      Map.ofEntries(
          Map.entry("access.update_staged", "yes"),
          Map.entry("sign.present", "yes"),
          Map.entry("purpose.documented", "yes"),
          Map.entry("rights.access_requests_answerable", "yes"),
          Map.entry("contract.exit_and_audit", "yes"),
          Map.entry("asset.register_complete", "yes"),
          Map.entry("log.view_export_audit", "yes"),
          Map.entry("image.px_per_m", "100"),
          Map.entry("site.class", "office"),
          Map.entry("access.third_party_remote", "none"),
          Map.entry("mitigation.feasible", "available"),
          Map.entry("purchase.date", "2017-01-01"),
          Map.entry("contract.award_date", "2017-01-01"));

  private Samples() {}

  /// Every field known and quiet, so that each factor stands at its base; then `changes`, written
  /// as `field=value`.
  static Facts facts(String... changes) {
    Map<String, FieldValue> values = new TreeMap<>();
    for (String name : EDITION.pack().inputs()) {
      Field field = EDITION.pack().field(name).orElseThrow();
      String quiet = field.type() == Field.Type.NUMBER ? "0" : "no";
      values.put(name, FieldValue.of(GOOD.getOrDefault(name, quiet), List.of(), Map.of()));
    }
    return with(new Facts(values, Map.of()), changes);
  }

  static Facts with(Facts facts, String... changes) {
    Map<String, FieldValue> values = new TreeMap<>(facts.values());
    for (String change : changes) {
      String[] parts = change.split("=", 2);
      if (!EDITION.pack().field(parts[0]).orElseThrow().accepts(parts[1])) {
        throw new IllegalArgumentException(change);
      }
      values.put(parts[0], FieldValue.of(parts[1], List.of(), Map.of()));
    }
    return new Facts(values, Map.of());
  }

  static Facts without(Facts facts, String field) {
    Map<String, FieldValue> values = new TreeMap<>(facts.values());
    values.remove(field);
    return new Facts(values, Map.of());
  }

  static Rating rate(Axis axis, Facts facts) {
    return new Engine(EDITION.pack()).rate(axis, Reading.of(EDITION.pack(), facts));
  }

  static Identification camera(Optional<String> maker, Confidence confidence) {
    return new Identification(
        new ProductIdentity(
            AssetKind.CAMERA, maker, maker, Optional.empty(), Optional.empty(), Optional.empty()),
        confidence,
        List.of(),
        List.of());
  }

  static SeenAsset asset(
      String address, Identification identification, Observation... observations) {
    return new SeenAsset(
        address, Trace.NONE, Optional.empty(), identification, List.of(observations));
  }
}
