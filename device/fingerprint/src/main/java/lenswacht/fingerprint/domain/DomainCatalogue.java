package lenswacht.fingerprint.domain;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lenswacht.fingerprint.CatalogueException;

/// The names that are looked for. Read-only.
public final class DomainCatalogue {
  private static final String FILE = "domains.csv";
  private static final List<String> HEADINGS =
      List.of("domain", "operator", "country", "purpose", "service", "verified", "source", "read");

  private final List<Domain> domains;

  /// @param domains each suffix once
  public DomainCatalogue(List<Domain> domains) {
    this.domains = List.copyOf(domains);
    if (domains.isEmpty()) {
      throw new IllegalArgumentException("there are no names");
    }
    Set<String> suffixes = new HashSet<>();
    for (Domain domain : domains) {
      if (!suffixes.add(domain.suffix())) {
        throw new IllegalArgumentException(domain.suffix() + " is there twice");
      }
    }
  }

  /// The catalogue that comes with the program.
  ///
  /// @throws CatalogueException if its file is broken, which the build finds out first
  public static DomainCatalogue bundled() {
    try (InputStream in = DomainCatalogue.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + FILE);
      }
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new IllegalStateException("the program cannot read its file " + FILE, unreadable);
    }
  }

  static DomainCatalogue read(String text) {
    List<Domain> domains = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.SKIP)
            .missingFieldStrategy(FieldMismatchStrategy.STRICT)
            .extraFieldStrategy(FieldMismatchStrategy.STRICT)
            .allowUnclosedQuote(false)
            .ofNamedCsvRecord(text)) {
      for (NamedCsvRecord row : rows) {
        domains.add(domain(row));
      }
      return new DomainCatalogue(domains);
    } catch (CsvParseException | IOException | IllegalArgumentException broken) {
      throw new CatalogueException(FILE, domains.size() + 1L, String.valueOf(broken.getMessage()));
    }
  }

  private static Domain domain(NamedCsvRecord row) {
    long line = row.getStartingLineNumber();
    if (!row.getHeader().equals(HEADINGS)) {
      throw new CatalogueException(FILE, 1, "the headings must be " + String.join(",", HEADINGS));
    }
    try {
      return new Domain(
          row.getField("domain"),
          row.getField("operator"),
          row.getField("country"),
          Purpose.of(row.getField("purpose")),
          row.getField("service"),
          isYes(row.getField("verified")),
          row.getField("source"),
          LocalDate.parse(row.getField("read")));
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw new CatalogueException(FILE, line, String.valueOf(wrong.getMessage()));
    }
  }

  private static boolean isYes(String word) {
    return switch (word) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new IllegalArgumentException("'" + word + "' is neither yes nor no");
    };
  }

  /// All of them, in the order of their names.
  public List<Domain> domains() {
    return domains;
  }

  /// The last day on which one of them was read.
  public LocalDate edition() {
    return domains.stream()
        .map(Domain::read)
        .max(LocalDate::compareTo)
        .orElseThrow(() -> new IllegalStateException("the catalogue is empty"));
  }

  /// The name that is written so.
  public Optional<Domain> of(String suffix) {
    return domains.stream().filter(domain -> domain.suffix().equals(suffix)).findFirst();
  }
}
