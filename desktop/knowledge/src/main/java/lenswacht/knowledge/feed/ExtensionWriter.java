package lenswacht.knowledge.feed;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lenswacht.knowledge.Imported;

/// Writes what records mean for the makers of the register: the rows of an extension of an edition.
/// Records come in the order in which they are kept, so that lists of marks come last.
final class ExtensionWriter {
  private final VendorNames vendors;
  private final Set<String> cves;
  private final Set<String> withdrawn = new TreeSet<>();
  private final Map<String, List<String>> exploited = new TreeMap<>();
  private final Map<String, List<String>> likely = new TreeMap<>();
  private final Set<String> files = new HashSet<>();
  private final StringWriter rangeText = new StringWriter();
  private final CsvWriter ranges = CsvWriter.builder().bufferSize(0).build(rangeText);
  private int rows;

  /// @param vendors who is who
  /// @param known numbers of vulnerabilities that the edition names itself
  ExtensionWriter(VendorNames vendors, Collection<String> known) {
    this.vendors = vendors;
    this.cves = new HashSet<>(known);
    ranges.writeRecord(Imported.RANGE_COLUMNS);
  }

  /// Takes what one record states.
  void take(KeptRecord kept, List<Statement> statements) {
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.Vulnerability said -> {
          if (said.rejected()) {
            withdrawn.add(said.cve());
          } else {
            ranges(
                kept,
                RangeRow.of(said.cve(), said.ranges(), vendors),
                said.scores(),
                new Origin(
                    kept.record().key(),
                    said.updated().or(said::published).map(Object::toString).orElse(""),
                    kept.record().kind() == FeedFile.Kind.NVD ? "NVD" : "CVE",
                    false));
          }
        }
        case Statement.Advised said ->
            ranges(
                kept,
                RangeRow.of(said.cve(), said.ranges(), vendors),
                said.scores(),
                new Origin(
                    said.document(),
                    said.released().map(Object::toString).orElse(""),
                    said.publisher(),
                    said.isOfMaker()));
        case Statement.Exploited listed -> {
          if (cves.contains(listed.cve())) {
            exploited.put(listed.cve(), List.of(listed.since().toString()));
          }
        }
        case Statement.Likelihood score -> {
          if (cves.contains(score.cve())) {
            likely.put(
                score.cve(),
                List.of(score.score(), score.percentile(), score.model(), score.day().toString()));
          }
        }
      }
    }
  }

  /// Where a statement comes from, beside its file.
  private record Origin(String source, String date, String publisher, boolean isOfMaker) {}

  private void ranges(
      KeptRecord kept,
      Map<RangeRow, Set<String>> found,
      List<Statement.Score> scores,
      Origin origin) {
    found.forEach(
        (row, models) -> {
          List<String> cells = row.cells(models, severity(scores));
          cells.add(plain(origin.source()));
          cells.add(origin.date());
          cells.add(plain(origin.publisher()));
          cells.add(origin.isOfMaker() ? "yes" : "no");
          cells.add(plain(row.said()));
          cells.add(kept.file());
          ranges.writeRecord(cells);
          rows++;
          cves.add(row.cve());
          files.add(kept.file());
        });
  }

  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ").strip();
  }

  /// By the highest score, whoever gave it.
  private static String severity(List<Statement.Score> scores) {
    double highest = scores.stream().mapToDouble(Statement.Score::base).max().orElse(0);
    if (highest >= 9) {
      return "CRITICAL";
    }
    if (highest >= 7) {
      return "HIGH";
    }
    if (highest >= 4) {
      return "MEDIUM";
    }
    return highest > 0 ? "LOW" : "UNRATED";
  }

  /// Number of ranges so far.
  int ranges() {
    return rows;
  }

  /// The files of the extension.
  ///
  /// @param known every file that brought a record, by its hash
  Map<String, byte[]> files(Map<String, FileRow> known) {
    Map<String, byte[]> written = new LinkedHashMap<>();
    written.put("files.csv", files(known, files));
    written.put("ranges.csv", rangeText.toString().getBytes(StandardCharsets.UTF_8));
    written.put("marks.csv", marks());
    return written;
  }

  /// A file that was imported.
  ///
  /// @param name as it was given
  /// @param kind what it was
  /// @param imported day
  /// @param check what lay beside it
  record FileRow(String name, String kind, String imported, String check) {}

  /// The rows of `named` among `known`.
  static byte[] files(Map<String, FileRow> known, Set<String> named) {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    csv.writeRecord(Imported.FILE_COLUMNS);
    new TreeMap<>(known)
        .forEach(
            (sha256, file) -> {
              if (named.contains(sha256)) {
                csv.writeRecord(
                    sha256,
                    plain(file.name()),
                    file.kind().toLowerCase(Locale.ROOT),
                    file.imported(),
                    file.check());
              }
            });
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private byte[] marks() {
    StringWriter text = new StringWriter();
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
    csv.writeRecord(Imported.MARK_COLUMNS);
    for (String cve : new TreeSet<>(cves)) {
      List<String> listed = exploited.getOrDefault(cve, List.of(""));
      List<String> score = likely.getOrDefault(cve, List.of("", "", "", ""));
      boolean gone = withdrawn.contains(cve);
      if (gone || !listed.getFirst().isEmpty() || !score.getFirst().isEmpty()) {
        csv.writeRecord(
            cve,
            listed.getFirst(),
            score.get(0),
            score.get(1),
            score.get(2),
            score.get(3),
            gone ? "yes" : "no");
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
