package lenswacht.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import lenswacht.assessment.StatedFacts;
import lenswacht.knowledge.Edition;
import lenswacht.observation.FactJson;
import org.jspecify.annotations.Nullable;
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
      "the register of makers and the advisories are asked too; what the facts say outranks them."
    },
    mixinStandardHelpOptions = true)
final class RateCommand implements Callable<Integer> {
  private static final long LARGEST = 1024 * 1024;

  @Option(names = "--facts", required = true, paramLabel = "JSON", description = "The facts.")
  private Path facts = Path.of("");

  @Mixin private ProductOption product = new ProductOption();

  @Mixin private PackOption pack = new PackOption();

  @Mixin private FormatOption format = new FormatOption();

  @Option(
      names = "--on",
      paramLabel = "DAY",
      description = "Judge as on this day. Default: the day of the edition.")
  private @Nullable LocalDate day;

  @Option(names = "--lang", defaultValue = "en", description = "Language: nl or en (default).")
  private Locale language = Locale.ENGLISH;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Edition edition = pack.edition();
    LocalDate onDay = day == null ? edition.date() : day;
    RatingTale tale = new RatingTale(edition, rated(edition, onDay), onDay, language);
    PrintWriter out = spec.commandLine().getOut();
    switch (format.chosen()) {
      case JSON -> out.println(FactJson.writePretty(tale.object()));
      case CSV, TABLE -> tale.table().write(format.chosen(), out);
    }
    out.flush();
    return ExitCode.RAN.number();
  }

  private StatedFacts rated(Edition edition, LocalDate onDay) throws CommandException, IOException {
    Map<String, String> given = read();
    try {
      return StatedFacts.rate(edition, given, product.product(), onDay);
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
      if (!root.isObject()) {
        throw new CommandException(ExitCode.USAGE, facts + " is no JSON object");
      }
      Map<String, String> read = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> field : root.properties()) {
        if (!field.getValue().isNull()) {
          read.put(field.getKey(), text(field.getKey(), field.getValue()));
        }
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
}
