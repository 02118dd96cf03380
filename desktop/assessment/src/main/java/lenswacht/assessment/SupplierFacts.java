package lenswacht.assessment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Identification;
import lenswacht.knowledge.Field;
import lenswacht.knowledge.Jurisdiction.Criterion;
import lenswacht.knowledge.Maker;
import lenswacht.knowledge.MakerRegister;
import lenswacht.knowledge.PolicyPack;
import lenswacht.knowledge.Truth;
import lenswacht.observation.EvidenceId;

/// Fields that follow from who made an asset. A mere hint at the maker leaves them open: the lower
/// end does not accuse, the upper end does not reassure.
final class SupplierFacts {
  private static final String LISTED = "listed.";
  private static final String SEATED = "seated.";

  private final MakerRegister makers;
  private final PolicyPack pack;
  private final Map<String, Map<String, FieldValue>> byMaker = new ConcurrentHashMap<>();

  /// @param pack asks, with fields named `listed.` or `seated.`, what the register answers
  SupplierFacts(MakerRegister makers, PolicyPack pack) {
    this.makers = makers;
    this.pack = pack;
  }

  Map<String, FieldValue> read(Identification identification) {
    Map<String, FieldValue> fields = new TreeMap<>();
    Optional<String> maker = identification.reliableMaker();
    if (maker.isEmpty()) {
      fields.put("supplier.unknown", FieldValue.yes(List.of(), Map.of()));
      return fields;
    }
    return read(maker.get(), evidence(identification, maker.get()));
  }

  /// The fields that follow from a maker.
  ///
  /// @param evidence what shows that it is this maker; empty where somebody states it
  Map<String, FieldValue> read(String name, List<EvidenceId> evidence) {
    Map<String, FieldValue> fields = new TreeMap<>();
    byMaker
        .computeIfAbsent(name, this::read)
        .forEach((field, value) -> fields.put(field, value.shownBy(evidence)));
    return fields;
  }

  private Map<String, FieldValue> read(String name) {
    List<EvidenceId> evidence = List.of();
    Map<String, FieldValue> fields = new TreeMap<>();
    fields.put("supplier.unknown", FieldValue.no(evidence));
    Map<String, String> states =
        makers
            .maker(name)
            .map(known -> Map.of("states", String.join(", ", known.seats())))
            .orElse(Map.of());
    put(fields, "supplier.compelled", makers.meets(name, Criterion.COMPELLED), evidence, states);
    put(fields, "supplier.offensive", makers.meets(name, Criterion.OFFENSIVE), evidence, states);
    makers.maker(name).ifPresent(known -> register(fields, known, evidence));
    for (Field field : pack.fields()) {
      if (field.name().startsWith(LISTED)) {
        Set<String> named = pack.named(field.name().substring(LISTED.length()));
        put(fields, field.name(), makers.isNamed(name, named), evidence, Map.of("maker", name));
      } else if (field.name().startsWith(SEATED)) {
        String state = field.name().substring(SEATED.length()).toUpperCase(Locale.ROOT);
        put(fields, field.name(), makers.isSeated(name, state), evidence, states);
      }
    }
    return fields;
  }

  private void register(Map<String, FieldValue> fields, Maker maker, List<EvidenceId> evidence) {
    OptionalInt held = makers.stateShare(maker.name());
    if (held.isPresent()) {
      String share = Integer.toString(held.getAsInt());
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
