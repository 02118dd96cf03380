package lenswacht.cli;

import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.RatedAsset;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.Custodian;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.knowledge.Edition;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// A whole visit to a practice building: building, device, pairing, mandate, scan, case file,
/// judgement, report and pictures, each by the programs that do it in earnest.
@Command(
    name = "demo",
    description = {
      "A whole visit to a practice building on loopback addresses.",
      "Leaves a case file, a report as PDF in Dutch and English, and pictures of the console."
    },
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      defaultValue = "lenswacht-demo",
      paramLabel = "DIR",
      description = "Folder for everything the demo leaves. Default: ${DEFAULT-VALUE}")
  private Path out = Path.of("");

  @Option(names = "--headless", description = "Do not open the console, even with a display.")
  private boolean headless;

  @Option(
      names = "--building",
      defaultValue = "",
      paramLabel = "FILE",
      description = "Serve this building, or these recorded replies (.jsonl), instead.")
  private String building = "";

  @Option(
      names = "--base",
      defaultValue = "127.66.0.0/16",
      paramLabel = "CIDR",
      description = "Loopback addresses of the building. Default: ${DEFAULT-VALUE}")
  private String base = "";

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    Files.createDirectories(out);
    Path file = out.resolve("practice.lenswacht");
    err.println("A visit to the practice building; every step is printed here.");
    try (DemoStage stage = DemoStage.open(out, building, base, err)) {
      try (CaseFile kept = freshCase(file)) {
        stage.visit(kept);
        Path answers = stage.answers();
        Identifier identifier = new Identifier(Catalogue.bundled());
        Assessment assessment = judge(kept, identifier, answers, err);
        for (String language : List.of("nl", "en")) {
          Path pdf = out.resolve("report-" + language + ".pdf");
          Reports.write(kept, assessment, identifier, Edition.bundled(), Locale.of(language), pdf);
          err.println("report:      " + pdf);
        }
        stage.compare(assessment);
        picture(file, relabelled(assessment), err);
      }
    }
    err.println("case file:   " + file);
    if (!headless && hasDisplay()) {
      err.println("The console opens on the outcome; close its window to end the demo.");
      int code = Program.CONSOLE.runHere(List.of("--case", file.toString(), "--screen", "cameras"));
      if (code != 0) {
        err.println("The console could not open its window; its pictures are above.");
      }
    }
    return ExitCode.RAN.number();
  }

  /// The practice case: one visit, made anew by each demo.
  private static CaseFile freshCase(Path file) throws Exception {
    for (String suffix : List.of("", "-wal", "-shm", "-sums")) {
      Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
    }
    CaseFile fresh = CaseFile.create(file, "Oefengebouw");
    fresh.custodyLog().keptBy(Custodian.whoIsLoggedIn());
    return fresh;
  }

  private static Assessment judge(
      CaseFile kept, Identifier identifier, Path answers, PrintWriter err) throws Exception {
    Edition edition = Edition.bundled();
    AnswerSheet sheet = AnswerSheet.read(answers);
    sheet.keep(kept, edition.pack());
    err.printf(
        "answered:    %d questions, invented for practice, in %s%n",
        sheet.answers().size(), answers);
    Assessment assessment = kept.assess(identifier, edition, LocalDate.now(ZoneId.systemDefault()));
    err.printf(
        "judged:      %d assets under edition %s; espionage %s, privacy %s%n",
        assessment.assets().size(),
        assessment.edition(),
        Words.of(assessment.espionage()),
        Words.of(assessment.privacy()));
    return assessment;
  }

  /// The gravest asset that bears another name than its maker's, else the gravest.
  private static String relabelled(Assessment assessment) {
    return assessment.assets().stream()
        .filter(asset -> asset.identification().isRelabelled())
        .findFirst()
        .or(() -> assessment.assets().stream().findFirst())
        .map(RatedAsset::address)
        .orElse("");
  }

  private void picture(Path file, String selected, PrintWriter err)
      throws IOException, InterruptedException, CommandException {
    for (String theme : List.of("light", "dark")) {
      Path shot = out.resolve("console-" + theme + ".png");
      int code =
          Program.CONSOLE.runSilently(
              List.of(
                  "--case",
                  file.toString(),
                  "--screen",
                  "cameras",
                  "--select",
                  selected,
                  "--theme",
                  theme,
                  "--lang",
                  theme.equals("light") ? "nl" : "en",
                  "--shot",
                  shot.toString(),
                  "--size",
                  "1440x900"));
      if (code != 0) {
        throw new CommandException(
            ExitCode.INTERNAL, "the console could not be pictured: it ended with code " + code);
      }
      err.println("picture:     " + shot);
    }
  }

  private static boolean hasDisplay() {
    boolean unix = !System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
    return unix
        ? System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null
        : !GraphicsEnvironment.isHeadless();
  }
}
