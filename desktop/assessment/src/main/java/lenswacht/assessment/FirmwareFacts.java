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
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.knowledge.AdvisoryBook;
import lenswacht.knowledge.AdvisoryMatch;
import lenswacht.knowledge.AdvisoryMatch.Certainty;
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

  private final AdvisoryBook advisories;

  FirmwareFacts(AdvisoryBook advisories) {
    this.advisories = advisories;
  }

  Map<String, FieldValue> read(Identification identification, LocalDate onDay) {
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
    SupplierFacts.trusted(identification)
        .ifPresent(maker -> advisories(fields, identification, maker));
    return fields;
  }

  private void advisories(
      Map<String, FieldValue> fields, Identification identification, String maker) {
    ProductIdentity identity = identification.identity();
    List<AdvisoryMatch> matches =
        advisories.matches(maker, identity.model(), identity.firmware(), identity.buildDate());
    List<EvidenceId> evidence = evidence(identification, PRODUCT);
    boolean relabelled = identification.isRelabelled();
    List<AdvisoryMatch> confirmed =
        matches.stream()
            .filter(match -> match.certainty() == Certainty.VERSION_CONFIRMED && !relabelled)
            .toList();
    List<AdvisoryMatch> possible =
        matches.stream()
            .filter(match -> !confirmed.contains(match))
            .filter(match -> match.advisory().isExploited() || match.advisory().isGrave())
            .toList();
    boolean known =
        identity.model().isPresent()
            && (identity.firmware().isPresent() || identity.buildDate().isPresent())
            && !relabelled;
    exploited(confirmed, possible, known, evidence)
        .ifPresent(value -> fields.put("weakness.kev_listed_cve", value));
    List<AdvisoryMatch> grave =
        confirmed.stream()
            .filter(match -> match.advisory().isGrave() && !match.advisory().isExploited())
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
  }

  /// The book holds every camera and recorder of the list of exploited vulnerabilities, so that a
  /// product that is fully known and not covered is not on that list.
  private static Optional<FieldValue> exploited(
      List<AdvisoryMatch> confirmed,
      List<AdvisoryMatch> possible,
      boolean known,
      List<EvidenceId> evidence) {
    List<AdvisoryMatch> listed =
        confirmed.stream().filter(match -> match.advisory().isExploited()).toList();
    if (!listed.isEmpty()) {
      return Optional.of(FieldValue.yes(evidence, Map.of("kevCves", names(listed))));
    }
    boolean open = possible.stream().anyMatch(match -> match.advisory().isExploited());
    return known && !open ? Optional.of(FieldValue.no(evidence)) : Optional.empty();
  }

  private static String names(List<AdvisoryMatch> matches) {
    return matches.stream()
        .map(match -> match.advisory().cve())
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
