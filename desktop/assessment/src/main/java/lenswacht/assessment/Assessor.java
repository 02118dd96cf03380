package lenswacht.assessment;

import java.net.InetAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lenswacht.assessment.advisory.AdvisoryAnswer;
import lenswacht.assessment.exposure.Exposure;
import lenswacht.assessment.exposure.ExposureFact;
import lenswacht.assessment.separation.SeparationMatrix;
import lenswacht.fingerprint.AssetKind;
import lenswacht.knowledge.Edition;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import org.jspecify.annotations.Nullable;

/// Judges everything that was seen at a site under one edition of knowledge. A pure function: the
/// same input gives the same assessment, to the letter.
public final class Assessor {
  private static final int RTSP_PORT = 554;

  private static final Comparator<RatedAsset> GRAVEST_FIRST =
      Comparator.comparing((RatedAsset asset) -> asset.espionage().level().worst())
          .thenComparing(asset -> asset.privacy().level().worst())
          .thenComparing(asset -> asset.espionage().level().best())
          .thenComparing(asset -> asset.privacy().level().best())
          .thenComparing(Assessor::gravest)
          .thenComparingInt(asset -> asset.findings().size())
          .reversed()
          .thenComparing(RatedAsset::address);

  private final Edition edition;
  private final FactReader facts;
  private final Engine engine;
  private final FindingWriter findings;
  private final ControlReader controls;

  /// @param edition what is known
  public Assessor(Edition edition) {
    this.edition = edition;
    this.facts = new FactReader(edition);
    this.engine = new Engine(edition.pack());
    this.findings = new FindingWriter(edition.pack());
    this.controls = new ControlReader(edition.pack());
  }

  /// Judges a site.
  ///
  /// @param site name of the site
  /// @param onDay the day for which ages are counted
  /// @param answers what people said
  /// @param assets everything that was seen
  /// @param visits the scan runs in which it was seen
  public Assessment assess(
      String site, LocalDate onDay, Answers answers, List<SeenAsset> assets, List<Visit> visits) {
    return assess(site, onDay, answers, assets, visits, List.of(), Optional.empty());
  }

  /// Judges a site of which more is known than was seen on it.
  ///
  /// @param brought facts on ways in and out that did not come from these assets: what was brought
  ///     in from elsewhere, and what was tried from zone to zone
  /// @param separation which zones reach which; empty where nobody named the zones
  public Assessment assess(
      String site,
      LocalDate onDay,
      Answers answers,
      List<SeenAsset> assets,
      List<Visit> visits,
      List<ExposureFact> brought,
      Optional<SeparationMatrix> separation) {
    return assess(site, onDay, answers, assets, visits, brought, separation, new Remembered());
  }

  /// Judges a site as without `before`, and faster where it knows the site and only advisories
  /// changed since.
  ///
  /// @param before what was judged the last time; holds afterwards what was judged this time
  public Assessment assess(
      String site,
      LocalDate onDay,
      Answers answers,
      List<SeenAsset> assets,
      List<Visit> visits,
      List<ExposureFact> brought,
      Optional<SeparationMatrix> separation,
      Remembered before) {
    String knowledge = edition.hashBesidesAdvisories();
    return assess(
        site,
        new Remembered.Basis(knowledge, onDay, answers, assets, visits, brought, separation),
        before);
  }

  private Assessment assess(String site, Remembered.Basis basis, Remembered before) {
    List<Remembered.Held> known = before.on(basis);
    List<Remembered.Held> held = new ArrayList<>();
    List<OtherAsset> others = new ArrayList<>();
    Judge judge = new Judge(basis);
    for (SeenAsset asset : basis.assets()) {
      if (!isRated(asset)) {
        others.add(
            new OtherAsset(asset.address(), asset.trace(), asset.mac(), asset.identification()));
        continue;
      }
      List<AdvisoryAnswer> advisories = facts.advisories(asset.identification());
      boolean isKnown =
          held.size() < known.size() && known.get(held.size()).advisories().equals(advisories);
      held.add(isKnown ? known.get(held.size()) : judge.judge(asset, advisories));
    }
    before.keep(basis, held);
    List<RatedAsset> rated =
        held.stream().map(Remembered.Held::rated).sorted(GRAVEST_FIRST).toList();
    others.sort(Comparator.comparing(OtherAsset::address));
    return new Assessment(
        site,
        edition.id(),
        rated,
        others,
        highest(rated, RatedAsset::espionage),
        highest(rated, RatedAsset::privacy),
        drivenBy(rated),
        controls.read(held.stream().map(Remembered.Held::judged).toList(), basis.onDay()));
  }

  /// Judges assets one by one on one basis.
  private final class Judge {
    private final Remembered.Basis basis;
    private final Set<InetAddress> notLookedAt;
    private final Map<Reading, Ratings> alike = new HashMap<>();
    private @Nullable Exposures exposures;

