package lenswacht.fingerprint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import lenswacht.fingerprint.FirmwareVersion.Counts;

/// How the makers write their firmware versions, and within which line versions of one maker may be
/// compared. A version that no form of its maker reads is not read at all.
///
/// The pattern of a form has the groups `v` (the version), and where the maker writes them `s` (a
/// further part, such as a service pack), `d` (the build day in digits) and `l` (the line). The
/// column `line` holds `<l>`, or names what tells the line: `hardware`, or `model` where the
/// hardware is not known either; or `maker` where all versions of the maker are one line.
public final class FirmwareGrammar {
  static final List<String> COLUMNS =
      List.of(
          "id", "firm", "pattern", "line", "counts", "matches", "gives", "differs", "source",
          "dated");

  private static final int LONGEST = 96;
  private final LazyPattern part = new LazyPattern("(\\d{1,15})([A-Za-z](?![A-Za-z]))?");
  private final Names names;
  private final Map<String, List<Form>> forms = new HashMap<>();

  private record Form(String firm, LazyPattern pattern, Line line, Counts counts) {}

  /// What tells the line that a version belongs to.
  private enum Line {
    GROUP,
    HARDWARE,
    MODEL,
    MAKER
  }

  /// What is known of an asset beside the version that it states.
  ///
  /// @param hardware its hardware line or revision
  /// @param model its model number
  /// @param built the day its firmware was built
  public record Besides(
      Optional<String> hardware, Optional<String> model, Optional<LocalDate> built) {
    /// Nothing is known besides.
    public static final Besides NOTHING =
        new Besides(Optional.empty(), Optional.empty(), Optional.empty());
  }

  FirmwareGrammar(List<CatalogueRow> rows, Names names, Care care) {
    this.names = names;
    Map<String, Form> ids = new LinkedHashMap<>();
    for (CatalogueRow row : rows) {
      Form form = form(row, names, care);
      if (ids.put(row.required("id"), form) != null) {
        throw row.complaint("id '" + row.cell("id") + "' stands there twice");
      }
      List<Form> known = forms.getOrDefault(form.firm(), new ArrayList<>());
      known.add(form);
      forms.put(form.firm(), known);
      if (care == Care.CHECKED) {
        checkGroups(row, form);
        checkExamples(row, form);
      }
    }
  }

  private static Form form(CatalogueRow row, Names names, Care care) {
    String firm = row.required("firm");
    if (!names.isBrand(firm)) {
      throw row.complaint("'" + firm + "' is no known brand");
    }
    LazyPattern pattern = FingerprintReader.pattern(row, row.required("pattern"), false, care);
    Line line =
        row.required("line").equals("<l>")
            ? Line.GROUP
            : switch (row.cell("line")) {
              case "hardware" -> Line.HARDWARE;
              case "model" -> Line.MODEL;
              case "maker" -> Line.MAKER;
              default -> throw row.complaint("'" + row.cell("line") + "' tells no line");
            };
    row.required("source");
    row.day("dated");
    return new Form(firm, pattern, line, row.constant("counts", Counts.class));
  }

  private static void checkGroups(CatalogueRow row, Form form) {
    Set<String> groups = form.pattern().pattern().namedGroups().keySet();
    if (!groups.contains("v")) {
      throw row.complaint("the pattern has no group 'v'");
    }
    if (form.line() == Line.GROUP && !groups.contains("l")) {
      throw row.complaint("the pattern has no group 'l'");
    }
  }

  private void checkExamples(CatalogueRow row, Form form) {
    String[] matching = row.required("matches").split(FingerprintReader.BETWEEN_EXAMPLES, -1);
    for (String example : matching) {
      if (read(form, example, Besides.NOTHING).isEmpty()) {
        throw row.complaint("example '" + example + "' should match and does not");
      }
    }
    for (String example : row.required("differs").split(FingerprintReader.BETWEEN_EXAMPLES, -1)) {
      if (read(form, example, Besides.NOTHING).isPresent()) {
        throw row.complaint("example '" + example + "' should not match and does");
      }
    }
    String gives = tell(read(form, matching[0], Besides.NOTHING).orElseThrow());
    if (!gives.equals(row.required("gives"))) {
      throw row.complaint(
          "example '" + matching[0] + "' gives " + gives + ", not " + row.cell("gives"));
    }
  }

  private static String tell(FirmwareVersion version) {
    StringBuilder told = new StringBuilder("parts=");
    for (int i = 0; i < version.parts().size(); i++) {
      told.append(i == 0 ? "" : ".").append(version.parts().get(i));
    }
    version.line().ifPresent(line -> told.append(";line=").append(line));
    version.built().ifPresent(day -> told.append(";day=").append(day));
    return told.toString();
  }

  /// Reads a version of `maker`; nothing where no form of that maker reads it.
  public Optional<FirmwareVersion> read(String maker, String text, Besides besides) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    return forms.getOrDefault(maker, List.of()).stream()
        .flatMap(form -> read(form, text, besides).stream())
        .findFirst();
  }

  private Optional<FirmwareVersion> read(Form form, String text, Besides besides) {
    Matcher found = form.pattern().matcher(text.strip());
    if (!found.find()) {
      return Optional.empty();
    }
    List<Long> parts = new ArrayList<>(parts(found.group("v")));
    group(found, "s").ifPresent(further -> parts.addAll(parts(further)));
    Optional<LocalDate> day =
        group(found, "d")
            .flatMap(digits -> Transform.DIGITS.value(digits, names))
            .map(LocalDate::parse);
    return Optional.of(
        new FirmwareVersion(
            form.firm(),
            text.strip(),
            line(form, found, besides),
            parts,
            form.counts(),
            day.or(besides::built)));
  }

  private static Optional<String> line(Form form, Matcher found, Besides besides) {
    return switch (form.line()) {
      case GROUP -> group(found, "l").map(line -> line.toUpperCase(Locale.ROOT));
      case HARDWARE -> besides.hardware().or(besides::model);
      case MODEL -> besides.model();
      case MAKER -> Optional.of(form.firm());
    };
  }

  private static Optional<String> group(Matcher found, String name) {
    return found.namedGroups().containsKey(name)
        ? Optional.ofNullable(found.group(name))
        : Optional.empty();
  }

  private List<Long> parts(String version) {
    List<Long> parts = new ArrayList<>();
    Matcher found = part.matcher(version);
    while (found.find()) {
      parts.add(Long.parseLong(found.group(1)));
      if (found.group(2) != null) {
        parts.add((long) (Character.toLowerCase(found.group(2).charAt(0)) - 'a' + 1));
      }
    }
    return parts;
  }
}
