package lenswacht.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lenswacht.link.Identity;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanScope;
import lenswacht.observation.SignedMandate;
import lenswacht.observation.SnmpCommunity;

/// Somebody with a kit: signs mandates, runs the device program, reads its journal.
final class Surveyor {
  private final Path folder;
  private final Path journal;
  private final AgentProcess agent;
  private final List<SnmpCommunity> communities;
  private final Map<List<String>, SignedMandate> signed = new HashMap<>();

  /// @param inside the words of a command that runs another one where the kit is
  Surveyor(Path folder, Path journal, List<String> inside) {
    this(folder, journal, inside, List.of());
  }

  /// @param communities what the mandates supply for SNMP
  Surveyor(Path folder, Path journal, List<String> inside, List<SnmpCommunity> communities) {
    this.folder = folder;
    this.journal = journal;
    this.communities = communities;
    this.agent = new AgentProcess(folder.resolve("home"), inside);
  }

  /// Surveys these ranges and waits for the end.
  AgentProcess.Ended survey(List<String> ranges, String... more) throws Exception {
    return agent.run(arguments(ranges, more));
  }

  /// Begins to survey these ranges.
  Process start(List<String> ranges, String... more) throws Exception {
    return agent.start(arguments(ranges, more));
  }

  /// What the journal holds, every line of it verified.
  List<JournalEvent> events() throws Exception {
    return KeptJournal.events(journal, folder.resolve("home"));
  }

  /// Waits until `event` stands in the journal that `process` writes.
  void await(JournalEvent event, Process process) throws Exception {
    while (!Files.exists(Journal.fileIn(journal)) || !events().contains(event)) {
      if (!process.isAlive()) {
        throw new IOException("the agent ended before its journal said " + event);
      }
      Thread.sleep(20);
    }
  }

  private String[] arguments(List<String> ranges, String... more) throws Exception {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "survey",
                "--mandate",
                mandate(ranges).toString(),
                "--journal",
                journal.toString()));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  /// A mandate for these ranges, as a file.
  Path mandate(List<String> ranges) throws Exception {
    return Files.writeString(folder.resolve("the.mandate"), sign(ranges).text());
  }

  /// The same mandate each time: a run that broke off goes on under no other.
  private SignedMandate sign(List<String> ranges) throws Exception {
    if (!signed.containsKey(ranges)) {
      signed.put(ranges, freshlySigned(ranges));
    }
    return signed.get(ranges);
  }

  private SignedMandate freshlySigned(List<String> ranges) throws Exception {
    Identity console = Identity.openOrCreate(folder.resolve("home/console"), "console");
    Instant now = Instant.now();
    Mandate mandate =
        new Mandate(
            "M-1",
            "Practice site",
            "Head of facilities",
            new ScanScope(ranges.stream().map(AddressRange::parse).toList(), List.of()),
            now.minusSeconds(60),
            now.plus(Duration.ofHours(1)),
            Intrusiveness.ASK,
            2000,
            true,
            communities,
            false,
            false,
            List.of(),
            "");
    return SignedMandate.sign(mandate, console.privateKey(), console.publicKey());
  }
}
