package lenswacht.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import lenswacht.console.text.Phrase;
import org.junit.jupiter.api.Test;

class JobsTest {
  private static final Phrase WHAT = Phrase.verbatim("counting");

  private final Deque<Runnable> behind = new ArrayDeque<>();
  private final List<Object> told = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-20T10:00:00Z");
  private final Jobs jobs =
      new Jobs(new Work(behind::add, Runnable::run), (InstantSource) () -> now);

  @Test
  void work_under_way_says_how_far_it_is_and_how_long_it_takes_as_a_range() {
    jobs.run(
        WHAT,
        gauge -> {
          now = now.plusSeconds(10);
          gauge.at(1, 4);
          jobs.look();
          return jobs.runningProperty().get().orElseThrow();
        },
        told::add,
        told::add);
    assertThat(jobs.runningProperty().get()).isPresent();
    behind.remove().run();
    assertThat(told)
        .singleElement()
        .satisfies(
            done -> {
              Jobs.Running running = (Jobs.Running) done;
              assertThat(running.done()).isEqualTo(1);
              assertThat(running.left())
                  .contains(new Jobs.Span(Duration.ofSeconds(21), Duration.ofSeconds(45)));
            });
    assertThat(jobs.runningProperty().get()).isEmpty();
  }

  @Test
  void work_that_is_stopped_ends_at_once_and_nothing_more_comes_of_it() {
    List<String> steps = new ArrayList<>();
    jobs.run(
        WHAT,
        gauge -> {
          steps.add("first");
          gauge.at(1, 2);
          steps.add("second");
          return "done";
        },
        told::add,
        told::add);
    jobs.stop();
    assertThat(told).singleElement().isInstanceOf(StoppedException.class);
    assertThat(jobs.runningProperty().get()).isEmpty();
    behind.remove().run();
    assertThat(steps).containsExactly("first");
    assertThat(told).hasSize(1);
  }

  @Test
  void work_without_steps_takes_as_long_as_it_took_before() {
    for (int seconds : new int[] {4, 8}) {
      jobs.run(WHAT, gauge -> seconds, told::add, told::add);
      now = now.plusSeconds(seconds);
      behind.remove().run();
    }
    jobs.run(WHAT, gauge -> 0, told::add, told::add);
    now = now.plusSeconds(1);
    jobs.look();
    assertThat(jobs.runningProperty().get().orElseThrow().left())
        .contains(new Jobs.Span(Duration.ofSeconds(3), Duration.ofSeconds(7)));
  }

  @Test
  void the_work_that_began_last_is_told_and_the_others_are_counted() {
    jobs.run(WHAT, gauge -> 1, told::add, told::add);
    jobs.run(Phrase.verbatim("writing"), gauge -> 2, told::add, told::add);
    Jobs.Running running = jobs.runningProperty().get().orElseThrow();
    assertThat(running.what()).isEqualTo(Phrase.verbatim("writing"));
    assertThat(running.others()).isEqualTo(1);
  }
}
