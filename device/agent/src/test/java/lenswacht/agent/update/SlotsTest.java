package lenswacht.agent.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import lenswacht.link.Identity;
import lenswacht.link.update.PackageManifest;
import lenswacht.link.update.SignedPackage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The two slots and the launcher that starts from them.
class SlotsTest {
  @TempDir private Path folder;
  private Launcher launcher;
  private Identity publisher;

  @BeforeEach
  void box() throws Exception {
    launcher = new Launcher(folder.resolve("box"));
    publisher = Identity.openOrCreate(folder.resolve("publisher"), "publisher");
  }

  private SignedPackage program(String version) throws Exception {
    return Programs.make(folder, version, Programs.Kind.CRASHES, publisher);
  }

  @Test
  void a_box_to_which_nothing_came_starts_what_it_came_with() throws Exception {
    assertThat(launcher.choice()).isEqualTo("ground");
  }

  @Test
  void a_program_on_trial_is_started_three_times_and_then_the_one_before_it() throws Exception {
    Slots slots = new Slots(launcher.slots());
    slots.install(program("1.0"), "ground");
    for (int trial = 0; trial < 3; trial++) {
      assertThat(launcher.choice()).isEqualTo("a");
    }
    assertThat(launcher.choice()).isEqualTo("ground");
    assertThat(slots.state())
        .isEqualTo(new SlotState("ground", new SlotState.Standing.FellBack(), "a"));
    assertThat(launcher.choice()).isEqualTo("ground");
  }

  @Test
  void a_program_that_proved_itself_is_started_ever_after_and_followed_by_the_other_slot()
      throws Exception {
    Slots slots = new Slots(launcher.slots());
    slots.install(program("1.0"), "ground");
    assertThat(launcher.choice()).isEqualTo("a");
    slots.settle(slots.state());
    for (int start = 0; start < 5; start++) {
      assertThat(launcher.choice()).isEqualTo("a");
    }
    slots.install(program("2.0"), "a");
    assertThat(slots.program("b")).map(PackageManifest::version).contains("2.0");
    for (int trial = 0; trial < 3; trial++) {
      assertThat(launcher.choice()).isEqualTo("b");
    }
    assertThat(launcher.choice()).isEqualTo("a");
  }

  @Test
  void a_slot_that_was_damaged_is_not_started() throws Exception {
    Slots slots = new Slots(launcher.slots());
    slots.install(program("1.0"), "ground");
    slots.settle(slots.state());
    Path jar = launcher.slots().resolve("a/agent.jar");
    byte[] octets = Files.readAllBytes(jar);
    octets[octets.length / 2] ^= 1;
    Files.write(jar, octets);
    assertThat(launcher.choice()).isEqualTo("ground");
  }

  /// A storage from which the power is taken in the middle of a step.
  private static final class Cut implements SlotDisk {
    private final SlotDisk whole = SlotDisk.forced();
    private final Random random;
    private int left;

    Cut(int steps, long seed) {
      this.left = steps;
      this.random = new Random(seed);
    }

    private boolean isNow() {
      return left-- == 0;
    }

    @Override
    public OutputStream write(Path file) throws IOException {
      boolean cut = isNow();
      OutputStream out = whole.write(file);
      return new OutputStream() {
        private int room = cut ? random.nextInt(200) : Integer.MAX_VALUE;

        @Override
        public void write(int octet) throws IOException {
          if (room-- == 0) {
            throw new IOException("the power is gone");
          }
          out.write(octet);
        }

        @Override
        public void close() throws IOException {
          out.close();
          if (cut) {
            throw new IOException("the power is gone");
          }
        }
      };
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
      if (isNow()) {
        throw new IOException("the power is gone");
      }
      whole.replace(from, to);
    }

    @Override
    public void delete(Path file) throws IOException {
      if (isNow()) {
        throw new IOException("the power is gone");
      }
      whole.delete(file);
    }
  }

  @Test
  void whenever_the_power_is_cut_the_box_starts_a_program_that_is_whole() throws Exception {
    SignedPackage second = program("2.0");
    SignedPackage third = program("3.0");
    Slots before = new Slots(launcher.slots());
    before.install(program("1.0"), "ground");
    before.settle(before.state());
    before.install(second, "a");
    before.settle(before.state());
    String good = Files.readString(launcher.slots().resolve("state"));
    assertThat(good).isEqualTo("b good a\n");

    boolean isThrough = false;
    for (int steps = 0; !isThrough; steps++) {
      Files.writeString(launcher.slots().resolve("state"), good);
      Slots cut = new Slots(launcher.slots(), new Cut(steps, steps));
      try {
        cut.install(third, "b");
        isThrough = true;
      } catch (IOException powerGone) {
        assertThat(steps).isLessThan(50);
      }
      assertThat(launcher.choice())
          .as("after " + steps + " steps")
          .isEqualTo(isThrough ? "a" : "b");
    }
  }

  @Test
  void whatever_the_state_says_some_program_is_started() throws Exception {
    Random random = new Random(3);
    for (int round = 0; round < 12; round++) {
      byte[] noise = new byte[random.nextInt(12)];
      random.nextBytes(noise);
      Files.write(launcher.slots().resolve("state"), noise);
      assertThat(launcher.choice()).isEqualTo("ground");
      assertThat(new Slots(launcher.slots()).state()).isNotNull();
    }
    for (String line : new String[] {"a good b", "a 2 a", "b 9 a", "ground 1 a", "a", "b back b"}) {
      Files.writeString(launcher.slots().resolve("state"), line + "\n");
      assertThat(launcher.choice()).as(line).isEqualTo("ground");
    }
  }

  @Test
  void a_package_that_is_not_as_it_was_signed_is_not_put_on_trial() throws Exception {
    SignedPackage altered = program("1.0");
    byte[] octets = Files.readAllBytes(altered.file());
    octets[octets.length - 1] ^= 1;
    Files.write(altered.file(), octets);
    Slots slots = new Slots(launcher.slots());
    assertThatThrownBy(() -> slots.install(altered, "ground"))
        .isInstanceOf(lenswacht.link.update.PackageException.class);
    assertThat(launcher.choice()).isEqualTo("ground");
  }
}
