package lenswacht.agent.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.link.Cables;
import lenswacht.link.ConsoleLink;
import lenswacht.link.Identity;
import lenswacht.link.LinkAddress;
import lenswacht.link.LinkException;
import lenswacht.link.OrderAnswer;
import lenswacht.link.PairedPeers;
import lenswacht.link.SealingIdentity;
import lenswacht.link.update.SignedPackage;
import lenswacht.observation.BoxNote;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalLine;
import lenswacht.observation.JournalReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A box whose programs are changed over the link: the launcher, the agent and what comes in its
/// place are processes of their own.
class LauncherTest {
  private static final String ADDRESS = "tcp:127.0.0.1:7461";
  private static final int PATIENCE = 600;

  @TempDir private Path folder;
  private Launcher launcher;
  private Identity console;
  private PairedPeers devices;

  @BeforeEach
  void a_box_and_its_console() throws Exception {
    launcher = new Launcher(folder.resolve("box"));
    Identity device = Identity.openOrCreate(launcher.home(), "device");
    Path own = folder.resolve("console");
    console = Identity.openOrCreate(own, "console");
    SealingIdentity sealing = SealingIdentity.openOrCreate(own);
    PairedPeers.open(launcher.home())
        .add(
            new PairedPeers.Peer(
                console.key(), "console", Instant.now(), Optional.of(sealing.key().octets())));
    devices = PairedPeers.open(own);
    devices.add(new PairedPeers.Peer(device.key(), "device", Instant.now()));
  }

  private ConsoleLink connect() throws Exception {
    for (int left = PATIENCE; ; left--) {
      try {
        return ConsoleLink.connect(Cables.open(LinkAddress.parse(ADDRESS)), console, devices);
      } catch (LinkException notYet) {
        if (left == 0) {
          throw notYet;
        }
        Thread.sleep(50);
      }
    }
  }

  private OrderAnswer send(SignedPackage program, boolean evenOlder) throws Exception {
    try (ConsoleLink link = connect()) {
      return link.sendProgram(program, evenOlder, _ -> {});
    }
  }

  private String why(SignedPackage program) throws Exception {
    return send(program, false) instanceof OrderAnswer.Refused(String why, String _)
        ? why
        : "taken";
  }

  /// Waits until the launcher's state is this.
  private void await(String state) throws Exception {
    Path file = launcher.slots().resolve("state");
    for (int left = PATIENCE;
        !Files.exists(file) || !Files.readString(file).equals(state);
        left--) {
      assertThat(left).as("no " + state + Files.readString(file)).isPositive();
      Thread.sleep(50);
    }
  }

  private String running() throws Exception {
    try (ConsoleLink link = connect()) {
      return link.device().program();
    }
  }

  @Test
  void a_good_program_takes_over_and_one_that_crashes_hangs_or_loses_its_power_does_not()
      throws Exception {
    Identity stranger = Identity.openOrCreate(folder.resolve("stranger"), "stranger");
    String home = launcher.home().toString();
    try (Supervisor box = new Supervisor(launcher, "serve", "--listen", ADDRESS, "--home", home)) {
      assertThat(running()).isEqualTo("lenswacht unpackaged");
      assertThat(send(Programs.make(folder, "1.0", Programs.Kind.AGENT, console), false))
          .isInstanceOf(OrderAnswer.Done.class);
      await("a good ground\n");
      assertThat(running()).isEqualTo("lenswacht 1.0");

      assertThat(why(Programs.make(folder, "0.9", Programs.Kind.AGENT, console)))
          .isEqualTo("older");
      assertThat(why(Programs.make(folder, "1.1", Programs.Kind.AGENT, stranger)))
          .isEqualTo("publisher-not-trusted");

      assertThat(send(Programs.make(folder, "2.0", Programs.Kind.CRASHES, console), false))
          .isInstanceOf(OrderAnswer.Done.class);
      await("a good b\n");
      assertThat(running()).isEqualTo("lenswacht 1.0");

      assertThat(send(Programs.make(folder, "0.5", Programs.Kind.HANGS, console), true))
          .isInstanceOf(OrderAnswer.Done.class);
      box.trialSeconds(1);
      await("b 2 a\n");
      box.kill();
      await("a good b\n");
      assertThat(running()).isEqualTo("lenswacht 1.0");
    }
    assertThat(notes())
        .containsExactly(
            new BoxNote.ProgramChanged("the packaged one", "1.0"),
            new BoxNote.ProgramFellBack("2.0", "1.0"),
            new BoxNote.ProgramFellBack("0.5", "1.0"));
  }

  private List<BoxNote> notes() throws Exception {
    List<BoxNote> notes = new ArrayList<>();
    try (JournalReader reader =
        JournalReader.in(
            launcher.home().resolve("journal"),
            SealingIdentity.openOrCreate(folder.resolve("console")))) {
      for (Optional<JournalLine> line = reader.next(); line.isPresent(); line = reader.next()) {
        if (line.get().event() instanceof JournalEvent.BoxNoted(BoxNote note)) {
          notes.add(note);
        }
      }
    }
    return notes;
  }
}
