package lenswacht.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import lenswacht.assessment.biometric.BiometricField;
import lenswacht.assessment.biometric.BiometricSystem;
import lenswacht.product.sheet.SheetException;
import lenswacht.product.sheet.SheetRows;

/// The register of systems that tell faces apart, as a sheet with a row for each.
final class BiometricSheet {
  /// The columns, in this order.
  static final List<String> COLUMNS =
      Stream.concat(
              Stream.of("name", "kind", "assets"),
              Arrays.stream(BiometricField.values()).map(BiometricField::column))
          .toList();

  private BiometricSheet() {}

  /// The systems as rows, without the headings.
  static List<List<String>> rows(List<BiometricSystem> systems) {
    List<List<String>> rows = new ArrayList<>();
    for (BiometricSystem system : systems) {
      List<String> row =
          new ArrayList<>(
              List.of(system.name(), system.kind().word(), String.join(" ", system.assets())));
      for (BiometricField field : BiometricField.values()) {
        row.add(system.value(field).orElse(""));
      }
      rows.add(row);
    }
    return rows;
  }

  /// Reads a filled-in sheet.
  ///
  /// @throws SheetException if a row says something that cannot be so
  static List<BiometricSystem> read(Path file) throws IOException, SheetException {
    SheetRows sheet = SheetRows.read(file, List.of("name", "kind"));
    List<BiometricSystem> systems = new ArrayList<>();
    for (SheetRows.Filled row : sheet.rows()) {
      Map<String, String> said = new LinkedHashMap<>(row.cells());
      said.keySet().removeAll(List.of("name", "kind", "assets"));
      try {
        systems.add(system(row.text("name"), row.text("kind"), words(row.text("assets")), said));
      } catch (IllegalArgumentException wrong) {
        throw sheet.wrong(row, String.valueOf(wrong.getMessage()));
      }
    }
    return systems;
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split("\\s+"));
  }

  /// A system as somebody described it; empty values are left out.
  ///
  /// @throws IllegalArgumentException if a word is none that can stand there
  static BiometricSystem system(
      String name, String kind, List<String> assets, Map<String, String> said) {
    BiometricSystem.Kind known =
        BiometricSystem.Kind.of(kind)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'%s' is no kind; kinds are %s"
                            .formatted(
                                kind,
                                String.join(
                                    ", ",
                                    Arrays.stream(BiometricSystem.Kind.values())
                                        .map(BiometricSystem.Kind::word)
                                        .toList()))));
    Map<BiometricField, String> values = new EnumMap<>(BiometricField.class);
    for (Map.Entry<String, String> one : said.entrySet()) {
      if (one.getValue().isBlank()) {
        continue;
      }
      BiometricField field =
          BiometricField.of(one.getKey().strip())
              .orElseThrow(
                  () -> new IllegalArgumentException("there is no column '" + one.getKey() + "'"));
      values.put(field, value(one.getValue().strip(), field));
    }
    return new BiometricSystem(name, known, assets, values);
  }

  private static String value(String text, BiometricField field) {
    String small = text.toLowerCase(Locale.ROOT);
    if (small.equals("ja") && field.accepts("yes")) {
      return "yes";
    }
    if (small.equals("nee") && field.accepts("no")) {
      return "no";
    }
    return field.accepts(small) && !field.shape().equals("words") ? small : text;
  }
}
