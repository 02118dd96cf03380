package lenswacht.agent.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lenswacht.agent.panel.Screen.Name;
import lenswacht.link.Progress;
import lenswacht.observation.JournalEvent.Phase;
import lenswacht.observation.Whereabouts;
import lenswacht.observation.Whereabouts.Standing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a person meets at the panel, key by key.
class PanelModelTest {
  private static final Key HOLD_LEFT = new Key(Key.Name.L, Key.Press.HELD);
  private static final Key HOLD_RIGHT = new Key(Key.Name.R, Key.Press.HELD);
  private static final Progress PROGRESS =
      States.progress(Phase.ASK, 3, Duration.ofMinutes(9), Duration.ofMinutes(13));
  private static final Optional<Whereabouts> HERE =
      Optional.of(States.place("10.20.30.87", 30, Standing.INSIDE));

  private Instant now = States.NOW;
  private PanelModel model;

  @BeforeEach
  void begin() {
    model = PanelModel.fresh(States.facts(), States.settings("nl", false), now);
  }

  @Test
  void a_visit_goes_through_its_screens() {
    assertThat(name()).isEqualTo(Name.START);
    assertThat(name(new PanelState.Idle())).isEqualTo(Name.IDLE);
    assertThat(name(new PanelState.NeedsHuman("48219037"))).isEqualTo(Name.PAIRING);
    assertThat(press(Key.LEFT)).contains(Wish.OTHER_DIGITS);
    assertThat(press(Key.RIGHT)).contains(Wish.SAME_DIGITS);
    assertThat(name(new PanelState.Mandated(States.PERMIT))).isEqualTo(Name.MANDATE);
    assertThat(name(new PanelState.Ready(States.PERMIT, HERE))).isEqualTo(Name.HERE);
    assertThat(press(Key.RIGHT)).as("a short press starts nothing").isEmpty();
    assertThat(press(HOLD_RIGHT)).contains(Wish.START);
    assertThat(name(new PanelState.Listening(PROGRESS, HERE))).isEqualTo(Name.BUSY);
    assertThat(name(new PanelState.Transmitting(PROGRESS, HERE))).isEqualTo(Name.BUSY);
    assertThat(press(Key.RIGHT)).contains(Wish.PAUSE);
    assertThat(name(new PanelState.Paused(PROGRESS))).isEqualTo(Name.BUSY);
    assertThat(press(Key.RIGHT)).as("going on transmits, so it is held").isEmpty();
    assertThat(press(HOLD_RIGHT)).contains(Wish.START);
    become(new PanelState.Ready(States.PERMIT, HERE));
    become(new PanelState.Transmitting(PROGRESS, HERE));
    assertThat(press(Key.LEFT)).contains(Wish.STOP);
    assertThat(name(new PanelState.Done(PROGRESS, true, 4, States.found()))).isEqualTo(Name.DONE);
    press(Key.MIDDLE);
    assertThat(name()).isEqualTo(Name.PAGES);
    assertThat(rows()).contains("10.20.30.12");
    press(Key.LEFT);
    assertThat(press(Key.RIGHT)).contains(Wish.GO_ON);
    assertThat(name(new PanelState.NextSpot(2, 4, "kantoor 1.12"))).isEqualTo(Name.NEXT_SPOT);
    assertThat(press(Key.MIDDLE)).contains(Wish.LEAVE_OUT);
    assertThat(name(new PanelState.SafeToUnplug(3104, Verdict.WORKS))).isEqualTo(Name.OFF);
    assertThat(press(HOLD_LEFT)).as("nothing follows the end").isEmpty();
  }

  @Test
  void left_key_held_stops_everything_on_any_screen_even_a_dark_one() {
    for (PanelState state : States.all()) {
      if (!(state instanceof PanelState.SafeToUnplug)) {
        model = States.model(state, States.facts(), States.settings("nl", false));
        pass(Duration.ofMinutes(10));
        assertThat(press(HOLD_LEFT)).as(state.key()).contains(Wish.EMERGENCY_STOP);
        assertThat(model.asleep()).isFalse();
        model = model.at(new View.Menu(3, model.view()));
        assertThat(press(HOLD_LEFT)).as("menu over " + state.key()).contains(Wish.EMERGENCY_STOP);
      }
    }
  }

