package lenswacht.agent;

/// The program cannot do what it was asked, with a sentence that says why and what to do.
final class AgentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  AgentException(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  AgentException(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  ExitCode exitCode() {
    return exitCode;
  }
}
