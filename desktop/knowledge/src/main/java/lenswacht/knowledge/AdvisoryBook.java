package lenswacht.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lenswacht.knowledge.AdvisoryAnswer.Open;
import lenswacht.knowledge.AdvisoryAnswer.Outcome;
import lenswacht.knowledge.AdvisoryMatch.Certainty;

/// Advisories on cameras and recorders. A thin book: only ranges that a maker or a public register
/// states. Absence from it shows nothing.
public final class AdvisoryBook {
  static final List<String> FILES = List.of("advisories.csv", "lines.csv");

  private static final List<String> SEVERITIES =
      List.of("UNRATED", "LOW", "MEDIUM", "HIGH", "CRITICAL");

  private final List<Advisory> advisories;
  private final Map<String, List<Page>> byMaker = new HashMap<>();
  private final Map<String, Integer> lines;

  /// One advisory with what is read from it once.
  private record Page(Advisory advisory, AdvisoryRange range, List<ModelPattern> patterns) {
    boolean mayCover(Optional<String> model) {
      return model.isEmpty() || patterns.stream().anyMatch(pattern -> pattern.fits(model.get()));
    }
  }

  private AdvisoryBook(List<Advisory> advisories, Map<String, Integer> lines) {
    this.advisories = List.copyOf(advisories);
    this.lines = Map.copyOf(lines);
    for (Advisory advisory : advisories) {
      byMaker
          .computeIfAbsent(advisory.maker(), _ -> new ArrayList<>())
          .add(
              new Page(
                  advisory,
                  new AdvisoryRange(advisory, lines.getOrDefault(advisory.maker(), 0)),
                  advisory.models().stream().map(ModelPattern::new).toList()));
    }
  }

