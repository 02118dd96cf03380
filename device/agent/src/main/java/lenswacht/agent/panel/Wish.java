package lenswacht.agent.panel;

/// What a person at the panel wants of the device.
public enum Wish {
  /// Send nothing more, at once.
  EMERGENCY_STOP,
  /// End the run.
  STOP,
  /// Halt the run, to go on later.
  PAUSE,
  /// Start a run under the mandate that is kept, or go on with the one that was halted.
  START,
  /// The digits are the same on the console.
  SAME_DIGITS,
  /// They are not.
  OTHER_DIGITS,
  /// Go on from what is shown: an emergency stop, a fault, the end of a run.
  GO_ON,
  /// Leave this spot out.
  LEAVE_OUT,
  /// Look at all parts of the device.
  SELF_TEST,
  /// Keep the settings of the panel as they are now.
  KEEP_SETTINGS,
  /// Close the journal and switch off.
  SWITCH_OFF
}
