package lenswacht.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A firmware version with, where known, the day it was built and the line it belongs to. Two
/// versions of different lines have no order: a maker repairs each line by itself.
///
/// @param version the numbers
/// @param build day of the build
/// @param line first numbers of the version, or the maker's project code; empty where all versions
///     of a product form one line
record Firmware(FirmwareVersion version, Optional<LocalDate> build, String line) {
  private static final int LONGEST = 96;
  private static final int CENTURY = 2000;

  /// What stands before the numbers and says nothing of them.
  private static final Pattern PREFIX = Pattern.compile("^(?:MX-|UVC\\.)");

  /// `V5.7.18 build 240826`, `V5.7.7build241203`, `4.1.0 b130111`.
  private static final Pattern WITH_BUILD =
      Pattern.compile("([0-9.V]{3,40}) {0,2}(?:BUILD|B) ?([0-9]{6}|[0-9]{8})(?: REL\\..{1,20})?");

  /// `5.7.13_230822`, and `3.0.0.4662_2503122283` with a count behind the day.
  private static final Pattern WITH_DAY = Pattern.compile("([0-9.V]{3,40})_([0-9]{6})[0-9]{0,4}");

  /// `2.800.0000000.29.R.210630`: two numbers, the project code, the number within it, the date.
  private static final Pattern PROJECT =
      Pattern.compile(
          "V?([0-9]{1,2})\\.([0-9]{3})\\.([0-9A-Z]{4,10})\\.([0-9]{1,4})\\.[RT]"
              + "(?:\\.([0-9]{6}|[0-9]{8}))?");

  /// One more number behind a plain version: `V5.7.23_SP2`, `1.0.5-0185`.
  private static final Pattern SERVICE_PACK =
      Pattern.compile("([0-9.V]{3,40})(?:_SP|-)([0-9]{1,4})");

  /// Reads what an asset or an advisory states.
  ///
  /// @param text the version as stated
  /// @param build day of the build where it is stated apart
  /// @param depth how many numbers name a line; 0 where the product has one line
  static Optional<Firmware> of(String text, Optional<LocalDate> build, int depth) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String bare = PREFIX.matcher(text.strip().toUpperCase(Locale.ROOT)).replaceFirst("");
    Matcher project = PROJECT.matcher(bare);
    if (project.matches()) {
      return project(project, build);
    }
    Matcher pack = SERVICE_PACK.matcher(bare);
    if (pack.matches()) {
      return plain(pack.group(1) + "." + pack.group(2), build, depth);
    }
    for (Pattern dated : List.of(WITH_BUILD, WITH_DAY)) {
      Matcher built = dated.matcher(bare);
      if (built.matches()) {
        return day(built.group(2)).flatMap(day -> plain(built.group(1), Optional.of(day), depth));
      }
    }
    return plain(bare, build, depth);
  }

  /// Reads a limit of an advisory: `5.4.0@2016-05-30`.
  static Optional<Firmware> limit(String limit, int depth) {
    String[] parts = limit.split("@", 2);
    if (parts.length == 1) {
      return of(parts[0], Optional.empty(), depth);
    }
    return day(parts[1]).flatMap(day -> of(parts[0], Optional.of(day), depth));
  }

  /// A day written `2021-06-30`, `20210630` or `210630`.
  static Optional<LocalDate> day(String text) {
    String digits =
        text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? text.replace("-", "") : text.strip();
    if (!digits.matches("[0-9]{6}|[0-9]{8}")) {
      return Optional.empty();
    }
    int year =
        digits.length() == 8
            ? Integer.parseInt(digits.substring(0, 4))
            : CENTURY + Integer.parseInt(digits.substring(0, 2));
    String rest = digits.substring(digits.length() - 4);
    try {
      return Optional.of(
          LocalDate.of(
              year, Integer.parseInt(rest.substring(0, 2)), Integer.parseInt(rest.substring(2))));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<Firmware> plain(String text, Optional<LocalDate> build, int depth) {
    return FirmwareVersion.parse(text)
        .map(version -> new Firmware(version, build, line(version.parts(), depth)));
  }

  private static Optional<Firmware> project(Matcher project, Optional<LocalDate> build) {
    Optional<LocalDate> day =
        project.group(5) == null ? build : day(project.group(5)).or(() -> build);
    return FirmwareVersion.parse(project.group(1) + "." + project.group(2) + "." + project.group(4))
        .map(
            version ->
                new Firmware(
                    version,
                    day,
                    project.group(1) + "." + project.group(2) + "." + project.group(3)));
  }

  private static String line(List<Integer> parts, int depth) {
    return parts.stream()
        .limit(depth)
        .map(String::valueOf)
        .reduce((one, other) -> one + "." + other)
        .orElse("");
  }

  /// Whether the two can be ordered at all.
  boolean isOfLineOf(Firmware other) {
    return line.equals(other.line);
  }

  /// Order relative to `limit`. Equal versions are ordered by build day; where the limit names one
  /// and none was seen, the order cannot be told.
  Optional<Integer> order(Firmware limit) {
    int order = version.compareTo(limit.version);
    if (order != 0 || limit.build.isEmpty()) {
      return Optional.of(order);
    }
    LocalDate bound = limit.build.get();
    return build.map(day -> day.compareTo(bound));
  }
}
