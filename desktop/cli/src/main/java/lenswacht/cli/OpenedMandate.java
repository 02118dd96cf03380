package lenswacht.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lenswacht.observation.Mandate;
import lenswacht.observation.SignedMandate;

/// A mandate in a file.
final class OpenedMandate {
  private OpenedMandate() {}

  /// The mandate in `file`, which is whole.
  ///
  /// @throws CommandException if it is none, or its signature does not hold
  static Mandate of(Path file) throws CommandException, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] octets = in.readNBytes(SignedMandate.LONGEST + 1);
      if (octets.length > SignedMandate.LONGEST) {
        throw new CommandException(ExitCode.USAGE, file + " is longer than any mandate");
      }
      return switch (new SignedMandate(new String(octets, StandardCharsets.UTF_8)).checkWhole()) {
        case SignedMandate.Check.Valid(Mandate mandate) -> mandate;
        case SignedMandate.Check.Invalid(String why, String detail) ->
            throw new CommandException(ExitCode.INTEGRITY, file + " (" + why + "): " + detail);
      };
    }
  }
}
