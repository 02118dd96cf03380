package lenswacht.zones;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.Recipient;
import lenswacht.cli.Command;
import lenswacht.link.Identity;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Journal;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanScope;
import lenswacht.observation.SignedMandate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Two zones, the kit plugged into each in turn, and the matrix that comes of it.
@Tag("root")
@Execution(ExecutionMode.CONCURRENT)
class ZonesTest {
  @TempDir Path folder;

  /// The closed states with a recorder in two networks are the exposure rig's. Both at once,
  /// because a scan is mostly waiting.
  @Execution(ExecutionMode.SAME_THREAD)
  @Test
  void the_matrix_tells_what_the_router_lets_through_and_what_bridges_it() throws Exception {
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Void>> runs = new ArrayList<>();
      for (boolean filtered : new boolean[] {true, false}) {
        boolean dualHomed = !filtered;
        Path own = Files.createDirectory(folder.resolve("filtered-" + filtered));
        runs.add(
            all.submit(
                () -> {
                  look(own, filtered, dualHomed);
                  return null;
                }));
      }
      for (Future<Void> run : runs) {
        run.get();
      }
    }
  }

  private static void look(Path folder, boolean filtered, boolean dualHomed) throws Exception {
    Path mandate = mandate(folder);
    Path caseFile = folder.resolve("site.lenswacht");
    try (ZoneRig rig = new ZoneRig(folder, filtered, dualHomed)) {
      rig.survey("cameras", mandate, folder.resolve("home"));
      rig.survey("office", mandate, folder.resolve("home"));
      receive(rig.journal(), folder.resolve("home"), caseFile);
    }
    Command answer =
        Command.run(
            "separation",
            "--case",
            caseFile.toString(),
            "--zones",
            zones(folder).toString(),
            "--format",
            "csv",
            "--lang",
            "en");
    assertThat(answer.exitCode()).as(answer.err()).isZero();
    String fromOffice = filtered ? "closed" : "open";
    boolean isReachedThere = !filtered;
    assertThat(answer.out())
        .contains(
            "office,cameras,any,closed,"
                + fromOffice
                + ","
                + (isReachedThere ? "deviating" : "as-expected"));
    assertThat(answer.out()).contains("office,cameras,554,closed," + fromOffice);
    assertThat(answer.out()).contains("cameras,office,80,closed," + fromOffice);
    assertThat(answer.err().contains("has a leg in more than one zone"))
        .as(answer.err() + answer.out())
        .isEqualTo(dualHomed);
    assertThat(answer.err())
        .contains(
            filtered && !dualHomed
                ? "wherever it was tried, nothing was reached"
                : "cameras and other ICT are not separated");
    assertThat(answer.err()).contains("A scan cannot show physical separation");
  }

  /// Takes the journal in as the console of that home does, which knows the device.
  private static void receive(Path journal, Path home, Path caseFile) throws Exception {
    Recipient recipient =
        Recipient.ofConsole(home.resolve("console"))
            .and(Identity.openOrCreate(home.resolve("agent"), "device").key().sha256());
    try (CaseFile file = CaseFile.create(caseFile, "Zones");
        InputStream in = Files.newInputStream(Journal.fileIn(journal))) {
      file.receive(in, recipient);
    }
  }

  private static Path zones(Path folder) throws Exception {
    return Files.writeString(
        folder.resolve("zones.csv"),
        """
        zone,role,ranges
        cameras,camera,10.30.1.0/27
        office,office,10.30.2.0/27
        """);
  }

  private static Path mandate(Path folder) throws Exception {
    Path home = folder.resolve("home");
    Identity console = Identity.openOrCreate(home.resolve("console"), "console");
    Instant now = Instant.now();
    Mandate mandate =
        new Mandate(
            "M-zones",
            "Zones",
            "the owner",
            new ScanScope(
                List.of(AddressRange.parse("10.30.1.0/27"), AddressRange.parse("10.30.2.0/27")),
                List.of()),
            now.minusSeconds(60),
            now.plusSeconds(3600),
            Intrusiveness.ASK,
            2_000,
            true);
    return Files.writeString(
        folder.resolve("zones.mandate"),
        SignedMandate.sign(mandate, console.privateKey(), console.publicKey()).text());
  }
}
