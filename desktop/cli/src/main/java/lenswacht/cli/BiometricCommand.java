package lenswacht.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lenswacht.assessment.StatedFacts;
import lenswacht.assessment.biometric.BiometricField;
import lenswacht.assessment.biometric.BiometricSystem;
import lenswacht.assessment.biometric.RatedSystem;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.KeptSystem;
import lenswacht.casefile.RegisterCandidates;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The register of systems that tell faces apart.
@Command(
    name = "biometric",
    description = "The register of systems that tell faces apart, beside the cameras.",
    mixinStandardHelpOptions = true,
    subcommands = {
      BiometricCommand.ListCommand.class,
      BiometricCommand.Add.class,
      BiometricCommand.Remove.class,
      BiometricCommand.Import.class,
      BiometricCommand.Export.class,
      BiometricCommand.Candidates.class
    })
final class BiometricCommand extends VerbGroup {
  private static List<BiometricSystem> systems(CaseFile file) throws Exception {
    return file.decisions().register().stream().map(KeptSystem::system).toList();
  }

  /// Lists and rates the register.
  @Command(
      name = "list",
      description = {
        "Lists every system with both ratings, the verdict of each control, and what nobody said.",
        "A system of another organisation, such as CATCH of the police, is not rated: of that only",
        "counts whether each handing over of pictures has a lawful authority."
      },
      mixinStandardHelpOptions = true)
  static final class ListCommand extends CaseVerb.Listing {
    private static final List<String> COLUMNS =
        List.of(
            "name",
            "kind",
            "assets",
            "purpose",
            "regime",
            "legal_basis",
            "reference_database",
            "origin",
            "tested_before_use",
            "human_review",
            "threshold",
            "espionage",
            "privacy",
            "rules",
            "controls",
            "not_determined",
            "by",
            "at");

    @Override
    protected void work(CaseFile file) throws Exception {
      Edition edition = Edition.bundled();
      List<List<String>> rows = new ArrayList<>();
      Map<String, String> site = file.answers().site();
      for (KeptSystem kept : file.decisions().register()) {
        rows.add(row(kept, RatedSystem.of(kept.system(), site, edition)));
      }
      tell(COLUMNS, rows);
    }

    private static List<String> row(KeptSystem kept, RatedSystem rated) {
      BiometricSystem system = kept.system();
      return List.of(
          system.name(),
          system.kind().word(),
          String.join(" ", system.assets()),
          system.value(BiometricField.PURPOSE).orElse(""),
          system.value(BiometricField.REGIME).orElse(""),
          system.value(BiometricField.LEGAL_BASIS).orElse(""),
          system.value(BiometricField.REFERENCE_DATABASE).orElse(""),
          system.value(BiometricField.ORIGIN).orElse(""),
          system.isReviewedBefore().map(is -> is ? "yes" : "no").orElse(""),
          system.value(BiometricField.HUMAN_REVIEW).orElse(""),
          system.value(BiometricField.THRESHOLD).orElse(""),
          rated.rated().map(one -> Words.of(one.espionage().level())).orElse("not rated"),
          rated.rated().map(one -> Words.of(one.privacy().level())).orElse("not rated"),
          rated.rated().map(ListCommand::rules).orElse(""),
          rated.controls().entrySet().stream()
              .map(one -> one.getKey() + "=" + SeparationCommand.word(one.getValue()))
              .collect(Collectors.joining(" ")),
          system.open().stream().map(BiometricField::column).collect(Collectors.joining(" ")),
          kept.by(),
          kept.at().toString());
    }

    private static String rules(StatedFacts rated) {
      return rated.findings().stream()
          .map(finding -> finding.rule())
          .collect(Collectors.joining(" "));
    }
  }

  /// Puts one system on the register.
  @Command(
      name = "add",
      description = "Puts a system on the register; one with the same name is replaced.",
      mixinStandardHelpOptions = true)
  static final class Add extends CaseVerb.Saying {
    @Option(names = "--name", required = true, description = "Its name within the site.")
    private String name = "";

