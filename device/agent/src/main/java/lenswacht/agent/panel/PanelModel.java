package lenswacht.agent.panel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lenswacht.agent.panel.View.About;
import lenswacht.agent.panel.View.MenuRow;

/// The panel's mind: what the device does, what it knows, what a person looks at. A value; each
/// event makes the next one, and nothing else does.
///
/// @param state what the device is doing
/// @param facts what it knows of itself
/// @param settings what a person has set
/// @param view what a person looks at
/// @param last the last run that ended
/// @param heeded how urgent a battery a person was told of and has said OK to
/// @param touched when something last happened that a person should see, or did
/// @param asleep whether the display is off
public record PanelModel(
    PanelState state,
    Facts facts,
    Settings settings,
    View view,
    Optional<PanelState.Done> last,
    int heeded,
    Instant touched,
    boolean asleep) {
  /// A display that shows the same for this long, with nobody at the keys, is switched off.
  static final Duration SLEEP_AFTER = Duration.ofMinutes(2);

  /// What follows from an event.
  ///
  /// @param model how it is now
  /// @param tone what is to be heard
  /// @param wish what a person wants of the device
  public record Turn(PanelModel model, Optional<Tone> tone, Optional<Wish> wish) {}

  /// A device that has just been switched on.
  public static PanelModel fresh(Facts facts, Settings settings, Instant now) {
    return new PanelModel(
        new PanelState.Starting(List.of(), Duration.ZERO),
        facts,
        settings,
        new View.Main(0),
        Optional.empty(),
        0,
        now,
        false);
  }

  /// What follows from `event` at the moment `now`.
  public Turn after(PanelEvent event, Instant now) {
    return switch (event) {
      case PanelEvent.Became(PanelState next) -> became(next, now);
      case PanelEvent.Learned(Facts next) -> turn(learned(next, now));
      case PanelEvent.Pressed(Key key) -> pressed(key, now);
      case PanelEvent.Passed() -> turn(now.isBefore(touched.plus(SLEEP_AFTER)) ? this : rested());
    };
  }

  /// How the lamps blink.
  public Optional<LampRhythm> lamps() {
    return LampRhythm.of(state);
  }

  /// Which screen tells what the device is doing.
  Screen.Name front() {
    return switch (state) {
      case PanelState.SafeToUnplug _ -> Screen.Name.OFF;
      case PanelState.EmergencyStop _ -> Screen.Name.EMERGENCY_STOP;
      case PanelState.Fault _ -> Screen.Name.FAULT;
      case PanelState.NeedsHuman _ -> Screen.Name.PAIRING;
      case PanelState.Starting _ -> Screen.Name.START;
      case PanelState.Idle(),
          PanelState.Mandated _,
          PanelState.Ready _,
          PanelState.Refused _,
          PanelState.Listening _,
          PanelState.Transmitting _,
          PanelState.Paused _,
          PanelState.Done _,
          PanelState.NextSpot _ ->
          facts.battery().urgency() > heeded ? Screen.Name.BATTERY : usual();
    };
  }

  /// The same model with another view.
  PanelModel at(View next) {
    return new PanelModel(state, facts, settings, next, last, heeded, touched, asleep);
  }

  private Screen.Name usual() {
    boolean onlyPower = facts.cable() == UsbCable.POWER_ONLY;
    return switch (state) {
      case PanelState.Mandated _ -> onlyPower ? Screen.Name.POWER_ONLY : Screen.Name.MANDATE;
      case PanelState.Ready _ -> Screen.Name.HERE;
      case PanelState.Refused _ -> Screen.Name.REFUSED;
      case PanelState.Listening _, PanelState.Transmitting _, PanelState.Paused _ ->
          Screen.Name.BUSY;
      case PanelState.Done _ -> Screen.Name.DONE;
      case PanelState.NextSpot _ -> Screen.Name.NEXT_SPOT;
      case PanelState.Idle() -> onlyPower ? Screen.Name.POWER_ONLY : Screen.Name.IDLE;
      case PanelState.Starting _,
          PanelState.NeedsHuman _,
          PanelState.EmergencyStop _,
          PanelState.Fault _,
          PanelState.SafeToUnplug _ ->
          throw new IllegalStateException(state.key() + " has a screen of its own");
    };
  }

  private Turn became(PanelState next, Instant now) {
    boolean isNew = !state.then(next).key().equals(state.key());
    Optional<PanelState.Done> ended =
        next instanceof PanelState.Done done ? Optional.of(done) : last;
    boolean wakes = isNew || !next.equals(state) && !next.isRun();
    PanelModel model =
        new PanelModel(
            next,
            facts,
            settings,
            isNew ? new View.Main(0) : view,
            ended,
            heeded,
            wakes ? now : touched,
            asleep && !wakes);
    Optional<Tone> tone = isNew && !settings.silent() ? Tone.of(next) : Optional.empty();
    return new Turn(model, tone, Optional.empty());
  }

  private PanelModel learned(Facts next, Instant now) {
    int urgency = next.battery().urgency();
    boolean wakes =
        urgency > facts.battery().urgency()
            || next.cable() != facts.cable()
            || next.network() != facts.network();
    return new PanelModel(
        state,
        next,
        settings,
        wakes && urgency > heeded ? new View.Main(0) : view,
        last,
        Math.min(heeded, urgency),
        wakes ? now : touched,
        asleep && !wakes);
  }

  /// A person who must act, and one who is about to pull the plug, see the display at any time.
  private PanelModel rested() {
    boolean stays =
        state instanceof PanelState.NeedsHuman || state instanceof PanelState.SafeToUnplug;
    return new PanelModel(state, facts, settings, view, last, heeded, touched, !stays);
  }

  private Turn pressed(Key key, Instant now) {
    PanelModel awake = new PanelModel(state, facts, settings, view, last, heeded, now, false);
    if (key.isEmergencyStop() && !(state instanceof PanelState.SafeToUnplug)) {
      return wish(awake.at(new View.Main(0)), Wish.EMERGENCY_STOP);
    }
    return asleep ? turn(awake) : awake.acted(key);
  }

  private Turn acted(Key key) {
    return switch (view) {
      case View.Main(int page) -> onMain(key, page);
      case View.Home home -> onHome(key, home);
      case View.Menu menu -> onMenu(key, menu);
      case View.Pages pages -> onPages(key, pages);
    };
  }

  private Turn onMain(Key key, int page) {
    Actions actions = Actions.of(front(), state);
    if (key.equals(Key.MIDDLE) && settings.large() && new ScreenWriter(this).hasMore(page)) {
      return turn(at(new View.Main(page + 1)));
    }
    Actions.Action action =
        switch (key.name()) {
          case L -> key.isHeld() ? Actions.Action.NONE : actions.left();
          case M -> actions.middle();
          case R -> key.isHeld() == actions.confirmsRight() ? actions.right() : Actions.Action.NONE;
        };
    return switch (action) {
      case NONE -> turn(this);
      case MENU -> turn(at(new View.Menu(0, view)));
      case HOME -> turn(at(new View.Home(0)));
      case DEVICE -> turn(at(new View.Pages(About.DEVICE, 0, view)));
      case MORE -> turn(at(new View.Pages(About.MORE, 0, view)));
      case HEED -> turn(heed());
      case YES -> wish(this, Wish.SAME_DIGITS);
      case NO -> wish(this, Wish.OTHER_DIGITS);
      case START -> wish(this, Wish.START);
      case STOP -> wish(heed(), Wish.STOP);
      case PAUSE -> wish(this, Wish.PAUSE);
      case GO_ON -> wish(this, Wish.GO_ON);
      case LEAVE_OUT -> wish(this, Wish.LEAVE_OUT);
    };
  }

  private PanelModel heed() {
    return new PanelModel(
        state, facts, settings, view, last, facts.battery().urgency(), touched, asleep);
  }

  private Turn onHome(Key key, View.Home home) {
    if (key.equals(Key.MIDDLE)) {
      boolean more = settings.large() && new ScreenWriter(this).hasMore(home.page());
      View next = more ? new View.Home(home.page() + 1) : new View.Pages(About.DEVICE, 0, home);
      return turn(at(next));
    }
    if (key.equals(Key.LEFT)) {
      return turn(at(new View.Menu(0, home)));
    }
    return turn(key.equals(Key.RIGHT) ? at(new View.Main(0)) : this);
  }

  private Turn onPages(Key key, View.Pages pages) {
    if (key.equals(Key.LEFT)) {
      return turn(at(pages.back()));
    }
    if (!key.equals(Key.MIDDLE)) {
      return turn(this);
    }
    int next = new ScreenWriter(this).hasMore(pages.page()) ? pages.page() + 1 : 0;
    return turn(at(new View.Pages(pages.about(), next, pages.back())));
  }

  private Turn onMenu(Key key, View.Menu menu) {
    if (key.equals(Key.LEFT)) {
      return turn(at(menu.back()));
    }
    MenuRow row = MenuRow.values()[menu.row()];
    if (key.name() == Key.Name.M) {
      return turn(at(new View.Menu((menu.row() + 1) % MenuRow.values().length, menu.back())));
    }
    return key.name() == Key.Name.R && key.isHeld() == row.isHeld() ? chosen(row) : turn(this);
  }

  private Turn chosen(MenuRow row) {
    return switch (row) {
      case DEVICE -> turn(at(new View.Pages(About.DEVICE, 0, view)));
      case MANDATE -> turn(at(new View.Pages(About.MANDATE, 0, view)));
      case LAST_RUN -> turn(at(new View.Pages(About.LAST_RUN, 0, view)));
      case SILENT -> wish(with(settings.turnedSilent()));
      case LARGE -> wish(with(settings.turnedLarge()));
      case SELF_TEST -> wish(at(new View.Pages(About.SELF_TEST, 0, view)), Wish.SELF_TEST);
      case UNPAIR -> turn(at(new View.Pages(About.UNPAIR, 0, view)));
      case SWITCH_OFF -> wish(this, Wish.SWITCH_OFF);
    };
  }

  private PanelModel with(Settings other) {
    return new PanelModel(state, facts, other, view, last, heeded, touched, asleep);
  }

  private static Turn wish(PanelModel model) {
    return wish(model, Wish.KEEP_SETTINGS);
  }

  private static Turn wish(PanelModel model, Wish wish) {
    return new Turn(model, Optional.empty(), Optional.of(wish));
  }

  private static Turn turn(PanelModel model) {
    return new Turn(model, Optional.empty(), Optional.empty());
  }
}
