package lenswacht.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import lenswacht.observation.Bytes;

/// What was imported from public feeds, as an extension of an edition: ranges of firmware with
/// where each was read, and marks. It lies in a folder of its own, named after the hash of its
/// files, and never changes; `current` names the folder that counts.
public final class Imported {
  /// Names of the files of an extension, in the order in which they are hashed.
  public static final List<String> FILES = List.of("files.csv", "ranges.csv", "marks.csv");

  /// Headings of the files of feeds.
  public static final List<String> FILE_COLUMNS =
      List.of("sha256", "name", "kind", "imported", "check");

  /// Headings of the ranges.
  public static final List<String> RANGE_COLUMNS =
      List.of(
          "cve",
          "maker",
          "models",
          "bound",
          "from",
          "through",
          "fixed_from",
          "exact",
          "severity",
          "standing",
          "source",
          "date",
          "publisher",
          "of_maker",
          "said",
          "file");

  /// Headings of the marks.
  public static final List<String> MARK_COLUMNS =
      List.of("cve", "exploited_since", "score", "percentile", "model", "score_day", "withdrawn");

  private static final int LARGEST_FILE = 256 * 1024 * 1024;
  private static final int LONGEST_POINTER = 256;
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

  private final String hash;
  private final List<Advisory> advisories;
  private final Map<String, Mark> marks;

  private Imported(String hash, List<Advisory> advisories, Map<String, Mark> marks) {
    this.hash = hash;
    this.advisories = List.copyOf(advisories);
    this.marks = Map.copyOf(marks);
  }

  /// What counts in `home`, empty where nothing was imported.
  ///
  /// @param home folder of knowledge of this computer
  /// @throws PackException if the files are not those that were written
  public static Optional<Imported> current(Path home) throws PackException {
    Optional<String> name = pointer(home);
    return name.isEmpty() ? Optional.empty() : Optional.of(read(home, name.get()));
  }

  /// An extension by its hash, to compute again what was computed with it.
  ///
  /// @throws PackException if it is not there, or its files are not those that were written
  public static Imported read(Path home, String hash) throws PackException {
    if (!NAME.matcher(hash).matches()) {
      throw new PackException("current", 0, "names no extension");
    }
    Path folder = folder(home, hash);
    Map<String, byte[]> kept = new LinkedHashMap<>();
    for (String file : FILES) {
      kept.put(file, bytes(folder, file));
    }
    Imported read = of(kept);
    if (!read.hash.equals(hash)) {
      throw new PackException(
          folder.getFileName().toString(), 0, "its files are not those that were imported");
    }
    return read;
  }

  /// An extension from the bytes of its files.
  ///
  /// @throws PackException if they are not what they should be
  public static Imported of(Map<String, byte[]> files) throws PackException {
    RowReader reader =
        new RowReader(name -> Optional.ofNullable(files.get(name)).orElseGet(() -> new byte[0]));
    Map<String, Row> byHash = new HashMap<>();
    for (Row row : reader.readOrNone("files.csv", FILE_COLUMNS)) {
      byHash.put(row.required("sha256"), row);
    }
    List<Advisory> advisories = new ArrayList<>();
    for (Row row : reader.readOrNone("ranges.csv", RANGE_COLUMNS)) {
      advisories.add(advisory(row, byHash));
    }
    Map<String, Mark> marks = new HashMap<>();
    for (Row row : reader.readOrNone("marks.csv", MARK_COLUMNS)) {
      marks.put(row.required("cve"), mark(row));
    }
    return new Imported(hash(files), advisories, marks);
  }

  /// Whether it says nothing.
  public boolean isEmpty() {
    return advisories.isEmpty() && marks.isEmpty();
  }

  /// The folder of an extension.
  public static Path folder(Path home, String hash) {
    return home.resolve("editions").resolve(hash);
  }

  /// The file that names the extension that counts.
  public static Path pointerFile(Path home) {
    return home.resolve("current");
  }

  /// Hash over the hashes and names of the files of an extension.
  public static String hash(Map<String, byte[]> files) {
    StringBuilder lines = new StringBuilder();
    files.forEach(
        (file, bytes) ->
            lines.append(Bytes.of(bytes).sha256().hex()).append("  ").append(file).append('\n'));
    return Bytes.of(lines.toString().getBytes(StandardCharsets.UTF_8)).sha256().hex();
  }

  /// The hash of the extension that counts, empty where nothing was imported.
  ///
  /// @throws PackException if the file that names it cannot be read
  public static Optional<String> pointer(Path home) throws PackException {
    Path file = pointerFile(home);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(LONGEST_POINTER), StandardCharsets.US_ASCII);
      return Optional.of(text.lines().findFirst().orElse("").strip());
    } catch (IOException e) {
      throw new PackException("current", 0, "the file cannot be read: " + e.getMessage());
    }
  }

  private static byte[] bytes(Path folder, String file) throws PackException {
    try (InputStream in = Files.newInputStream(folder.resolve(file))) {
      byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
      if (bytes.length > LARGEST_FILE) {
        throw new PackException(file, 0, "the file is larger than " + LARGEST_FILE + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw new PackException(file, 0, "the file cannot be read: " + e.getMessage());
    }
  }

  private static Advisory advisory(Row row, Map<String, Row> files) throws PackException {
    Row file = files.get(row.required("file"));
    if (file == null) {
      throw row.wrong("there is no file '" + row.text("file") + "'");
    }
    return new Advisory(
        row.required("cve"),
        row.required("maker"),
        row.words("models"),
        Advisory.Bound.valueOf(row.oneOf("bound", names(Advisory.Bound.values()))),
        row.optional("from"),
        row.optional("through"),
        row.optional("fixed_from"),
        row.yes("exact"),
        row.required("severity"),
        Optional.empty(),
        row.required("source"),
        row.text("date"),
        Advisory.Standing.valueOf(row.oneOf("standing", names(Advisory.Standing.values()))),
        Optional.of(
            new Provenance(
                file.required("name"),
                file.required("sha256"),
                row.text("publisher"),
                row.yes("of_maker"),
                row.text("date"),
                file.date("imported"),
                file.required("check"),
                row.text("said"))));
  }

  private static List<String> names(Enum<?>[] values) {
    List<String> names = new ArrayList<>();
    for (Enum<?> value : values) {
      names.add(value.name());
    }
    return names;
  }

  private static Mark mark(Row row) throws PackException {
    Optional<LocalDate> listed =
        row.optional("exploited_since").isEmpty()
            ? Optional.empty()
            : Optional.of(row.date("exploited_since"));
    Optional<Mark.Likelihood> likelihood =
        row.optional("score").isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Mark.Likelihood(
                    row.required("score"),
                    row.required("percentile"),
                    row.required("model"),
                    row.date("score_day")));
    return new Mark(listed, likelihood, row.yes("withdrawn"));
  }

  /// SHA-256 over the hashes and names of its files, 64 hex digits.
  public String hash() {
    return hash;
  }

  /// Every range, in the order of the file.
  public List<Advisory> advisories() {
    return advisories;
  }

  /// Every mark, by the number of the vulnerability.
  public Map<String, Mark> marks() {
    return marks;
  }
}
