package lenswacht.agent;

/// How the program ends; the numbers are the same for every Lenswacht program.
enum ExitCode {
  /// It ran.
  RAN(0),
  /// A bug or a broken computer.
  INTERNAL(1),
  /// The command line or an input file is not usable.
  USAGE(2),
  /// A journal, case file or signature is damaged.
  INTEGRITY(4),
  /// The mandate does not allow it.
  REFUSED(5),
  /// It ran, and not everything was looked at.
  INCOMPLETE(6),
  /// The other side cannot be reached.
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
