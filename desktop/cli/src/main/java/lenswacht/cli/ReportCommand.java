package lenswacht.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.review.ReviewWords;
import lenswacht.assessment.review.Reviewed;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.CustodyAct;
import lenswacht.casefile.LastWord;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.PolicyPack;
import lenswacht.report.Audience;
import lenswacht.report.Marking;
import lenswacht.report.NoticeContact;
import lenswacht.report.ReportContents;
import lenswacht.report.ReportKind;
import lenswacht.report.ReportOrder;
import lenswacht.report.content.LeftOut;
import lenswacht.report.export.Foreseen;
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
      "bytes. With --preview nothing is written: it says whether that would be a draft and why, and",
      "what would be left out. Kinds: page (one page), site, technical (everything), annex (to a tender), notice"
          + " (to",
      "the owner of the network before a visit) and questions (for people at the site)."
    },
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  @Mixin private CaseOption caseOption = new CaseOption();
  @Mixin private Judging judging = new Judging();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where it goes; not asked for with --preview.")
  private @Nullable Path out;

  @Option(
      names = "--preview",
      description = {
        "Writes nothing. Prints whether the report would be a draft and which statements are open,",
        "the marking, and every word that would be left out."
      })
  private boolean isPreview;

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

  @Option(
      names = "--hardware",
      paramLabel = "ADDRESS",
      description = "Hardware address of the device, for a notice. Repeat for more.")
  private List<String> hardware = new ArrayList<>();

  @Option(
      names = "--call",
      paramLabel = "WHO",
      description = "Whom to call, with a number, for a notice. Default: whom the mandate names.")
  private String call = "";

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Format chosen = format();
    Path file = isPreview ? Path.of("") : target();
    try (CaseFile caseFile = caseOption.open()) {
      Edition edition = judging.edition();
      Assessment assessment =
          isPreview ? judging.judge(caseFile, edition) : judging.assess(caseFile, edition);
      ReportContents contents =
          Reports.contents(caseFile, assessment, judging.identifier(), edition, judging.day());
      ReportOrder order = order(caseFile, contents.said().review().orElseThrow().isDetermined());
      ReportFile report = new ReportFile(contents, order);
      if (isPreview) {
        print(report.foresee(chosen), edition.pack());
        return ExitCode.RAN.number();
      }
      Written written = report.write(chosen, file);
      for (Written.Piece piece : written.files()) {
        caseFile
            .custodyLog()
            .noteFile(CustodyAct.Kind.REPORT_WRITTEN, piece.file(), Reports.note(order, chosen));
      }
      print(written);
      return judging.exitCode(assessment).number();
    }
  }

  private Path target() throws CommandException {
    if (out == null) {
      throw new CommandException(ExitCode.USAGE, "say where it goes with --out, or use --preview");
    }
    Path folder = out.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new CommandException(ExitCode.USAGE, "there is no folder for " + out);
    }
    return out;
  }

  private Format format() throws CommandException {
    String name = out == null ? ".pdf" : out.toString().toLowerCase(Locale.ROOT);
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
          .announcing(new NoticeContact(hardware, call))
          .marked(confirmedBy == null ? marked : marked.confirmed(confirmedBy));
    } catch (IllegalArgumentException refused) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(refused.getMessage()));
    }
  }

  private void print(Foreseen foreseen, PolicyPack pack) {
    ReviewWords words = ReviewWords.in(language);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("draft", foreseen.isDraft() ? "yes" : "no"));
    rows.add(List.of("marking", foreseen.marking()));
    rows.add(List.of("open", Integer.toString(foreseen.open().size())));
    for (Reviewed one : foreseen.open()) {
      rows.add(
          List.of(
              "open: " + words.stage(one.stage()).toLowerCase(language),
              words.sentence(one.statement(), pack)));
    }
    rows.add(List.of("left out", counted(foreseen.leftOut())));
    foreseen
        .words()
        .forEach(
            (kind, all) -> all.forEach(word -> rows.add(List.of("left out: " + word(kind), word))));
    new Answer(List.of("what", "says"), rows)
        .write(Answer.Format.TABLE, spec.commandLine().getOut());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String counted(LeftOut leftOut) {
    return leftOut.isNothing()
        ? "nothing"
        : leftOut.counts().entrySet().stream()
            .map(one -> one.getValue() + " " + word(one.getKey()))
            .collect(Collectors.joining(", "));
  }

  private void print(Written written) {
    PrintWriter lines = spec.commandLine().getErr();
    for (Written.Piece piece : written.files()) {
      lines.println(piece.file() + "  " + piece.octets() + " bytes  SHA-256 " + piece.sha256());
    }
    lines.println(
        "read back: "
            + written.counts().stream()
                .map(count -> count.number() + " " + word(count.thing()))
                .collect(Collectors.joining(", ")));
    lines.println("left out: " + counted(written.leftOut()));
    lines.flush();
  }
}
