package lenswacht.assessment.advisory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lenswacht.assessment.advisory.AdvisoryAnswer.Open;
import lenswacht.assessment.advisory.AdvisoryAnswer.Outcome;
import lenswacht.assessment.advisory.AdvisoryRange.Place;
import lenswacht.knowledge.Advisory;
import lenswacht.knowledge.Provenance;

/// What one source says of a vulnerability in one product, and what several say together.
///
/// @param isOwn whether the source is the edition itself, whose rows people read one by one
/// @param clears whether it says of this very firmware that it does not have the weakness or
///     carries the fix, instead of leaving it outside a range
/// @param outcome the answer
/// @param open what would decide it, empty where it is decided
/// @param rows those that carry the answer
record Opinion(
    boolean isOwn, boolean clears, Outcome outcome, Set<Open> open, List<Advisory> rows) {
  /// What keeps a source from answering where another one that is more exact decides.
  private static final Set<Open> VAGUE = EnumSet.of(Open.BOUND, Open.SERIES, Open.GAP, Open.LINE);

  Opinion {
    open = Set.copyOf(open);
    rows = List.copyOf(rows);
  }

  /// A row and where the firmware of the product lies relative to it.
  ///
  /// @param row the row
  /// @param place where the firmware lies
  /// @param open what of it is open
  record Placed(Advisory row, Place place, Set<Open> open) {}

  /// What a source says, empty where none of its rows says anything of this product. What a source
  /// says of this very firmware beats what it says of ranges.
  static Optional<Opinion> of(boolean isOwn, List<Placed> placed) {
    List<Advisory> clearing = placed.stream().filter(Opinion::isCleared).map(Placed::row).toList();
    if (!clearing.isEmpty()) {
      return Optional.of(new Opinion(isOwn, true, Outcome.NOT_AFFECTED, Set.of(), clearing));
    }
    Map<Outcome, List<Advisory>> carrying = new EnumMap<>(Outcome.class);
    Set<Open> open = EnumSet.noneOf(Open.class);
    List<Advisory> otherLines = new ArrayList<>();
    for (Placed one : placed) {
      switch (one.row().standing()) {
        case AFFECTED -> {
          if (one.place() == Place.OTHER_LINE) {
            otherLines.add(one.row());
          } else {
            open.addAll(one.open());
            Outcome outcome = outcome(one.place(), one.open());
            carrying.computeIfAbsent(outcome, _ -> new ArrayList<>()).add(one.row());
          }
        }
        case INVESTIGATED -> {
          if (one.place() != Place.OUTSIDE) {
            open.add(Open.INVESTIGATED);
            carrying.computeIfAbsent(Outcome.POSSIBLE, _ -> new ArrayList<>()).add(one.row());
          }
        }
        case NOT_AFFECTED, FIXED -> {
          // It is not about this firmware, or not known to be.
        }
      }
    }
    if (carrying.isEmpty() && otherLines.isEmpty()) {
      return Optional.empty();
    }
    if (carrying.isEmpty()) {
      return Optional.of(
          new Opinion(isOwn, false, Outcome.POSSIBLE, EnumSet.of(Open.LINE), otherLines));
    }
    Outcome decided = first(carrying.keySet());
    boolean closed = decided == Outcome.CONFIRMED || decided == Outcome.NOT_AFFECTED;
    return Optional.of(
        new Opinion(
            isOwn,
            false,
            decided,
            closed ? Set.of() : open,
            carrying.getOrDefault(decided, List.of())));
  }

  /// What is to be said where rows only tell of firmware that is free of the weakness, and this one
  /// is not among it or not known to be.
  static Opinion silent(List<Placed> placed) {
    Set<Open> open = EnumSet.of(Open.BOUND);
    placed.forEach(one -> open.addAll(one.open()));
    Outcome outcome =
        open.stream().anyMatch(Open::isOfTheAsset) ? Outcome.NOT_DETERMINED : Outcome.POSSIBLE;
    return new Opinion(false, false, outcome, open, placed.stream().map(Placed::row).toList());
  }

  private static boolean isCleared(Placed placed) {
    boolean clearing =
        switch (placed.row().standing()) {
          case NOT_AFFECTED, FIXED -> true;
          case AFFECTED, INVESTIGATED -> false;
        };
    return clearing && placed.place() == Place.INSIDE && placed.open().isEmpty();
  }

  private static Outcome outcome(Place place, Set<Open> open) {
    if (place == Place.OUTSIDE && open.isEmpty()) {
      return Outcome.NOT_AFFECTED;
    }
    if (open.isEmpty()) {
      return Outcome.CONFIRMED;
    }
    return open.stream().anyMatch(Open::isOfTheAsset) ? Outcome.NOT_DETERMINED : Outcome.POSSIBLE;
  }

  private static Outcome first(Collection<Outcome> outcomes) {
    return outcomes.stream().min(Enum::compareTo).orElseThrow();
  }

  /// What several sources say together. The edition's own rows stand against ranges that were
  /// imported; a maker's word on this very firmware stands against everything; other contradictions
  /// leave the answer possible, for people to look into.
  ///
  /// @param withdrawn whether the register withdrew the number
  static Opinion together(List<Opinion> opinions, boolean withdrawn) {
    Opinion merged = merged(opinions);
    return withdrawn && merged.outcome() == Outcome.CONFIRMED
        ? merged.opened(Open.WITHDRAWN)
        : merged;
  }

  private static Opinion merged(List<Opinion> opinions) {
    if (opinions.size() == 1) {
      return opinions.getFirst();
    }
    Optional<Opinion> ofMaker =
        opinions.stream().filter(said -> said.clears() && said.isOfMaker()).findFirst();
    if (ofMaker.isPresent()) {
      return ofMaker.get();
    }
    List<Opinion> confirming = with(opinions, Outcome.CONFIRMED);
    List<Opinion> denying = with(opinions, Outcome.NOT_AFFECTED);
    if (!confirming.isEmpty()) {
      boolean own = confirming.getFirst().isOwn();
      boolean denied = denying.stream().anyMatch(said -> !own || said.clears());
      return denied
          ? confirming.getFirst().and(denying).opened(Open.SOURCES)
          : confirming.getFirst();
    }
    if (!denying.isEmpty() && opinions.stream().allMatch(Opinion::isDeniedOrVague)) {
      return denying.getFirst();
    }
    return opinions.stream()
        .filter(said -> said.outcome() != Outcome.NOT_AFFECTED)
        .reduce(Opinion::or)
        .orElse(opinions.getFirst());
  }

  private static List<Opinion> with(List<Opinion> opinions, Outcome outcome) {
    return opinions.stream().filter(said -> said.outcome() == outcome).toList();
  }

  private boolean isOfMaker() {
    return rows.stream()
        .anyMatch(row -> row.provenance().filter(Provenance::isOfMaker).isPresent());
  }

  private boolean isDeniedOrVague() {
    return outcome == Outcome.NOT_AFFECTED || VAGUE.containsAll(open);
  }

  private Opinion opened(Open why) {
    Set<Open> more = EnumSet.of(why);
    more.addAll(open);
    return new Opinion(isOwn, clears, Outcome.POSSIBLE, more, rows);
  }

  private Opinion and(List<Opinion> others) {
    List<Advisory> all = new ArrayList<>(rows);
    others.forEach(other -> all.addAll(other.rows()));
    return new Opinion(isOwn, clears, outcome, open, all);
  }

  private Opinion or(Opinion other) {
    Set<Open> both = EnumSet.copyOf(open);
    both.addAll(other.open());
    Opinion first = outcome.compareTo(other.outcome()) <= 0 ? this : other;
    return new Opinion(first.isOwn(), first.clears(), first.outcome(), both, first.rows());
  }
}
