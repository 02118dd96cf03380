package lenswacht.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import lenswacht.assessment.SeenAsset;
import lenswacht.assessment.exposure.Exposure;
import lenswacht.casefile.CaseFile;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.observation.FactJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Tells from where each asset can be reached, and by which way.
@Command(
    name = "exposure",
    description = {
      "Tells from where each asset can be reached: isolated, building, vendor-relay, internet or",
      "not-determined, with every way that was found, hop by hop, and what shows each hop.",
      "As csv or table one row per way; an asset without any has one row with an empty path.",
      "not_ruled_out names graver levels that nobody looked at; gaps says what was not looked at."
    },
    mixinStandardHelpOptions = true)
final class ExposureCommand implements Callable<Integer> {
  @Mixin private CaseOption caseOption = new CaseOption();
  @Mixin private FormatOption format = new FormatOption();

  @Option(names = "--video-only", description = "Only what takes or keeps pictures, and unknowns.")
  private boolean videoOnly;

  @Option(
      names = "--on",
      paramLabel = "DAY",
      description = "Count ages as on this day. Default: today.")
  private @Nullable LocalDate day;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    LocalDate onDay = day == null ? LocalDate.now(ZoneId.systemDefault()) : day;
    List<Exposure> exposures = new ArrayList<>();
    try (CaseFile file = caseOption.open()) {
      Identifier identifier = new Identifier(Catalogue.bundled());
      List<SeenAsset> assets = file.assets(identifier);
      List<Exposure> all = file.exposures(assets, onDay);
      for (int i = 0; i < all.size(); i++) {
        if (!videoOnly || assets.get(i).identification().identity().kind() != AssetKind.OTHER) {
          exposures.add(all.get(i));
        }
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    if (format.chosen() == Answer.Format.JSON) {
      out.println(FactJson.writePretty(exposures.stream().map(ExposureRows::json).toList()));
      out.flush();
    } else {
      new Answer(
              ExposureRows.COLUMNS,
              exposures.stream()
                  .flatMap(one -> ExposureRows.rows(one).stream())
                  .distinct()
                  .toList())
          .write(format.chosen(), out);
    }
    return ExitCode.RAN.number();
  }
}
