package lenswacht.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lenswacht.report.VisitNotice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The notice to whoever runs the network.
@Command(
    name = "notice",
    description = {
      "Writes the notice that whoever runs the network gets before a visit: by whose leave, when,",
      "what hardware address, what traffic, and whom to call. Nothing is sent."
    },
    mixinStandardHelpOptions = true)
final class MandateNoticeCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The mandate.")
  private Path file = Path.of("");

  @Option(
      names = "--hardware",
      paramLabel = "ADDRESS",
      description = "Hardware address of the device. Repeat for more.")
  private List<String> hardware = new ArrayList<>();

  @Option(names = "--call", paramLabel = "WHO", description = "Whom to call, with a number.")
  private String contact = "";

  @Option(names = "--lang", defaultValue = "nl", description = "Language: nl (default) or en.")
  private Locale language = Locale.of("nl");

  @Option(names = "--out", paramLabel = "FILE", description = "Where it goes; else it is printed.")
  private @Nullable Path out;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    String text =
        new VisitNotice(OpenedMandate.of(file), hardware, contact, ZoneId.systemDefault())
            .text(language);
    if (out == null) {
      PrintWriter printed = spec.commandLine().getOut();
      printed.print(text);
      printed.flush();
    } else {
      Files.writeString(out, text, StandardCharsets.UTF_8);
    }
    return ExitCode.RAN.number();
  }
}
