package lenswacht.assessment.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.exposure.Exposure;
import lenswacht.assessment.exposure.ExposureLevel;
import lenswacht.assessment.exposure.ExposurePath;
import lenswacht.assessment.exposure.Ground;
import lenswacht.assessment.exposure.Hop;
import lenswacht.assessment.exposure.Place;
import lenswacht.knowledge.Truth;
import lenswacht.observation.EvidenceId;

/// What is proposed on how one asset is reached, and with whom outside it keeps a connection.
final class AssetReach {
  private AssetReach() {}

  static List<Statement> of(RatedAsset asset) {
    List<Statement> statements = new ArrayList<>();
    Exposure exposure = asset.exposure();
    reach(asset, ExposureLevel.INTERNET, exposure.internet()).ifPresent(statements::add);
    reach(asset, ExposureLevel.BUILDING, exposure.building()).ifPresent(statements::add);
    for (ExposurePath path : exposure.paths()) {
      if (path.leadsFrom() == ExposureLevel.VENDOR_RELAY && path.open() != Truth.NO) {
        party(path).ifPresent(party -> statements.add(wayOut(asset, path, party)));
      }
    }
    return statements;
  }

  private static Optional<Statement> reach(RatedAsset asset, ExposureLevel from, Truth truth) {
    Conclusion proposed =
        switch (truth) {
          case YES -> Conclusion.OBSERVED;
          case NO -> Conclusion.NOT_OBSERVED;
          case NOT_DETERMINED -> Conclusion.CANNOT_TELL;
        };
    if (proposed == Conclusion.CANNOT_TELL) {
      return Optional.empty();
    }
    List<Ground> grounds = asset.exposure().grounds(from);
    Conclusion most =
        proposed == Conclusion.OBSERVED && seen(grounds).isEmpty()
            ? Conclusion.CONSISTENT_WITH
            : proposed;
    return Optional.of(
        Proposals.about(
            asset,
            StatementKind.REACH,
            Proposals.word(from),
            Map.of("from", Proposals.word(from), "reached", Proposals.word(truth)),
            most,
            Proposals.upTo(most),
            seen(grounds)));
  }

  private static Statement wayOut(RatedAsset asset, ExposurePath path, Place.Party party) {
    List<EvidenceId> evidence =
        seen(path.hops().stream().map(Hop::grounds).flatMap(List::stream).toList());
    Conclusion most =
        path.open() == Truth.YES && !evidence.isEmpty()
            ? Conclusion.OBSERVED
            : Conclusion.CONSISTENT_WITH;
    Map<String, String> content = new LinkedHashMap<>();
    content.put("operator", party.operator());
    content.put("country", party.country());
    content.put("host", party.name());
    content.put("open", Proposals.word(path.open()));
    return Proposals.about(
        asset,
        StatementKind.WAY_OUT,
        party.operator().isEmpty() ? party.name() : party.operator(),
        content,
        most,
        Proposals.upTo(most),
        evidence);
  }

  private static Optional<Place.Party> party(ExposurePath path) {
    return path.hops().stream()
        .map(Hop::place)
        .filter(Place.Party.class::isInstance)
        .map(Place.Party.class::cast)
        .findFirst();
  }

  /// What the kit saw itself. What others said, or people answered, shows less.
  private static List<EvidenceId> seen(List<Ground> grounds) {
    return grounds.stream()
        .filter(Ground.Seen.class::isInstance)
        .map(ground -> ((Ground.Seen) ground).evidence())
        .distinct()
        .toList();
  }
}
