package lenswacht.knowledge;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The stated range of one advisory, read once, and where a firmware lies relative to it.
final class AdvisoryRange {
  private static final String BELOW = "<";

  /// Where a firmware lies.
  enum Place {
    /// In the stated range.
    INSIDE,
    /// Before the first or past the fix.
    OUTSIDE,
    /// Of another line of firmware than the range.
    OTHER_LINE,
    /// No version was seen, or none that can be compared.
    NO_VERSION,
    /// No build day was seen.
    NO_BUILD_DAY,
    /// Past the last that is stated, with no fix stated; or the fix is not yet reached.
    GAP,
    /// No range is stated.
    NO_BOUND
  }

  /// One end of a range.
  private record Limit(Optional<Firmware> version, Optional<LocalDate> day, boolean isBelow) {}

  private final Advisory advisory;
  private final int depth;
  private final Optional<Limit> from;
  private final Optional<Limit> through;
  private final Optional<Limit> fixed;

  AdvisoryRange(Advisory advisory, int depth) {
    this.advisory = advisory;
    this.depth = depth;
    this.from = advisory.from().flatMap(this::limit);
    this.through = advisory.through().flatMap(this::limit);
    this.fixed = advisory.fixedFrom().flatMap(this::limit);
  }

  /// Whether `text` has the shape of a limit of this kind.
  static boolean fits(Advisory.Bound bound, String text) {
    String bare = text.startsWith(BELOW) ? text.substring(1) : text;
    return switch (bound) {
      case BUILD -> bare.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") && Firmware.day(bare).isPresent();
      case VERSION, ONLY -> Firmware.limit(bare, 0).isPresent();
      case ALL, UNSTATED -> false;
    };
  }

  private Optional<Limit> limit(String text) {
    boolean below = text.startsWith(BELOW);
    String bare = below ? text.substring(1) : text;
    return Optional.of(
        switch (advisory.bound()) {
          case BUILD -> new Limit(Optional.empty(), Firmware.day(bare), below);
          case VERSION, ONLY, ALL, UNSTATED ->
              new Limit(Firmware.limit(bare, depth), Optional.empty(), below);
        });
  }

  /// Where the firmware of an asset lies.
  Place place(Optional<Firmware> firmware, Optional<LocalDate> buildDay) {
    return switch (advisory.bound()) {
      case ALL -> Place.INSIDE;
      case UNSTATED -> Place.NO_BOUND;
      case BUILD -> buildDay.map(day -> within(new Seen(null, day))).orElse(Place.NO_BUILD_DAY);
      case VERSION, ONLY ->
          firmware.map(version -> within(new Seen(version, null))).orElse(Place.NO_VERSION);
    };
  }

  private Place within(Seen seen) {
    if (advisory.bound() == Advisory.Bound.ONLY) {
      return only(seen);
    }
    if (isOfOtherLine(seen)) {
      return Place.OTHER_LINE;
    }
    Truth started = from.map(limit -> seen.isAtLeast(limit)).orElse(Truth.YES);
    Truth repaired = fixed.map(limit -> seen.isAtLeast(limit)).orElse(Truth.NO);
    if (started == Truth.NO || repaired == Truth.YES) {
      return Place.OUTSIDE;
    }
    Truth stated = through.map(limit -> seen.isAtMost(limit)).orElse(Truth.NO);
    if (started == Truth.YES && stated == Truth.YES) {
      return Place.INSIDE;
    }
    boolean equal =
        started == Truth.NOT_DETERMINED
            || repaired == Truth.NOT_DETERMINED
            || stated == Truth.NOT_DETERMINED;
    return equal ? Place.NO_BUILD_DAY : Place.GAP;
  }

  /// Only one version is named, which says nothing of any other.
  private Place only(Seen seen) {
    Truth same =
        from.map(limit -> seen.isAtLeast(limit).and(seen.isAtMost(limit))).orElse(Truth.NO);
    return switch (same) {
      case YES -> Place.INSIDE;
      case NOT_DETERMINED -> Place.NO_BUILD_DAY;
      case NO -> Place.GAP;
    };
  }

  private boolean isOfOtherLine(Seen seen) {
    return from.filter(seen::isOfOtherLine).isPresent()
        || through.filter(seen::isOfOtherLine).isPresent()
        || fixed.filter(seen::isOfOtherLine).isPresent();
  }

  /// What was seen of one asset: a version or a build day, never both compared with one limit.
  private record Seen(@Nullable Firmware version, @Nullable LocalDate day) {

    boolean isOfOtherLine(Limit limit) {
      Firmware mine = version;
      return mine != null && limit.version().isPresent() && !mine.isOfLineOf(limit.version().get());
    }

    Truth isAtLeast(Limit limit) {
      OptionalInt order = order(limit);
      return order.isPresent() ? Truth.of(order.getAsInt() >= 0) : Truth.NOT_DETERMINED;
    }

    Truth isAtMost(Limit limit) {
      OptionalInt order = order(limit);
      if (order.isEmpty()) {
        return Truth.NOT_DETERMINED;
      }
      return Truth.of(limit.isBelow() ? order.getAsInt() < 0 : order.getAsInt() <= 0);
    }

    private OptionalInt order(Limit limit) {
      Firmware mine = version;
      LocalDate built = day;
      Optional<Integer> order = Optional.empty();
      if (mine != null) {
        order = limit.version().flatMap(mine::order);
      } else if (built != null) {
        order = limit.day().map(bound -> built.compareTo(bound));
      }
      return order.isPresent() ? OptionalInt.of(order.get()) : OptionalInt.empty();
    }
  }
}