  @Test
  void after_an_emergency_stop_a_person_goes_on_by_key() {
    become(new PanelState.Idle());
    assertThat(name(new PanelState.EmergencyStop(LocalTime.of(10, 22, 7))))
        .isEqualTo(Name.EMERGENCY_STOP);
    assertThat(rows()).contains("GESTOPT 10:22:07");
    assertThat(press(Key.RIGHT)).contains(Wish.GO_ON);
    press(Key.LEFT);
    assertThat(name()).isEqualTo(Name.MENU);
  }

  @Test
  void first_press_on_a_dark_screen_only_wakes_it() {
    become(new PanelState.Idle());
    pass(Duration.ofSeconds(119));
    assertThat(model.asleep()).isFalse();
    pass(Duration.ofSeconds(1));
    assertThat(model.asleep()).isTrue();
    press(Key.LEFT);
    assertThat(model.asleep()).isFalse();
    assertThat(name()).isEqualTo(Name.IDLE);
    press(Key.LEFT);
    assertThat(name()).isEqualTo(Name.MENU);
  }

  @Test
  void what_is_new_wakes_the_screen_and_what_a_person_must_see_keeps_it_awake() {
    become(new PanelState.Idle());
    pass(Duration.ofMinutes(5));
    become(new PanelState.NeedsHuman("48219037"));
    assertThat(model.asleep()).isFalse();
    pass(Duration.ofHours(5));
    assertThat(model.asleep()).isFalse();
  }

  @Test
  void counts_of_a_run_do_not_keep_the_screen_awake() {
    become(new PanelState.Idle());
    become(new PanelState.Ready(States.PERMIT, HERE));
    become(new PanelState.Transmitting(PROGRESS, HERE));
    pass(Duration.ofSeconds(90));
    become(
        new PanelState.Transmitting(
            States.progress(Phase.ASK, 4, Duration.ZERO, Duration.ofMinutes(1)), HERE));
    pass(Duration.ofSeconds(90));
    assertThat(model.asleep()).isTrue();
  }

  @Test
  void menu_has_eight_rows_and_its_last_two_are_held() {
    become(new PanelState.Idle());
    press(Key.LEFT);
    StringBuilder seen = new StringBuilder();
    for (int row = 0; row < 8; row++) {
      seen.append(rows().stream().filter(line -> line.startsWith(">")).findFirst().orElseThrow());
      boolean held = row >= 6;
      assertThat(press(held ? Key.RIGHT : HOLD_RIGHT)).as("row " + row).isEmpty();
      assertThat(name()).isEqualTo(Name.MENU);
      press(Key.MIDDLE);
    }
    for (int row = 1; row <= 8; row++) {
      assertThat(seen.toString()).contains(">" + row + " ");
    }
    assertThat(rows().get(1)).startsWith(">1 Info");
  }

  @Test
  void menu_does_what_its_rows_say() {
    become(new PanelState.Idle());
    assertThat(choose(0)).isEmpty();
    assertThat(rows()).contains("LW-0042");
    assertThat(choose(1)).isEmpty();
    assertThat(rows()).contains("geen opdracht");
    assertThat(choose(2)).isEmpty();
    assertThat(rows()).contains("Nog geen ronde.");
    assertThat(choose(3)).contains(Wish.KEEP_SETTINGS);
    assertThat(model.settings().silent()).isFalse();
    assertThat(choose(4)).contains(Wish.KEEP_SETTINGS);
    assertThat(model.settings().large()).isTrue();
    assertThat(choose(5)).contains(Wish.SELF_TEST);
    assertThat(chooseHeld(6)).isEmpty();
    assertThat(name()).isEqualTo(Name.PAGES);
    assertThat(chooseHeld(7)).contains(Wish.SWITCH_OFF);
  }

  @Test
  void silent_mode_says_nothing_and_the_other_says_what_the_grammar_says() {
    become(new PanelState.Idle());
    assertThat(turn(new PanelEvent.Became(new PanelState.Fault("LW-100"))).tone()).isEmpty();
    Settings loud = new Settings(model.settings().texts(), false, false);
    for (PanelState state : States.all()) {
      PanelModel before = States.model(before(state), States.facts(), loud);
      assertThat(before.after(new PanelEvent.Became(state), now).tone())
          .as(state.key())
          .isEqualTo(state instanceof PanelState.Starting ? Optional.empty() : Tone.of(state));
    }
  }

