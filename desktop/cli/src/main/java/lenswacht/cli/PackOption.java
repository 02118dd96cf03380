package lenswacht.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.PackChoice;
import lenswacht.knowledge.PackException;
import lenswacht.knowledge.Seal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Under which edition and policy pack a command judges.
final class PackOption {
  @Option(
      names = "--pack",
      paramLabel = "ID|FOLDER",
      description = {
        "The policy pack: one of the edition ('knowledge pack list' names them), or a folder with",
        "one of your own. Default: nl."
      })
  private @Nullable String pack;

  @Option(
      names = "--edition",
      paramLabel = "FOLDER",
      description = "An edition of your own. Default: the one that comes with the program.")
  private @Nullable Path edition;

  @Option(
      names = "--pack-key",
      paramLabel = "KEY",
      description = "Use the pack only if it is signed with this key: 16 digits.")
  private @Nullable String key;

  /// The edition with that pack.
  Edition edition() throws CommandException {
    Edition chosen = edition(edition, pack == null ? PackChoice.DUTCH : choice(pack));
    if (key != null) {
      demand(chosen.pack().seal(), Optional.of(key));
    }
    return chosen;
  }

  /// Refuses what is not signed, or is signed with another key.
  static void demand(Optional<Seal> seal, Optional<String> key) throws CommandException {
    if (seal.isEmpty()) {
      throw new CommandException(ExitCode.INTEGRITY, "there is no signature");
    }
    if (key.isPresent() && !key.get().equals(seal.get().keyName())) {
      throw new CommandException(
          ExitCode.INTEGRITY, "signed with key " + seal.get().keyName() + ", not " + key.get());
    }
  }

  /// A folder where there is one of that name, else a pack of the edition.
  static PackChoice choice(String text) {
    return Files.isRegularFile(Path.of(text, "pack.csv"))
        ? new PackChoice.Own(Path.of(text))
        : new PackChoice.Named(text);
  }

  static Edition edition(@Nullable Path folder, PackChoice choice) throws CommandException {
    try {
      return folder == null ? Edition.bundled(choice) : Edition.read(folder, choice);
    } catch (PackException e) {
      throw refusal(e);
    }
  }

  /// A broken signature breaks integrity; everything else is a fault in what was given.
  static CommandException refusal(PackException e) {
    return new CommandException(
        e.isBrokenSeal() ? ExitCode.INTEGRITY : ExitCode.USAGE, String.valueOf(e.getMessage()));
  }
}
