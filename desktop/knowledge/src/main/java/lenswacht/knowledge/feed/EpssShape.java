package lenswacht.knowledge.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.knowledge.feed.FeedFile.Kind;
import org.jspecify.annotations.Nullable;

/// The comma-separated file of EPSS, line by line.
final class EpssShape {
  private static final int LONGEST = 512;
  private static final Pattern HEAD =
      Pattern.compile(
          "#\\s{0,4}model_version:([^,]{1,64}),score_date:([0-9]{4}-[0-9]{2}-[0-9]{2}).*");
  private static final Pattern LINE =
      Pattern.compile(
          "(CVE-[0-9]{4}-[0-9]{4,7}),([01](?:\\.[0-9]{1,18})?),([01](?:\\.[0-9]{1,18})?)");

  private EpssShape() {}

  /// Hands every score on.
  ///
  /// @param reading is told of every line that is none
  /// @throws FeedException if model, day or headings are missing
  static void read(BufferedReader lines, Statements statements, FeedReader.Reading reading)
      throws FeedException, IOException {
    Matcher head = HEAD.matcher(line(lines));
    if (!head.matches()) {
      throw new FeedException("the first line does not name the model and the day of the scores");
    }
    String model = head.group(1);
    LocalDate day =
        Shapes.day(head.group(2))
            .orElseThrow(() -> new FeedException("'" + head.group(2) + "' is no day"));
    if (!line(lines).strip().equals("cve,epss,percentile")) {
      throw new FeedException("the headings must be cve,epss,percentile");
    }
    reading.kind = Kind.EPSS;
    for (String text = next(lines); text != null; text = next(lines)) {
      Matcher score = LINE.matcher(text.strip());
      if (score.matches()) {
        reading.accept(
            statements.score(
                new Statement.Likelihood(
                    score.group(1), score.group(2), score.group(3), model, day)));
      } else if (!text.isBlank()) {
        reading.refuse("'" + text.strip() + "' is no score");
      }
    }
  }

  private static String line(BufferedReader lines) throws IOException, FeedException {
    String line = next(lines);
    return line == null ? "" : line;
  }

  /// One line, never longer than it may be.
  private static @Nullable String next(BufferedReader lines) throws IOException, FeedException {
    StringBuilder line = new StringBuilder();
    int read = lines.read();
    if (read < 0) {
      return null;
    }
    while (read >= 0 && read != '\n') {
      if (line.length() >= LONGEST) {
        throw new FeedException("a line is longer than " + LONGEST + " characters");
      }
      line.append((char) read);
      read = lines.read();
    }
    return line.toString();
  }
}
