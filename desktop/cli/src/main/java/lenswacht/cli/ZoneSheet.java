package lenswacht.cli;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import lenswacht.assessment.separation.Agreement;
import lenswacht.assessment.separation.Zone;
import lenswacht.assessment.separation.ZonePlan;
import lenswacht.knowledge.ZoneRole;
import lenswacht.observation.AddressRange;

/// The zones of a site and what was agreed between them, as two CSV files that an officer keeps:
/// `zone,role,ranges` (ranges separated by blanks) and `from,to,ports,expected` (ports empty for
/// all).
final class ZoneSheet {
  private static final long LARGEST = 1L << 20;

  private ZoneSheet() {}

  /// The zones of `file`.
  ///
  /// @throws CommandException if it is no such file, with the line where that shows
  static List<Zone> zones(Path file) throws CommandException, IOException {
    return read(file, List.of("zone", "role", "ranges"), ZoneSheet::zone);
  }

  /// The agreements of `file`.
  ///
  /// @throws CommandException if it is no such file, with the line where that shows
  static List<Agreement> agreements(Path file) throws CommandException, IOException {
    return read(file, List.of("from", "to", "ports", "expected"), ZoneSheet::agreement);
  }

  /// Both together.
  ///
  /// @throws CommandException if they contradict themselves or each other
  static ZonePlan plan(List<Zone> zones, List<Agreement> agreements) throws CommandException {
    try {
      return new ZonePlan(zones, agreements);
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(ExitCode.USAGE, "zones: " + wrong.getMessage(), wrong);
    }
  }

  private static Zone zone(NamedCsvRecord row) {
    String word = row.getField("role").strip().toLowerCase(Locale.ROOT);
    ZoneRole role =
        ZoneRole.of(word)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "'%s' is no role; roles are %s"
                            .formatted(
                                word,
                                String.join(
                                    ", ",
                                    Arrays.stream(ZoneRole.values())
                                        .map(ZoneRole::word)
                                        .toList()))));
    List<AddressRange> ranges = words(row, "ranges").map(AddressRange::parse).toList();
    return new Zone(row.getField("zone").strip(), role, ranges);
  }

  private static Agreement agreement(NamedCsvRecord row) {
    String word = row.getField("expected").strip().toLowerCase(Locale.ROOT);
    Agreement.Wanted wanted =
        switch (word) {
          case "closed" -> Agreement.Wanted.CLOSED;
          case "open" -> Agreement.Wanted.OPEN;
          case "one-way" -> Agreement.Wanted.ONE_WAY;
          default ->
              throw new IllegalArgumentException(
                  "'" + word + "' is none of closed, open and one-way");
        };
    SortedSet<Integer> ports = new TreeSet<>();
    words(row, "ports").map(ZoneSheet::port).forEach(ports::add);
    return new Agreement(row.getField("from").strip(), row.getField("to").strip(), wanted, ports);
  }

  private static Stream<String> words(NamedCsvRecord row, String column) {
    return Arrays.stream(row.getField(column).strip().split("[\\s;]+"))
        .filter(word -> !word.isEmpty());
  }

  private static int port(String word) {
    try {
      return Integer.parseInt(word);
    } catch (NumberFormatException malformed) {
      throw new IllegalArgumentException("'" + word + "' is no port", malformed);
    }
  }

  private interface Shape<T> {
    T read(NamedCsvRecord row);
  }

  private static <T> List<T> read(Path file, List<String> columns, Shape<T> shape)
      throws CommandException, IOException {
    if (Files.size(file) > LARGEST) {
      throw new CommandException(ExitCode.USAGE, file + " is too large for a list of zones");
    }
    List<T> read = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : csv) {
        Optional<String> missing =
            columns.stream().filter(column -> row.findField(column).isEmpty()).findFirst();
        if (missing.isPresent()) {
          throw new CommandException(
              ExitCode.USAGE,
              "%s: the columns %s are needed".formatted(file, String.join(", ", columns)));
        }
        read.add(read(file, row, shape));
      }
    } catch (CsvParseException | UncheckedIOException malformed) {
      throw new CommandException(
          ExitCode.USAGE, file + " is no CSV file: " + malformed.getMessage(), malformed);
    }
    return read;
  }

  private static <T> T read(Path file, NamedCsvRecord row, Shape<T> shape) throws CommandException {
    try {
      return shape.read(row);
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(
          ExitCode.USAGE,
          "%s line %d: %s".formatted(file, row.getStartingLineNumber(), wrong.getMessage()),
          wrong);
    }
  }
}
