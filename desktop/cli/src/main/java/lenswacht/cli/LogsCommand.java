package lenswacht.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.KeptContact;
import lenswacht.casefile.log.LogFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Reads logs and lists who called whom outside. The columns are part of the command's interface.
@Command(
    name = "logs",
    description = {
      "Reads logs of name servers, proxies and sensors (BIND, dnsmasq, Unbound, Windows DNS, Squid,",
      "Zeek, CSV with a heading; packed by gzip or not) and lists which services outside that video",
      "equipment or face recognition is known by were called, and by whom. Assets and ranges of the",
      "mandate are listed by address, all others by segment; callers of services that recognise",
      "faces by segment, unless the mandate says otherwise. A log that is read again replaces what",
      "it brought before. Without --log it lists what was read before.",
      "Exit codes: 0 read, 2 a file is no log, 6 some lines could not be read."
    },
    mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of(
          "client",
          "segment",
          "domain",
          "operator",
          "country",
          "purpose",
          "verified",
          "times",
          "first",
          "last",
          "log");

  @Mixin private CaseOption caseOption = new CaseOption();
  @Mixin private FormatOption format = new FormatOption();

  @Option(names = "--log", paramLabel = "FILE", arity = "1..*", description = "The logs, in order.")
  private List<Path> logs = new ArrayList<>();

  @Option(
      names = "--log-format",
      paramLabel = "FORM",
      description = {
        "Form of the logs where it is not to be told by their first lines: bind, dnsmasq, unbound,",
        "windows-dns, squid, zeek, zeek-json, csv."
      })
  private @Nullable String logFormat;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "Time zone of logs that name none, as Europe/Amsterdam. Default: of this computer.")
  private String zone = ZoneId.systemDefault().getId();

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    ExitCode code = ExitCode.RAN;
    try (CaseFile file = caseOption.open()) {
      if (!logs.isEmpty()) {
        LogIntake intake = new LogIntake(file, spec.commandLine().getErr(), zone());
        Optional<LogFormat> form = form();
        for (Path log : logs) {
          code = LogIntake.worse(code, intake.read(log, form));
        }
      }
      List<List<String>> rows = file.contacts().stream().map(LogsCommand::row).toList();
      new Answer(COLUMNS, rows).write(format.chosen(), spec.commandLine().getOut());
    }
    return code.number();
  }

  private Optional<LogFormat> form() throws CommandException {
    if (logFormat == null) {
      return Optional.empty();
    }
    Optional<LogFormat> form = LogFormat.of(logFormat);
    if (form.isEmpty()) {
      throw new CommandException(ExitCode.USAGE, "'" + logFormat + "' is no form of log");
    }
    return form;
  }

  private ZoneId zone() throws CommandException {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      throw new CommandException(ExitCode.USAGE, "'" + zone + "' is no time zone", unknown);
    }
  }

  private static List<String> row(KeptContact contact) {
    return List.of(
        contact.client(),
        contact.segment(),
        contact.domain(),
        contact.operator(),
        contact.country(),
        contact.purpose().word(),
        contact.isVerified() ? "yes" : "no",
        Long.toString(contact.times()),
        text(contact.first()),
        text(contact.last()),
        contact.log());
  }

  private static String text(Optional<Instant> moment) {
    return moment.map(Instant::toString).orElse("");
  }
}
