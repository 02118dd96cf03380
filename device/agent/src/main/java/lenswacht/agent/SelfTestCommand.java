package lenswacht.agent;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import lenswacht.agent.panel.Facts;
import lenswacht.agent.panel.Panel;
import lenswacht.agent.panel.PanelState;
import lenswacht.agent.panel.PartCheck;
import lenswacht.agent.panel.Verdict;
import lenswacht.link.HomeFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Looks at lamps, keys, buzzer, display, clock, battery, storage and network socket.
@Command(
    name = "selftest",
    description = {
      "Looks at lamps, keys, buzzer, display, clock, battery, storage and network socket, and says",
      "what fails. Sends nothing. Ends with 0 where all works, 1 where something fails and 6 where",
      "something could not be looked at. The service must not be running: it holds the panel."
    },
    mixinStandardHelpOptions = true)
final class SelfTestCommand implements Callable<Integer> {
  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "Folder for key, paired consoles and journal.")
  private Path home = HomeFolder.agent();

  @CommandLine.Mixin private PanelOption panel = new PanelOption();

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws AgentException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<PartCheck> checks;
    try (Panel opened = panel.open()) {
      PanelDesk desk =
          new PanelDesk(
              opened,
              Facts.of(DeviceName.ofThisComputer(), ProgramVersion.number()),
              new PanelSettings(home).read(panel.texts()),
              new SpotList(List.of()),
              InstantSource.system());
      checks =
          new SelfTest(opened, home)
              .run(
                  done -> {
                    if (panel.isSeen()) {
                      desk.starting(new PanelState.Starting(done, Duration.ZERO));
                    }
                  });
    }
    for (PartCheck check : checks) {
      out.printf(
          Locale.ROOT, "%-8s %-14s %s%n", lower(check.part()), lower(check.verdict()), check.why());
    }
    out.flush();
    if (SelfTest.fails(checks)) {
      return ExitCode.INTERNAL.number();
    }
    return checks.stream().allMatch(check -> check.verdict() == Verdict.WORKS)
        ? ExitCode.RAN.number()
        : ExitCode.INCOMPLETE.number();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
