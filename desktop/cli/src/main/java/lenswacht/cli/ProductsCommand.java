package lenswacht.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lenswacht.assessment.Answers;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.Rating;
import lenswacht.casefile.CaseFile;
import lenswacht.fingerprint.Catalogue;
import lenswacht.knowledge.Edition;
import lenswacht.observation.FactJson;
import lenswacht.product.ColumnMatch;
import lenswacht.product.ColumnMatcher;
import lenswacht.product.Confirmations;
import lenswacht.product.JudgedProduct;
import lenswacht.product.ListedProduct;
import lenswacht.product.ProductJudge;
import lenswacht.product.ProductList;
import lenswacht.product.ProductTale;
import lenswacht.product.Recogniser;
import lenswacht.product.Recognition;
import lenswacht.product.sheet.AddedColumn;
import lenswacht.product.sheet.SheetException;
import lenswacht.product.sheet.SheetFile;
import lenswacht.report.ProductAnnex;
import lenswacht.report.ReportOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Judges a list of products without any scan.
@Command(
    name = "products",
    description = {
      "Judges a tender or inventory (XLSX, ODS or CSV) by the rules, without any scan.",
      "Columns are found by themselves; --column names one where that goes wrong. A line that looks",
      "like something known counts only after a person confirmed it: write the sheet with --ask,",
      "fill it in, and give it with --confirm. What a line does not say counts at its worst."
    },
    mixinStandardHelpOptions = true)
