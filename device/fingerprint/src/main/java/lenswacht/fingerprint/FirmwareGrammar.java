package lenswacht.fingerprint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import lenswacht.fingerprint.FirmwareVersion.Counts;
import lenswacht.fingerprint.FirmwareVersion.Needed;

/// How the makers write their firmware versions, and within which line versions of one maker may be
/// compared. A version that no form of its maker reads is not read at all.
///
/// The pattern of a form has the groups `v` (the version), and where the maker writes them `s` (a
/// further part, such as a service pack), `d` (the build day), `l` (the line) and `o` (the token of
/// a firm that the maker builds firmware for). The column `firm` holds one firm, or several that
/// write alike, joined by `|`. The column `line` holds `<l>`, or names what tells the line:
/// `hardware`, or failing that the model; `revision`, the hardware alone; `model`; or `maker` where
/// all versions of the maker are one line.
public final class FirmwareGrammar {
  static final List<String> COLUMNS =
      List.of(
          "id", "firm", "pattern", "line", "counts", "matches", "gives", "differs", "source",
          "dated");

  private static final int LONGEST = 96;
  private static final Set<String> GROUPS = Set.of("v", "s", "d", "l", "o");

  private final LazyPattern part = new LazyPattern("(\\d{1,15})([A-Za-z](?![A-Za-z]))?");
  private final Names names;
  private final Map<String, List<Form>> forms = new HashMap<>();

  private record Form(List<String> firms, LazyPattern pattern, Line line, Counts counts) {}

  /// What tells the line that a version belongs to.
  private enum Line {
    GROUP,
    HARDWARE,
    REVISION,
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

  /// The grammar that comes with the program, without the rest of the catalogue.
  public static FirmwareGrammar bundled() {
    return CatalogueReader.firmware();
  }

  FirmwareGrammar(List<CatalogueRow> rows, Names names, Care care) {
    this.names = names;
    Map<String, Form> ids = new LinkedHashMap<>();
    for (CatalogueRow row : rows) {
      Form form = form(row, names, care);
      if (ids.put(row.required("id"), form) != null) {
        throw row.complaint("id '" + row.cell("id") + "' stands there twice");
      }
      for (String firm : form.firms()) {
        List<Form> known = forms.getOrDefault(firm, new ArrayList<>());
        known.add(form);
        forms.put(firm, known);
      }
      if (care == Care.CHECKED) {
        checkGroups(row, form);
        checkExamples(row, form);
      }
    }
  }

  private static Form form(CatalogueRow row, Names names, Care care) {
    List<String> firms = List.of(row.required("firm").split("\\|", -1));
    for (String firm : firms) {
      if (!names.isBrand(firm)) {
        throw row.complaint("'" + firm + "' is no known brand");
      }
    }
    LazyPattern pattern = FingerprintReader.pattern(row, row.required("pattern"), true, care);
    Line line =
        row.required("line").equals("<l>")
            ? Line.GROUP
            : switch (row.cell("line")) {
              case "hardware" -> Line.HARDWARE;
              case "revision" -> Line.REVISION;
              case "model" -> Line.MODEL;
              case "maker" -> Line.MAKER;
              default -> throw row.complaint("'" + row.cell("line") + "' tells no line");
            };
    row.required("source");
    row.day("dated");
    return new Form(firms, pattern, line, row.constant("counts", Counts.class));
  }

  private static void checkGroups(CatalogueRow row, Form form) {
    Set<String> groups = form.pattern().pattern().namedGroups().keySet();
    if (!groups.contains("v")) {
      throw row.complaint("the pattern has no group 'v'");
    }
    if (!row.cell("pattern").replaceFirst("^\\(\\?i\\)", "").startsWith("^")
        || !row.cell("pattern").endsWith("$")) {
      throw row.complaint("the pattern must read the whole text, from ^ to $");
    }
    for (String group : groups) {
      if (!GROUPS.contains(group)) {
        throw row.complaint("the pattern has a group '" + group + "' that means nothing");
      }
    }
    if (form.line() == Line.GROUP && !groups.contains("l")) {
      throw row.complaint("the pattern has no group 'l'");
    }
  }

