package lenswacht.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Rating;
import lenswacht.assessment.StatedFacts;
import lenswacht.assessment.advisory.Product;
import lenswacht.knowledge.Edition;
import lenswacht.report.AdvisoryTale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Rates one camera and its site from facts that somebody states.
@Command(
    name = "rate",
    description = {
      "Rates one camera and its site from facts: a JSON object from fields of the policy pack to",
      "values, such as {\"site.class\": \"ministry\", \"retention.days\": 60}.",
      "A field that is not given is not determined, never 'no'. With --maker, --model and --firmware",
      "the product is held against the advisories too, each with its answer and the reason."
    },
    mixinStandardHelpOptions = true)
final class RateCommand implements Callable<Integer> {
  private static final List<String> COLUMNS = List.of("part", "id", "best", "worst", "because");
  private static final long LARGEST = 1024 * 1024;

  @Option(names = "--facts", required = true, paramLabel = "JSON", description = "The facts.")
  private Path facts = Path.of("");

  @Mixin private ProductOption product = new ProductOption();

  @Mixin private KnowledgeOption knowledge = new KnowledgeOption();

  @Mixin private FormatOption format = new FormatOption();

  @Option(names = "--lang", defaultValue = "en", description = "Language: nl or en (default).")
  private Locale language = Locale.ENGLISH;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    StatedFacts rated = rated(knowledge.edition(), read(), product.product());
    List<List<String>> rows = new ArrayList<>();
    for (Rating rating : List.of(rated.espionage(), rated.privacy())) {
      rows.add(
          row(
              "rating",
              rating.axis().name(),
              rating.level(),
              String.join(" ", rating.decidedBy())));
    }
    for (Rating rating : List.of(rated.espionage(), rated.privacy())) {
      rating
          .factors()
          .forEach(
              factor ->
                  rows.add(
                      row(
                          "factor",
                          factor.factor(),
                          factor.level(),
                          String.join(" ", factor.fired()))));
    }
    rated
        .findings()
        .forEach(finding -> rows.add(List.of("rule", finding.rule(), "", "", finding.clause())));
    AdvisoryTale tale = new AdvisoryTale(language);
    rated
        .advisories()
        .forEach(
            answer ->
                rows.add(
                    List.of(
                        "advisory",
                        answer.cve(),
                        word(answer.outcome().name()),
                        "",
                        tale.because(answer))));
    rated
        .controls()
        .forEach((id, verdict) -> rows.add(List.of("control", id, "", "", word(verdict.name()))));
    new Answer(COLUMNS, rows).write(format.chosen(), spec.commandLine().getOut());
    return ExitCode.RAN.number();
  }

  private static StatedFacts rated(
      Edition edition, Map<String, String> facts, Optional<Product> product)
      throws CommandException {
    try {
      return StatedFacts.rate(edition, facts, product);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private Map<String, String> read() throws IOException, CommandException {
    if (Files.size(facts) > LARGEST) {
      throw new CommandException(ExitCode.USAGE, facts + " is larger than " + LARGEST + " bytes");
    }
    JsonMapper mapper =
        JsonMapper.builder(
                JsonFactory.builder()
                    .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(4).build())
                    .build())
            .build();
    try {
      JsonNode root = mapper.readTree(Files.readAllBytes(facts));
      Map<String, String> read = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> field : root.properties()) {
        read.put(field.getKey(), text(field.getKey(), field.getValue()));
      }
      return read;
    } catch (JacksonException e) {
      throw new CommandException(
          ExitCode.USAGE, facts + " is no JSON object: " + e.getOriginalMessage());
    }
  }

  private static String text(String field, JsonNode value) throws CommandException {
    if (value.isBoolean()) {
      return value.booleanValue() ? "yes" : "no";
    }
    if (value.isNumber() || value.isString()) {
      return value.asString();
    }
    throw new CommandException(ExitCode.USAGE, field + " is neither text, number nor yes or no");
  }

  private static List<String> row(String part, String id, Interval level, String because) {
    return List.of(part, id, word(level.best().name()), word(level.worst().name()), because);
  }

  private static String word(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
