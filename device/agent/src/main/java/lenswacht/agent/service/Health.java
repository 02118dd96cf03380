package lenswacht.agent.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.BoxNote;
import lenswacht.observation.BoxNote.Step;

/// What the box needs, from one look to the next: says what has changed, once. A need that is over
/// must be over by a margin, so that a value that wavers is not told again and again. Safe for
/// several threads.
public final class Health {
  private static final int TOLD_PERCENT = 20;
  private static final int ROUNDED_OFF_PERCENT = 10;
  private static final int COOL_CELSIUS = 70;
  private static final long SCARCE_OCTETS = 256L << 20;
  private static final int WORN_PERCENT = 80;

  private Step battery = Step.OVER;
  private Step heat = Step.OVER;
  private Step storage = Step.OVER;
  private int wear = WORN_PERCENT - 1;
  private Optional<Vitals> latest = Optional.empty();

  /// What has changed since the look before, the most pressing first.
  public synchronized List<BoxNote> look(Vitals now) {
    latest = Optional.of(now);
    List<BoxNote> notes = new ArrayList<>();
    Step nowBattery = battery(now);
    if (nowBattery != battery) {
      battery = nowBattery;
      notes.add(new BoxNote.Battery(now.batteryPercent().orElse(0), nowBattery));
    }
    Step nowStorage = storage(now);
    if (nowStorage != storage) {
      storage = nowStorage;
      notes.add(new BoxNote.Storage(now.freeOctets().orElse(0), now.isReadOnly(), nowStorage));
    }
    Step nowHeat = heat(now);
    if (nowHeat != heat) {
      heat = nowHeat;
      notes.add(new BoxNote.Heat(now.celsius().orElse(0), nowHeat));
    }
    if (now.wearPercent().isPresent() && now.wearPercent().getAsInt() > wear) {
      wear = now.wearPercent().getAsInt();
      notes.add(new BoxNote.Wear(wear));
    }
    return notes;
  }

  /// The latest look; empty where there was none.
  public synchronized Optional<Vitals> latest() {
    return latest;
  }

  /// Why no run may begin: the key of the reason.
  public synchronized Optional<String> objection() {
    if (battery == Step.ROUNDED_OFF || battery == Step.SWITCHED_OFF) {
      return Optional.of("battery-low");
    }
    return storage == Step.STOPPED ? Optional.of("storage-full") : Optional.empty();
  }

  /// Whether a run must send nothing until it is cooler.
  public synchronized boolean isHot() {
    return heat == Step.PAUSED;
  }

  private Step battery(Vitals now) {
    if (now.batteryPercent().isEmpty()) {
      return battery;
    }
    int percent = now.batteryPercent().getAsInt();
    if (!now.isDischarging() || percent >= TOLD_PERCENT) {
      return Step.OVER;
    }
    Step step =
        percent < Vitals.EMPTY_PERCENT
            ? Step.SWITCHED_OFF
            : percent < ROUNDED_OFF_PERCENT ? Step.ROUNDED_OFF : Step.TOLD;
    return step.compareTo(battery) > 0 ? step : battery;
  }

  private Step heat(Vitals now) {
    if (now.celsius().isEmpty()) {
      return heat;
    }
    int celsius = now.celsius().getAsInt();
    if (celsius >= Vitals.HOT_CELSIUS) {
      return Step.PAUSED;
    }
    return celsius <= COOL_CELSIUS ? Step.OVER : heat;
  }

  private Step storage(Vitals now) {
    if (now.isReadOnly()) {
      return Step.STOPPED;
    }
    if (now.freeOctets().isEmpty()) {
      return storage;
    }
    long free = now.freeOctets().getAsLong();
    Step step =
        free < Vitals.FULL_OCTETS ? Step.STOPPED : free < SCARCE_OCTETS ? Step.TOLD : Step.OVER;
    boolean isBarelyBetter =
        step.compareTo(storage) < 0
            && free < (storage == Step.STOPPED ? Vitals.FULL_OCTETS : SCARCE_OCTETS) * 5 / 4;
    return isBarelyBetter ? storage : step;
  }
}