  @Test
  void battery_warns_once_at_each_of_three_steps() {
    become(new PanelState.Idle());
    for (int percent : new int[] {19, 9, 4}) {
      learn(percent, false);
      assertThat(name()).isEqualTo(Name.BATTERY);
      press(Key.RIGHT);
      assertThat(name()).isEqualTo(Name.IDLE);
      learn(percent - 1, false);
      assertThat(name()).as("below " + percent).isEqualTo(Name.IDLE);
    }
    learn(3, true);
    learn(3, false);
    assertThat(name()).as("charged, and empty again").isEqualTo(Name.BATTERY);
  }

  @Test
  void cable_without_data_is_told_while_nothing_else_is_going_on() {
    become(new PanelState.Idle());
    Facts facts =
        States.facts().around(States.facts().battery(), UsbCable.POWER_ONLY, Verdict.WORKS);
    turn(new PanelEvent.Learned(facts));
    assertThat(name()).isEqualTo(Name.POWER_ONLY);
    become(new PanelState.Ready(States.PERMIT, HERE));
    assertThat(name()).isEqualTo(Name.HERE);
  }

  @Test
  void large_letters_show_two_lines_and_the_middle_key_the_next_two() {
    model = States.model(new PanelState.Idle(), States.facts(), States.settings("nl", true));
    become(new PanelState.EmergencyStop(LocalTime.of(10, 22, 7)));
    Screen first = screen();
    assertThat(first.lines().stream().filter(Screen.Line::isLarge)).hasSize(2);
    assertThat(first.rows().getLast()).contains("MEER");
    press(Key.MIDDLE);
    assertThat(screen()).isNotEqualTo(first);
  }

  @Test
  void back_leads_to_the_menu_and_on_to_what_is_going_on() {
    become(new PanelState.Idle());
    become(new PanelState.Ready(States.PERMIT, HERE));
    press(Key.LEFT);
    assertThat(name()).isEqualTo(Name.IDLE);
    press(Key.LEFT);
    assertThat(name()).isEqualTo(Name.MENU);
    press(Key.LEFT);
    press(Key.RIGHT);
    assertThat(name()).isEqualTo(Name.HERE);
  }

  private static PanelState before(PanelState state) {
    return state.isRun() || state instanceof PanelState.Done || state instanceof PanelState.Paused
        ? new PanelState.Ready(States.PERMIT, Optional.empty())
        : state instanceof PanelState.Starting
            ? new PanelState.Starting(List.of(), Duration.ZERO)
            : state instanceof PanelState.Ready
                ? new PanelState.Mandated(States.PERMIT)
                : other(state);
  }

  private static PanelState other(PanelState state) {
    return state instanceof PanelState.Idle
        ? new PanelState.Mandated(States.PERMIT)
        : new PanelState.Idle();
  }

  private Optional<Wish> choose(int row) {
    return at(row, Key.RIGHT);
  }

  private Optional<Wish> chooseHeld(int row) {
    return at(row, HOLD_RIGHT);
  }

  private Optional<Wish> at(int row, Key key) {
    model = model.at(new View.Menu(row, new View.Main(0)));
    return press(key);
  }

  private void learn(int percent, boolean charging) {
    Battery battery =
        new Battery(OptionalInt.of(percent), Optional.of(Duration.ofMinutes(30)), charging);
    turn(new PanelEvent.Learned(States.facts().around(battery, UsbCable.NONE, Verdict.FAILS)));
  }

  private void pass(Duration time) {
    now = now.plus(time);
    turn(new PanelEvent.Passed());
  }

  private Optional<Wish> press(Key key) {
    return turn(new PanelEvent.Pressed(key)).wish();
  }

  private void become(PanelState state) {
    turn(new PanelEvent.Became(state));
  }

  private Name name(PanelState state) {
    become(state);
    return name();
  }

  private Name name() {
    return screen().name();
  }

  private List<String> rows() {
    return screen().rows().stream().map(String::stripTrailing).toList();
  }

  private Screen screen() {
    return new ScreenWriter(model).screen();
  }

  private PanelModel.Turn turn(PanelEvent event) {
    PanelModel.Turn turn = model.after(event, now);
    model = turn.model();
    return turn;
  }
}
