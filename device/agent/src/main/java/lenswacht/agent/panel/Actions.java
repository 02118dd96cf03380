package lenswacht.agent.panel;

import java.util.List;
import lenswacht.agent.panel.Screen.Name;

/// What the three keys do on a screen, and what they are called on its bottom line.
///
/// @param left what L does
/// @param middle what M does
/// @param right what R does
/// @param confirmsRight whether R must be held for it
/// @param names keys of the texts that name the three
record Actions(
    Action left, Action middle, Action right, boolean confirmsRight, List<String> names) {
  Actions {
    names = List.copyOf(names);
  }

  /// What a key does.
  enum Action {
    /// Nothing.
    NONE,
    /// Opens the menu.
    MENU,
    /// Shows the screen from which the menu is reached.
    HOME,
    /// Tells about the device.
    DEVICE,
    /// Tells more.
    MORE,
    /// Says that the battery was heeded.
    HEED,
    /// The digits are the same.
    YES,
    /// They are not.
    NO,
    /// Starts, or goes on after a pause.
    START,
    /// Ends the run.
    STOP,
    /// Halts the run.
    PAUSE,
    /// Goes on from what is shown.
    GO_ON,
    /// Leaves a spot out.
    LEAVE_OUT
  }

  /// What they do on the screen that tells what the device is doing.
  static Actions of(Name screen, PanelState state) {
    return switch (screen) {
      case START, OFF -> keys(Action.NONE, Action.NONE, Action.NONE, "none", "none", "none");
      case IDLE -> keys(Action.MENU, Action.DEVICE, Action.NONE, "menu", "device", "none");
      case PAIRING -> keys(Action.NO, Action.NONE, Action.YES, "no", "none", "yes");
      case MANDATE, REFUSED -> keys(Action.HOME, Action.MORE, Action.NONE, "back", "more", "none");
      case HERE -> held(Action.HOME, Action.START, "back", "start");
      case BUSY ->
          state instanceof PanelState.Paused
              ? held(Action.STOP, Action.START, "stop", "on")
              : keys(Action.STOP, Action.MORE, Action.PAUSE, "stop", "more", "pause");
      case DONE -> keys(Action.HOME, Action.MORE, Action.GO_ON, "back", "list", "on");
      case NEXT_SPOT -> keys(Action.HOME, Action.LEAVE_OUT, Action.NONE, "back", "skip", "none");
      case EMERGENCY_STOP -> keys(Action.MENU, Action.NONE, Action.GO_ON, "menu", "none", "on");
      case BATTERY ->
          state.isRun()
              ? keys(Action.STOP, Action.NONE, Action.HEED, "stop", "none", "ok")
              : keys(Action.NONE, Action.NONE, Action.HEED, "none", "none", "ok");
      case FAULT -> keys(Action.HOME, Action.MORE, Action.GO_ON, "back", "more", "ok");
      case POWER_ONLY -> keys(Action.MENU, Action.NONE, Action.NONE, "menu", "none", "none");
      case MENU, PAGES ->
          throw new IllegalArgumentException(screen + " does not tell what the device is doing");
    };
  }

  private static Actions keys(Action left, Action middle, Action right, String... names) {
    return new Actions(left, middle, right, false, List.of(names));
  }

  private static Actions held(Action left, Action right, String leftName, String rightName) {
    return new Actions(left, Action.MORE, right, true, List.of(leftName, "more", rightName));
  }
}
