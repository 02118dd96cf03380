package lenswacht.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lenswacht.knowledge.Basis;
import lenswacht.knowledge.Condition;
import lenswacht.knowledge.Control;
import lenswacht.knowledge.DecisionTable;
import lenswacht.knowledge.Factor;
import lenswacht.knowledge.PackChoice;
import lenswacht.knowledge.PolicyPack;
import lenswacht.knowledge.Rule;
import lenswacht.knowledge.Source;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Everything that a pack says, as one table.
@Command(
    name = "show",
    description = {
      "Prints everything a pack says: its lists, rules with their conditions, controls, factors,",
      "tables and sources, each with clause, source, day and how it was read."
    },
    mixinStandardHelpOptions = true)
final class PackShowCommand implements Callable<Integer> {
  private static final List<String> COLUMNS =
      List.of("part", "id", "when", "says", "clause", "source", "since", "reading");

  @Parameters(paramLabel = "ID|FOLDER", description = "A pack of the edition, or one of your own.")
  private String pack = "";

  @Option(names = "--lang", defaultValue = "en", description = "Language: nl or en (default).")
  private Locale language = Locale.ENGLISH;

  @Mixin private FormatOption format = new FormatOption();

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Override
  public Integer call() throws CommandException {
    PackChoice choice = PackOption.choice(pack);
    new Answer(COLUMNS, rows(PackOption.edition(null, choice).pack()))
        .write(format.chosen(), spec.commandLine().getOut());
    return ExitCode.RAN.number();
  }

  private List<List<String>> rows(PolicyPack shown) {
    List<List<String>> rows = new ArrayList<>();
    for (String list : shown.lists()) {
      rows.add(List.of("list", list, "", String.join(", ", shown.named(list)), "", "", "", ""));
    }
    for (Rule rule : shown.rules()) {
      String says = shown.sentence(rule.textKey(), language, Map.of());
      rows.add(row("rule", rule.id(), when(rule), says, rule.basis()));
    }
    for (Control control : shown.controls()) {
      String when =
          String.join(" ", control.rules())
              + control.onlyIf().map(field -> "; only if " + field).orElse("")
              + control.appliesFrom().map(day -> "; from " + day).orElse("");
      String says = shown.sentence(control.titleKey(), language, Map.of());
      rows.add(row("control", control.id(), when, says, control.basis()));
    }
    for (Factor factor : shown.factors()) {
      String says = shown.sentence("factor." + factor.id(), language, Map.of());
      rows.add(row("factor", factor.id(), "starts at " + factor.base(), says, factor.basis()));
    }
    for (DecisionTable table : shown.tables()) {
      String cells =
          table.cells().stream()
              .map(line -> line.stream().map(String::valueOf).collect(Collectors.joining("")))
              .collect(Collectors.joining(" "));
      rows.add(
          row(
              "table",
              table.id(),
              table.rowName() + " x " + table.columnName(),
              cells,
              table.basis()));
    }
    for (Source source : shown.sources()) {
      rows.add(
          List.of(
              "source",
              source.id(),
              "",
              source.title(),
              "",
              source.place(),
              source.date(),
              source.status()));
    }
    return rows;
  }

  private static List<String> row(String part, String id, String when, String says, Basis basis) {
    return List.of(
        part,
        id,
        when,
        says,
        basis.clause(),
        String.join(" ", basis.sources()),
        basis.since(),
        basis.howRead().label());
  }

  private static String when(Rule rule) {
    return rule.cases().stream()
        .map(
            conditions ->
                conditions.stream().map(Condition::text).collect(Collectors.joining(" and ")))
        .collect(Collectors.joining(", or "));
  }
}
