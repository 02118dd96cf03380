package lenswacht.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Advisories on cameras and recorders. A thin book: only ranges that a maker or a public register
/// states. Absence from it shows nothing. What was imported from feeds stands behind its own rows.
public final class AdvisoryBook {
  static final List<String> FILES = List.of("advisories.csv");

  private static final List<String> SEVERITIES =
      List.of("UNRATED", "LOW", "MEDIUM", "HIGH", "CRITICAL");

  /// A version, perhaps with its build day behind an `@`.
  private static final Pattern VERSION =
      Pattern.compile("[0-9][0-9A-Za-z.()_-]{0,60}(?:@([0-9]{4}-[0-9]{2}-[0-9]{2}))?");

  private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

  private final List<Advisory> advisories;
  private final Map<String, Mark> marks;
  private final Map<String, Chapter> byMaker = new HashMap<>();

  private AdvisoryBook(List<Advisory> advisories, Map<String, Mark> marks) {
    this.advisories = List.copyOf(advisories);
    this.marks = Map.copyOf(marks);
    for (Advisory advisory : advisories) {
      byMaker.computeIfAbsent(advisory.maker(), _ -> new Chapter()).add(advisory);
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
    return new AdvisoryBook(advisories, Map.of());
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
    if (bound == Advisory.Bound.ONLY && row.optional("from").isEmpty()) {
      throw row.wrong("'from' must hold the one version");
    }
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
        row.required("date"),
        Advisory.Standing.AFFECTED,
        Optional.empty());
  }

  private static Optional<String> limit(Row row, String heading, Advisory.Bound bound)
      throws PackException {
    Optional<String> limit = row.optional(heading);
    if (limit.isPresent() && !fits(bound, limit.get())) {
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

  /// Whether `text` has the shape of a limit of this kind. A day is never taken for a version.
  private static boolean fits(Advisory.Bound bound, String text) {
    String bare = text.startsWith("<") ? text.substring(1) : text;
    return switch (bound) {
      case BUILD -> bare.matches(DAY) && isDay(bare);
      case VERSION, ONLY -> {
        int at = bare.indexOf('@');
        yield VERSION.matcher(bare).matches()
            && !bare.matches(DAY)
            && (at < 0 || isDay(bare.substring(at + 1)));
      }
      case ALL, UNSTATED -> false;
    };
  }

  private static boolean isDay(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException _) {
      return false;
    }
  }

  /// The advisories whose models fit `model`, in the order of the file; all of the maker where the
  /// model is not known.
  ///
  /// @param maker as the maker register spells it
  public List<Advisory> onModel(String maker, Optional<String> model) {
    Chapter chapter = byMaker.get(maker);
    return chapter == null ? List.of() : chapter.on(model);
  }

  /// What lists of public registers say of a vulnerability besides its ranges.
  public Optional<Mark> mark(String cve) {
    return Optional.ofNullable(marks.get(cve));
  }

  /// This book with what was imported behind its own rows. A day of listing that was imported
  /// stands for a row without one.
  AdvisoryBook with(Imported imported) {
    List<Advisory> both = new ArrayList<>(advisories);
    both.addAll(imported.advisories());
    both.replaceAll(
        row ->
            row.exploitedSince().isPresent()
                ? row
                : Optional.ofNullable(imported.marks().get(row.cve()))
                    .flatMap(Mark::exploitedSince)
                    .map(day -> row.exploitedSince(day.toString()))
                    .orElse(row));
    return new AdvisoryBook(both, imported.marks());
  }
}
