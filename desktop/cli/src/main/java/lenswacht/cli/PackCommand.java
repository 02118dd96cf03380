package lenswacht.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.KnowledgeFolder;
import lenswacht.knowledge.PackChoice;
import lenswacht.knowledge.PackException;
import lenswacht.knowledge.PolicyPack;
import lenswacht.knowledge.Seal;
import lenswacht.link.HomeFolder;
import lenswacht.link.Identity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Policy packs: which there are, what they say, and those that people make themselves.
@Command(
    name = "pack",
    description = {
      "Policy packs: rows that an auditor reads and changes. 'copy' puts one into a folder, 'check'",
      "says where a row cannot be so, 'sign' and 'verify' guard it, and every judging command takes",
      "the folder with --pack."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      PackCommand.Listing.class,
      PackShowCommand.class,
      PackCommand.Check.class,
      PackCommand.Copy.class,
      PackCommand.Sign.class,
      PackCommand.Verify.class
    })
final class PackCommand extends VerbGroup {
  private static final List<String> COLUMNS =
      List.of(
          "pack",
          "title",
          "version",
          "date",
          "status",
          "extends",
          "rules",
          "controls",
          "hash",
          "signed");

  private static List<String> row(PolicyPack pack, Locale language) {
    return List.of(
        pack.id(),
        pack.title(language),
        pack.version(),
        pack.date(),
        pack.status(),
        pack.below().map(PolicyPack::id).orElse(""),
        String.valueOf(pack.rules().size()),
        String.valueOf(pack.controls().size()),
        pack.hash(),
        signed(pack.seal()));
  }

  /// Who signed, or `unsigned`.
  static String signed(Optional<Seal> seal) {
    return seal.map(by -> by.signer() + ", " + by.day() + ", key " + by.keyName())
        .orElse("unsigned");
  }

  /// Which packs the edition holds.
  @Command(
      name = "list",
      description = "Lists the packs of the edition, each with its hash and who signed it.",
      mixinStandardHelpOptions = true)
  static final class Listing implements Callable<Integer> {
    @Mixin private FormatOption format = new FormatOption();

    @Option(names = "--edition", paramLabel = "FOLDER", description = "An edition of your own.")
    private @Nullable Path edition;

    @Option(names = "--lang", defaultValue = "en", description = "Language: nl or en (default).")
    private Locale language = Locale.ENGLISH;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws CommandException {
      List<List<String>> rows = new ArrayList<>();
      for (String id : PackOption.edition(edition, PackChoice.DUTCH).packs()) {
        rows.add(row(PackOption.edition(edition, new PackChoice.Named(id)).pack(), language));
      }
      new Answer(COLUMNS, rows).write(format.chosen(), spec.commandLine().getOut());
      return ExitCode.RAN.number();
    }
  }

  /// Whether a pack can be used.
  @Command(
      name = "check",
      description = {
        "Reads a pack in a folder and says whether it can be used. The first thing that cannot be so",
        "is told with file, line, column and a sentence; the exit code is then 2, and 4 where a",
        "signature does not hold."
      },
      mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "Holds pack.csv and the files beside it.")
    private Path folder = Path.of("");

    @Mixin private FormatOption format = new FormatOption();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() {
      try {
        PolicyPack pack = Edition.bundled(new PackChoice.Own(folder)).pack();
        new Answer(COLUMNS, List.of(row(pack, Locale.ENGLISH)))
            .write(format.chosen(), spec.commandLine().getOut());
        return ExitCode.RAN.number();
      } catch (PackException e) {
        new Answer(
                List.of("file", "line", "column", "says"),
                List.of(List.of(e.file(), number(e.line()), number(e.column()), e.reason())))
            .write(format.chosen(), spec.commandLine().getOut());
        return PackOption.refusal(e).exitCode().number();
      }
    }

