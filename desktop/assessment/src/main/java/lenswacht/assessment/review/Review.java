package lenswacht.assessment.review;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.FactJson;

/// How far people are with what the machine proposes, on one day. Shows nothing of what an assessor
/// filed before the other one did.
///
/// @param pack id of the policy pack
/// @param statements every statement that is proposed now, in order
/// @param lapses what was decided before and fits no more, or may not
/// @param roles who does what
/// @param operators everybody who was ever named as operator of a scan, in order
/// @param determination who determined last; empty where nobody did
public record Review(
    String pack,
    List<Reviewed> statements,
    List<Lapse> lapses,
    Map<Role, String> roles,
    List<String> operators,
    Optional<Determination> determination) {
  public Review {
    statements = List.copyOf(statements);
    operators = List.copyOf(operators);
    lapses = List.copyOf(lapses);
    EnumMap<Role, String> copy = new EnumMap<>(Role.class);
    copy.putAll(roles);
    roles = Collections.unmodifiableMap(copy);
  }

  /// Who determined.
  ///
  /// @param done who and when
  /// @param review hash of all that stood then, hex
  /// @param count number of statements
  public record Determination(Reviewed.Done done, String review, int count) {}

  /// Whether everything that is proposed was determined by name, and still says what it said. Until
  /// then every report is a draft.
  public boolean isDetermined() {
    return !statements.isEmpty()
        && statements.stream().allMatch(one -> one.stage() == Stage.DETERMINED);
  }

  /// The statements on which the assessors differ.
  public List<Reviewed> differences() {
    return statements.stream().filter(Reviewed::isDifferent).toList();
  }

  /// The statements on which a deviation was put forward or filed.
  public List<Reviewed> deviating() {
    return statements.stream()
        .filter(
            one ->
                one.deviation().isPresent()
                    || one.filings().stream()
                        .flatMap(filing -> filing.opinion().stream())
                        .anyMatch(opinion -> opinion.deviation().isPresent()))
        .toList();
  }

  /// Number of statements at a stage.
  public long count(Stage stage) {
    return statements.stream().filter(one -> one.stage() == stage).count();
  }

  /// The statement with this key.
  public Optional<Reviewed> of(String key) {
    return statements.stream().filter(one -> one.statement().key().equals(key)).findFirst();
  }

  /// What waits for somebody in this role, in order: for the handler what is to be passed on, for
  /// an assessor what was passed on and that role did not file. Nothing waits for the operator.
  public List<Reviewed> waiting(Role role) {
    return switch (role) {
      case OPERATOR -> List.of();
      case HANDLER -> statements.stream().filter(one -> one.stage() == Stage.DRAFT).toList();
      case FIRST, SECOND ->
          statements.stream()
              .filter(one -> one.handled().isPresent() && one.filing(role).isEmpty())
              .toList();
    };
  }

  /// What stands on each statement that was assessed twice.
  public List<ReviewEvent.Settled> settled() {
    return statements.stream()
        .filter(one -> one.standing().isPresent())
        .map(
            one ->
                new ReviewEvent.Settled(
                    one.statement().key(), one.statement().hash(), one.standing().orElseThrow()))
        .toList();
  }

  /// SHA-256 of what stands, 64 hex digits: what a determination is of.
  public String hash() {
    return Bytes.of(FactJson.writeLine(settled())).sha256().hex();
  }
}
