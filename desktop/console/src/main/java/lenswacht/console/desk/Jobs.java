package lenswacht.console.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lenswacht.console.text.Phrase;

/// Work behind the screen: what is under way, how long it will take, and a way to stop it. Used by
/// the screen's thread alone.
public final class Jobs {
  private static final double LEAST = 0.7;
  private static final double MOST = 1.5;

  private final Work work;
  private final InstantSource clock;
  private final List<Under> under = new ArrayList<>();
  private final Map<Phrase, Span> before = new HashMap<>();
  private final ReadOnlyObjectWrapper<Optional<Running>> running =
      new ReadOnlyObjectWrapper<>(this, "running", Optional.empty());

  /// Nothing is under way.
  public Jobs(Work work, InstantSource clock) {
    this.work = work;
    this.clock = clock;
  }

  /// From the shortest to the longest time.
  public record Span(Duration least, Duration most) {}

  /// Work under way.
  ///
  /// @param what is done
  /// @param done steps; 0 of 0 where it has none
  /// @param of steps in all
  /// @param elapsed since it began
  /// @param left as far as can be told
  /// @param others how many others are under way
  public record Running(
      Phrase what, long done, long of, Duration elapsed, Optional<Span> left, int others) {}

  private static final class Under {
    final Phrase what;
    final Instant began;
    final Consumer<Exception> otherwise;
    volatile long done;
    volatile long of;
    volatile boolean stopped;

    Under(Phrase what, Instant began, Consumer<Exception> otherwise) {
      this.what = what;
      this.began = began;
      this.otherwise = otherwise;
    }

    void at(long steps, long all) throws StoppedException {
      if (stopped) {
        throw new StoppedException();
      }
      done = steps;
      of = all;
    }
  }

  /// The work that began last; empty where nothing is under way.
  public ReadOnlyObjectProperty<Optional<Running>> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// Does `job` behind the screen. Of `then` and `otherwise` exactly one is called; work that was
  /// stopped ends at once with a [StoppedException], whatever still comes of it.
  public <T> void run(Phrase what, Job<T> job, Consumer<T> then, Consumer<Exception> otherwise) {
    Under begun = new Under(what, clock.instant(), otherwise);
    under.add(begun);
    look();
    work.run(
        () -> job.run(begun::at),
        outcome -> {
          if (end(begun)) {
            remember(begun);
            then.accept(outcome);
          }
        },
        failed -> {
          if (end(begun)) {
            otherwise.accept(failed);
          }
        });
  }

  private boolean end(Under ended) {
    boolean wasUnder = under.remove(ended);
    look();
    return wasUnder;
  }

  private void remember(Under ended) {
    Duration took = Duration.between(ended.began, clock.instant());
    before.merge(
        ended.what,
        new Span(took, took),
        (old, now) ->
            new Span(
                old.least().compareTo(took) < 0 ? old.least() : took,
                old.most().compareTo(took) > 0 ? old.most() : took));
  }

  /// Stops what began last.
  public void stop() {
    if (under.isEmpty()) {
      return;
    }
    Under last = under.removeLast();
    last.stopped = true;
    look();
    last.otherwise.accept(new StoppedException());
  }

  /// Looks again how far the work is.
  public void look() {
    running.set(under.isEmpty() ? Optional.empty() : Optional.of(told(under.getLast())));
  }

  private Running told(Under now) {
    Duration elapsed = Duration.between(now.began, clock.instant());
    return new Running(now.what, now.done, now.of, elapsed, left(now, elapsed), under.size() - 1);
  }

  private Optional<Span> left(Under now, Duration elapsed) {
    if (now.done > 0 && now.of > now.done) {
      double rest = (double) elapsed.toMillis() / now.done * (now.of - now.done);
      return Optional.of(
          new Span(
              Duration.ofMillis((long) (rest * LEAST)), Duration.ofMillis((long) (rest * MOST))));
    }
    return Optional.ofNullable(before.get(now.what))
        .map(span -> new Span(minus(span.least(), elapsed), minus(span.most(), elapsed)))
        .filter(span -> span.most().isPositive());
  }

  private static Duration minus(Duration all, Duration elapsed) {
    Duration rest = all.minus(elapsed);
    return rest.isNegative() ? Duration.ZERO : rest;
  }
}
