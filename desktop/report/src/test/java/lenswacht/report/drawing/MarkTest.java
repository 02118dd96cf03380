package lenswacht.report.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import lenswacht.assessment.Interval;
import lenswacht.assessment.Level;
import org.junit.jupiter.api.Test;

class MarkTest {
  @Test
  void the_worst_end_of_the_interval_gives_the_shape() {
    assertThat(Mark.of(new Interval(Level.LOW, Level.HIGH))).isEqualTo(Mark.DIAMOND);
    assertThat(Mark.of(new Interval(Level.VERY_LOW, Level.MODERATE))).isEqualTo(Mark.TRIANGLE);
    assertThat(Mark.of(Interval.exactly(Level.VERY_LOW))).isEqualTo(Mark.CIRCLE);
  }

  @Test
  void what_may_be_anything_is_hatched_and_never_low() {
    Interval anything = new Interval(Level.VERY_LOW, Level.VERY_HIGH);
    assertThat(Mark.of(anything)).isEqualTo(Mark.HATCH);
    assertThat(Mark.of(Optional.empty())).isEqualTo(Mark.HATCH);
  }
}
