package lenswacht.assessment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Identification;
import lenswacht.knowledge.Jurisdiction.Criterion;
import lenswacht.knowledge.Maker;
import lenswacht.knowledge.MakerRegister;
import lenswacht.knowledge.Truth;
import lenswacht.observation.EvidenceId;

/// Fields that follow from who made an asset. A mere hint at the maker leaves them open: the lower
/// end does not accuse, the upper end does not reassure.
final class SupplierFacts {
  private final MakerRegister makers;

  SupplierFacts(MakerRegister makers) {
    this.makers = makers;
  }

  Map<String, FieldValue> read(Identification identification) {
    Map<String, FieldValue> fields = new TreeMap<>();
    Optional<String> maker = identification.reliableMaker();
    if (maker.isEmpty()) {
      fields.put("supplier.unknown", FieldValue.yes(List.of(), Map.of()));
      return fields;
    }
    String name = maker.get();
    List<EvidenceId> evidence = evidence(identification, name);
    fields.put("supplier.unknown", FieldValue.no(evidence));
    Map<String, String> states =
        makers
            .maker(name)
            .map(known -> Map.of("states", String.join(", ", known.seats())))
            .orElse(Map.of());
    put(fields, "supplier.compelled", makers.meets(name, Criterion.COMPELLED), evidence, states);
    put(fields, "supplier.offensive", makers.meets(name, Criterion.OFFENSIVE), evidence, states);
    makers.maker(name).ifPresent(known -> register(fields, known, evidence));
    return fields;
  }

  private void register(Map<String, FieldValue> fields, Maker maker, List<EvidenceId> evidence) {
    if (maker.stateShare().isPresent()) {
      String share = Integer.toString(maker.stateShare().getAsInt());
      fields.put(
          "supplier.state_share_percent", FieldValue.of(share, evidence, Map.of("share", share)));
    }
    String listings = Integer.toString(makers.partnerListings(maker.name()));
    fields.put(
        "supplier.partner_listings",
        FieldValue.of(listings, evidence, Map.of("listings", listings)));
  }

  private static void put(
      Map<String, FieldValue> fields,
      String field,
      Truth truth,
      List<EvidenceId> evidence,
      Map<String, String> parameters) {
    switch (truth) {
      case YES -> fields.put(field, FieldValue.yes(evidence, parameters));
      case NO -> fields.put(field, FieldValue.of("no", evidence, parameters));
      case NOT_DETERMINED -> {
        // The field stays without a value.
      }
    }
  }

  private static List<EvidenceId> evidence(Identification identification, String maker) {
    return identification.claims().stream()
        .filter(claim -> isAbout(claim, maker))
        .map(Claim::evidence)
        .distinct()
        .toList();
  }

  private static boolean isAbout(Claim claim, String maker) {
    return claim.attribute() == Claim.Attribute.MAKER && claim.value().equals(maker);
  }
}
