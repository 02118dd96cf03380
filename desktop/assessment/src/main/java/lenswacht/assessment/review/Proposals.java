package lenswacht.assessment.review;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import lenswacht.assessment.Axis;
import lenswacht.assessment.Finding;
import lenswacht.assessment.Interval;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.Rating;
import lenswacht.assessment.Verdict;
import lenswacht.assessment.biometric.RatedSystem;
import lenswacht.assessment.separation.Cell;
import lenswacht.assessment.separation.Reach;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.asset.Presence;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.MacAddress;

/// Proposes statements from what was judged. Where nothing shows either, nothing is proposed: that
/// a thing was not determined stands elsewhere and is no conclusion of anybody.
public final class Proposals {
  private final Judged judged;
  private final Map<String, Statement> statements = new LinkedHashMap<>();

  private Proposals(Judged judged) {
    this.judged = judged;
  }

  /// Every statement, each key once: the site, its assets in their order, its zones, requirements
  /// and systems.
  public static List<Statement> of(Judged judged) {
    Proposals proposals = new Proposals(judged);
    proposals.site();
    judged.assessment().assets().forEach(proposals::asset);
    judged.separation().ifPresent(matrix -> matrix.cells().forEach(proposals::cell));
    judged.assessment().controls().forEach(proposals::requirement);
    judged.systems().forEach(proposals::system);
    return List.copyOf(proposals.statements.values());
  }

  private void add(Statement statement) {
    statements.putIfAbsent(statement.key(), statement);
  }

  private void site() {
    var assessment = judged.assessment();
    assessment.espionage().ifPresent(level -> site(Axis.ESPIONAGE, level));
    assessment.privacy().ifPresent(level -> site(Axis.PRIVACY, level));
  }

  private void site(Axis axis, Interval level) {
    add(
        new Statement(
            StatementKind.SITE_RATING,
            "",
            Optional.empty(),
            word(axis),
            Map.of("level", word(level), "pack", judged.pack().id()),
            Conclusion.of(level.worst()),
            List.of(Conclusion.of(level.worst())),
            List.of(),
            Optional.empty()));
  }

  private void asset(RatedAsset asset) {
    rating(asset, asset.espionage());
    rating(asset, asset.privacy());
    maker(asset);
    AssetReach.of(asset).forEach(this::add);
  }

  private void rating(RatedAsset asset, Rating rating) {
    Conclusion headline = Conclusion.of(rating.level().worst());
    List<EvidenceId> evidence =
        asset.findings().stream()
            .filter(finding -> finding.axes().contains(rating.axis()))
            .flatMap(finding -> finding.evidence().stream())
            .distinct()
            .toList();
    add(
        about(
            asset,
            StatementKind.RATING,
            word(rating.axis()),
            Map.of(
                "level",
                word(rating.level()),
                "rules",
                String.join(" ", new TreeSet<>(rating.decidedBy())),
                "pack",
                judged.pack().id()),
            headline,
            List.of(headline),
            evidence));
  }

  private void maker(RatedAsset asset) {
    var identification = asset.identification();
    Optional<String> maker = identification.identity().maker();
    Optional<Confidence> confidence = identification.confidenceOf(Claim.Attribute.MAKER);
    if (maker.isEmpty() || confidence.isEmpty()) {
      return;
    }
    Conclusion most =
        switch (confidence.get()) {
          case HINT -> Conclusion.CANNOT_TELL;
          case LIKELY -> Conclusion.CONSISTENT_WITH;
          case CERTAIN -> Conclusion.OBSERVED;
        };
    List<EvidenceId> evidence =
        identification.claims().stream()
            .filter(claim -> claim.attribute() == Claim.Attribute.MAKER)
            .map(Claim::evidence)
            .distinct()
            .toList();
    Map<String, String> content = new LinkedHashMap<>();
    content.put("maker", maker.get());
    content.put("brand", identification.identity().brand().orElse(""));
    content.put("confidence", word(confidence.get()));
    add(about(asset, StatementKind.MAKER, "", content, most, upTo(most), evidence));
  }

