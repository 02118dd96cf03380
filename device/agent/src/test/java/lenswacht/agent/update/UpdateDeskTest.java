package lenswacht.agent.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lenswacht.link.Identity;
import lenswacht.link.OrderAnswer.Refused;
import lenswacht.link.update.Release;
import lenswacht.link.update.SignedPackage;
import lenswacht.observation.Bytes;
import lenswacht.observation.Order;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a device says to programs that it does not take.
class UpdateDeskTest {
  private static final OwnProgram OWN =
      new OwnProgram(
          "ground", new Release("1.0"), "arm64", Optional.of("Raspberry Pi 5 Model B"), 25);

  @TempDir private Path folder;
  private Identity publisher;
  private Path files;
  private Path place;
  private Slots slots;

  @BeforeEach
  void a_box() throws Exception {
    publisher = Identity.openOrCreate(folder.resolve("publisher"), "publisher");
    files = Files.createDirectories(folder.resolve("files"));
    Files.writeString(files.resolve("agent.jar"), "a program");
    place = folder.resolve("received");
    slots = new Slots(Files.createDirectories(folder.resolve("slots")));
  }

  private UpdateDesk desk(Optional<Path> named) {
    return new UpdateDesk(
        Optional.of(slots), OWN, new Publishers(named, () -> Set.of(publisher.key())));
  }

  private static Order.TakeProgram order(SignedPackage program) throws IOException {
    return new Order.TakeProgram(
        program.manifest().version(),
        program.manifest().architecture(),
        Files.size(program.file()),
        Bytes.of(new byte[32]),
        false);
  }

  private String take(SignedPackage program) throws Exception {
    return take(desk(Optional.empty()), order(program), program);
  }

  private String take(UpdateDesk desk, Order.TakeProgram order, SignedPackage program)
      throws Exception {
    Optional<Refused> early = desk.objection(order, place);
    Files.copy(program.file(), place);
    Optional<Refused> refused =
        early.isPresent() ? early : desk.take(order, place, Optional::empty);
    Files.deleteIfExists(place);
    boolean isOnTrial = slots.state().standing() instanceof SlotState.Standing.OnTrial;
    assertThat(isOnTrial).isEqualTo(refused.isEmpty());
    return refused.map(Refused::why).orElse("taken");
  }

  private SignedPackage program(String version, List<String> boards, int java, String from)
      throws Exception {
    return Programs.sign(files, version, "arm64", boards, java, from, publisher);
  }

  @Test
  void a_program_for_this_box_is_put_on_trial() throws Exception {
    SignedPackage good = program("1.0", List.of("Raspberry Pi 5", "Raspberry Pi 4"), 25, "1.0");
    assertThat(take(good)).isEqualTo("taken");
    assertThat(desk(Optional.empty()).objection(order(good), place).map(Refused::why))
        .contains("on-trial");
  }

  @Test
  void a_program_for_another_box_is_refused() throws Exception {
    assertThat(take(program("1.1", List.of("Raspberry Pi Zero 2"), 25, "0")))
        .isEqualTo("wrong-board");
    assertThat(take(program("1.1", List.of(), 26, "0"))).isEqualTo("runtime");
    assertThat(take(program("1.1", List.of(), 25, "1.0.1"))).isEqualTo("too-old");
    assertThat(take(program("0.9", List.of(), 25, "0"))).isEqualTo("older");
    assertThat(take(Programs.sign(files, "1.1", "amd64", publisher)))
        .isEqualTo("wrong-architecture");
  }

  @Test
  void what_comes_is_held_to_what_was_ordered() throws Exception {
    SignedPackage older = program("0.9", List.of(), 25, "0");
    Order.TakeProgram lie = new Order.TakeProgram("1.1", "arm64", 1, Bytes.of(new byte[32]), false);
    assertThat(take(desk(Optional.empty()), lie, older)).isEqualTo("other-program");
    Files.writeString(files.resolve("sums"), "0");
    assertThat(take(program("1.1", List.of(), 25, "0"))).isEqualTo("no-program");
  }

  @Test
  void a_damaged_program_is_refused() throws Exception {
    SignedPackage damaged = program("1.1", List.of(), 25, "0");
    byte[] octets = Files.readAllBytes(damaged.file());
    octets[octets.length - 1] ^= 1;
    Files.write(damaged.file(), octets);
    assertThat(take(damaged)).isEqualTo("altered");
    Files.writeString(damaged.file(), "no package");
    assertThat(take(damaged)).isEqualTo("malformed");
  }

  @Test
  void where_the_box_names_publishers_a_paired_console_is_not_enough() throws Exception {
    Path named = Files.writeString(folder.resolve("publishers"), "# nobody\n");
    SignedPackage good = program("1.1", List.of(), 25, "0");
    assertThat(take(desk(Optional.of(named)), order(good), good))
        .isEqualTo("publisher-not-trusted");
    Files.writeString(named, "# the organisation\n" + publisher.key().hex() + "\n");
    assertThat(take(desk(Optional.of(named)), order(good), good)).isEqualTo("taken");
  }

  @Test
  void a_program_larger_than_the_room_that_is_left_is_not_even_sent() throws Exception {
    long room = Files.getFileStore(folder).getUsableSpace();
    long octets = Order.TakeProgram.LONGEST;
    Order.TakeProgram large =
        new Order.TakeProgram("1.1", "arm64", octets, Bytes.of(new byte[32]), false);
    assertThat(desk(Optional.empty()).objection(large, place).map(Refused::why))
        .isEqualTo(room < 3 * octets ? Optional.of("no-room") : Optional.empty());
    assertThat(
            new UpdateDesk(Optional.empty(), OWN, new Publishers(Optional.empty(), Set::of))
                .objection(large, place)
                .map(Refused::why))
        .contains("no-slots");
  }
}
