package lenswacht.console.overview;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Axis;
import lenswacht.assessment.Interval;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.Verdict;
import lenswacht.assessment.Visit;
import lenswacht.assessment.outward.WaysOut;
import lenswacht.console.desk.OpenedCase;
import lenswacht.observation.Coverage;
import lenswacht.report.drawing.Mark;

/// A case in numbers: what was looked at, the two site levels, and how many assets stand where.
///
/// @param site name of the site
/// @param edition id of the knowledge edition
/// @param visit the visit it rests on
/// @param coverage what was looked at in all visits together
/// @param waysOut whom the assets call outside, and how far that was looked at
/// @param axes the two axes, never added up
/// @param assets number of assets rated
/// @param others number of assets known to be something else
/// @param lowestCoverage the least share of model inputs known for any asset, in percent
/// @param highestCoverage the greatest
/// @param notLookedAt number of addresses in scope that were not looked at, by reason
/// @param controls number of controls by verdict
public record Summary(
    String site,
    String edition,
    Optional<Visit> visit,
    Optional<Coverage> coverage,
    WaysOut waysOut,
    List<AxisSummary> axes,
    int assets,
    int others,
    long lowestCoverage,
    long highestCoverage,
    Map<String, Long> notLookedAt,
    Map<Verdict, Long> controls) {
  private static final long UNCOUNTED = 1L << 40;

  public Summary {
    axes = List.copyOf(axes);
    notLookedAt = Map.copyOf(notLookedAt);
    controls = Map.copyOf(controls);
  }

  /// One axis of the site.
  ///
  /// @param axis which
  /// @param level of the site; empty where no asset was rated
  /// @param drivenBy addresses of the assets that reach it
  /// @param counts number of assets by the mark of their headline
  public record AxisSummary(
      Axis axis, Optional<Interval> level, List<String> drivenBy, Map<Mark, Long> counts) {
    public AxisSummary {
      drivenBy = List.copyOf(drivenBy);
      counts = Map.copyOf(counts);
    }
  }

  /// The summary of `opened`.
  public static Summary of(OpenedCase opened) {
    Assessment assessment = opened.assessment();
    List<Long> coverages =
        assessment.assets().stream().map(asset -> Math.round(asset.coverage() * 100)).toList();
    return new Summary(
        assessment.site(),
        assessment.edition(),
        opened.visit(),
        opened.coverage(),
        opened.waysOut(),
        List.of(axis(assessment, Axis.ESPIONAGE), axis(assessment, Axis.PRIVACY)),
        assessment.assets().size(),
        assessment.others().size(),
        coverages.stream().mapToLong(Long::longValue).min().orElse(0),
        coverages.stream().mapToLong(Long::longValue).max().orElse(0),
        notLooked(opened.coverage()),
        assessment.controls().values().stream()
            .collect(
                Collectors.groupingBy(
                    verdict -> verdict,
                    () -> new EnumMap<>(Verdict.class),
                    Collectors.counting())));
  }

  private static AxisSummary axis(Assessment assessment, Axis axis) {
    Map<Mark, Long> counts =
        assessment.assets().stream()
            .map(asset -> Mark.of(level(asset, axis)))
            .collect(Collectors.groupingBy(mark -> mark, Collectors.counting()));
    return new AxisSummary(
        axis,
        switch (axis) {
          case ESPIONAGE -> assessment.espionage();
          case PRIVACY -> assessment.privacy();
        },
        assessment.drivenBy().getOrDefault(axis, List.of()),
        counts);
  }

  private static Interval level(RatedAsset asset, Axis axis) {
    return switch (axis) {
      case ESPIONAGE -> asset.espionage().level();
      case PRIVACY -> asset.privacy().level();
    };
  }

  /// What was not looked at by reason; ranges too large to count are told of elsewhere.
  private static Map<String, Long> notLooked(Optional<Coverage> coverage) {
    Map<String, Long> missed = new TreeMap<>();
    for (Coverage.Segment segment : coverage.map(Coverage::segments).orElse(List.of())) {
      segment
          .missing()
          .forEach(
              (reason, where) -> {
                if (where.size() < UNCOUNTED) {
                  missed.merge(reason.key(), where.size(), Long::sum);
                }
              });
    }
    return missed;
  }

  /// Number of addresses in scope that were not looked at.
  public long notLookedAtCount() {
    return notLookedAt.values().stream().mapToLong(Long::longValue).sum();
  }
}
