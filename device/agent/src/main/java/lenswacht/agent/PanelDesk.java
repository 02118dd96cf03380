package lenswacht.agent;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import lenswacht.agent.panel.Battery;
import lenswacht.agent.panel.Facts;
import lenswacht.agent.panel.Key;
import lenswacht.agent.panel.Panel;
import lenswacht.agent.panel.PanelEvent;
import lenswacht.agent.panel.PanelModel;
import lenswacht.agent.panel.PanelState;
import lenswacht.agent.panel.Permit;
import lenswacht.agent.panel.ScreenWriter;
import lenswacht.agent.panel.Settings;
import lenswacht.agent.panel.Shown;
import lenswacht.agent.panel.Verdict;
import lenswacht.agent.panel.Wish;
import lenswacht.link.Progress;
import lenswacht.observation.JournalEvent.Phase;
import lenswacht.observation.JournalEvent.RunOutcome;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanLevel;
import lenswacht.observation.Whereabouts;

/// Tells the panel's model what happens on the device, shows what the model says, and carries a
/// person's wishes to the device.
final class PanelDesk {
  /// How long a person has for comparing the digits.
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Panel panel;
  private final InstantSource clock;
  private final SpotList spots;
  private final BlockingQueue<Wish> digits = new LinkedBlockingQueue<>(8);
  private volatile PanelWishes wishes = PanelWishes.NONE;
  private volatile Consumer<Settings> keeping = _ -> {};
  private volatile boolean halted;
  private PanelModel model;
  private Optional<Mandate> mandate = Optional.empty();
  private Optional<Whereabouts> place = Optional.empty();

  /// @param panel where it is shown
  /// @param facts what the device knows of itself now
  /// @param settings what a person has set
  /// @param spots where the device is to be plugged in, one after the other
  /// @param clock time of day
  PanelDesk(Panel panel, Facts facts, Settings settings, SpotList spots, InstantSource clock) {
    this.panel = panel;
    this.clock = clock;
    this.spots = spots;
    this.model = PanelModel.fresh(facts, settings, clock.instant());
    panel.keys(this::pressed);
  }

  /// From now on these carry out what a person wants.
  void heed(PanelWishes newWishes) {
    wishes = newWishes;
  }

  /// From now on changed settings are given to `keeper`.
  void keepSettings(Consumer<Settings> keeper) {
    keeping = keeper;
  }

  /// Whether a person stopped everything and did not go on yet. No run may begin meanwhile.
  boolean isHalted() {
    return halted;
  }

  /// The spot at which the device is plugged in, as the list of spots calls it.
  Optional<String> spot() {
    return spots.now();
  }

  /// Whether there are spots to go to after this one.
  boolean hasMoreSpots() {
    return spots.hasMore();
  }

  /// The device looks at itself while it starts.
  synchronized void starting(PanelState.Starting starting) {
    if (model.state() instanceof PanelState.Starting) {
      become(starting);
    }
  }

  /// The device has nothing to do, or nothing but to wait. Nothing happens during a run, and after
  /// an emergency stop.
  synchronized void rest() {
    boolean isOver =
        model.state() instanceof PanelState.Starting
            || model.state() instanceof PanelState.NeedsHuman;
    if (!halted && (isOver || isAtRest())) {
      become(atRest());
    }
  }

