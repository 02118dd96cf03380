package lenswacht.knowledge;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.knowledge.Advisory.Bound;
import lenswacht.knowledge.AdvisoryMatch.Certainty;

/// Advisories on cameras and recorders. A thin book: only ranges that a maker or a public register
/// states. Absence from it shows nothing.
public final class AdvisoryBook {
  static final List<String> FILES = List.of("advisories.csv");

  private static final List<String> SEVERITIES =
      List.of("UNRATED", "LOW", "MEDIUM", "HIGH", "CRITICAL");

  private final List<Advisory> advisories;

  private AdvisoryBook(List<Advisory> advisories) {
    this.advisories = List.copyOf(advisories);
  }

  /// Reads the book.
  ///
  /// @throws PackException if a row has no source, or a bound of the wrong shape
  public static AdvisoryBook read(KnowledgeFolder folder) throws PackException {
    List<Advisory> advisories = new ArrayList<>();
    for (Row row :
        new RowReader(folder)
            .read(
                "advisories.csv",
                "cve",
                "maker",
                "models",
                "bound",
                "from",
                "through",
                "fixed_from",
                "exact",
                "severity",
                "exploited_since",
                "source",
                "date")) {
      advisories.add(advisory(row));
    }
    return new AdvisoryBook(advisories);
  }

  private static Advisory advisory(Row row) throws PackException {
    if (!row.required("cve").matches("CVE-[0-9]{4}-[0-9]{4,7}")) {
      throw row.wrong("'" + row.text("cve") + "' is no CVE number");
    }
    Bound bound =
        switch (row.oneOf("bound", List.of("build", "version", "all", "unstated"))) {
          case "build" -> Bound.BUILD;
          case "version" -> Bound.VERSION;
          case "all" -> Bound.ALL;
          default -> Bound.UNSTATED;
        };
    if (row.words("models").isEmpty()) {
      throw row.wrong("'models' is empty");
    }
    return new Advisory(
        row.required("cve"),
        row.required("maker"),
        row.words("models"),
        bound,
        limit(row, "from", bound),
        limit(row, "through", bound),
        limit(row, "fixed_from", bound),
        row.yes("exact"),
        row.oneOf("severity", SEVERITIES),
        row.optional("exploited_since"),
        row.required("source"),
        row.required("date"));
  }

  private static Optional<String> limit(Row row, String heading, Bound bound) throws PackException {
    Optional<String> limit = row.optional(heading);
    if (limit.isPresent()) {
      boolean fits =
          switch (bound) {
            case BUILD -> day(limit.get()).isPresent();
            case VERSION -> Firmware.parse(limit.get()).isPresent();
            case ALL, UNSTATED -> false;
          };
      if (!fits) {
        throw row.wrong("'" + heading + "' does not fit the bound: '" + limit.get() + "'");
      }
    }
    return limit;
  }

  /// Every advisory in the order of the file.
  public List<Advisory> all() {
    return advisories;
  }

  /// The advisories that cover, or could cover, a product; each CVE at most once. An unknown
  /// version never confirms.
  ///
  /// @param maker as the maker register spells it
  /// @param model model number
  /// @param firmware version, without build
  /// @param buildDate day the firmware was built
  public List<AdvisoryMatch> matches(
      String maker,
      Optional<String> model,
      Optional<String> firmware,
      Optional<LocalDate> buildDate) {
    Map<String, AdvisoryMatch> byCve = new LinkedHashMap<>();
    for (Advisory advisory : advisories) {
      if (!advisory.maker().equals(maker) || !advisory.mayCover(model)) {
        continue;
      }
      Truth covered = covers(advisory, firmware, buildDate);
      if (covered == Truth.NO) {
        continue;
      }
      Certainty certainty =
          covered == Truth.YES && model.isPresent() && advisory.exact()
              ? Certainty.VERSION_CONFIRMED
              : Certainty.VERSION_UNKNOWN;
      byCve.merge(
          advisory.cve(),
          new AdvisoryMatch(advisory, certainty),
          (old, found) -> found.certainty() == Certainty.VERSION_CONFIRMED ? found : old);
    }
    return List.copyOf(byCve.values());
  }

  private static Truth covers(
      Advisory advisory, Optional<String> firmware, Optional<LocalDate> buildDate) {
    return switch (advisory.bound()) {
      case ALL -> Truth.YES;
      case UNSTATED -> Truth.NOT_DETERMINED;
      case BUILD ->
          buildDate
              .map(build -> within(advisory, limit -> day(limit).map(build::compareTo)))
              .orElse(Truth.NOT_DETERMINED);
      case VERSION ->
          firmware
              .flatMap(text -> Firmware.of(text, buildDate))
              .map(seen -> within(advisory, limit -> Firmware.parse(limit).flatMap(seen::order)))
              .orElse(Truth.NOT_DETERMINED);
    };
  }

  /// The order of what was seen relative to a limit, empty where it cannot be told.
  private interface Order {
    Optional<Integer> relativeTo(String limit);
  }

  private static Truth within(Advisory advisory, Order order) {
    Truth started = advisory.from().map(limit -> told(order, limit, 0, 1)).orElse(Truth.YES);
    Truth fixed = advisory.fixedFrom().map(limit -> told(order, limit, 0, 1)).orElse(Truth.NO);
    if (started == Truth.NO || fixed == Truth.YES) {
      return Truth.NO;
    }
    Truth stated =
        advisory.through().map(limit -> told(order, limit, -1, 0)).orElse(Truth.NOT_DETERMINED);
    if (stated == Truth.YES && started == Truth.YES) {
      return Truth.YES;
    }
    // Past the last that is stated, with no fix stated: nobody said.
    return Truth.NOT_DETERMINED;
  }

  private static Truth told(Order order, String limit, int lowest, int highest) {
    return order
        .relativeTo(limit)
        .map(Integer::signum)
        .map(sign -> Truth.of(sign >= lowest && sign <= highest))
        .orElse(Truth.NOT_DETERMINED);
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// A version with, where known, its build day. Written `5.4.0@2016-05-30` in the file.
  private record Firmware(FirmwareVersion version, Optional<LocalDate> build) {
    static Optional<Firmware> parse(String limit) {
      String[] parts = limit.split("@", 2);
      if (parts.length == 2 && day(parts[1]).isEmpty()) {
        return Optional.empty();
      }
      return of(parts[0], parts.length == 2 ? day(parts[1]) : Optional.empty());
    }

    static Optional<Firmware> of(String version, Optional<LocalDate> build) {
      return FirmwareVersion.parse(version).map(read -> new Firmware(read, build));
    }

    /// Order relative to `limit`. Equal versions are ordered by build day; where the limit names
    /// one and none was seen, the order cannot be told.
    Optional<Integer> order(Firmware limit) {
      int order = version.compareTo(limit.version);
      if (order != 0 || limit.build.isEmpty()) {
        return Optional.of(order);
      }
      LocalDate bound = limit.build.get();
      return build.map(day -> day.compareTo(bound));
    }
  }
}
