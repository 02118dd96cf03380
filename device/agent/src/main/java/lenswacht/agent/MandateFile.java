package lenswacht.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import lenswacht.observation.SignedMandate;

/// Reads mandate files, which are hostile until their signature has been checked.
final class MandateFile {
  private MandateFile() {}

  /// The signed text in `file`; its signature is not checked yet.
  ///
  /// @throws AgentException if the file cannot be read, is too large or is something else
  static SignedMandate read(Path file) throws AgentException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(SignedMandate.LONGEST + 1);
    } catch (IOException failed) {
      throw new AgentException(ExitCode.USAGE, "cannot read the mandate " + file, failed);
    }
    if (bytes.length > SignedMandate.LONGEST) {
      throw new AgentException(ExitCode.USAGE, file + " is too large to be a mandate");
    }
    SignedMandate signed = new SignedMandate(new String(bytes, StandardCharsets.UTF_8));
    if (!signed.looksLikeMandate()) {
      throw new AgentException(
          ExitCode.USAGE, file + " is not a mandate; make one with 'lenswacht mandate new'");
    }
    return signed;
  }
}