    private static String number(long number) {
      return number == 0 ? "" : String.valueOf(number);
    }
  }

  /// A pack of the edition as files that people can change.
  @Command(
      name = "copy",
      description = "Puts the files of a pack of the edition into a new folder, to change them.",
      mixinStandardHelpOptions = true)
  static final class Copy implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ID", description = "One of 'knowledge pack list'.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "FOLDER", description = "A folder that is not there yet.")
    private Path folder = Path.of("");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws CommandException, IOException {
      PolicyPack pack = PackOption.edition(null, new PackChoice.Named(id)).pack();
      Files.createDirectory(folder);
      try {
        for (Map.Entry<String, byte[]> file : pack.bytes(KnowledgeFolder.bundled()).entrySet()) {
          Files.write(
              folder.resolve(file.getKey()), file.getValue(), StandardOpenOption.CREATE_NEW);
        }
      } catch (PackException e) {
        throw PackOption.refusal(e);
      }
      spec.commandLine()
          .getErr()
          .println(
              "pack "
                  + id
                  + " is in "
                  + folder
                  + "; give it an id of its own in pack.csv, then use"
                  + " --pack "
                  + folder);
      return ExitCode.RAN.number();
    }
  }

  /// Where a signature is put or looked for: a pack, or an edition.
  private record Guarded(String hash, Optional<Seal> seal) {
    static Guarded of(Path folder) throws PackException {
      if (Files.exists(folder.resolve("edition.csv"))) {
        Edition edition = Edition.read(folder, PackChoice.DUTCH);
        return new Guarded(edition.filesHash(), edition.seal());
      }
      PolicyPack pack = Edition.bundled(new PackChoice.Own(folder)).pack();
      return new Guarded(pack.hash(), pack.seal());
    }
  }

  /// Signs a pack or an edition.
  @Command(
      name = "sign",
      description = {
        "Signs the files of a pack or an edition in a folder, with an Ed25519 key that the",
        "organisation holds, and puts signature.csv beside them. A changed cell breaks it."
      },
      mixinStandardHelpOptions = true)
  static final class Sign implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "Holds pack.csv, or edition.csv.")
    private Path folder = Path.of("");

    @Option(
        names = "--as",
        required = true,
        paramLabel = "NAME",
        description = "Who signs, as reports will print it.")
    private String signer = "";

    @Option(
        names = "--key",
        paramLabel = "FOLDER",
        description = {
          "Where the key is kept (identity.pem; made if there is none).",
          "Default: the key of this computer's console."
        })
    private @Nullable Path key;

    @Option(names = "--on", paramLabel = "DAY", description = "The day. Default: today.")
    private @Nullable LocalDate day;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws CommandException, IOException {
      Identity identity =
          Identity.openOrCreate(key == null ? HomeFolder.console() : key, "organisation");
      Files.deleteIfExists(folder.resolve(Seal.FILE));
      try {
        Seal seal =
            Seal.sign(
                Guarded.of(folder).hash(),
                signer,
                day == null ? LocalDate.now(ZoneId.systemDefault()) : day,
                identity.privateKey(),
                identity.publicKey());
        Files.writeString(folder.resolve(Seal.FILE), seal.text());
        spec.commandLine().getOut().println("signed: " + signed(Optional.of(seal)));
        return ExitCode.RAN.number();
      } catch (PackException e) {
        throw PackOption.refusal(e);
      } catch (IllegalArgumentException e) {
        throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
      } catch (GeneralSecurityException e) {
        throw new CommandException(ExitCode.INTERNAL, "this platform cannot sign", e);
      }
    }
  }

  /// Whether a signature holds.
  @Command(
      name = "verify",
      description = {
        "Says who signed a pack or an edition in a folder. The exit code is 4 where the signature",
        "does not hold, where there is none, and where it is of another key than --by names."
      },
      mixinStandardHelpOptions = true)
  static final class Verify implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", description = "Holds pack.csv, or edition.csv.")
    private Path folder = Path.of("");

    @Option(
        names = "--by",
        paramLabel = "KEY",
        description = "The key it must be of: the 16 digits that 'sign' printed.")
    private @Nullable String by;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws CommandException {
      try {
        Guarded guarded = Guarded.of(folder);
        spec.commandLine().getOut().println("hash: " + guarded.hash());
        spec.commandLine().getOut().println("signed: " + signed(guarded.seal()));
        PackOption.demand(guarded.seal(), by == null ? Optional.empty() : Optional.of(by));
        return ExitCode.RAN.number();
      } catch (PackException e) {
        throw PackOption.refusal(e);
      }
    }
  }
}
