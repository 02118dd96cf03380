package lenswacht.agent.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import lenswacht.observation.BoxNote;
import lenswacht.observation.BoxNote.Step;
import org.junit.jupiter.api.Test;

class HealthTest {
  private static final long PLENTY = 1L << 30;

  private final Health health = new Health();

  private List<BoxNote> look(int percent, boolean discharging, int celsius, long free) {
    return health.look(vitals(percent, discharging, celsius, free, false));
  }

  private static Vitals vitals(
      int percent, boolean discharging, int celsius, long free, boolean readOnly) {
    return new Vitals(
        OptionalInt.of(percent),
        discharging,
        OptionalInt.of(celsius),
        OptionalLong.of(free),
        readOnly,
        OptionalInt.empty());
  }

  @Test
  void below_20_people_are_told_below_10_the_round_ends_and_below_5_the_box_goes_off() {
    assertThat(look(20, true, 40, PLENTY)).isEmpty();
    assertThat(look(19, true, 40, PLENTY)).containsExactly(new BoxNote.Battery(19, Step.TOLD));
    assertThat(look(20, true, 40, PLENTY)).containsExactly(new BoxNote.Battery(20, Step.OVER));
    assertThat(look(10, true, 40, PLENTY)).containsExactly(new BoxNote.Battery(10, Step.TOLD));
    assertThat(health.objection()).isEmpty();
    assertThat(look(9, true, 40, PLENTY)).containsExactly(new BoxNote.Battery(9, Step.ROUNDED_OFF));
    assertThat(health.objection()).contains("battery-low");
    assertThat(look(11, true, 40, PLENTY)).isEmpty();
    assertThat(look(4, true, 40, PLENTY))
        .containsExactly(new BoxNote.Battery(4, Step.SWITCHED_OFF));
    assertThat(look(4, true, 40, PLENTY)).isEmpty();
    assertThat(look(4, false, 40, PLENTY)).containsExactly(new BoxNote.Battery(4, Step.OVER));
    assertThat(health.objection()).isEmpty();
  }

  @Test
  void a_hot_processor_pauses_the_run_until_it_is_well_below() {
    assertThat(look(90, true, 80, PLENTY)).containsExactly(new BoxNote.Heat(80, Step.PAUSED));
    assertThat(health.isHot()).isTrue();
    assertThat(look(90, true, 71, PLENTY)).isEmpty();
    assertThat(look(90, true, 70, PLENTY)).containsExactly(new BoxNote.Heat(70, Step.OVER));
    assertThat(health.isHot()).isFalse();
  }

  @Test
  void scarce_storage_is_told_and_full_storage_stops_the_run_before_the_disk_is_full() {
    long mebi = 1L << 20;
    assertThat(look(90, true, 40, 255 * mebi))
        .containsExactly(new BoxNote.Storage(255 * mebi, false, Step.TOLD));
    assertThat(look(90, true, 40, 63 * mebi))
        .containsExactly(new BoxNote.Storage(63 * mebi, false, Step.STOPPED));
    assertThat(health.objection()).contains("storage-full");
    assertThat(look(90, true, 40, 65 * mebi)).as("wavers").isEmpty();
    assertThat(look(90, true, 40, 90 * mebi))
        .containsExactly(new BoxNote.Storage(90 * mebi, false, Step.TOLD));
    assertThat(health.look(vitals(90, true, 40, PLENTY, true)))
        .containsExactly(new BoxNote.Storage(PLENTY, true, Step.STOPPED));
  }

  @Test
  void what_is_not_determined_changes_nothing() {
    look(9, true, 85, PLENTY);
    Vitals blind =
        new Vitals(
            OptionalInt.empty(),
            true,
            OptionalInt.empty(),
            OptionalLong.empty(),
            false,
            OptionalInt.empty());
    assertThat(health.look(blind)).isEmpty();
    assertThat(health.isHot()).isTrue();
    assertThat(health.objection()).contains("battery-low");
  }

  @Test
  void worn_storage_is_told_once() {
    Vitals worn =
        new Vitals(
            OptionalInt.empty(),
            false,
            OptionalInt.empty(),
            OptionalLong.of(PLENTY),
            false,
            OptionalInt.of(80));
    assertThat(health.look(worn)).containsExactly(new BoxNote.Wear(80));
    assertThat(health.look(worn)).isEmpty();
  }
}