  /// Asks the person whether the digits are the same on the console. No answer in time is a no.
  boolean confirm(String eightDigits) {
    digits.clear();
    if (!become(new PanelState.NeedsHuman(eightDigits))) {
      return false;
    }
    try {
      return digits.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) == Wish.SAME_DIGITS;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      rest();
    }
  }

  /// A mandate is kept for a later start, or none is any more.
  synchronized void keeps(Optional<Mandate> kept) {
    mandate = kept;
    learn(facts -> facts.under(kept.map(this::permit)));
    if (isAtRest()) {
      rest();
    }
  }

  /// The mandate that a person may start under.
  synchronized Optional<Mandate> kept() {
    return isAtRest() ? mandate : Optional.empty();
  }

  /// Where the device stands, as seen from outside a run; empty where it stands nowhere.
  synchronized void stands(Optional<Whereabouts> where) {
    place = where;
    if (isAtRest()) {
      rest();
    }
  }

  /// The battery, as its gauge told last.
  synchronized Battery battery() {
    return model.facts().battery();
  }

  /// Where the device stands, as far as that was looked at.
  synchronized Optional<Whereabouts> place() {
    return place;
  }

  /// The run found out where the device stands.
  synchronized void located(Whereabouts where) {
    place = Optional.of(where);
  }

  /// A mandate was granted and the run begins.
  synchronized void granted(Mandate granted) {
    mandate = Optional.of(granted);
    learn(facts -> facts.under(Optional.of(permit(granted))));
    become(new PanelState.Idle());
    become(new PanelState.Ready(permit(granted), place));
  }

  /// A mandate was refused.
  synchronized void refused(String why) {
    PanelState.Refusal reason =
        switch (why) {
          case "expired", "not-yet" -> PanelState.Refusal.OUTSIDE_TIME;
          case "outside-mandate" -> PanelState.Refusal.OUTSIDE_MANDATE;
          default -> PanelState.Refusal.UNTRUSTED_MANDATE;
        };
    become(new PanelState.Refused(reason, place));
  }

  /// The run goes on.
  synchronized void progress(Progress progress) {
    if (progress.running()) {
      become(
          progress.phase() == Phase.LISTEN
              ? new PanelState.Listening(progress, place)
              : new PanelState.Transmitting(progress, place));
    }
  }

  /// A person halted the run.
  void paused(Progress progress) {
    become(new PanelState.Paused(progress));
  }

  /// The run ended.
  ///
  /// @param unseen addresses that were not looked at
  /// @param found cameras and recorders, a line each
  void ended(RunOutcome outcome, Progress progress, long unseen, List<String> found) {
    become(new PanelState.Done(progress, outcome == RunOutcome.COMPLETE, unseen, found));
  }

  /// The device cannot go on; the text is in the program's log.
  void fault(String code) {
    become(new PanelState.Fault(code));
  }

  /// Everything is closed.
  void safeToUnplug(long lines, Verdict chain) {
    become(new PanelState.SafeToUnplug(lines, chain));
  }

  /// The program ends: the panel is left as it stands.
  void close() {
    panel.close();
  }

  /// The device knows something else of itself.
  synchronized void learn(UnaryOperator<Facts> change) {
    Facts changed = change.apply(model.facts());
    if (!changed.equals(model.facts())) {
      tell(new PanelEvent.Learned(changed));
    }
  }

  /// Time went by.
  void pass() {
    tell(new PanelEvent.Passed());
  }

  private synchronized boolean become(PanelState next) {
    boolean isStarting = model.state() instanceof PanelState.Starting;
    if (isStarting && !model.state().mayBecome(next) && !next.isRun()) {
      tell(new PanelEvent.Became(new PanelState.Idle()));
    }
    if (!model.state().mayBecome(next)) {
      return false;
    }
    tell(new PanelEvent.Became(next));
    return true;
  }

  private void pressed(Key key) {
    tell(new PanelEvent.Pressed(key)).ifPresent(this::carryOut);
  }

  private synchronized Optional<Wish> tell(PanelEvent event) {
    PanelModel.Turn turn = model.after(event, clock.instant());
    model = turn.model();
    turn.tone().ifPresent(panel::sound);
    panel.show(
        new Shown(model.state(), new ScreenWriter(model).screen(), !model.asleep(), model.lamps()));
    return turn.wish();
  }

  private void carryOut(Wish wish) {
    switch (wish) {
      case EMERGENCY_STOP -> {
        halted = true;
        become(new PanelState.EmergencyStop(LocalTime.ofInstant(clock.instant(), zone())));
        digits.offer(Wish.OTHER_DIGITS);
        wishes.stop();
      }
      case SAME_DIGITS, OTHER_DIGITS -> digits.offer(wish);
      case KEEP_SETTINGS -> keeping.accept(settings());
      case GO_ON -> goOn();
      case LEAVE_OUT -> goToNextSpot();
      case STOP -> apart(wishes::stop);
      case PAUSE -> apart(wishes::pause);
      case START -> apart(wishes::start);
      case SELF_TEST -> apart(wishes::selfTest);
      case SWITCH_OFF -> apart(wishes::switchOff);
    }
  }

  /// What may take its time is not done on the thread that reads the keys.
  private static void apart(Runnable work) {
    Thread.ofVirtual().name("panel-wish").start(work);
  }

  private synchronized void goOn() {
    boolean wasRun = model.state() instanceof PanelState.Done;
    halted = false;
    become(new PanelState.Idle());
    if (wasRun && spots.now().isPresent()) {
      goToNextSpot();
    } else {
      rest();
    }
  }

  private synchronized void goToNextSpot() {
    spots.next();
    rest();
  }

  private PanelState atRest() {
    if (mandate.isEmpty()) {
      return new PanelState.Idle();
    }
    Permit permit = permit(mandate.get());
    boolean isPlugged = place.isPresent() && !place.get().addresses().isEmpty();
    if (isPlugged) {
      spots.plugged();
    } else {
      spots.unplugged();
    }
    if (spots.isWaited()) {
      return spots.state();
    }
    if (!isPlugged) {
      return new PanelState.Mandated(permit);
    }
    return place.orElseThrow().standing() == Whereabouts.Standing.OUTSIDE
        ? new PanelState.Refused(PanelState.Refusal.OUTSIDE_MANDATE, place)
        : new PanelState.Ready(permit, place);
  }

  private synchronized boolean isAtRest() {
    return switch (model.state()) {
      case PanelState.Idle(), PanelState.Mandated _, PanelState.Ready _, PanelState.NextSpot _ ->
          true;
      case PanelState.Refused refused -> refused.reason() == PanelState.Refusal.OUTSIDE_MANDATE;
      case PanelState.Starting _,
          PanelState.NeedsHuman _,
          PanelState.Listening _,
          PanelState.Transmitting _,
          PanelState.Paused _,
          PanelState.Done _,
          PanelState.EmergencyStop _,
          PanelState.Fault _,
          PanelState.SafeToUnplug _ ->
          false;
    };
  }

  private Permit permit(Mandate granted) {
    ScanLevel level = LevelTable.row(ScanLevel.CAREFUL, granted.intrusiveness()).level();
    return Permit.of(granted, level, LocalDateTime.ofInstant(granted.until(), zone()));
  }

  private synchronized Settings settings() {
    return model.settings();
  }

  private static ZoneId zone() {
    return ZoneId.systemDefault();
  }
}
