package lenswacht.agent.panel;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import lenswacht.link.Progress;
import lenswacht.observation.Whereabouts;

/// What the device is doing, as a passer-by may know it.
public sealed interface PanelState {
  /// The device starts and looks at itself.
  ///
  /// @param done parts that were looked at, the last one among them
  /// @param left how long it takes yet
  record Starting(List<PartCheck> done, Duration left) implements PanelState {
    public Starting {
      done = List.copyOf(done);
    }
  }

  /// There is no mandate; nothing is sent.
  record Idle() implements PanelState {}

  /// A person must say whether the console shows the same pairing digits.
  ///
  /// @param digits eight decimal digits
  record NeedsHuman(String digits) implements PanelState {
    public NeedsHuman {
      if (digits.length() != 8 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
        throw new IllegalArgumentException("a pairing code has eight digits");
      }
    }

    /// The digits in two groups of four.
    public String grouped() {
      return digits.substring(0, 4) + " " + digits.substring(4);
    }
  }

  /// A mandate is kept, and no network is connected.
  record Mandated(Permit permit) implements PanelState {}

  /// A mandate is in force and its network is connected; a person may start.
  ///
  /// @param permit the mandate
  /// @param place where the device stands, as far as known
  record Ready(Permit permit, Optional<Whereabouts> place) implements PanelState {}

  /// The mandate does not allow what was asked; nothing was sent.
  ///
  /// @param reason why
  /// @param place where the device stands, as far as known
  record Refused(Refusal reason, Optional<Whereabouts> place) implements PanelState {}

  /// The scan run hears and sends nothing.
  ///
  /// @param progress how far it is
  /// @param place where the device stands, once known
  record Listening(Progress progress, Optional<Whereabouts> place) implements PanelState {}

  /// The scan run puts questions on the network.
  ///
  /// @param progress how far it is
  /// @param place where the device stands, once known
  record Transmitting(Progress progress, Optional<Whereabouts> place) implements PanelState {}

  /// A person halted the run and may go on with it. Nothing is sent meanwhile.
  record Paused(Progress progress) implements PanelState {}

  /// The scan run ended.
  ///
  /// @param progress how far it came
  /// @param complete false when a person, the mandate's end or a fault cut the run short
  /// @param unseen addresses of the mandate that were not looked at
  /// @param found cameras and recorders, a line each
  record Done(Progress progress, boolean complete, long unseen, List<String> found)
      implements PanelState {
    public Done {
      found = List.copyOf(found);
      if (unseen < 0) {
        throw new IllegalArgumentException("a count cannot be " + unseen);
      }
    }
  }

  /// The device is to be plugged in somewhere else.
  ///
  /// @param number which spot, from 1
  /// @param of how many there are
  /// @param name as the person who made the list calls it
  record NextSpot(int number, int of, String name) implements PanelState {
    public NextSpot {
      if (number < 1 || number > of) {
        throw new IllegalArgumentException("there is no spot " + number + " of " + of);
      }
    }
  }

  /// A person stopped everything. Nothing is sent before a person goes on.
  ///
  /// @param at when
  record EmergencyStop(LocalTime at) implements PanelState {}

  /// The device cannot go on.
  ///
  /// @param code the number that the manual explains, such as `LW-217`
  record Fault(String code) implements PanelState {}

  /// The journal is closed and the device may lose its power. Nothing follows.
  ///
  /// @param lines lines in the journal
  /// @param chain whether every line still follows from the one before
  record SafeToUnplug(long lines, Verdict chain) implements PanelState {
    public SafeToUnplug {
      if (lines < 0) {
        throw new IllegalArgumentException("a count cannot be " + lines);
      }
    }
  }

  /// Why a mandate forbids going on.
  enum Refusal {
    /// The connected network is not in the mandate.
    OUTSIDE_MANDATE,
    /// The mandate's time is over or has not begun.
    OUTSIDE_TIME,
    /// The mandate is not signed by a console this device is paired with, or is malformed.
    UNTRUSTED_MANDATE,
    /// The device does not know what time it is.
    UNTRUSTED_CLOCK
  }

  /// The state's name in texts and on the screenless panel.
  default String key() {
    return switch (this) {
      case Starting _ -> "starting";
      case Idle() -> "idle";
      case NeedsHuman _ -> "needs-human";
      case Mandated _ -> "mandated";
      case Ready _ -> "ready";
      case Refused _ -> "refused";
      case Listening _ -> "listening";
      case Transmitting _ -> "transmitting";
      case Paused _ -> "paused";
      case Done done -> done.complete() ? "done" : "stopped";
      case NextSpot _ -> "next-spot";
      case EmergencyStop _ -> "emergency-stop";
      case Fault _ -> "fault";
      case SafeToUnplug _ -> "safe-to-unplug";
    };
  }

  /// Whether a scan run is going on.
  default boolean isRun() {
    return this instanceof Listening || this instanceof Transmitting;
  }

  /// Whether `next` may follow. A state may follow itself (a new count); a fault and an emergency
  /// stop may follow anything but the end. A run follows only ready or itself, a run must be over
  /// before the device may be unplugged, and after an emergency stop a person goes on first.
  default boolean mayBecome(PanelState next) {
    boolean always = next instanceof Fault || next instanceof EmergencyStop;
    return switch (this) {
      case SafeToUnplug _ -> false;
      case Ready _, Listening _, Transmitting _ ->
          switch (next) {
            case Starting _, NeedsHuman _, SafeToUnplug _, NextSpot _, Mandated _ ->
                this instanceof Ready && !(next instanceof Starting);
            case Idle(),
                Ready _,
                Refused _,
                Listening _,
                Transmitting _,
                Paused _,
                Done _,
                EmergencyStop _,
                Fault _ ->
                true;
          };
      case Starting _ -> always || next instanceof Starting || next instanceof Idle;
      case EmergencyStop _, Fault _ ->
          always || next instanceof Idle || next instanceof SafeToUnplug;
      case Done _, Paused _ -> always || !next.isRun();
      case Idle(), Mandated _, NeedsHuman _, NextSpot _, Refused _ ->
          always || !(next.isRun() || next instanceof Done || next instanceof Paused);
    };
  }

  /// `next`, if it may follow.
  ///
  /// @throws IllegalStateException if it may not
  default PanelState then(PanelState next) {
    if (!mayBecome(next)) {
      throw new IllegalStateException("the panel cannot go from " + key() + " to " + next.key());
    }
    return next;
  }
}
