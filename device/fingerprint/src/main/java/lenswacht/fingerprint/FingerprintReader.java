package lenswacht.fingerprint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import lenswacht.fingerprint.Claim.Attribute;
import lenswacht.observation.Observation.Stated;

/// Reads one catalogue file of fingerprints and holds each of them to its own examples.
final class FingerprintReader {
  /// The columns of a fingerprint file.
  static final List<String> COLUMNS =
      List.of(
          "id",
          "pattern",
          "with",
          "claims",
          "confidence",
          "trust",
          "matches",
          "gives",
          "differs",
          "source",
          "dated");

  static final String BETWEEN_EXAMPLES = " \\|\\| ";

  private final Names names;
  private final Set<String> ids;
  private final Care care;

  /// @param ids every id read so far, in whatever file; grows
  FingerprintReader(Names names, Set<String> ids, Care care) {
    this.names = names;
    this.ids = ids;
    this.care = care;
  }

  /// The fingerprints of a file.
  ///
  /// @param isBody whether the texts are whole pages
  /// @throws CatalogueException if a line breaks a rule
  List<Fingerprint> read(String file, String text, boolean isBody) {
    List<Fingerprint> all = new ArrayList<>();
    for (CatalogueRow row : CatalogueRow.read(file, text, COLUMNS)) {
      all.add(read(row, isBody));
    }
    return all;
  }

  private Fingerprint read(CatalogueRow row, boolean isBody) {
    String id = row.required("id");
    if (!ids.add(id)) {
      throw row.complaint("id '" + id + "' stands there twice");
    }
    LazyPattern pattern = pattern(row, row.required("pattern"), isBody, care);
    List<Statement> statements = new ArrayList<>();
    for (String form : row.required("claims").split(";", -1)) {
      statements.add(Statement.parse(row, form.strip(), names));
    }
    List<Condition> conditions = new ArrayList<>();
    if (!row.cell("with").isEmpty()) {
      for (String form : row.cell("with").split(" && ", -1)) {
        conditions.add(Condition.parse(row, form.strip(), names, care));
      }
    }
    Fingerprint fingerprint =
        new Fingerprint(
            id,
            pattern,
            isBody ? Stated.LONGEST_BODY : Stated.LONGEST_TEXT,
            conditions,
            statements,
            row.constant("confidence", Confidence.class),
            row.constant("trust", Trust.class),
            row.required("source"),
            row.day("dated"));
    if (care == Care.CHECKED) {
      checkGroups(row, fingerprint);
      checkExamples(row, fingerprint);
    }
    return fingerprint;
  }

  /// The pattern of a line, held to the rules for patterns if `care` asks for it.
  static LazyPattern pattern(CatalogueRow row, String regex, boolean boundedOnly, Care care) {
    if (care == Care.CHECKED) {
      compile(row, regex, boundedOnly);
    }
    return new LazyPattern(regex);
  }

  private static void checkGroups(CatalogueRow row, Fingerprint fingerprint) {
    Set<String> groups = fingerprint.pattern().pattern().namedGroups().keySet();
    for (Statement statement : fingerprint.statements()) {
      if (statement.transform().isPresent() && !groups.contains(statement.text())) {
        throw row.complaint("the pattern has no group '" + statement.text() + "'");
      }
    }
  }

  private static void compile(CatalogueRow row, String regex, boolean boundedOnly) {
    try {
      Pattern.compile(regex);
      Optional<String> objection = PatternRule.objection(regex, boundedOnly);
      if (objection.isPresent()) {
        throw row.complaint("pattern " + regex + " " + objection.get());
      }
    } catch (PatternSyntaxException bad) {
      throw row.complaint("pattern " + regex + " cannot be read: " + bad.getDescription());
    }
  }

  private void checkExamples(CatalogueRow row, Fingerprint fingerprint) {
    String[] matching = row.required("matches").split(BETWEEN_EXAMPLES, -1);
    for (String example : matching) {
      if (fingerprint.read(example, names).isEmpty()) {
        throw row.complaint("example '" + example + "' should match and does not");
      }
    }
    for (String example : row.required("differs").split(BETWEEN_EXAMPLES, -1)) {
      if (fingerprint.read(example, names).isPresent()) {
        throw row.complaint("example '" + example + "' should not match and does");
      }
    }
    Map<String, String> caught = new HashMap<>();
    Map<Attribute, Fingerprint.Said> said = fingerprint.read(matching[0], names).orElseThrow();
    for (Statement statement : fingerprint.statements()) {
      Fingerprint.Said value = said.get(statement.attribute());
      if (statement.transform().isPresent() && value != null) {
        caught.put(Statement.word(statement.attribute()), value.value());
      }
    }
    Map<String, String> expected = new HashMap<>();
    for (String form : row.cell("gives").split(";", -1)) {
      int equals = form.indexOf('=');
      if (equals > 0) {
        expected.put(form.substring(0, equals).strip(), form.substring(equals + 1).strip());
      }
    }
    if (!caught.equals(expected)) {
      throw row.complaint("example '" + matching[0] + "' gives " + caught + ", not " + expected);
    }
  }
}