    @Option(
        names = "--kind",
        required = true,
        description = "door-terminal, camera, recorder, server, outside-service or police-system.")
    private String kind = "";

    @Option(names = "--asset", description = "Address of an asset it runs on. Repeat for more.")
    private List<String> assets = new ArrayList<>();

    @Option(
        names = "--set",
        paramLabel = "FIELD=VALUE",
        description = "What is known of it, by the columns of 'biometric export'. Repeat for more.")
    private Map<String, String> said = new LinkedHashMap<>();

    @Override
    protected void work(CaseFile file) throws Exception {
      try {
        BiometricSystem system = BiometricSheet.system(name, kind, assets, said);
        file.decisions().register(List.of(system), by(), InstantSource.system().instant());
      } catch (IllegalArgumentException wrong) {
        throw new CommandException(ExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
      }
    }
  }

  /// Takes a system off the register.
  @Command(
      name = "remove",
      description = "Takes a system off the register; what was said of it stays in the case file.",
      mixinStandardHelpOptions = true)
  static final class Remove extends CaseVerb.Saying {
    @Parameters(paramLabel = "NAME", description = "Its name.")
    private String name = "";

    @Override
    protected void work(CaseFile file) throws Exception {
      if (systems(file).stream().noneMatch(system -> system.name().equals(name))) {
        throw new CommandException(ExitCode.USAGE, "there is no system '" + name + "'");
      }
      file.decisions().strike(name, by(), InstantSource.system().instant());
    }
  }

  /// Reads a register from a sheet.
  @Command(
      name = "import",
      description =
          "Puts the systems of a sheet (.xlsx, .ods or .csv) on the register, all or none.",
      mixinStandardHelpOptions = true)
  static final class Import extends CaseVerb.Saying {
    @Parameters(paramLabel = "SHEET", description = "As 'biometric export' writes it.")
    private Path sheet = Path.of("");

    @Override
    protected void work(CaseFile file) throws Exception {
      List<BiometricSystem> systems = BiometricSheet.read(sheet);
      file.decisions().register(systems, by(), InstantSource.system().instant());
      err().println(systems.size() + " systems on the register");
    }
  }

  /// Writes the register as a sheet.
  @Command(
      name = "export",
      description = "Writes the register as a sheet (.xlsx or .csv), or prints it.",
      mixinStandardHelpOptions = true)
  static final class Export extends CaseVerb.Listing {
    @Option(names = "--out", paramLabel = "FILE", description = "Where it goes.")
    private @Nullable Path out;

    @Override
    protected void work(CaseFile file) throws Exception {
      List<List<String>> rows = BiometricSheet.rows(systems(file));
      if (out == null) {
        tell(BiometricSheet.COLUMNS, rows);
      } else {
        ProductSheets.write(
            out, Stream.concat(Stream.of(BiometricSheet.COLUMNS), rows.stream()).toList());
      }
    }
  }

  /// Proposes systems from what was seen.
  @Command(
      name = "candidates",
      description = {
        "Proposes what may belong on the register: assets that say they can tell faces apart,"
            + " doors",
        "with a camera, and services for faces that somebody called. That something can is no"
            + " proof",
        "that it does."
      },
      mixinStandardHelpOptions = true)
  static final class Candidates extends CaseVerb.Listing {
    private static final List<String> COLUMNS = List.of("name", "kind", "assets", "because");

    @Override
    protected void work(CaseFile file) throws Exception {
      tell(
          COLUMNS,
          RegisterCandidates.of(file, new Identifier(Catalogue.bundled())).stream()
              .map(
                  one ->
                      List.of(
                          one.name(),
                          one.kind().word(),
                          String.join(" ", one.assets()),
                          one.because().name().toLowerCase(Locale.ROOT).replace('_', '-')))
              .toList());
    }
  }
}