    Judge(Remembered.Basis basis) {
      this.basis = basis;
      this.notLookedAt = notLookedAt(basis.visits());
    }

    /// Joined only where some asset is judged anew.
    private Exposures exposures() {
      if (exposures == null) {
        exposures = new Exposures(basis.assets(), basis.visits(), basis.brought(), basis.onDay());
      }
      return exposures;
    }

    Remembered.Held judge(SeenAsset asset, List<AdvisoryAnswer> advisories) {
      boolean whole =
          !asset.trace().isSeenThrough()
              && asset.addresses().stream().noneMatch(notLookedAt::contains);
      Exposure exposure = exposures().of(asset);
      FactReader.Sides sides = new FactReader.Sides(advisories, exposure, basis.separation());
      Facts read = facts.read(asset, basis.answers(), basis.onDay(), whole, sides);
      Reading reading = Reading.of(edition.pack(), read);
      Ratings ratings = alike.computeIfAbsent(reading, Assessor.this::ratings);
      Judgement judgement =
          new Judgement(
              findings.write(reading, read),
              advisories,
              exposure,
              facts.contradictions(asset, basis.answers(), read),
              Inputs.coverage(edition.pack(), read, reading));
      return new Remembered.Held(
          advisories,
          new ControlReader.Judged(read, reading),
          new RatedAsset(
              asset.address(),
              asset.trace(),
              asset.mac(),
              asset.identification(),
              ratings.espionage(),
              ratings.privacy(),
              judgement));
    }
  }

  /// The ratings that assets share for which the same rules fire.
  private record Ratings(Rating espionage, Rating privacy) {}

  private Ratings ratings(Reading reading) {
    return new Ratings(engine.rate(Axis.ESPIONAGE, reading), engine.rate(Axis.PRIVACY, reading));
  }

  private static Set<InetAddress> notLookedAt(List<Visit> visits) {
    return visits.stream()
        .flatMap(visit -> visit.notLookedAt().stream())
        .map(Visit.NotLooked::address)
        .collect(Collectors.toSet());
  }

  /// Whether the asset takes or keeps pictures, or could: its kind is not determined and it speaks
  /// what video equipment speaks.
  static boolean isRated(SeenAsset asset) {
    AssetKind kind = asset.identification().identity().kind();
    return kind.isVideo()
        || (kind == AssetKind.UNKNOWN
            && asset.observations().stream().anyMatch(Assessor::pointsToVideo));
  }

  private static boolean pointsToVideo(Observation observation) {
    return switch (observation) {
      case Observation.OpenStream _, Observation.Picture _, Observation.CloudRelay _ -> true;
      case Observation.Activation _, Observation.AnonymousRead _, Observation.Channel _ -> true;
      case Observation.Stated seen -> isVideoWord(seen.observable());
      case Observation.Listening seen -> seen.service().port() == RTSP_PORT;
      case Observation.HardwareAddress _,
          Observation.ClockOffset _,
          Observation.Cleartext _,
          Observation.Outbound _ ->
          false;
      case Observation.OuterAddress _,
          Observation.PortMapping _,
          Observation.MappingsRead _,
          Observation.OpensPorts _,
          Observation.SixFirewall _ ->
          false;
    };
  }

  private static boolean isVideoWord(Observable observable) {
    String name = observable.name();
    return name.startsWith("RTSP_")
        || name.startsWith("ONVIF_")
        || name.startsWith("SADP_")
        || name.startsWith("DHIP_");
  }

  private static Severity gravest(RatedAsset asset) {
    return asset.findings().stream()
        .map(Finding::severity)
        .max(Comparator.naturalOrder())
        .orElse(Severity.INFO);
  }

  private static Optional<Interval> highest(
      List<RatedAsset> rated, Function<RatedAsset, Rating> axis) {
    return rated.stream()
        .map(asset -> axis.apply(asset).level())
        .reduce(
            (one, other) ->
                new Interval(one.best().max(other.best()), one.worst().max(other.worst())));
  }

  private static Map<Axis, List<String>> drivenBy(List<RatedAsset> rated) {
    Map<Axis, List<String>> driving = new EnumMap<>(Axis.class);
    driving.put(Axis.ESPIONAGE, driving(rated, RatedAsset::espionage));
    driving.put(Axis.PRIVACY, driving(rated, RatedAsset::privacy));
    return driving;
  }

  private static List<String> driving(List<RatedAsset> rated, Function<RatedAsset, Rating> axis) {
    Optional<Interval> highest = highest(rated, axis);
    return rated.stream()
        .filter(
            asset ->
                highest.isPresent() && axis.apply(asset).level().worst() == highest.get().worst())
        .map(RatedAsset::address)
        .toList();
  }
}
