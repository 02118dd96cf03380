package lenswacht.fingerprint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A firmware version as its maker means it.
///
/// @param maker whose grammar it was read by
/// @param text what the asset said
/// @param line the line within which versions may be compared: a hardware platform, a track, a
///     model; empty where nothing seen tells
/// @param telling what would tell the line where nothing seen does
/// @param isForAnotherFirm whether the maker built it for a firm that sells under its own name, so
///     that what the maker says of its own versions need not hold
/// @param parts the version, most significant first; numbers, and letters where a maker counts by
///     them
/// @param counts what decides which of two versions is the later one
/// @param built the day it was built, if the version says it or it is known besides
public record FirmwareVersion(
    String maker,
    String text,
    Optional<String> line,
    Needed telling,
    boolean isForAnotherFirm,
    List<Long> parts,
    Counts counts,
    Optional<LocalDate> built) {
  public FirmwareVersion {
    parts = List.copyOf(parts);
  }

  /// What decides which of two versions of one line is the later one.
  public enum Counts {
    /// The version alone: the maker never builds one twice.
    VERSION,
    /// The version, and the build day where versions are the same.
    VERSION_THEN_DAY,
    /// The build day alone.
    DAY,
    /// Several components, each with a version of its own: later only if none is earlier.
    COMPONENTS
  }

  /// What is still needed to say which of two versions is the later one.
  public enum Needed {
    /// Nothing: they are of different makers or lines, and no order exists between them.
    NO_ORDER,
    /// The hardware line or revision of either; some makers' models tell it too.
    HARDWARE,
    /// The exact model of either.
    MODEL,
    /// The build day of either.
    BUILD_DAY
  }

  /// How one version stands to another.
  public sealed interface Order {
    /// The first is the earlier one.
    record Earlier() implements Order {}

    /// They are the same, to the build.
    record Same() implements Order {}

    /// The first is the later one.
    record Later() implements Order {}

    /// Not determined, and what would decide it.
    record NotDetermined(Needed needed) implements Order {}
  }

  /// How this version stands to `bound`, which a maker states for the very model or hardware that
  /// this one was seen on. A bound that names no line is of the line of this version; a bound
  /// without a build day stands for every build of its version.
  public Order comparedWithBound(FirmwareVersion bound) {
    FirmwareVersion placed =
        bound.line.isPresent()
            ? bound
            : new FirmwareVersion(
                bound.maker,
                bound.text,
                line,
                bound.telling,
                bound.isForAnotherFirm,
                bound.parts,
                bound.counts,
                bound.built);
    Order order = comparedWith(placed);
    boolean everyBuild =
        counts == Counts.VERSION_THEN_DAY
            && bound.built.isEmpty()
            && order instanceof Order.NotDetermined(Needed needed)
            && needed == Needed.BUILD_DAY;
    return everyBuild ? new Order.Same() : order;
  }

  /// How this version stands to `other`. Versions of different lines are never ordered.
  public Order comparedWith(FirmwareVersion other) {
    if (!maker.equals(other.maker) || counts != other.counts) {
      return new Order.NotDetermined(Needed.NO_ORDER);
    }
    if (line.isEmpty() || other.line.isEmpty()) {
      return new Order.NotDetermined(line.isEmpty() ? telling : other.telling);
    }
    if (!line.equals(other.line)) {
      return new Order.NotDetermined(Needed.NO_ORDER);
    }
    return switch (counts) {
      case VERSION -> byVersion(other, new Order.Same());
      case VERSION_THEN_DAY -> byVersion(other, byDay(other));
      case DAY -> byDay(other);
      case COMPONENTS -> byComponents(other);
    };
  }

  private Order byVersion(FirmwareVersion other, Order ofEquals) {
    for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
      int order = Long.compare(part(i), other.part(i));
      if (order != 0) {
        return order < 0 ? new Order.Earlier() : new Order.Later();
      }
    }
    return ofEquals;
  }

  private Order byDay(FirmwareVersion other) {
    if (built.isEmpty() || other.built.isEmpty()) {
      return new Order.NotDetermined(Needed.BUILD_DAY);
    }
    int order = built.get().compareTo(other.built.get());
    if (order == 0) {
      return new Order.Same();
    }
    return order < 0 ? new Order.Earlier() : new Order.Later();
  }

  private Order byComponents(FirmwareVersion other) {
    boolean earlier = false;
    boolean later = false;
    for (int i = 0; i < Math.max(parts.size(), other.parts.size()); i++) {
      earlier |= part(i) < other.part(i);
      later |= part(i) > other.part(i);
    }
    if (earlier && later) {
      return new Order.NotDetermined(Needed.NO_ORDER);
    }
    if (earlier) {
      return new Order.Earlier();
    }
    return later ? new Order.Later() : new Order.Same();
  }

  private long part(int index) {
    return index < parts.size() ? parts.get(index) : 0;
  }
}
