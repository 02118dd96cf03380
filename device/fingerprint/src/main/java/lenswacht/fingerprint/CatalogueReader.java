package lenswacht.fingerprint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lenswacht.observation.Observable;

/// Reads the files of the catalogue that lie beside this class, or others in their place.
final class CatalogueReader {
  /// Names the files of fingerprints, so that none is looked for that is not there: the class path
  /// of a program is long.
  static final String LIST = "files.csv";

  private static final String FOLDER = "catalogue/";

  private final Map<String, String> others;

  private CatalogueReader(Map<String, String> others) {
    this.others = Map.copyOf(others);
  }

  static Catalogue bundled(Care care) {
    return new CatalogueReader(Map.of()).read(care);
  }

  /// The catalogue with these files in place of its own, every line held to its rules.
  static Catalogue revised(Map<String, String> others) {
    for (String name : others.keySet()) {
      if (!fileNames().contains(name)) {
        throw new CatalogueException(name, 1, "is no file of the catalogue");
      }
    }
    return new CatalogueReader(others).read(Care.CHECKED);
  }

  private Catalogue read(Care care) {
    Names names = allNames();
    FingerprintReader reader = new FingerprintReader(names, new HashSet<>(), care);
    Map<Observable, List<Fingerprint>> fingerprints = new EnumMap<>(Observable.class);
    Set<String> files = new HashSet<>();
    for (CatalogueRow row : rows(LIST, "file")) {
      files.add(row.required("file"));
    }
    for (Observable observable : Observable.values()) {
      String file = Condition.fileName(observable);
      if (files.contains(file)) {
        boolean isBody = observable == Observable.HTTP_BODY;
        fingerprints.put(observable, reader.read(file, text(file), isBody));
      }
    }
    List<CatalogueRow> edition = rows("edition.csv", "edition");
    if (edition.size() != 1) {
      throw new CatalogueException("edition.csv", 1, "must hold one date");
    }
    LocalDate day = edition.getFirst().day("edition");
    return new Catalogue(
        day,
        names,
        fingerprints,
        reader.read("model.csv", text("model.csv"), false),
        new MacPrefixes(rows("mac-prefixes.csv", MacPrefixes.COLUMNS), names),
        new Labels(rows("labels.csv", Labels.COLUMNS), names),
        new Kinships(rows("kinships.csv", Kinships.COLUMNS), names),
        new FirmwareGrammar(rows("firmware.csv", FirmwareGrammar.COLUMNS), names, care));
  }

  /// The grammar of firmware versions alone.
  static FirmwareGrammar firmware() {
    CatalogueReader own = new CatalogueReader(Map.of());
    return new FirmwareGrammar(
        own.rows("firmware.csv", FirmwareGrammar.COLUMNS), own.allNames(), Care.TRUSTED);
  }

  /// The controlled names alone.
  static Names names() {
    return new CatalogueReader(Map.of()).allNames();
  }

  private Names allNames() {
    return new Names(
        rows("makers.csv", "name", "source", "dated"),
        rows("brands.csv", "name", "aliases"),
        rows("products.csv", "name", "brand", "kind", "source", "dated"),
        rows("placeholders.csv", "word"));
  }

  private List<CatalogueRow> rows(String file, String... columns) {
    return rows(file, List.of(columns));
  }

  private List<CatalogueRow> rows(String file, List<String> columns) {
    return CatalogueRow.read(file, text(file), columns);
  }

  private String text(String file) {
    if (others.containsKey(file)) {
      return String.valueOf(others.get(file));
    }
    try (InputStream bytes = CatalogueReader.class.getResourceAsStream(FOLDER.concat(file))) {
      if (bytes == null) {
        throw new CatalogueException(file, 1, "is missing");
      }
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new CatalogueException(file, 1, "cannot be read: " + unreadable.getMessage());
    }
  }

  /// Every file name that the catalogue may hold.
  static Set<String> fileNames() {
    Set<String> names =
        new HashSet<>(
            List.of(
                LIST,
                "edition.csv",
                "makers.csv",
                "brands.csv",
                "products.csv",
                "kinships.csv",
                "firmware.csv",
                "placeholders.csv",
                "model.csv",
                "mac-prefixes.csv",
                "labels.csv"));
    for (Observable observable : Observable.values()) {
      names.add(Condition.fileName(observable));
    }
    return names;
  }
}
