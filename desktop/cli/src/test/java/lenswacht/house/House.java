package lenswacht.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The rooms of the house and the arrows between them.
final class House {
  private static final Path ROOT =
      Path.of(System.getProperty("lenswacht.root", "../..")).toAbsolutePath().normalize();

  /// Which rooms each room may know, besides itself.
  static final Map<String, Set<String>> ARROWS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("observation", Set.of()),
              Map.entry("fingerprint", Set.of("observation")),
              Map.entry("probe", Set.of("observation")),
              Map.entry("footage", Set.of("observation")),
              Map.entry("link", Set.of("observation")),
              Map.entry("simulator", Set.of()),
              Map.entry("agent", Set.of("observation", "fingerprint", "probe", "footage", "link")),
              Map.entry("knowledge", Set.of("observation")),
              Map.entry("assessment", Set.of("observation", "fingerprint", "knowledge")),
              Map.entry("product", Set.of("observation", "fingerprint", "knowledge", "assessment")),
              Map.entry(
                  "casefile",
                  Set.of("observation", "fingerprint", "knowledge", "assessment", "link")),
              Map.entry("report", Set.of("observation", "fingerprint", "knowledge", "assessment")),
              Map.entry("console", desktop()),
              Map.entry("cli", desktop())));

  private House() {}

  private static Set<String> desktop() {
    return Set.of(
        "observation",
        "fingerprint",
        "knowledge",
        "assessment",
        "product",
        "casefile",
        "report",
        "link");
  }

  /// Every class that ships.
  static JavaClasses shipped() {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("lenswacht");
  }

  /// Only these classes.
  static JavaClasses only(Class<?>... samples) {
    return new ClassFileImporter().importClasses(samples);
  }

  /// Whether `rule` finds something wrong with the samples.
  static boolean rejects(ArchRule rule, Class<?>... samples) {
    return rule.evaluate(only(samples)).hasViolation();
  }

  /// Package patterns of these rooms.
  static String[] packages(Iterable<String> rooms) {
    List<String> patterns = new ArrayList<>();
    rooms.forEach(room -> patterns.add("lenswacht." + room + ".."));
    return patterns.toArray(String[]::new);
  }

  /// Package patterns of these rooms.
  static String[] packages(String... rooms) {
    return packages(Arrays.asList(rooms));
  }

  /// Every source of the project, tests included.
  static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String part : List.of("device", "desktop")) {
      try (Stream<Path> tree = Files.walk(ROOT.resolve(part))) {
        tree.filter(path -> path.toString().endsWith(".java"))
            .filter(path -> !path.toString().contains("/target/"))
            .forEach(sources::add);
      }
    }
    return sources;
  }

  /// Every text and row that ships and that people read, of the desktop.
  static List<Path> texts(String ending) throws IOException {
    try (Stream<Path> tree = Files.walk(ROOT.resolve("desktop"))) {
      return tree.filter(path -> path.toString().endsWith(ending))
          .filter(path -> path.toString().contains("/src/main/resources/"))
          .sorted()
          .toList();
    }
  }
}
