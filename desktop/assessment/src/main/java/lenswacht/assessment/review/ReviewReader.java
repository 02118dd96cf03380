package lenswacht.assessment.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lenswacht.assessment.review.ReviewEvent.Deviated;
import lenswacht.assessment.review.ReviewEvent.Filed;
import lenswacht.assessment.review.ReviewEvent.Handled;
import lenswacht.assessment.review.ReviewEvent.Mark;
import lenswacht.assessment.review.ReviewEvent.Marked;
import lenswacht.assessment.review.Reviewed.Done;
import lenswacht.assessment.review.Reviewed.Filing;
import lenswacht.assessment.review.Reviewed.Noted;

/// Reads from what people did how far a review is: a pure function of what is proposed, what was
/// done and the day.
public final class ReviewReader {
  private final Trails trails;
  private final Circumstances circumstances;
  private final Independence independence;
  private final List<Lapse> lapses = new ArrayList<>();

  private ReviewReader(Trails trails, Circumstances circumstances) {
    this.trails = trails;
    this.circumstances = circumstances;
    this.independence = Independence.of(circumstances, trails.operators(), Map.of());
  }

  /// How far the review is.
  ///
  /// @param pack id of the policy pack
  /// @param statements what is proposed now
  /// @param events what was done, in order
  public static Review read(
      String pack,
      List<Statement> statements,
      List<ReviewEvent> events,
      Circumstances circumstances) {
    Trails trails = new Trails(statements, events);
    ReviewReader reader = new ReviewReader(trails, circumstances);
    List<Reviewed> reviewed = statements.stream().map(reader::reviewed).toList();
    reader.notProposed();
    return new Review(
        pack, reviewed, reader.lapses, trails.roles(), trails.operators(), trails.determination());
  }

  private Reviewed reviewed(Statement statement) {
    String hash = statement.hash();
    List<Trails.Step> steps = trails.of(statement.key());
    Round round = Round.last(steps, hash);
    Optional<Noted> deviation = deviation(steps, hash);
    Counted counted = count(statement, round, deviation);
    Fit fit = fit(statement, steps, round, counted.fault());
    Optional<Handled> handled = counted.fault().isPresent() ? Optional.empty() : round.handled();
    boolean isComplete = counted.valid().size() == 2;
    List<Filing> filings =
        handled.isEmpty()
            ? List.of()
            : counted.valid().values().stream().map(one -> filing(one, isComplete)).toList();
    Optional<Conclusion> standing = standing(statement, filings);
    return new Reviewed(
        statement,
        stage(statement.key(), hash, handled, filings, standing),
        fit,
        handled.map(one -> new Done(one.by(), one.at())),
        filings,
        standing,
        deviation,
        marks(steps));
  }

  /// What was done on a content since it was last passed on.
  private record Round(Optional<Handled> handled, List<Filed> filed) {
    static Round last(List<Trails.Step> steps, String hash) {
      Optional<Handled> handled = Optional.empty();
      List<Filed> filed = new ArrayList<>();
      for (Trails.Step step : steps) {
        if (step.hash().equals(hash)) {
          switch (step.event()) {
            case Handled one -> {
              handled = Optional.of(one);
              filed.clear();
            }
            case Filed one -> filed.add(one);
            default -> {}
          }
        }
      }
      return new Round(handled, handled.isEmpty() ? List.of() : List.copyOf(filed));
    }
  }

  /// The filings that count, by role, and what is wrong with those that do not.
  private record Counted(Map<Role, Filed> valid, Optional<Fit.State> fault) {}

  private Counted count(Statement statement, Round round, Optional<Noted> deviation) {
    Map<Role, Filed> valid = new EnumMap<>(Role.class);
    Optional<Fit.State> fault = Optional.empty();
    for (Filed one : round.filed()) {
      if (!one.role().isAssessor() || valid.containsKey(one.role())) {
        continue;
      }
      Optional<Fit.State> wrong = fault(one, statement, round.handled(), deviation, valid);
      if (wrong.isEmpty()) {
        valid.put(one.role(), one);
      } else {
        fault = wrong;
      }
    }
    return new Counted(valid, fault);
  }

  private Optional<Fit.State> fault(
      Filed one,
      Statement statement,
      Optional<Handled> handled,
      Optional<Noted> deviation,
      Map<Role, Filed> before) {
    boolean isBarred =
        independence.ofAssessor(one.role(), one.by(), handled.map(Handled::by)).isPresent();
    boolean isSame =
        before.values().stream().anyMatch(other -> Independence.maybe(other.by(), one.by()));
    if (isBarred || isSame) {
      return Optional.of(Fit.State.NOT_INDEPENDENT);
    }
    Optional<Deviation> common = deviation.map(Noted::deviation);
    boolean isCarried =
        one.opinion()
            .map(opinion -> opinion.isCarried(statement, common, circumstances.onDay()))
            .orElse(true);
    return isCarried ? Optional.empty() : Optional.of(Fit.State.DEVIATION_ENDED);
  }