  private void checkExamples(CatalogueRow row, Form form) {
    String firm = form.firms().getFirst();
    String[] matching = row.required("matches").split(FingerprintReader.BETWEEN_EXAMPLES, -1);
    for (String example : matching) {
      if (read(firm, form, example, Besides.NOTHING).isEmpty()) {
        throw row.complaint("example '" + example + "' should match and does not");
      }
    }
    for (String example : row.required("differs").split(FingerprintReader.BETWEEN_EXAMPLES, -1)) {
      if (read(firm, form, example, Besides.NOTHING).isPresent()) {
        throw row.complaint("example '" + example + "' should not match and does");
      }
    }
    String[] given = row.required("gives").split(FingerprintReader.BETWEEN_EXAMPLES, -1);
    if (given.length > matching.length) {
      throw row.complaint("more is given than there are examples");
    }
    for (int i = 0; i < given.length; i++) {
      String told = tell(read(firm, form, matching[i], Besides.NOTHING).orElseThrow());
      if (!told.equals(given[i])) {
        throw row.complaint("example '" + matching[i] + "' gives " + told + ", not " + given[i]);
      }
    }
  }

  private static String tell(FirmwareVersion version) {
    StringBuilder told = new StringBuilder("parts=");
    for (int i = 0; i < version.parts().size(); i++) {
      told.append(i == 0 ? "" : ".").append(version.parts().get(i));
    }
    version.line().ifPresent(line -> told.append(";line=").append(line));
    version.built().ifPresent(day -> told.append(";day=").append(day));
    if (version.isForAnotherFirm()) {
      told.append(";for=another-firm");
    }
    return told.toString();
  }

  /// Reads a version of `maker`; nothing where no form of that maker reads it.
  public Optional<FirmwareVersion> read(String maker, String text, Besides besides) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    return forms.getOrDefault(maker, List.of()).stream()
        .flatMap(form -> read(maker, form, text, besides).stream())
        .findFirst();
  }

  /// Whether anything is known of how `maker` writes versions.
  public boolean knows(String maker) {
    return forms.containsKey(maker);
  }

  /// Every firm whose versions can be read.
  public Set<String> firms() {
    return Collections.unmodifiableSet(forms.keySet());
  }

  private Optional<FirmwareVersion> read(String firm, Form form, String text, Besides besides) {
    Matcher found = form.pattern().matcher(text.strip());
    if (!found.find()) {
      return Optional.empty();
    }
    List<Long> parts = new ArrayList<>(parts(found.group("v")));
    group(found, "s").ifPresent(further -> parts.addAll(parts(further)));
    Optional<String> digits = group(found, "d").map(day -> day.replaceAll("[-_]", ""));
    Optional<LocalDate> day =
        digits.flatMap(written -> Transform.DIGITS.value(written, names)).map(LocalDate::parse);
    if (digits.isPresent() && day.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new FirmwareVersion(
            firm,
            text.strip(),
            line(firm, form, found, besides),
            switch (form.line()) {
              case GROUP, MAKER, MODEL -> Needed.MODEL;
              case HARDWARE, REVISION -> Needed.HARDWARE;
            },
            group(found, "o").isPresent(),
            parts,
            form.counts(),
            day.or(besides::built)));
  }

  private static Optional<String> line(String firm, Form form, Matcher found, Besides besides) {
    return switch (form.line()) {
      case GROUP -> group(found, "l").map(line -> line.toUpperCase(Locale.ROOT));
      case HARDWARE -> besides.hardware().or(besides::model);
      case REVISION -> besides.hardware();
      case MODEL -> besides.model();
      case MAKER -> Optional.of(firm);
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
