package lenswacht.product;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lenswacht.assessment.Finding;
import lenswacht.assessment.Interval;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.Rating;
import lenswacht.assessment.Severity;
import lenswacht.assessment.advisory.AdvisoryAnswer;
import lenswacht.knowledge.Age;
import lenswacht.knowledge.Edition;
import lenswacht.product.sheet.AddedColumn;

/// What is said of the lines of a list, in Dutch or English.
public final class ProductTale {
  private static final int MOST_SENTENCES = 4;
  private static final int MOST_NUMBERS = 6;

  private final Edition edition;
  private final Locale language;
  private final LocalDate onDay;
  private final Properties words;

  /// @param edition whose sentences are used
  /// @param language Dutch or English
  /// @param onDay the day for which ages are counted
  public ProductTale(Edition edition, Locale language, LocalDate onDay) {
    this.edition = edition;
    this.language = language;
    this.onDay = onDay;
    this.words = read(language);
  }

  static Properties read(Locale language) {
    String file = "product_" + language.getLanguage() + ".properties";
    Properties words = new Properties();
    try (InputStream in = ProductTale.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + file);
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException unreadable) {
      throw new IllegalStateException("the program cannot read its file " + file, unreadable);
    }
  }

  private String say(String key, Object... parameters) {
    String text = words.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("there is no text '" + key + "'");
    }
    String said = text;
    for (int i = 0; i < parameters.length; i++) {
      said = said.replace("{" + i + "}", String.valueOf(parameters[i]));
    }
    return said;
  }

  /// The headings of the four columns that are added to a list.
  public List<String> headings() {
    return List.of(
        say("column.espionage"), say("column.privacy"), say("column.reason"), say("column.date"));
  }

  /// The four cells that are added to a line, in the order of [#headings].
  public List<String> cells(JudgedProduct product) {
    return List.of(
        verdict(product.rated().map(RatedAsset::espionage)),
        verdict(product.rated().map(RatedAsset::privacy)),
        reason(product),
        date(product));
  }

  /// The columns that are added to a list, with their headings.
  public List<AddedColumn> added(ColumnMatcher.Layout layout, List<JudgedProduct> judged) {
    List<AddedColumn> added = new ArrayList<>();
    for (int column = 0; column < headings().size(); column++) {
      Map<Integer, String> texts = new TreeMap<>();
      if (layout.headingRow() >= 0) {
        texts.put(layout.headingRow(), headings().get(column));
      }
      for (JudgedProduct product : judged) {
        texts.put(product.recognition().product().row(), cells(product).get(column));
      }
      added.add(new AddedColumn(texts));
    }
    return added;
  }

  /// The questions to suppliers as a sheet, a row for each; a double line asks nothing again.
  public List<List<String>> questions(List<JudgedProduct> judged) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("line", "brand", "model", "question", "answer"));
    for (JudgedProduct one : judged) {
      ListedProduct product = one.recognition().product();
      if (!one.recognition().isDouble()) {
        one.questions()
            .forEach(
                question ->
                    rows.add(
                        List.of(
                            Integer.toString(product.line()),
                            product.brand(),
                            product.model(),
                            question(question, one),
                            "")));
      }
    }
    return rows;
  }

  /// A level; where it is not exact its worst end first, because that counts.
  public String verdict(Optional<Rating> rating) {
    return rating.map(Rating::level).map(this::level).orElse(say("not-rated"));
  }

  private String level(Interval level) {
    String worst = say("level." + level.worst());
    return level.isExact() ? worst : say("level.open", worst, say("level." + level.best()));
  }

  /// How a line was recognised.
  public String state(Recognition line) {
    String state = stateWord(line);
    return line.sameAs().map(row -> say("state.double", state, row + 1)).orElse(state);
  }

  /// The same without a word on doubles.
  public String stateWord(Recognition line) {
    return say("state." + (line.confirmed() ? "CONFIRMED" : line.state().name()));
  }

  /// What holds a column, in a word.
  public String column(ListColumn column) {
    return say("holds." + column);
  }

  /// When the oldest source of the verdict was written.
  public String date(JudgedProduct product) {
    return product
        .sourceDate()
        .map(date -> Age.isOverAYear(date, onDay) ? say("date.old", date) : date)
        .orElse(say("not-determined"));
  }

  /// Why the verdict is what it is, in running sentences.
  public String reason(JudgedProduct product) {
    List<String> sentences = new ArrayList<>();
    Recognition line = product.recognition();
    if (line.isDouble()) {
      sentences.add(say("reason.double", line.sameAs().orElse(0) + 1));
    }
    sentences.add(who(line));
    if (product.rated().isEmpty()) {
      sentences.add(say("reason.no-pictures"));
      return String.join(" ", sentences);
    }
    RatedAsset asset = product.rated().get();
    List<Finding> findings =
        asset.findings().stream()
            .filter(finding -> finding.severity() != Severity.INFO)
            .filter(finding -> !finding.rule().equals("R15"))
            .sorted(Comparator.comparing(Finding::severity).reversed())
            .toList();
    findings.stream()
        .limit(MOST_SENTENCES)
        .map(
            finding ->
                edition.pack().sentence(finding.text(), language, finding.parameters())
                    + " ["
                    + finding.clause()
                    + "]")
        .forEach(sentences::add);
    if (findings.size() > MOST_SENTENCES) {
      sentences.add(say("reason.more", findings.size() - MOST_SENTENCES));
    }
    sentences.add(say("reason.coverage", Math.round(asset.coverage() * 100)));
    return String.join(" ", sentences);
  }

  private String who(Recognition line) {
    return line.settled()
        .map(
            candidate ->
                candidate
                    .maker()
                    .map(maker -> say("reason.maker", edition.makers().chainText(maker, onDay)))
                    .filter(text -> !text.isBlank())
                    .orElse(say("reason.label", candidate.brand())))
        .orElseGet(
            () ->
                line.candidates().isEmpty()
                    ? say("reason.unknown")
                    : say(
                        "reason.likely",
                        line.candidates().stream()
                            .map(one -> one.brand() + " (" + one.percent() + "%)")
                            .collect(Collectors.joining(", "))));
  }

  /// A question to the supplier of a product.
  public String question(SupplierQuestion question, JudgedProduct product) {
    String name = product.recognition().product().name();
    String numbers =
        product.rated().stream()
            .flatMap(asset -> asset.advisories().stream())
            .filter(one -> one.mayCover() && !one.isConfirmed())
            .map(AdvisoryAnswer::cve)
            .sorted(Comparator.reverseOrder())
            .limit(MOST_NUMBERS)
            .collect(Collectors.joining(", "));
    return say("question." + question, name, numbers);
  }
}