  private static Filing filing(Filed filed, boolean isComplete) {
    return new Filing(
        filed.role(),
        new Done(filed.by(), filed.at()),
        filed.commitment(),
        isComplete ? filed.opinion() : Optional.empty());
  }

  private static Optional<Conclusion> standing(Statement statement, List<Filing> filings) {
    List<Conclusion> conclusions =
        filings.stream().flatMap(one -> one.opinion().stream()).map(Opinion::conclusion).toList();
    return conclusions.size() == 2
        ? Optional.of(
            statement.kind().protection().of(conclusions.getFirst(), conclusions.getLast()))
        : Optional.empty();
  }

  private Stage stage(
      String key,
      String hash,
      Optional<Handled> handled,
      List<Filing> filings,
      Optional<Conclusion> standing) {
    if (handled.isEmpty()) {
      return Stage.DRAFT;
    }
    return switch (filings.size()) {
      case 0 -> Stage.HANDLED;
      case 1 -> Stage.FIRST_ASSESSMENT;
      default ->
          standing.filter(one -> trails.isSettled(key, hash, one)).isPresent()
              ? Stage.DETERMINED
              : Stage.SECOND_ASSESSMENT;
    };
  }

  private Optional<Noted> deviation(List<Trails.Step> steps, String hash) {
    Optional<Noted> last = Optional.empty();
    for (Trails.Step step : steps) {
      if (step.hash().equals(hash) && step.event() instanceof Deviated one) {
        last =
            one.deviation()
                .map(
                    its ->
                        new Noted(
                            its,
                            new Done(one.by(), one.at()),
                            its.isInForce(circumstances.onDay())));
      }
    }
    return last;
  }

  private static Map<Mark, String> marks(List<Trails.Step> steps) {
    Map<Mark, String> marks = new EnumMap<>(Mark.class);
    for (Trails.Step step : steps) {
      if (step.event() instanceof Marked one) {
        marks.put(one.mark(), one.value());
      }
    }
    marks.values().removeIf(String::isEmpty);
    return marks;
  }

  private Fit fit(
      Statement statement, List<Trails.Step> steps, Round round, Optional<Fit.State> fault) {
    Optional<Statement> old =
        steps.stream()
            .map(Trails.Step::event)
            .filter(Handled.class::isInstance)
            .map(event -> ((Handled) event).statement())
            .reduce((first, second) -> second);
    if (old.isEmpty()) {
      return Fit.NEW;
    }
    Optional<Handled> handled = round.handled();
    if (handled.isEmpty()) {
      return lapsed(old.get(), steps, Fit.changed(old.get(), statement));
    }
    if (fault.isPresent()) {
      return lapsed(handled.get().statement(), steps, Fit.of(fault.get()));
    }
    Instant decided =
        Stream.concat(Stream.of(handled.get().at()), round.filed().stream().map(Filed::at))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    boolean isMissed =
        circumstances
            .lastVisit()
            .filter(decided::isBefore)
            .filter(visit -> statement.lastSeen().filter(seen -> seen.isBefore(visit)).isPresent())
            .isPresent();
    return isMissed
        ? lapsed(handled.get().statement(), steps, Fit.of(Fit.State.NOT_MET))
        : Fit.of(Fit.State.FITS);
  }

  private Fit lapsed(Statement before, List<Trails.Step> steps, Fit fit) {
    String hash = before.hash();
    Set<String> by = new LinkedHashSet<>();
    Set<Role> roles = new LinkedHashSet<>();
    Instant last = Instant.EPOCH;
    for (Trails.Step step : steps) {
      if (step.hash().equals(hash) && !(step.event() instanceof Deviated)) {
        by.add(step.event().by());
        last = last.isAfter(step.event().at()) ? last : step.event().at();
        if (step.event() instanceof Filed one) {
          roles.add(one.role());
        }
      }
    }
    Stage stage =
        trails.wasSettled(before.key(), hash)
            ? Stage.DETERMINED
            : switch (roles.size()) {
              case 0 -> Stage.HANDLED;
              case 1 -> Stage.FIRST_ASSESSMENT;
              default -> Stage.SECOND_ASSESSMENT;
            };
    lapses.add(new Lapse(before, fit, stage, List.copyOf(by), last));
    return fit;
  }

  private void notProposed() {
    Map<String, Statement> gone = new LinkedHashMap<>();
    trails.notProposed().forEach(one -> gone.put(one.key(), one));
    gone.values().forEach(one -> lapsed(one, trails.of(one.key()), Fit.of(Fit.State.NOT_PROPOSED)));
  }
}
