package lenswacht.assessment.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lenswacht.assessment.review.ReviewEvent.Assigned;
import lenswacht.assessment.review.ReviewEvent.Determined;
import lenswacht.assessment.review.ReviewEvent.Deviated;
import lenswacht.assessment.review.ReviewEvent.Filed;
import lenswacht.assessment.review.ReviewEvent.Handled;
import lenswacht.assessment.review.ReviewEvent.Marked;
import lenswacht.assessment.review.ReviewEvent.PassedOn;
import lenswacht.assessment.review.ReviewEvent.Settled;

/// What was done on each statement, under the key by which the same thing is proposed now.
final class Trails {
  private final Map<String, List<Step>> steps = new HashMap<>();
  private final Map<String, String> now = new HashMap<>();
  private final Map<Role, String> roles = new EnumMap<>(Role.class);
  private final Set<String> operators = new LinkedHashSet<>();
  private final Set<List<String>> everSettled = new HashSet<>();
  private final Map<List<String>, Conclusion> settled = new HashMap<>();
  private final List<Statement> notProposed = new ArrayList<>();
  private Optional<Determined> determined = Optional.empty();

  /// @param hash of the content it was done on; empty for marks
  record Step(String hash, ReviewEvent event) {}

  Trails(List<Statement> statements, List<ReviewEvent> events) {
    Map<String, Statement> proposed = new HashMap<>();
    Map<List<String>, Statement> named = new HashMap<>();
    for (Statement statement : statements) {
      proposed.put(statement.key(), statement);
      named.putIfAbsent(name(statement), statement);
    }
    for (ReviewEvent event : events) {
      if (event instanceof Handled handled) {
        nameAgain(handled.statement(), proposed, named);
      }
    }
    events.forEach(this::take);
    determined.ifPresent(
        last -> last.settled().forEach(one -> settled.put(place(one), one.standing())));
  }

  private static List<String> name(Statement statement) {
    return List.of(statement.kind().word(), statement.name(), statement.about());
  }

  private void nameAgain(
      Statement old, Map<String, Statement> proposed, Map<List<String>, Statement> named) {
    if (proposed.containsKey(old.key())) {
      return;
    }
    Optional<Statement> same = Optional.ofNullable(named.get(name(old))).filter(old::isSameAs);
    if (same.isPresent()) {
      now.put(old.key(), same.get().key());
    } else {
      notProposed.add(old);
    }
  }

  private void take(ReviewEvent event) {
    switch (event) {
      case Assigned one -> {
        roles.put(one.role(), one.to());
        if (one.role() == Role.OPERATOR) {
          operators.add(one.to());
        }
      }
      case Marked one -> add(one.key(), "", one);
      case Handled one -> add(one.statement().key(), one.statement().hash(), one);
      case Deviated one -> add(one.key(), one.hash(), one);
      case Filed one -> add(one.key(), one.hash(), one);
      case PassedOn one -> {}
      case Determined one -> {
        determined = Optional.of(one);
        one.settled().forEach(its -> everSettled.add(place(its)));
      }
    }
  }

  private void add(String key, String hash, ReviewEvent event) {
    steps.computeIfAbsent(current(key), any -> new ArrayList<>()).add(new Step(hash, event));
  }

  private String current(String key) {
    return now.getOrDefault(key, key);
  }

  private List<String> place(Settled one) {
    return List.of(current(one.key()), one.hash());
  }

  /// What was done on the statement that has this key now, in order.
  List<Step> of(String key) {
    return Collections.unmodifiableList(steps.getOrDefault(key, List.of()));
  }

  /// Who does what.
  Map<Role, String> roles() {
    return Collections.unmodifiableMap(roles);
  }

  /// Everybody who was ever named as operator of a scan.
  List<String> operators() {
    return List.copyOf(operators);
  }

  /// Statements that people decided on and that are not proposed any more, as they were.
  List<Statement> notProposed() {
    return Collections.unmodifiableList(notProposed);
  }

  /// Whether the last determination holds that conclusion on that content.
  boolean isSettled(String key, String hash, Conclusion standing) {
    return settled.get(List.of(key, hash)) == standing;
  }

  /// Whether any determination was of that content.
  boolean wasSettled(String key, String hash) {
    return everSettled.contains(List.of(current(key), hash));
  }

  /// Who determined last.
  Optional<Review.Determination> determination() {
    return determined.map(
        one ->
            new Review.Determination(
                new Reviewed.Done(one.by(), one.at()), one.review(), one.settled().size()));
  }
}
