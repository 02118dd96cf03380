package lenswacht.product;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The words that people put above columns, in Dutch and English.
final class Headings {
  private static final String FILE = "headings.csv";
  private static final double WORD_AMONG_OTHERS = 0.85;
  private static final double MISSPELLED = 0.9;
  private static final double LEAST_ALIKE = 0.8;
  private static final int LONGEST = 60;

  private record Word(ListColumn column, String word, int weight) {}

  private final List<Word> words;

  private Headings(List<Word> words) {
    this.words = List.copyOf(words);
  }

  static Headings bundled() {
    List<Word> words = new ArrayList<>();
    try (InputStream in = Headings.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + FILE);
      }
      try (CsvReader<NamedCsvRecord> rows =
          CsvReader.builder()
              .commentStrategy(CommentStrategy.SKIP)
              .ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        for (NamedCsvRecord row : rows) {
          words.add(
              new Word(
                  ListColumn.valueOf(row.getField("column").toUpperCase(Locale.ROOT)),
                  row.getField("word"),
                  Integer.parseInt(row.getField("weight"))));
        }
      }
    } catch (IOException unreadable) {
      throw new IllegalStateException("the program cannot read its file " + FILE, unreadable);
    }
    return new Headings(words);
  }

  /// How sure a heading makes a column, 0 to 100.
  int percent(String heading, ListColumn column) {
    String plain = Spelling.plain(heading);
    if (plain.isEmpty() || plain.length() > LONGEST) {
      return 0;
    }
    return words.stream()
        .filter(word -> word.column() == column)
        .mapToInt(word -> (int) Math.round(word.weight() * alike(plain, word.word())))
        .max()
        .orElse(0);
  }

  private static double alike(String heading, String word) {
    if (heading.equals(word) || heading.replace(" ", "").equals(word.replace(" ", ""))) {
      return 1;
    }
    boolean isAmongOthers =
        !word.contains(" ")
            ? Arrays.asList(heading.split(" ")).contains(word)
            : (" " + heading + " ").contains(" " + word + " ");
    if (isAmongOthers) {
      return WORD_AMONG_OTHERS;
    }
    double alike = Spelling.likeness(heading, word);
    return alike >= LEAST_ALIKE ? alike * MISSPELLED : 0;
  }
}
