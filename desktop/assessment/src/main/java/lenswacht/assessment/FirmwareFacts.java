package lenswacht.assessment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lenswacht.assessment.advisory.AdvisoryAnswer;
import lenswacht.assessment.advisory.AdvisoryJudge;
import lenswacht.assessment.advisory.Product;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.observation.EvidenceId;

/// Fields that follow from model and firmware. A version that is not known never confirms an
/// advisory, and never rules one out.
final class FirmwareFacts {
  private static final Set<Claim.Attribute> PRODUCT =
      EnumSet.of(
          Claim.Attribute.MAKER,
          Claim.Attribute.MODEL,
          Claim.Attribute.FIRMWARE,
          Claim.Attribute.BUILD_DATE);

  private final AdvisoryJudge judge;

  FirmwareFacts(AdvisoryJudge judge) {
    this.judge = judge;
  }

  /// What each vulnerability of which an advisory names the model means for the asset.
  List<AdvisoryAnswer> advisories(Identification identification) {
    return judge.answers(Product.of(identification, SupplierFacts.trusted(identification)));
  }

  Map<String, FieldValue> read(
      Identification identification, LocalDate onDay, List<AdvisoryAnswer> advisories) {
    Map<String, FieldValue> fields = new TreeMap<>();
    ProductIdentity identity = identification.identity();
    identity
        .buildDate()
        .filter(build -> !build.isAfter(onDay))
        .map(build -> Long.toString(ChronoUnit.DAYS.between(build, onDay)))
        .ifPresent(
            age ->
                fields.put(
                    "weakness.firmware_age_days",
                    FieldValue.of(
                        age,
                        evidence(identification, EnumSet.of(Claim.Attribute.BUILD_DATE)),
                        Map.of("age", age))));
    if (SupplierFacts.trusted(identification).isPresent()) {
      boolean isWholeKnown =
          identity.model().isPresent()
              && (identity.firmware().isPresent() || identity.buildDate().isPresent())
              && !identification.isRelabelled();
      fields.putAll(weigh(advisories, isWholeKnown, evidence(identification, PRODUCT)));
    }
    return fields;
  }

  /// The fields that follow from what the advisories mean for a product.
  ///
  /// @param isWholeKnown whether model and firmware are known, and no other firm's label hides
  ///     whose they are
  static Map<String, FieldValue> weigh(
      List<AdvisoryAnswer> advisories, boolean isWholeKnown, List<EvidenceId> evidence) {
    Map<String, FieldValue> fields = new TreeMap<>();
    List<AdvisoryAnswer> confirmed =
        advisories.stream().filter(AdvisoryAnswer::isConfirmed).toList();
    List<AdvisoryAnswer> possible =
        advisories.stream()
            .filter(answer -> answer.mayCover() && !answer.isConfirmed())
            .filter(answer -> answer.first().isExploited() || answer.first().isGrave())
            .toList();
    exploited(confirmed, possible, isWholeKnown, evidence)
        .ifPresent(value -> fields.put("weakness.kev_listed_cve", value));
    List<AdvisoryAnswer> grave =
        confirmed.stream()
            .filter(answer -> answer.first().isGrave() && !answer.first().isExploited())
            .toList();
    if (!grave.isEmpty()) {
      fields.put(
          "weakness.cve_high_or_critical",
          FieldValue.yes(evidence, Map.of("graveCves", names(grave))));
    }
    fields.put(
        "weakness.advisory_possible",
        possible.isEmpty()
            ? FieldValue.no(evidence)
            : FieldValue.yes(evidence, Map.of("possibleCves", names(possible))));
    return fields;
  }

  /// The book holds every camera and recorder of the list of exploited vulnerabilities, so that a
  /// product that is fully known and not covered is not on that list.
  private static Optional<FieldValue> exploited(
      List<AdvisoryAnswer> confirmed,
      List<AdvisoryAnswer> possible,
      boolean known,
      List<EvidenceId> evidence) {
    List<AdvisoryAnswer> listed =
        confirmed.stream().filter(answer -> answer.first().isExploited()).toList();
    if (!listed.isEmpty()) {
      return Optional.of(FieldValue.yes(evidence, Map.of("kevCves", names(listed))));
    }
    boolean open = possible.stream().anyMatch(answer -> answer.first().isExploited());
    return known && !open ? Optional.of(FieldValue.no(evidence)) : Optional.empty();
  }

  private static String names(List<AdvisoryAnswer> answers) {
    return answers.stream()
        .map(AdvisoryAnswer::cve)
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static List<EvidenceId> evidence(
      Identification identification, Set<Claim.Attribute> attributes) {
    return identification.claims().stream()
        .filter(claim -> attributes.contains(claim.attribute()))
        .map(Claim::evidence)
        .distinct()
        .toList();
  }
}
