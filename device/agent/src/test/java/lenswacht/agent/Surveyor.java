package lenswacht.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.link.Identity;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Journal;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalLine;
import lenswacht.observation.JournalReader;
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
    List<JournalEvent> events = new ArrayList<>();
    try (JournalReader reader = JournalReader.in(journal)) {
      Optional<JournalLine> line;
      while ((line = reader.next()).isPresent()) {
        events.add(line.get().event());
      }
    }
    return events;
  }

  /// Waits until `words` stand in the journal that `process` writes.
  void await(String words, Process process) throws IOException, InterruptedException {
    Path file = Journal.fileIn(journal);
    while (!Files.exists(file) || !Files.readString(file).contains(words)) {
      if (!process.isAlive()) {
        throw new IOException("the agent ended before its journal said " + words);
      }
      Thread.sleep(10);
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

  private SignedMandate sign(List<String> ranges) throws Exception {
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
            List.of());
    return SignedMandate.sign(mandate, console.privateKey(), console.publicKey());
  }
}
