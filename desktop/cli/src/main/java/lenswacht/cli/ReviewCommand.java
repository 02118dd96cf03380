package lenswacht.cli;

import java.io.IOException;
import java.io.PrintWriter;
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
final class ReviewCommand extends VerbGroup {
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

  /// A verb on the review of a case, which is open while it works.
  abstract static class Working implements Callable<Integer> {
    @Mixin private ReviewOption option = new ReviewOption();

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public final Integer call() throws Exception {
      try (ReviewOption.Open open = option.open()) {
        work(open);
        return ExitCode.RAN.number();
      } catch (ReviewRefusedException refused) {
        throw new CommandException(
            refused.refusal() == Refusal.NOT_WHOLE ? ExitCode.INTEGRITY : ExitCode.USAGE,
            String.valueOf(refused.getMessage()),
            refused);
      }
    }

    /// Does it.
    abstract void work(ReviewOption.Open open) throws Exception;

    final ReviewOption option() {
      return option;
    }

    final PrintWriter out() {
      return spec.commandLine().getOut();
    }

    final PrintWriter err() {
      return spec.commandLine().getErr();
    }
  }

  /// Lists statements.
  @Command(
      name = "list",
      description = "Lists every statement: how far it is, for whom it waits, what stands.",
      mixinStandardHelpOptions = true)
  static final class ListCommand extends Working {
    @Mixin private FormOption form = new FormOption();

    @Option(
        names = "--waiting-for",
        paramLabel = "WHO",
        description = "Only what waits for a name or a role; also 'opening', 'determination'.")
    private String waitingFor = "";

    @Override
    void work(ReviewOption.Open open) throws Exception {
      open.work().open(now());
      ReviewRows rows =
          new ReviewRows(open.work().review(), option().words(), open.edition().pack());
      new Answer(ReviewRows.LIST, rows.list(waitingFor)).write(form.chosen(), out());
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
  static final class Assign extends Working {
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
    void work(ReviewOption.Open open) throws Exception {
      if (set.isEmpty() && (keys.isEmpty() || (owner == null && room == null))) {
        throw new CommandException(
            ExitCode.USAGE, "say a role with --set, or --statement with --owner or --room");
      }
      for (Map.Entry<String, String> one : set.entrySet()) {
        open.work()
            .add(List.of(new ReviewEvent.Assigned(role(one.getKey()), one.getValue(), by, now())));
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
  static final class Export extends Working {
    @Option(names = "--for", required = true, paramLabel = "ROLE", description = "first or second.")
    private String to = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who passes it on.")
    private String by = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where it goes.")
    private Path out = Path.of("");

    @Override
    void work(ReviewOption.Open open) throws Exception {
      Role role = role(to);
      if (!role.isAssessor()) {
        throw new CommandException(ExitCode.USAGE, "only assessors are passed on to");
      }
      Extract extract =
          new ReviewExchange(open.file(), open.work(), option().identifier())
              .passOn(role, by, now());
      ReviewFiles.write(extract, out);
      err().println(extract.statements().size() + " statements for " + extract.assessor());
      out().println("sha256 " + extract.hash());
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
  static final class Import extends Working {
    @Option(names = "--file", required = true, paramLabel = "FILE", description = "The assessment.")
    private Path file = Path.of("");

    @Option(
        names = "--key",
        paramLabel = "MARK",
        description = {
          "Take it in only if it was signed with this key: 16 digits, as the console of that",
          "assessor shows them."
        })
    private @Nullable String key;

    @Override
    void work(ReviewOption.Open open) throws Exception {
      FilledIn.Verified verified = read();
      if (key != null && !verified.mark().replace(" ", "").equals(key.replace(" ", ""))) {
        throw new CommandException(
            ExitCode.INTEGRITY, file + ": signed with key " + verified.mark() + ", not " + key);
      }
      int count =
          new ReviewExchange(open.file(), open.work(), option().identifier())
              .take(verified.filledIn(), now());
      err().println(count + " statements filed, sealed");
      out().println("key " + verified.key().sha256().hex());
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
  static final class Show extends Working {
    @Mixin private FormOption form = new FormOption();

    @Option(names = "--statement", paramLabel = "KEY", description = "By the key of 'review list'.")
    private @Nullable String key;

    @Override
    void work(ReviewOption.Open open) throws Exception {
      open.work().open(now());
      ReviewRows rows =
          new ReviewRows(open.work().review(), option().words(), open.edition().pack());
      new Answer(ReviewRows.SHOW, key == null ? rows.summary() : rows.show(of(rows, key)))
          .write(form.chosen(), out());
    }

    private static Reviewed of(ReviewRows rows, String key) throws CommandException {
      return rows.review()
          .of(key)
          .orElseThrow(() -> new CommandException(ExitCode.USAGE, "there is no statement " + key));
    }
  }
}
