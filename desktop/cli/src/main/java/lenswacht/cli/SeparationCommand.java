package lenswacht.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import lenswacht.assessment.separation.Agreement;
import lenswacht.assessment.separation.Cell;
import lenswacht.assessment.separation.Cell.PortReach;
import lenswacht.assessment.separation.Reach;
import lenswacht.assessment.separation.SeparationMatrix;
import lenswacht.assessment.separation.Zone;
import lenswacht.assessment.separation.ZonePlan;
import lenswacht.casefile.CaseFile;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import lenswacht.report.SeparationTale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Tells which zones reach which. The columns are part of the command's interface.
@Command(
    name = "separation",
    description = {
      "Tells which zones of the building reach which, from where the device was plugged in, held",
      "against what was agreed. One row for each pair of zones, with the port 'any', and one for",
      "each port on which something is known to answer.",
      "measured: open, partly, closed, not-determined (tried, and nothing is known there that could",
      "have answered), not-measured."
    },
    mixinStandardHelpOptions = true)
final class SeparationCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of("from", "to", "port", "expected", "measured", "conformity", "source");

  private static final String ANY = "any";

  @Mixin private CaseOption caseOption = new CaseOption();
  @Mixin private FormatOption format = new FormatOption();

  @Option(
      names = "--zones",
      paramLabel = "CSV",
      description = {
        "The zones of the site: zone,role,ranges. Kept in the case file, instead of those before.",
        "Roles: camera, office, management, guest, outdoor, other."
      })
  private @Nullable Path zones;

  @Option(
      names = "--agreed",
      paramLabel = "CSV",
      description = {
        "What was agreed: from,to,ports,expected (closed, open or one-way; ports empty for all).",
        "Kept in the case file. Where nothing was agreed the norm is the yardstick."
      })
  private @Nullable Path agreed;

  @Option(
      names = "--lang",
      defaultValue = "nl",
      description = "Language of the sentences on standard error: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @Option(
      names = "--fail-on-deviation",
      description = "Exit code 3 if any pair of zones is not as agreed or as the norm wants.")
  private boolean failOnDeviation;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    try (CaseFile file = caseOption.open()) {
      keep(file);
      SeparationMatrix matrix =
          file.separation(
                  file.assets(new Identifier(Catalogue.bundled())), Edition.bundled().separation())
              .orElseThrow(
                  () ->
                      new CommandException(
                          ExitCode.USAGE,
                          "nobody said which zones there are; give them with --zones"));
      new Answer(COLUMNS, rows(matrix)).write(format.chosen(), spec.commandLine().getOut());
      new SeparationTale(language).answers(matrix).forEach(spec.commandLine().getErr()::println);
      spec.commandLine().getErr().flush();
      boolean isFailed = failOnDeviation && !matrix.deviations().isEmpty();
      return (isFailed ? ExitCode.LEVEL_REACHED : ExitCode.RAN).number();
    }
  }

  private void keep(CaseFile file) throws Exception {
    if (zones == null && agreed == null) {
      return;
    }
    ZonePlan before = file.zones();
    List<Zone> named = zones == null ? before.zones() : ZoneSheet.zones(zones);
    List<Agreement> said = agreed == null ? before.agreements() : ZoneSheet.agreements(agreed);
    file.keepZones(ZoneSheet.plan(named, said));
  }

  private static List<List<String>> rows(SeparationMatrix matrix) {
    List<List<String>> rows = new ArrayList<>();
    for (Cell cell : matrix.cells()) {
      rows.add(row(cell, ANY, expected(cell), cell.reach()));
      for (PortReach port : cell.ports()) {
        rows.add(row(cell, Integer.toString(port.port()), expected(cell, port), port.reach()));
      }
    }
    return rows;
  }

  private static List<String> row(Cell cell, String port, String expected, Reach reach) {
    String source =
        cell.agreed()
            .map(_ -> "agreed")
            .or(() -> cell.norm().map(clause -> clause.control() + ", " + clause.source()))
            .orElse("");
    return List.of(
        cell.from(),
        cell.to(),
        port,
        expected,
        word(reach),
        port.equals(ANY) ? word(cell.conformity()) : "",
        source);
  }

  private static String expected(Cell cell) {
    Optional<Agreement.Wanted> wanted = cell.agreed().map(Agreement::wanted);
    return wanted.map(SeparationCommand::word).orElse(cell.norm().isPresent() ? "closed" : "");
  }

  private static String expected(Cell cell, PortReach port) {
    if (cell.agreed().isEmpty()) {
      return expected(cell);
    }
    Agreement agreement = cell.agreed().get();
    boolean isOpen =
        agreement.wanted() != Agreement.Wanted.CLOSED
            && (agreement.ports().isEmpty() || agreement.ports().contains(port.port()));
    return isOpen ? "open" : "closed";
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
