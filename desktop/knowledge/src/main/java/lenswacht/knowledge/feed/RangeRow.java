package lenswacht.knowledge.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lenswacht.knowledge.Advisory.Bound;
import lenswacht.knowledge.Advisory.Standing;
import lenswacht.knowledge.feed.StatedRange.Shape;
import lenswacht.knowledge.feed.StatedRange.Status;

/// A typed range of one maker as a record states it. Models with the same range stand together.
///
/// @param cve the vulnerability
/// @param maker as the register spells it
/// @param ends the range
/// @param exact whether the models are spelled out
/// @param said the range in the words of the record
record RangeRow(String cve, String maker, Ends ends, boolean exact, String said) {
  /// End that is stated to be open.
  private static final String OPEN = "*";

  /// A range as the advisory book writes it.
  ///
  /// @param standing what is said of it
  /// @param bound how it is bounded
  /// @param from first, empty where open
  /// @param through last, or `<` and the first outside, or `*` where it is stated to have no end
  /// @param fixed first with the fix, empty where not stated
  record Ends(Standing standing, Bound bound, String from, String through, String fixed) {}

  /// The rows of a vulnerability with their models.
  ///
  /// @param vendors who is who
  static Map<RangeRow, Set<String>> of(String cve, List<StatedRange> ranges, VendorNames vendors) {
    Map<RangeRow, Set<String>> rows = new LinkedHashMap<>();
    for (StatedRange range : ranges) {
      Optional<String> maker = vendors.maker(range.subject().vendor());
      Optional<Ends> ends = ends(range);
      if (maker.isEmpty() || ends.isEmpty()) {
        continue;
      }
      Optional<ProductNames.Models> models =
          ProductNames.models(range.subject().product(), maker.get());
      if (models.isPresent()) {
        RangeRow row =
            new RangeRow(cve, maker.get(), ends.get(), models.get().exact(), range.text());
        rows.computeIfAbsent(row, _ -> new LinkedHashSet<>()).addAll(models.get().patterns());
      }
    }
    return rows;
  }

  private static Optional<Ends> ends(StatedRange range) {
    Status status = range.subject().status();
    if (status == Status.NOT_DETERMINED) {
      return Optional.empty();
    }
    Standing standing = Standing.valueOf(status.name());
    return switch (range.shape()) {
      case VERSION -> Optional.of(bounded(standing, Bound.VERSION, range));
      case BUILD_DAY -> Optional.of(bounded(standing, Bound.BUILD, range));
      case ALL -> all(standing);
      case ANY ->
          standing == Standing.NOT_AFFECTED ? all(standing) : unstated(standing, range.shape());
      case PROSE -> unstated(standing, range.shape());
    };
  }

  private static Optional<Ends> all(Standing standing) {
    return standing == Standing.FIXED
        ? Optional.empty()
        : Optional.of(new Ends(standing, Bound.ALL, "", "", ""));
  }

  /// Words that are not understood neither clear nor promise anything.
  private static Optional<Ends> unstated(Standing standing, Shape shape) {
    boolean opens =
        standing == Standing.AFFECTED || (standing == Standing.INVESTIGATED && shape == Shape.ANY);
    return opens ? Optional.of(new Ends(standing, Bound.UNSTATED, "", "", "")) : Optional.empty();
  }

  private static Ends bounded(Standing standing, Bound bound, StatedRange range) {
    String from = range.from();
    String through = range.through();
    boolean one = !from.isEmpty() && from.equals(through);
    if (one && standing == Standing.FIXED) {
      return new Ends(standing, bound, from, OPEN, "");
    }
    if (one && standing == Standing.AFFECTED && bound == Bound.VERSION) {
      return new Ends(standing, Bound.ONLY, from, "", "");
    }
    if (!range.below().isEmpty()) {
      String fixed = standing == Standing.AFFECTED ? range.below() : "";
      return new Ends(standing, bound, from, "<" + range.below(), fixed);
    }
    return new Ends(standing, bound, from, through.isEmpty() ? OPEN : through, "");
  }

  /// The cells of the row, for the columns of the ranges from `cve` to `exact` and `standing`.
  List<String> cells(Set<String> models, String severity) {
    return new ArrayList<>(
        List.of(
            cve,
            maker,
            String.join(" ", models),
            ends.bound().name(),
            ends.from(),
            ends.through(),
            ends.fixed(),
            exact ? "yes" : "no",
            severity,
            ends.standing().name()));
  }
}
