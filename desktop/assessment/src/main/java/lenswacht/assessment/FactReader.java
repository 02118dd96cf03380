package lenswacht.assessment;

import java.net.InetAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import lenswacht.assessment.advisory.AdvisoryAnswer;
import lenswacht.assessment.advisory.AdvisoryJudge;
import lenswacht.assessment.exposure.Exposure;
import lenswacht.assessment.exposure.Ground;
import lenswacht.assessment.separation.SeparationMatrix;
import lenswacht.fingerprint.FirmwareGrammar;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Field;
import lenswacht.observation.EvidenceId;

/// Turns what was seen, what is known and what people said about an asset into fields of the policy
/// pack. What was seen outranks what was said. A field that nobody filled has no value; it is never
/// a "no".
final class FactReader {
  private final Edition edition;
  private final SupplierFacts suppliers;
  private final FirmwareFacts firmware;

  FactReader(Edition edition) {
    this.edition = edition;
    this.suppliers = new SupplierFacts(edition.makers(), edition.pack());
    this.firmware =
        new FirmwareFacts(new AdvisoryJudge(edition.advisories(), FirmwareGrammar.bundled()));
  }

  /// What each vulnerability of which an advisory names the model means for an asset.
  List<AdvisoryAnswer> advisories(Identification identification) {
    return firmware.advisories(identification);
  }

  /// What is known of an asset besides what was seen on it.
  ///
  /// @param advisories what [#advisories] says of it
  /// @param exposure from where it can be reached; what it shows outranks what one answer shows
  /// @param separation which zones reach which; empty where nobody named the zones
  record Sides(
      List<AdvisoryAnswer> advisories, Exposure exposure, Optional<SeparationMatrix> separation) {
    Sides {
      advisories = List.copyOf(advisories);
    }
  }

  /// The fields of `asset`.
  ///
  /// @param onDay the day for which ages are counted
  /// @param whole whether everything that was to be asked of this asset was asked; if not, nothing
  ///     that stayed unseen counts as a "no"
  /// @param sides what else is known of it
  Facts read(SeenAsset asset, Answers answers, LocalDate onDay, boolean whole, Sides sides) {
    Map<String, FieldValue> values = new TreeMap<>(SightFacts.read(asset, whole));
    ExposureFields.read(sides.exposure())
        .forEach((field, value) -> values.merge(field, value, FactReader::gravest));
    SeparationFields.read(asset, sides.separation())
        .forEach((field, value) -> values.merge(field, value, FactReader::gravest));
    values.putAll(suppliers.read(asset.identification()));
    values.putAll(firmware.read(asset.identification(), onDay, sides.advisories()));
    for (Field field : fillable(edition.pack().fields())) {
      if (values.getOrDefault(field.name(), FieldValue.NOT_DETERMINED).value().isEmpty()) {
        said(answers, asset, field.name())
            .filter(field::accepts)
            .ifPresent(said -> values.put(field.name(), answered(field.name(), said)));
      }
    }
    density(asset, values);
    return new Facts(values, identity(asset));
  }

  /// What people said of `asset` that was seen to be otherwise.
  List<Contradiction> contradictions(SeenAsset asset, Answers answers, Facts facts) {
    List<Contradiction> contradictions = new ArrayList<>();
    for (Field field : fillable(edition.pack().fields())) {
      FieldValue seen = facts.of(field.name());
      Optional<String> said = said(answers, asset, field.name()).filter(field::accepts);
      if (!seen.said()
          && seen.value().isPresent()
          && said.isPresent()
          && !said.equals(seen.value())) {
        contradictions.add(
            new Contradiction(
                field.name(),
                said.get(),
                seen.value().get(),
                seen.evidence().stream().<Ground>map(Ground.Seen::new).toList()));
      }
    }
    return contradictions;
  }

  /// A yes outweighs a no; of two alike the evidence of both counts.
  private static FieldValue gravest(FieldValue one, FieldValue other) {
    if (!one.value().equals(other.value())) {
      return one.value().equals(Optional.of("yes")) ? one : other;
    }
    List<EvidenceId> evidence = new ArrayList<>(one.evidence());
    evidence.addAll(other.evidence());
    Map<String, String> parameters = new TreeMap<>(one.parameters());
    parameters.putAll(other.parameters());
    return new FieldValue(one.value(), evidence, false, parameters);
  }

  /// What people said of the asset, under its name or under any of its addresses; else of the site.
  private static Optional<String> said(Answers answers, SeenAsset asset, String field) {
    return Stream.concat(
            Stream.of(asset.address()), asset.addresses().stream().map(InetAddress::getHostAddress))
        .map(name -> answers.ofAsset(name, field))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> answers.ofSite(field));
  }

  private static List<Field> fillable(Collection<Field> fields) {
    List<Field> fillable = new ArrayList<>();
    for (Field field : fields) {
      switch (field.origin()) {
        case ANSWER, BOTH -> fillable.add(field);
        case SCAN, KNOWLEDGE -> {
          // People cannot fill these.
        }
      }
    }
    return fillable;
  }

  private static FieldValue answered(String field, String said) {
    Map<String, String> parameters =
        switch (field) {
          case "image.px_per_m" -> Map.of("pxPerM", said);
          case "retention.days" -> Map.of("days", said);
          case "weakness.firmware_age_days" -> Map.of("age", said);
          case "supplier.state_share_percent" -> Map.of("share", said);
          default -> Map.of();
        };
    return FieldValue.said(said, parameters);
  }

  /// Pixel density from the widest picture and the width of the scene that people measured.
  private static void density(SeenAsset asset, Map<String, FieldValue> values) {
    Optional<String> width =
        values.getOrDefault("image.scene_width_m", FieldValue.NOT_DETERMINED).value();
    Optional<String> known =
        values.getOrDefault("image.px_per_m", FieldValue.NOT_DETERMINED).value();
    if (width.isPresent() && known.isEmpty()) {
      SightFacts.density(asset, Double.parseDouble(width.get()))
          .ifPresent(value -> values.put("image.px_per_m", value));
    }
  }

  private static Map<String, String> identity(SeenAsset asset) {
    ProductIdentity identity = asset.identification().identity();
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("address", asset.address());
    identity.maker().ifPresent(value -> parameters.put("maker", value));
    identity.brand().ifPresent(value -> parameters.put("brand", value));
    identity.model().ifPresent(value -> parameters.put("model", value));
    identity.firmware().ifPresent(value -> parameters.put("firmware", value));
    identity.buildDate().ifPresent(value -> parameters.put("build", value.toString()));
    return parameters;
  }
}
