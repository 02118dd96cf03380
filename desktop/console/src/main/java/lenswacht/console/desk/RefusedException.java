package lenswacht.console.desk;

import org.jspecify.annotations.Nullable;

/// Something cannot be done, and a person is told why and what to do now.
public class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Trouble trouble;

  /// @param trouble for a person
  /// @param said what was said, for whoever mends the program
  /// @param cause what made it so, where something was thrown
  public RefusedException(Trouble trouble, String said, @Nullable Throwable cause) {
    super(said, cause);
    this.trouble = trouble;
  }

  /// For a person.
  public final Trouble trouble() {
    return trouble;
  }
}
