package lenswacht.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Between which kinds of zones the norm wants no traffic. It speaks of kinds only; what was agreed
/// for one site stands beside it and goes further.
///
/// @param clauses each pair of kinds that the norm speaks of
public record SeparationNorm(List<Clause> clauses) {
  /// A norm that speaks of nothing.
  public static final SeparationNorm NONE = new SeparationNorm(List.of());

  static final List<String> FILES = List.of("separation.csv");

  public SeparationNorm {
    clauses = List.copyOf(clauses);
  }

  /// From zones of one kind nothing of the other kind may be reached.
  ///
  /// @param from where a connection would begin
  /// @param to where it would end
  /// @param control the control of the policy pack, or the clause as its source numbers it
  /// @param source where that stands
  /// @param date of the source
  public record Clause(ZoneRole from, ZoneRole to, String control, String source, LocalDate date) {}

  /// The clause that keeps `from` out of `to`; empty where the norm does not speak of them.
  public Optional<Clause> between(ZoneRole from, ZoneRole to) {
    return clauses.stream()
        .filter(clause -> clause.from() == from && clause.to() == to)
        .findFirst();
  }

  static SeparationNorm read(KnowledgeFolder folder) throws PackException {
    List<Clause> clauses = new ArrayList<>();
    for (Row row :
        new RowReader(folder).read(FILES.getFirst(), "from", "to", "control", "source", "date")) {
      Clause clause =
          new Clause(
              role(row, "from"),
              role(row, "to"),
              row.required("control"),
              row.required("source"),
              row.date("date"));
      if (new SeparationNorm(clauses).between(clause.from(), clause.to()).isPresent()) {
        throw row.wrong("the pair stands there twice");
      }
      clauses.add(clause);
    }
    return new SeparationNorm(clauses);
  }

  private static ZoneRole role(Row row, String heading) throws PackException {
    String word = row.required(heading);
    return ZoneRole.of(word).orElseThrow(() -> row.wrong("'" + word + "' is no kind of zone"));
  }
}