final class ProductsCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "line",
          "brand",
          "model",
          "recognised",
          "maker",
          "percent",
          "espionage",
          "privacy",
          "reason",
          "source_date");

  @Parameters(paramLabel = "LIST", description = "The list: XLSX, ODS or CSV.")
  private Path list = Path.of("");

  @Mixin private PackOption pack = new PackOption();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes the list again in its own format with four columns added.")
  private @Nullable Path out;

  @Option(names = "--annex", paramLabel = "PDF", description = "Writes the verdicts as an annex.")
  private @Nullable Path annex;

  @Option(
      names = "--questions",
      paramLabel = "FILE",
      description = "Writes the questions to the suppliers (.xlsx or .csv).")
  private @Nullable Path questions;

  @Option(
      names = "--ask",
      paramLabel = "FILE",
      description = "Writes the sheet on which likely lines are confirmed (.xlsx or .csv).")
  private @Nullable Path ask;

  @Option(
      names = "--confirm",
      paramLabel = "FILE",
      description = "The filled-in sheet: yes or no in the column 'confirm'.")
  private @Nullable Path confirm;

  @Option(
      names = "--dry-run",
      description = "Only tells how columns and lines are read; writes no list and no annex.")
  private boolean dryRun;

  @Option(
      names = "--column",
      paramLabel = "WHAT=NUMBER",
      description = {
        "Which column holds what, counted from 1: brand, model, firmware, description, number,",
        "place. Repeat for more."
      })
  private Map<String, Integer> columns = new LinkedHashMap<>();

  @Option(
      names = "--case",
      paramLabel = "FILE",
      description = "Takes what people answered on the site from this case file.")
  private @Nullable Path caseFile;

  @Option(
      names = "--answer",
      paramLabel = "FIELD=VALUE",
      description = "What holds for the place, for example site.class=ministry. Repeat for more.")
  private Map<String, String> answers = new LinkedHashMap<>();

  @Option(names = "--on", paramLabel = "DAY", description = "Judge as on this day.")
  private @Nullable LocalDate day;

  @Mixin private FormatOption format = new FormatOption();

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Edition edition = pack.edition();
    LocalDate onDay = day == null ? LocalDate.now(ZoneId.systemDefault()) : day;
    ProductTale tale = new ProductTale(edition, language, onDay);
    try {
      SheetFile sheet = SheetFile.open(list);
      Catalogue catalogue = Catalogue.bundled();
      Recogniser recogniser = new Recogniser(catalogue);
      ColumnMatcher.Layout layout =
          ProductColumns.named(new ColumnMatcher(catalogue).match(sheet.rows()), columns);
      ProductList products = ProductList.read(sheet.rows(), layout, recogniser);
      Confirmations said =
          confirm == null ? Confirmations.NONE : Confirmations.read(SheetFile.open(confirm));
      List<Recognition> lines = recogniser.recognise(products, said);
      List<JudgedProduct> judged =
          new ProductJudge(edition, recogniser).judge(lines, site(edition), onDay);
      show(layout, lines, judged, tale, edition);
      if (ask != null) {
        ProductSheets.write(ask, Confirmations.sheet(lines));
      }
      if (questions != null) {
        ProductSheets.write(questions, tale.questions(judged));
      }
      if (!dryRun) {
        keep(sheet, layout, judged, tale, edition);
      }
      return ExitCode.RAN.number();
    } catch (SheetException refused) {
      throw new CommandException(ExitCode.USAGE, list + ": " + refused.getMessage(), refused);
    }
  }

  private Answers site(Edition edition) throws Exception {
    Map<String, String> site = new TreeMap<>();
    if (caseFile != null) {
      try (CaseFile file = CaseFile.open(caseFile)) {
        site.putAll(file.answers().site());
      }
    }
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      AnswerSheet.check(
          new AnswerSheet.Given("", answer.getKey(), answer.getValue()), edition.pack());
      site.put(answer.getKey(), answer.getValue());
    }
    return new Answers(site, Map.of());
  }

  private void show(
      ColumnMatcher.Layout layout,
      List<Recognition> lines,
      List<JudgedProduct> judged,
      ProductTale tale,
      Edition edition) {
    List<List<String>> rows =
        judged.stream().map(product -> ProductsCommand.row(product, tale)).toList();
    if (format.chosen() == Answer.Format.JSON) {
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("list", String.valueOf(list.getFileName()));
      told.put("pack", edition.pack().id());
      told.put("edition", edition.id());
      told.put("heading_line", layout.headingRow() + 1);
      told.put("columns", layout.columns());
      told.put("counts", ProductSheets.counts(lines));
      told.put("lines", ProductSheets.lines(COLUMNS, rows, judged, tale));
      spec.commandLine().getOut().println(FactJson.writePretty(told));
      spec.commandLine().getOut().flush();
    } else {
      new Answer(COLUMNS, rows).write(format.chosen(), spec.commandLine().getOut());
    }
    for (ColumnMatch match : layout.columns()) {
      spec.commandLine()
          .getErr()
          .println(
              "column %d '%s': %s, %d %% (heading %d, contents %d)"
                  .formatted(
                      match.index() + 1,
                      match.heading(),
                      tale.column(match.column()),
                      match.percent(),
                      match.byHeading(),
                      match.byContents()));
    }
    spec.commandLine()
        .getErr()
        .println(
            ProductSheets.counts(lines).entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", ")));
    spec.commandLine().getErr().flush();
  }

  private static List<String> row(JudgedProduct judged, ProductTale tale) {
    Recognition line = judged.recognition();
    List<String> row =
        new ArrayList<>(
            List.of(
                Integer.toString(line.product().line()),
                line.product().brand(),
                line.product().model(),
                tale.state(line),
                line.settled().flatMap(Recognition.Candidate::maker).orElse(""),
                line.candidates().stream()
                    .findFirst()
                    .map(candidate -> Integer.toString(candidate.percent()))
                    .orElse("")));
    row.addAll(tale.cells(judged));
    return row;
  }

  private void keep(
      SheetFile sheet,
      ColumnMatcher.Layout layout,
      List<JudgedProduct> judged,
      ProductTale tale,
      Edition edition)
      throws IOException, CommandException {
    if (out != null) {
      ProductSheets.mustBe(out, sheet.format());
      List<AddedColumn> added = tale.added(layout, judged);
      Path draft = Files.createTempFile(out.toAbsolutePath().getParent(), ".new-", ".tmp");
      try {
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(draft))) {
          sheet.write(to, added);
        }
        Files.move(draft, out, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
      spec.commandLine().getErr().println("list written to " + out);
    }
    if (annex != null) {
      annex(judged, tale, edition)
          .write(
              annex,
              ReportOrder.draft(language, InstantSource.system().instant(), ProgramVersion.text()));
      spec.commandLine().getErr().println("annex written to " + annex);
    }
  }

  private ProductAnnex annex(List<JudgedProduct> judged, ProductTale tale, Edition edition) {
    List<ProductAnnex.Line> lines = new ArrayList<>();
    for (JudgedProduct one : judged) {
      ListedProduct product = one.recognition().product();
      boolean isAsked = !one.recognition().isDouble();
      lines.add(
          new ProductAnnex.Line(
              product.line(),
              product.name(),
              tale.state(one.recognition()),
              one.rated().map(RatedAsset::espionage).map(Rating::level),
              one.rated().map(RatedAsset::privacy).map(Rating::level),
              tale.reason(one),
              tale.date(one),
              isAsked
                  ? one.questions().stream().map(question -> tale.question(question, one)).toList()
                  : List.of()));
    }
    Map<String, Integer> counted = new LinkedHashMap<>();
    judged.forEach(one -> counted.merge(tale.stateWord(one.recognition()), 1, Integer::sum));
    return new ProductAnnex(String.valueOf(list.getFileName()), counted, lines, edition);
  }
}
