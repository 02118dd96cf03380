package lenswacht.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lenswacht.link.HomeFolder;
import lenswacht.link.Identity;
import lenswacht.link.update.PackageException;
import lenswacht.link.update.PackageManifest;
import lenswacht.link.update.SignedPackage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Programs and knowledge for devices, as signed packages.
@Command(
    name = "update",
    description = {
      "Programs and knowledge for devices that have no internet: signed packages that travel by",
      "cable. './lenswacht package update --out DIR' makes one of the agent as it is here."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      UpdateCommand.Make.class,
      UpdateCommand.Show.class,
      UpdateCommand.Check.class,
      UpdateSendCommand.class
    })
final class UpdateCommand extends VerbGroup {
  /// Opens a package, or says why it is none.
  static SignedPackage open(Path file) throws IOException, CommandException {
    try {
      return SignedPackage.open(file);
    } catch (PackageException unusable) {
      throw new CommandException(ExitCode.INTEGRITY, file + ": " + unusable.getMessage(), unusable);
    }
  }

  private static void tell(SignedPackage opened, PrintWriter out) {
    PackageManifest manifest = opened.manifest();
    out.println("kind          " + manifest.kind().name().toLowerCase(Locale.ROOT));
    out.println("version       " + manifest.version());
    out.println("follows       " + manifest.from() + " or later");
    out.println("architecture  " + manifest.architecture());
    if (!manifest.boards().isEmpty()) {
      out.println("boards        " + String.join(", ", manifest.boards()));
    }
    if (manifest.java() > 0) {
      out.println("Java          " + manifest.java() + " or later");
    }
    out.println("files         " + manifest.files().size() + ", " + manifest.octets() + " octets");
    out.println("signed by     " + opened.publisher().hex());
    out.flush();
  }

  /// Makes one.
  @Command(
      name = "make",
      description = "Makes a signed package of the files in a folder.",
      mixinStandardHelpOptions = true)
  static final class Make implements Callable<Integer> {
    @Option(names = "--from", required = true, paramLabel = "FOLDER", description = "The files.")
    private Path from = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The package.")
    private Path out = Path.of("");

    @Option(
        names = "--kind",
        defaultValue = "PROGRAM",
        description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}")
    private PackageManifest.Kind kind = PackageManifest.Kind.PROGRAM;

    @Option(
        names = "--release",
        required = true,
        paramLabel = "VERSION",
        description = "Version of what it holds, such as 1.2.0-3.")
    private String release = "";

    @Option(
        names = "--follows",
        defaultValue = "0",
        paramLabel = "VERSION",
        description = "The oldest version it may follow. Default: any.")
    private String follows = "";

    @Option(names = "--arch", defaultValue = "any", description = "arm64 or amd64; any (default).")
    private String architecture = "";

    @Option(
        names = "--board",
        paramLabel = "NAME",
        description = "How the model of a computer that it is for may begin; repeatable.")
    private List<String> boards = List.of();

    @Option(names = "--java", defaultValue = "0", description = "Java that it needs at least.")
    private int java;

    @Option(
        names = "--key",
        paramLabel = "FOLDER",
        description =
            "Holds the key of who publishes it, made where needed. Default: the console's.")
    private @Nullable Path key;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
      List<Path> files;
      try (Stream<Path> all = Files.list(from)) {
        files = all.filter(Files::isRegularFile).sorted().toList();
      }
      Path keys = key;
      Identity publisher =
          keys == null
              ? Identity.ofConsole(HomeFolder.console(), "console")
              : Identity.openOrCreate(keys, "publisher");
      try {
        List<PackageManifest.File> listed = new ArrayList<>();
        for (Path file : files) {
          listed.add(SignedPackage.fileOf(file));
        }
        SignedPackage.write(
            out,
            new PackageManifest(kind, release, architecture, boards, java, follows, listed),
            from,
            publisher.privateKey(),
            publisher.publicKey());
      } catch (IllegalArgumentException unfit) {
        throw new CommandException(ExitCode.USAGE, String.valueOf(unfit.getMessage()), unfit);
      }
      spec.commandLine().getErr().println(out + ": " + Files.size(out) + " octets");
      tell(open(out), spec.commandLine().getOut());
      return ExitCode.RAN.number();
    }
  }

  /// What one says.
  @Command(
      name = "show",
      description = "Shows what a package says, once its signature is verified.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The package.")
    private Path file = Path.of("");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
      tell(open(file), spec.commandLine().getOut());
      return ExitCode.RAN.number();
    }
  }

  /// Whether one is whole.
  @Command(
      name = "check",
      description = "Verifies every octet of a package; exit code 4 where one was altered.",
      mixinStandardHelpOptions = true)
  static final class Check implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The package.")
    private Path file = Path.of("");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
      SignedPackage opened = open(file);
      tell(opened, spec.commandLine().getOut());
      try {
        opened.verify();
      } catch (PackageException altered) {
        throw new CommandException(ExitCode.INTEGRITY, file + ": " + altered.getMessage(), altered);
      }
      spec.commandLine().getErr().println("every file is as it was signed");
      return ExitCode.RAN.number();
    }
  }
}
