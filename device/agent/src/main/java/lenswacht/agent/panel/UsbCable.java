package lenswacht.agent.panel;

/// What hangs on the port towards the console.
public enum UsbCable {
  /// A computer that talks.
  DATA,
  /// Something that gives power alone: a charger, or a cable without data lines.
  POWER_ONLY,
  /// Nothing.
  NONE,
  /// The system does not say.
  NOT_DETERMINED
}
