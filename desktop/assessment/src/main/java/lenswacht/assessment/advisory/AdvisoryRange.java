package lenswacht.assessment.advisory;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lenswacht.fingerprint.FirmwareGrammar;
import lenswacht.fingerprint.FirmwareVersion;
import lenswacht.fingerprint.FirmwareVersion.Needed;
import lenswacht.fingerprint.FirmwareVersion.Order;
import lenswacht.knowledge.Advisory;
import lenswacht.knowledge.Truth;

/// The stated range of one advisory, read once, and where a firmware lies relative to it. A day is
/// never held against a version.
final class AdvisoryRange {
  private static final String BELOW = "<";
  private static final String ABOVE = ">";

  /// In the place of the last one: the range is stated to have no end.
  private static final String NO_END = "*";

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
    /// The line of the firmware follows from the model, and none was seen.
    NO_MODEL,
    /// The line of the firmware follows from the hardware, and none was seen.
    NO_HARDWARE,
    /// No build day was seen.
    NO_BUILD_DAY,
    /// Past the last that is stated, with no fix stated; or the fix is not yet reached.
    GAP,
    /// No range is stated, or none in a form that its maker's grammar reads.
    NO_BOUND
  }

  /// One end of a range.
  ///
  /// @param version the version, where the range is bounded by versions and its maker's grammar
  ///     reads this one
  /// @param day the day, where the range is bounded by days
  /// @param isOutside whether the end itself lies outside
  private record Limit(
      Optional<FirmwareVersion> version, Optional<LocalDate> day, boolean isOutside) {

    boolean isReadable() {
      return version.isPresent() || day.isPresent();
    }
  }

  private final Advisory.Bound bound;
  private final Optional<Limit> from;
  private final Optional<Limit> through;
  private final Optional<Limit> fixed;
  private final boolean isEndless;

  AdvisoryRange(Advisory advisory, FirmwareGrammar grammar) {
    this.bound = advisory.bound();
    this.from = advisory.from().map(text -> limit(advisory, text, grammar));
    this.isEndless = advisory.through().filter(NO_END::equals).isPresent();
    this.through =
        advisory
            .through()
            .filter(text -> !text.equals(NO_END))
            .map(text -> limit(advisory, text, grammar));
    this.fixed = advisory.fixedFrom().map(text -> limit(advisory, text, grammar));
  }

  private static Limit limit(Advisory advisory, String text, FirmwareGrammar grammar) {
    boolean outside = text.startsWith(BELOW) || text.startsWith(ABOVE);
    String bare = outside ? text.substring(1) : text;
    return switch (advisory.bound()) {
      case BUILD -> new Limit(Optional.empty(), Optional.of(LocalDate.parse(bare)), outside);
      case VERSION, ONLY, ALL, UNSTATED ->
          new Limit(version(advisory.maker(), bare, grammar), Optional.empty(), outside);
    };
  }

  /// Reads a limit such as `5.4.0@2016-05-30`.
  private static Optional<FirmwareVersion> version(
      String maker, String text, FirmwareGrammar grammar) {
    String[] parts = text.split("@", 2);
    return grammar.read(
        maker,
        parts[0],
        new FirmwareGrammar.Besides(
            Optional.empty(),
            Optional.empty(),
            parts.length == 1 ? Optional.empty() : Optional.of(LocalDate.parse(parts[1]))));
  }

  /// Whether every end of the range can be compared with a version of its maker.
  boolean isReadable() {
    return Stream.of(from, through, fixed).flatMap(Optional::stream).allMatch(Limit::isReadable);
  }

  /// Where the firmware of an asset lies.
  Place place(Optional<FirmwareVersion> version, Optional<LocalDate> day) {
    if (!isReadable()) {
      return Place.NO_BOUND;
    }
    return switch (bound) {
      case ALL -> Place.INSIDE;
      case UNSTATED -> Place.NO_BOUND;
      case BUILD -> day.isEmpty() ? Place.NO_BUILD_DAY : within(version, day);
      case VERSION -> version.isEmpty() ? Place.NO_VERSION : within(version, day);
      case ONLY -> version.isEmpty() ? Place.NO_VERSION : only(version.get());
    };
  }

  private Place within(Optional<FirmwareVersion> version, Optional<LocalDate> day) {
    Set<Needed> needed = EnumSet.noneOf(Needed.class);
    Truth started = from.map(end -> isAtLeast(end, version, day, needed)).orElse(Truth.YES);
    Truth repaired = fixed.map(end -> isAtLeast(end, version, day, needed)).orElse(Truth.NO);
    Truth stated =
        isEndless
            ? Truth.YES
            : through.map(end -> isAtMost(end, version, day, needed)).orElse(Truth.NO);
    if (needed.contains(Needed.NO_ORDER)) {
      return Place.OTHER_LINE;
    }
    if (started == Truth.NO || repaired == Truth.YES) {
      return Place.OUTSIDE;
    }
    if (started == Truth.YES && stated == Truth.YES) {
      return Place.INSIDE;
    }
    return needed.isEmpty() ? Place.GAP : place(needed.iterator().next());
  }

  /// Only one version is named, which says nothing of any other.
  private Place only(FirmwareVersion version) {
    Limit named = from.orElseThrow();
    if (named.version().isEmpty()) {
      return Place.NO_VERSION;
    }
    return switch (version.comparedWithBound(named.version().get())) {
      case Order.Same _ -> Place.INSIDE;
      case Order.Earlier _, Order.Later _ -> Place.GAP;
      case Order.NotDetermined(Needed needed) -> place(needed);
    };
  }

  private static Place place(Needed needed) {
    return switch (needed) {
      case NO_ORDER -> Place.OTHER_LINE;
      case HARDWARE -> Place.NO_HARDWARE;
      case MODEL -> Place.NO_MODEL;
      case BUILD_DAY -> Place.NO_BUILD_DAY;
    };
  }

  private static Truth isAtLeast(
      Limit end, Optional<FirmwareVersion> version, Optional<LocalDate> day, Set<Needed> needed) {
    return switch (order(end, version, day)) {
      case Order.Earlier _ -> Truth.NO;
      case Order.Same _ -> Truth.of(!end.isOutside());
      case Order.Later _ -> Truth.YES;
      case Order.NotDetermined(Needed missing) -> {
        needed.add(missing);
        yield Truth.NOT_DETERMINED;
      }
    };
  }

  private static Truth isAtMost(
      Limit end, Optional<FirmwareVersion> version, Optional<LocalDate> day, Set<Needed> needed) {
    return switch (order(end, version, day)) {
      case Order.Earlier _ -> Truth.YES;
      case Order.Same _ -> Truth.of(!end.isOutside());
      case Order.Later _ -> Truth.NO;
      case Order.NotDetermined(Needed missing) -> {
        needed.add(missing);
        yield Truth.NOT_DETERMINED;
      }
    };
  }

  private static Order order(
      Limit end, Optional<FirmwareVersion> version, Optional<LocalDate> day) {
    if (end.day().isPresent() && day.isPresent()) {
      int order = day.get().compareTo(end.day().get());
      if (order == 0) {
        return new Order.Same();
      }
      return order < 0 ? new Order.Earlier() : new Order.Later();
    }
    if (end.version().isPresent() && version.isPresent()) {
      return version.get().comparedWithBound(end.version().get());
    }
    return new Order.NotDetermined(Needed.NO_ORDER);
  }
}
