package lenswacht.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lenswacht.assessment.Assessment;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CustodyAct;
import lenswacht.casefile.LastWord;
import lenswacht.knowledge.Edition;
import lenswacht.report.Audience;
import lenswacht.report.Marking;
import lenswacht.report.ReportContents;
import lenswacht.report.ReportKind;
import lenswacht.report.ReportOrder;
import lenswacht.report.export.Format;
import lenswacht.report.export.ReportFile;
import lenswacht.report.export.Written;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Writes a paper or a table of a case, reads it back and says what was written.
@Command(
    name = "report",
    description = {
      "Writes a case as a paper (pdf, odt), as tables (xlsx, ods, csv: a file for each table) or"
          + " for",
      "other programs (oscal, cyclonedx), in Dutch or English. What was written is read back from",
      "the disk and counted, and the SHA-256 of each file is printed. The same case gives the same",
      "bytes. Kinds: page (one page), site, technical (everything), annex (to a tender), notice"
          + " (to",
      "the owner of the network before a visit) and questions (for people at the site)."
    },
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @Mixin private CaseOption caseOption = new CaseOption();
  @Mixin private Judging judging = new Judging();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where it goes.")
  private Path out = Path.of("");

  @Option(
      names = "--kind",
      defaultValue = "site",
      description = "page, site (default), technical, annex, notice or questions.")
  private String kind = "site";

  @Option(
      names = "--format",
      description =
          "pdf, odt, xlsx, ods, csv, oscal or cyclonedx. Default: as the file's name ends.")
  private @Nullable String format;

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @Option(
      names = "--audience",
      defaultValue = "confidential",
      description = "public, internal or confidential (default): what is left out is printed.")
  private String audience = "confidential";

  @Option(
      names = "--marking",
      paramLabel = "MARKING",
      defaultValue = "TLP:AMBER+STRICT",
      description = {
        "A label of TLP 2.0 and a classification as a proposal, for example 'TLP:GREEN Dep.V.'.",
        "State secrets are marked by people, not here."
      })
  private String marking = "TLP:AMBER+STRICT";

  @Option(
      names = "--confirmed-by",
      paramLabel = "NAME",
      description = "Who, with authority to do so, confirmed the classification.")
  private @Nullable String confirmedBy;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new CommandException(ExitCode.USAGE, "there is no folder for " + out);
    }
    Format chosen = format();
    try (CaseFile file = caseOption.open()) {
      Edition edition = judging.edition();
      Assessment assessment = judging.assess(file, edition);
      ReportContents contents =
          Reports.contents(file, assessment, judging.identifier(), edition, judging.day());
      ReportOrder order = order(file, contents.said().review().orElseThrow().isDetermined());
      Written written = new ReportFile(contents, order).write(chosen, out);
      for (Written.Piece piece : written.files()) {
        file.custodyLog()
            .noteFile(CustodyAct.Kind.REPORT_WRITTEN, piece.file(), Reports.note(order, chosen));
      }
      print(written);
      return judging.exitCode(assessment).number();
    }
  }

  private Format format() throws CommandException {
    String name = out.toString().toLowerCase(Locale.ROOT);
    String word = format == null ? name.substring(name.lastIndexOf('.') + 1) : format;
    return Format.of(word)
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.USAGE,
                    "'"
                        + word
                        + "' is no format; --format is pdf, odt, xlsx, ods, csv, oscal or"
                        + " cyclonedx"));
  }

  private ReportOrder order(CaseFile file, boolean isDetermined) throws Exception {
    ReportKind which =
        ReportKind.of(kind)
            .orElseThrow(
                () -> new CommandException(ExitCode.USAGE, "there is no kind '" + kind + "'"));
    Audience readers =
        Audience.of(audience)
            .orElseThrow(
                () ->
                    new CommandException(
                        ExitCode.USAGE, "there is no audience '" + audience + "'"));
    try {
      Marking marked = Marking.of(marking);
      ReportOrder draft = ReportOrder.draft(language, LastWord.of(file), ProgramVersion.text());
      return (isDetermined ? draft.determined() : draft)
          .of(which)
          .forAudience(readers)
          .marked(confirmedBy == null ? marked : marked.confirmed(confirmedBy));
    } catch (IllegalArgumentException refused) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(refused.getMessage()));
    }
  }

  private void print(Written written) {
    PrintWriter lines = spec.commandLine().getErr();
    for (Written.Piece piece : written.files()) {
      lines.println(piece.file() + "  " + piece.octets() + " bytes  SHA-256 " + piece.sha256());
    }
    lines.println(
        "read back: "
            + written.counts().stream()
                .map(count -> count.number() + " " + count.thing().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")));
    lines.println(
        "left out: "
            + (written.leftOut().isNothing()
                ? "nothing"
                : written.leftOut().counts().entrySet().stream()
                    .map(one -> one.getValue() + " " + one.getKey().name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "))));
    lines.flush();
  }
}