  /// Reads the book.
  ///
  /// @throws PackException if a row has no source, or a bound of the wrong shape
  public static AdvisoryBook read(KnowledgeFolder folder) throws PackException {
    RowReader reader = new RowReader(folder);
    List<Advisory> advisories = new ArrayList<>();
    for (Row row :
        reader.read(
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
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (Row row : reader.read("lines.csv", "maker", "numbers", "source", "date")) {
      row.required("source");
      row.required("date");
      lines.put(row.required("maker"), row.number("numbers", 1, 4));
    }
    return new AdvisoryBook(advisories, lines);
  }

  private static Advisory advisory(Row row) throws PackException {
    if (!row.required("cve").matches("CVE-[0-9]{4}-[0-9]{4,7}")) {
      throw row.wrong("'" + row.text("cve") + "' is no CVE number");
    }
    Advisory.Bound bound =
        switch (row.oneOf("bound", List.of("build", "version", "only", "all", "unstated"))) {
          case "build" -> Advisory.Bound.BUILD;
          case "version" -> Advisory.Bound.VERSION;
          case "only" -> Advisory.Bound.ONLY;
          case "all" -> Advisory.Bound.ALL;
          default -> Advisory.Bound.UNSTATED;
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

  private static Optional<String> limit(Row row, String heading, Advisory.Bound bound)
      throws PackException {
    Optional<String> limit = row.optional(heading);
    if (limit.isPresent() && !AdvisoryRange.fits(bound, limit.get())) {
      throw row.wrong("'" + heading + "' does not fit the bound: '" + limit.get() + "'");
    }
    if (limit.isPresent() && !heading.equals("through") && limit.get().startsWith("<")) {
      throw row.wrong("only 'through' can be below a limit");
    }
    return limit;
  }

  /// Every advisory in the order of the file.
  public List<Advisory> all() {
    return advisories;
  }

  /// The answer for each vulnerability of which a row fits the product, in the order of the file.
  /// An unknown version never confirms, and never rules out.
  ///
  /// @param maker as the maker register spells it
  /// @param model model number
  /// @param firmware version as the asset states it
  /// @param buildDate day the firmware was built, where it is stated apart
  public List<AdvisoryAnswer> answers(
      String maker,
      Optional<String> model,
      Optional<String> firmware,
      Optional<LocalDate> buildDate) {
    int depth = lines.getOrDefault(maker, 0);
    Optional<Firmware> seen = firmware.flatMap(text -> Firmware.of(text, buildDate, depth));
    Optional<LocalDate> built = buildDate.or(() -> seen.flatMap(Firmware::build));
    Map<String, List<Page>> byCve = new LinkedHashMap<>();
    for (Page page : byMaker.getOrDefault(maker, List.of())) {
      if (page.mayCover(model)) {
        byCve.computeIfAbsent(page.advisory().cve(), _ -> new ArrayList<>()).add(page);
      }
    }
    List<AdvisoryAnswer> answers = new ArrayList<>();
    byCve.forEach((cve, pages) -> answers.add(answer(cve, pages, model, seen, built)));
    return Collections.unmodifiableList(answers);
  }

  private static AdvisoryAnswer answer(
      String cve,
      List<Page> pages,
      Optional<String> model,
      Optional<Firmware> firmware,
      Optional<LocalDate> built) {
    Map<Outcome, List<Advisory>> carrying = new EnumMap<>(Outcome.class);
    Set<Open> open = EnumSet.noneOf(Open.class);
    List<Page> otherLines = new ArrayList<>();
    for (Page page : pages) {
      AdvisoryRange.Place place = page.range().place(firmware, built);
      if (place == AdvisoryRange.Place.OTHER_LINE) {
        otherLines.add(page);
        continue;
      }
      Set<Open> ofPage = open(page.advisory(), place, model);
      Outcome outcome = outcome(place, ofPage);
      open.addAll(outcome == Outcome.NOT_AFFECTED ? Set.of() : ofPage);
      carrying.computeIfAbsent(outcome, _ -> new ArrayList<>()).add(page.advisory());
    }
    if (carrying.isEmpty()) {
      open.add(Open.LINE);
      carrying.put(Outcome.POSSIBLE, otherLines.stream().map(Page::advisory).toList());
    }
    Outcome decided = carrying.keySet().stream().min(Enum::compareTo).orElseThrow();
    boolean closed = decided == Outcome.CONFIRMED || decided == Outcome.NOT_AFFECTED;
    return new AdvisoryAnswer(
        cve,
        carrying.getOrDefault(decided, List.of()),
        decided,
        closed ? List.of() : List.copyOf(open));
  }

  private static Set<Open> open(
      Advisory advisory, AdvisoryRange.Place place, Optional<String> model) {
    Set<Open> open = EnumSet.noneOf(Open.class);
    if (place == AdvisoryRange.Place.OUTSIDE) {
      return open;
    }
    if (model.isEmpty()) {
      open.add(Open.MODEL);
    } else if (!advisory.exact()) {
      open.add(Open.SERIES);
    }
    switch (place) {
      case NO_VERSION -> open.add(Open.FIRMWARE);
      case NO_BUILD_DAY -> open.add(Open.BUILD_DAY);
      case GAP -> open.add(Open.GAP);
      case NO_BOUND -> open.add(Open.BOUND);
      case OTHER_LINE -> open.add(Open.LINE);
      case INSIDE, OUTSIDE -> {
        // Nothing of the range is open.
      }
    }
    return open;
  }

  private static Outcome outcome(AdvisoryRange.Place place, Set<Open> open) {
    if (place == AdvisoryRange.Place.OUTSIDE) {
      return Outcome.NOT_AFFECTED;
    }
    if (open.isEmpty()) {
      return Outcome.CONFIRMED;
    }
    boolean ofTheAsset =
        open.contains(Open.MODEL) || open.contains(Open.FIRMWARE) || open.contains(Open.BUILD_DAY);
    return ofTheAsset ? Outcome.NOT_DETERMINED : Outcome.POSSIBLE;
  }

  /// The advisories that cover, or could cover, a product; each CVE at most once. An unknown
  /// version never confirms.
  ///
  /// @param maker as the maker register spells it
  /// @param model model number
  /// @param firmware version as the asset states it
  /// @param buildDate day the firmware was built
  public List<AdvisoryMatch> matches(
      String maker,
      Optional<String> model,
      Optional<String> firmware,
      Optional<LocalDate> buildDate) {
    List<AdvisoryMatch> matches = new ArrayList<>();
    for (AdvisoryAnswer answer : answers(maker, model, firmware, buildDate)) {
      Advisory first = answer.advisories().getFirst();
      switch (answer.outcome()) {
        case CONFIRMED -> matches.add(new AdvisoryMatch(first, Certainty.VERSION_CONFIRMED));
        case POSSIBLE, NOT_DETERMINED ->
            matches.add(new AdvisoryMatch(first, Certainty.VERSION_UNKNOWN));
        case NOT_AFFECTED -> {
          // Neither covers nor could.
        }
      }
    }
    return List.copyOf(matches);
  }
}
