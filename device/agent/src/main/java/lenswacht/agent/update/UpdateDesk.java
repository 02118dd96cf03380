package lenswacht.agent.update;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lenswacht.link.OrderAnswer.Refused;
import lenswacht.link.update.PackageException;
import lenswacht.link.update.PackageManifest;
import lenswacht.link.update.PackageManifest.Kind;
import lenswacht.link.update.Release;
import lenswacht.link.update.SignedPackage;
import lenswacht.observation.BoxNote;
import lenswacht.observation.Order;

/// Decides on programs that a console sends, and puts them on trial. A refusal says why, and leaves
/// everything as it was.
public final class UpdateDesk {
  /// What must stay free beside a program, so that a run can still be journalled.
  private static final long SPARE = 64L << 20;

  private final Optional<Slots> slots;
  private final OwnProgram own;
  private final Publishers publishers;

  /// @param slots empty where this program was not started by the launcher, which alone could start
  ///     another
  public UpdateDesk(Optional<Slots> slots, OwnProgram own, Publishers publishers) {
    this.slots = slots;
    this.own = own;
    this.publishers = publishers;
  }

  /// The version that runs.
  public String version() {
    return own.version().toString();
  }

  /// Whether the program that runs came by cable.
  public boolean isReceived() {
    return !own.slot().equals(SlotState.GROUND);
  }

  /// Why a program need not be sent; empty where it may come.
  ///
  /// @param place where it would be put
  public Optional<Refused> objection(Order.TakeProgram order, Path place) throws IOException {
    if (slots.isEmpty()) {
      return refused("no-slots", "this program was not started by the launcher of a box");
    }
    if (!slots.get().state().slot().equals(own.slot())
        || slots.get().state().standing() instanceof SlotState.Standing.OnTrial) {
      return refused("on-trial", "the program that runs has not proved itself yet");
    }
    if (!order.architecture().equals(own.architecture())) {
      return refused(
          "wrong-architecture",
          "it is for " + order.architecture() + ", and this device is " + own.architecture());
    }
    if (new Release(order.version()).compareTo(own.version()) < 0 && !order.evenOlder()) {
      return refused(
          "older",
          "it is version " + order.version() + ", older than " + own.version() + ", which runs");
    }
    long room = Files.getFileStore(existing(place)).getUsableSpace();
    long needed = 2 * order.octets() + SPARE;
    return room < needed
        ? refused("no-room", "the device has " + room + " octets left and needs " + needed)
        : Optional.empty();
  }

  private static Path existing(Path place) {
    Path here = place.toAbsolutePath();
    while (Files.notExists(here) && here.getParent() != null) {
      here = here.getParent();
    }
    return here;
  }

  /// What is wrong with a program that is here; empty where it may be put on trial. Verifies every
  /// octet of it.
  Optional<Refused> objection(Order.TakeProgram order, SignedPackage program) throws IOException {
    PackageManifest manifest = program.manifest();
    Optional<String> stranger = publishers.objection(program.publisher());
    if (stranger.isPresent()) {
      return refused("publisher-not-trusted", stranger.get());
    }
    if (manifest.kind() != Kind.PROGRAM || !manifest.files().stream().allMatch(UpdateDesk::fits)) {
      return refused("no-program", "the package holds something else than a program");
    }
    if (!manifest.version().equals(order.version())
        || !manifest.architecture().equals(order.architecture())) {
      return refused("other-program", "the package holds another program than was ordered");
    }
    if (own.board().isPresent()
        && !manifest.boards().isEmpty()
        && manifest.boards().stream().noneMatch(own.board().get()::startsWith)) {
      return refused("wrong-board", "it is not for a " + own.board().get());
    }
    if (new Release(manifest.from()).compareTo(own.version()) > 0) {
      return refused(
          "too-old",
          "it may follow version " + manifest.from() + " or later, and " + own.version() + " runs");
    }
    if (manifest.java() > own.java()) {
      return refused(
          "runtime",
          "it needs Java " + manifest.java() + ", and this device has Java " + own.java());
    }
    try {
      program.verify();
      return Optional.empty();
    } catch (PackageException altered) {
      return refused(altered);
    }
  }

  /// A name that can be in the way of nothing else in a slot.
  private static boolean fits(PackageManifest.File file) {
    return file.name().endsWith(".jar") || file.name().equals("java.options");
  }

  /// Verifies what came, and puts it on trial: it is what is started next.
  ///
  /// @param file the package, which is used up
  /// @param noted puts the order into the journal, once nothing speaks against it, or says why that
  ///     cannot be
  public Optional<Refused> take(
      Order.TakeProgram order, Path file, Supplier<Optional<Refused>> noted) throws IOException {
    try {
      SignedPackage program = SignedPackage.open(file);
      Optional<Refused> refused = objection(order, program).or(noted);
      if (refused.isEmpty()) {
        slots.orElseThrow().install(program, own.slot());
      }
      return refused;
    } catch (PackageException unusable) {
      return refused(unusable);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /// How a program looks at itself.
  public interface SelfCheck {
    /// Returns where all is well.
    void look() throws IOException;
  }

  /// Says of the program that runs that it has proved itself, or that another did not. To be called
  /// once it serves.
  ///
  /// @param check what it must stand, where it is on trial
  /// @param noted puts what is to be told into the journal
  public void settle(SelfCheck check, Consumer<BoxNote> noted) throws IOException {
    if (slots.isEmpty()) {
      return;
    }
    SlotState state = slots.get().state();
    if (!state.slot().equals(own.slot())) {
      return;
    }
    switch (state.standing()) {
      case SlotState.Standing.Good() -> {}
      case SlotState.Standing.OnTrial _ -> {
        check.look();
        noted.accept(new BoxNote.ProgramChanged(version(state.other()), version()));
        slots.get().settle(state);
      }
      case SlotState.Standing.FellBack() -> {
        noted.accept(new BoxNote.ProgramFellBack(version(state.other()), version()));
        slots.get().settle(state);
      }
    }
  }

  /// What is in `slot`, as far as that is known here.
  private String version(String slot) throws IOException {
    return slots
        .orElseThrow()
        .program(slot)
        .map(PackageManifest::version)
        .orElse(slot.equals(SlotState.GROUND) ? "the packaged one" : "unknown");
  }

  private static Optional<Refused> refused(PackageException unusable) {
    return switch (unusable.why()) {
      case MALFORMED -> refused("malformed", String.valueOf(unusable.getMessage()));
      case ALTERED -> refused("altered", String.valueOf(unusable.getMessage()));
    };
  }

  private static Optional<Refused> refused(String why, String detail) {
    return Optional.of(new Refused(why, detail));
  }
}
