package lenswacht.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import lenswacht.assessment.review.Extract;
import lenswacht.assessment.review.Refusal;
import lenswacht.assessment.review.ReviewEvent;
import lenswacht.assessment.review.ReviewEvent.Mark;
import lenswacht.assessment.review.ReviewRefusedException;
import lenswacht.assessment.review.Reviewed;
import lenswacht.assessment.review.Role;
import lenswacht.casefile.ReviewExchange;
import lenswacht.casefile.review.FilledIn;
import lenswacht.casefile.review.ReviewFiles;
import lenswacht.observation.MalformedFactException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What a script may do in a review.
@Command(
    name = "review",
    description = {
      "What a script may do in a review: list what waits for whom, assign people, pass on to an",
      "assessor elsewhere, and take in what that assessor filed. Conclusions are made in the"
          + " console",
      "by people; nothing here concludes, passes on to the assessors or determines."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      ReviewCommand.ListCommand.class,
      ReviewCommand.Assign.class,
      ReviewCommand.Export.class,
      ReviewCommand.Import.class,
      ReviewCommand.Show.class
    })
final class ReviewCommand implements Runnable {
  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "which verb? see --help");
  }

  /// The forms in which a review is listed.
  enum Form {
    /// Aligned columns.
    TEXT(Answer.Format.TABLE),
    /// An array of objects.
    JSON(Answer.Format.JSON),
    /// RFC 4180 with a heading.
    CSV(Answer.Format.CSV);

    private final Answer.Format format;

    Form(Answer.Format format) {
      this.format = format;
    }
  }

  /// The form that was asked for.
  static final class FormOption {
    @Option(
        names = "--format",
        defaultValue = "TEXT",
        paramLabel = "text|json|csv",
        description = "Form of the output. Default: text.")
    private Form form = Form.TEXT;

    Answer.Format chosen() {
      return form.format;
    }
  }

  private static CommandException refused(ReviewRefusedException refused) {
    return new CommandException(
        refused.refusal() == Refusal.NOT_WHOLE ? ExitCode.INTEGRITY : ExitCode.USAGE,
        String.valueOf(refused.getMessage()),
        refused);
  }

  private static Role role(String word) throws CommandException {
    return Role.of(word)
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.USAGE, "'" + word + "' is none of operator, handler, first, second"));
  }

  private static Instant now() {
    return InstantSource.system().instant();
  }

  /// Lists statements.
  @Command(
      name = "list",
      description = "Lists every statement: how far it is, for whom it waits, what stands.",
      mixinStandardHelpOptions = true)
  static final class ListCommand implements Callable<Integer> {
    @Mixin private ReviewOption option = new ReviewOption();
    @Mixin private FormOption form = new FormOption();

    @Option(
        names = "--waiting-for",
        paramLabel = "WHO",
        description = "Only what waits for a name or a role; also 'opening', 'determination'.")
    private String waitingFor = "";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
      try (ReviewOption.Open open = option.open()) {
        open.work().open(now());
        ReviewRows rows =
            new ReviewRows(open.work().review(), option.words(), open.edition().pack());
        new Answer(ReviewRows.LIST, rows.list(waitingFor))
            .write(form.chosen(), spec.commandLine().getOut());
        return ExitCode.RAN.number();
      }
    }
  }

  /// Gives somebody a role, or statements an owner or a room.
  @Command(
      name = "assign",
      description = {
        "Gives somebody a role: operator (ran the scan), handler, first or second (assess)."
            + " Neither",
        "operator nor handler can be second, and nobody both first and second; names that may be"
            + " of",
        "one person count as one. With --owner or --room marks statements instead."
      },
      mixinStandardHelpOptions = true)
  static final class Assign implements Callable<Integer> {
    @Mixin private ReviewOption option = new ReviewOption();

    @Option(
        names = "--set",
        paramLabel = "ROLE=NAME",
        description = "For example first=\"F. Faber\". Repeat for more.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
        names = "--statement",
        paramLabel = "KEY",
        description = "A statement to mark, by the key of 'review list'. Repeat for more.")
    private List<String> keys = new ArrayList<>();

    @Option(names = "--owner", paramLabel = "NAME", description = "Who answers for them.")
    private @Nullable String owner;

    @Option(names = "--room", paramLabel = "TEXT", description = "The room they are about.")
    private @Nullable String room;

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who says it.")
    private String by = "";

    @Override
    public Integer call() throws Exception {
      if (set.isEmpty() && (keys.isEmpty() || (owner == null && room == null))) {
        throw new CommandException(
            ExitCode.USAGE, "say a role with --set, or --statement with --owner or --room");
      }
      try (ReviewOption.Open open = option.open()) {
        for (Map.Entry<String, String> one : set.entrySet()) {
          open.work()
              .add(
                  List.of(new ReviewEvent.Assigned(role(one.getKey()), one.getValue(), by, now())));
        }
        List<ReviewEvent> marks = new ArrayList<>();
        for (String key : keys) {
          Optional.ofNullable(owner)
              .ifPresent(
                  value -> marks.add(new ReviewEvent.Marked(key, Mark.OWNER, value, by, now())));
          Optional.ofNullable(room)
              .ifPresent(
                  value -> marks.add(new ReviewEvent.Marked(key, Mark.ROOM, value, by, now())));
        }
        open.work().add(marks);
        return ExitCode.RAN.number();
      } catch (ReviewRefusedException refused) {
        throw refused(refused);
      }
    }
  }

  /// Writes what an assessor needs.
  @Command(
      name = "export",
      description = {
        "Writes what waits for an assessor to a file, for work on another computer: statements,"
            + " the",
        "conclusions that can be drawn, deviations and evidence. Not what the machine concludes"
            + " and",
        "nothing of the other assessor. The console there opens it."
      },
      mixinStandardHelpOptions = true)
  static final class Export implements Callable<Integer> {
    @Mixin private ReviewOption option = new ReviewOption();

    @Option(names = "--for", required = true, paramLabel = "ROLE", description = "first or second.")
    private String to = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who passes it on.")
    private String by = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where it goes.")
    private Path out = Path.of("");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
      Role role = role(to);
      if (!role.isAssessor()) {
        throw new CommandException(ExitCode.USAGE, "only assessors are passed on to");
      }
      try (ReviewOption.Open open = option.open()) {
        Extract extract =
            new ReviewExchange(open.file(), open.work(), option.identifier())
                .passOn(role, by, now());
        ReviewFiles.write(extract, out);
        spec.commandLine()
            .getErr()
            .println(extract.statements().size() + " statements for " + extract.assessor());
        spec.commandLine().getOut().println("sha256 " + extract.hash());
        return ExitCode.RAN.number();
      } catch (ReviewRefusedException refused) {
        throw refused(refused);
      }
    }
  }

  /// Takes in what an assessor filed elsewhere.
  @Command(
      name = "import",
      description = {
        "Takes in what an assessor concluded in the console of another computer, all or nothing:"
            + " the",
        "signature holds, it is on what was passed on to that assessor, and the content is the"
            + " same."
      },
      mixinStandardHelpOptions = true)
  static final class Import implements Callable<Integer> {
    @Mixin private ReviewOption option = new ReviewOption();

    @Option(names = "--file", required = true, paramLabel = "FILE", description = "The assessment.")
    private Path file = Path.of("");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
      FilledIn.Verified verified = read();
      try (ReviewOption.Open open = option.open()) {
        int count =
            new ReviewExchange(open.file(), open.work(), option.identifier())
                .take(verified.filledIn(), now());
        spec.commandLine().getErr().println(count + " statements filed, sealed");
        spec.commandLine().getOut().println("key " + verified.key().sha256().hex());
        return ExitCode.RAN.number();
      } catch (ReviewRefusedException refused) {
        throw refused(refused);
      }
    }

    private FilledIn.Verified read() throws IOException, CommandException {
      try {
        return ReviewFiles.readFilledIn(file);
      } catch (MalformedFactException altered) {
        throw new CommandException(ExitCode.INTEGRITY, file + ": " + altered.getMessage(), altered);
      }
    }
  }

  /// Shows one statement, or the whole.
  @Command(
      name = "show",
      description = "Shows everything on one statement, or without one how the review stands.",
      mixinStandardHelpOptions = true)
  static final class Show implements Callable<Integer> {
    @Mixin private ReviewOption option = new ReviewOption();
    @Mixin private FormOption form = new FormOption();

    @Option(names = "--statement", paramLabel = "KEY", description = "By the key of 'review list'.")
    private @Nullable String key;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public Integer call() throws Exception {
      try (ReviewOption.Open open = option.open()) {
        open.work().open(now());
        ReviewRows rows =
            new ReviewRows(open.work().review(), option.words(), open.edition().pack());
        new Answer(ReviewRows.SHOW, key == null ? rows.summary() : rows.show(of(rows, key)))
            .write(form.chosen(), spec.commandLine().getOut());
        return ExitCode.RAN.number();
      }
    }

    private static Reviewed of(ReviewRows rows, String key) throws CommandException {
      return rows.review()
          .of(key)
          .orElseThrow(() -> new CommandException(ExitCode.USAGE, "there is no statement " + key));
    }
  }
}
