package lenswacht.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.Custodian;
import lenswacht.casefile.CustodyAct;
import lenswacht.casefile.CustodyTale;
import lenswacht.casefile.Retention;
import lenswacht.observation.FactJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows who had a case in hand, and says until when it is kept.
@Command(
    name = "custody",
    description = {
      "Shows the custody log of a case: who had the devices, the journals, the case and its"
          + " reports,",
      "when and with which hash, from pairing to the archive. 'lenswacht verify CASE' verifies it."
    },
    mixinStandardHelpOptions = true)
final class CustodyCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of("number", "at", "clock", "by", "act", "what", "sha256", "note", "console");

  /// Forms of the output.
  enum Form {
    TEXT,
    JSON,
    CSV
  }

  @Mixin private CaseOption caseOption = new CaseOption();

  @Option(
      names = "--format",
      defaultValue = "TEXT",
      paramLabel = "text|json|csv",
      description = "Form of the output. Default: text.")
  private Form format = Form.TEXT;

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @Option(
      names = "--retain-until",
      paramLabel = "DAY",
      description = "First says until when the case is kept; goes with --ground and --by.")
  private @Nullable LocalDate until;

  @Option(
      names = "--ground",
      defaultValue = "",
      paramLabel = "RULE",
      description = "The rule or selection list that says so.")
  private String ground = "";

  @Option(
      names = "--archived",
      paramLabel = "WHERE",
      description = "First notes that the case went to the archive; goes with --by.")
  private @Nullable String archived;

  @Option(names = "--by", defaultValue = "", paramLabel = "NAME", description = "Who says so.")
  private String by = "";

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    if ((until != null || archived != null) && by.isBlank()) {
      throw new CommandException(ExitCode.USAGE, "--by says who says so");
    }
    if (until != null && ground.isBlank()) {
      throw new CommandException(ExitCode.USAGE, "--ground says which rule sets the date");
    }
    try (CaseFile file = caseOption.open()) {
      if (until != null || archived != null) {
        file.custodyLog().keptBy(Custodian.ofThisComputer(by));
      }
      if (until != null) {
        file.custodyLog().retain(new Retention(until, ground));
      }
      if (archived != null) {
        file.custodyLog().note(CustodyAct.Kind.ARCHIVED, archived, Optional.empty(), "");
      }
      print(file);
    }
    return ExitCode.RAN.number();
  }

  private void print(CaseFile file) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    List<CustodyAct> acts = file.custodyLog().acts();
    List<String> consoles = file.custodyLog().consoles();
    switch (format) {
      case TEXT -> {
        out.print(new CustodyText(language).of(acts, consoles, file.custodyLog().retention()));
      }
      case JSON -> out.println(FactJson.writePretty(acts));
      case CSV -> {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < acts.size(); i++) {
          rows.add(row(acts.get(i), new CustodyTale(language).note(acts.get(i)), consoles.get(i)));
        }
        new Answer(COLUMNS, rows).write(Answer.Format.CSV, out);
      }
    }
    out.flush();
  }

  private static List<String> row(CustodyAct act, String note, String console) {
    return List.of(
        String.valueOf(act.number()),
        String.valueOf(act.at()),
        act.clock().name(),
        act.by(),
        act.kind().name(),
        act.what(),
        act.sha256(),
        note,
        console);
  }
}
