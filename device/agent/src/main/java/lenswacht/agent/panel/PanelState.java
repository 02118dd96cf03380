package lenswacht.agent.panel;

/// What the device is doing, as a passer-by may know it.
public sealed interface PanelState {
  /// There is no mandate; nothing is sent.
  record Idle() implements PanelState {}

  /// A mandate is in force and its network is connected; a person may start.
  ///
  /// @param mandate the mandate's number, for the display
  record Ready(String mandate) implements PanelState {}

  /// The scan run hears and sends nothing.
  ///
  /// @param cameras cameras heard so far
  record Listening(int cameras) implements PanelState {
    public Listening {
      notNegative(cameras);
    }
  }

  /// The scan run puts questions on the network.
  ///
  /// @param cameras cameras seen so far
  record Transmitting(int cameras) implements PanelState {
    public Transmitting {
      notNegative(cameras);
    }
  }

  /// The scan run ended.
  ///
  /// @param cameras cameras seen
  /// @param complete false when a person, the mandate's end or a fault cut the run short
  record Done(int cameras, boolean complete) implements PanelState {
    public Done {
      notNegative(cameras);
    }
  }

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

  /// The mandate does not allow what was asked; nothing was sent.
  ///
  /// @param reason why
  record Refused(Refusal reason) implements PanelState {}

  /// The device cannot go on.
  ///
  /// @param code the number that the manual explains, such as `LW-217`
  record Fault(String code) implements PanelState {}

  /// The journal is closed and the device may lose its power. Nothing follows.
  ///
  /// @param lines lines in the journal
  record SafeToUnplug(int lines) implements PanelState {
    public SafeToUnplug {
      notNegative(lines);
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
      case Idle() -> "idle";
      case Ready _ -> "ready";
      case Listening _ -> "listening";
      case Transmitting _ -> "transmitting";
      case Done done -> done.complete() ? "done" : "stopped";
      case NeedsHuman _ -> "needs-human";
      case Refused _ -> "refused";
      case Fault _ -> "fault";
      case SafeToUnplug _ -> "safe-to-unplug";
    };
  }

  /// Whether `next` may follow. A state may follow itself (a new count), a fault may follow
  /// anything but the end. Transmitting follows only ready or listening, and a running scan must
  /// be done before the device may be unplugged.
  default boolean mayBecome(PanelState next) {
    return switch (this) {
      case Idle() -> !(isRun(next) || next instanceof Done);
      case Ready _, Listening _, Transmitting _ ->
          switch (next) {
            case Idle(), Ready _, Listening _, Transmitting _, Done _, Refused _, Fault _ -> true;
            case NeedsHuman _, SafeToUnplug _ -> this instanceof Ready;
          };
      case Done _, NeedsHuman _, Refused _ ->
          !isRun(next) && (this instanceof Done || !(next instanceof Done));
      case Fault _ -> next instanceof Idle || next instanceof Fault || next instanceof SafeToUnplug;
      case SafeToUnplug _ -> false;
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

  private static boolean isRun(PanelState state) {
    return state instanceof Listening || state instanceof Transmitting;
  }

  private static void notNegative(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("a count cannot be " + count);
    }
  }
}
