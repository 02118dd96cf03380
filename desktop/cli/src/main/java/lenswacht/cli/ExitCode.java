package lenswacht.cli;

/// How the command ends; the numbers are part of its interface.
enum ExitCode {
  /// It ran.
  RAN(0),
  /// A bug or a broken computer.
  INTERNAL(1),
  /// The command line or an input file is not usable.
  USAGE(2),
  /// The level given with `--fail-on` was reached.
  LEVEL_REACHED(3),
  /// A journal, case file or signature is damaged.
  INTEGRITY(4),
  /// The mandate does not allow it.
  REFUSED(5),
  /// It ran, and not everything was looked at.
  INCOMPLETE(6),
  /// The device cannot be reached.
  UNREACHABLE(7);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /// The number that the operating system is given.
  int number() {
    return number;
  }
}