  private void cell(Cell cell) {
    boolean isBreach = cell.conformity() == Cell.Conformity.DEVIATING && cell.norm().isPresent();
    if (!cell.reach().isReached() && cell.reach() != Reach.CLOSED) {
      return;
    }
    Conclusion proposed =
        cell.reach() == Reach.CLOSED
            ? Conclusion.NOT_OBSERVED
            : isBreach ? Conclusion.NOT_ALLOWED : Conclusion.OBSERVED;
    Map<String, String> content = new LinkedHashMap<>();
    content.put("reach", word(cell.reach()));
    content.put("conformity", word(cell.conformity()));
    content.put("clause", cell.norm().map(clause -> clause.control()).orElse(""));
    content.put("pack", judged.pack().id());
    content.put(
        "ports",
        String.join(
            " ",
            cell.ports().stream()
                .filter(port -> port.reach().isReached())
                .map(port -> Integer.toString(port.port()))
                .toList()));
    add(
        new Statement(
            StatementKind.SEPARATION,
            cell.from() + " \u2192 " + cell.to(),
            Optional.empty(),
            "",
            content,
            proposed,
            isBreach ? breach() : upTo(proposed),
            cell.evidence(),
            Optional.empty()));
  }

  private void requirement(String control, Verdict verdict) {
    List<String> rules = judged.pack().control(control).map(one -> one.rules()).orElse(List.of());
    List<Finding> findings =
        judged.assessment().assets().stream()
            .flatMap(asset -> asset.findings().stream())
            .filter(finding -> rules.contains(finding.rule()))
            .toList();
    verdict(
        StatementKind.REQUIREMENT,
        "",
        control,
        verdict,
        findings.stream().flatMap(finding -> finding.evidence().stream()).distinct().toList());
  }

  private void system(RatedSystem rated) {
    rated
        .controls()
        .forEach(
            (control, verdict) ->
                verdict(
                    StatementKind.BIOMETRIC, rated.system().name(), control, verdict, List.of()));
  }

  private void verdict(
      StatementKind kind, String name, String control, Verdict verdict, List<EvidenceId> evidence) {
    if (verdict != Verdict.SATISFIED && verdict != Verdict.NOT_SATISFIED) {
      return;
    }
    boolean isBreach = verdict == Verdict.NOT_SATISFIED;
    add(
        new Statement(
            kind,
            name,
            Optional.empty(),
            control,
            Map.of("control", control, "verdict", word(verdict), "pack", judged.pack().id()),
            isBreach ? Conclusion.NOT_ALLOWED : Conclusion.NOT_OBSERVED,
            isBreach ? breach() : upTo(Conclusion.NOT_OBSERVED),
            evidence,
            Optional.empty()));
  }

  /// A statement on one asset.
  static Statement about(
      RatedAsset asset,
      StatementKind kind,
      String about,
      Map<String, String> content,
      Conclusion proposed,
      List<Conclusion> allowed,
      List<EvidenceId> evidence) {
    Optional<Instant> last =
        asset.trace().presences().stream().map(Presence::last).max(Instant::compareTo);
    return new Statement(
        kind,
        asset.address(),
        asset.mac().map(MacAddress::toString),
        about,
        content,
        proposed,
        allowed,
        evidence,
        last);
  }

  /// What evidence carries that carries `most`: that, and every claim that says less. That a thing
  /// was not seen is carried by nothing but a look at it in which it was not.
  static List<Conclusion> upTo(Conclusion most) {
    return Stream.of(Conclusion.values())
        .filter(one -> one.compareTo(most) <= 0)
        .filter(one -> one != Conclusion.NOT_OBSERVED || most == Conclusion.NOT_OBSERVED)
        .toList();
  }

  /// A requirement that is not met can be doubted; that it is met after all takes a deviation.
  private static List<Conclusion> breach() {
    return List.of(Conclusion.CANNOT_TELL, Conclusion.NOT_ALLOWED);
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String word(Interval level) {
    return level.isExact()
        ? word(level.worst())
        : String.join("..", List.of(word(level.best()), word(level.worst())));
  }
}
