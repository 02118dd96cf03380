package lenswacht.console.room;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import lenswacht.console.visit.VisitRefusedException;
import lenswacht.link.Identity;
import lenswacht.observation.Bytes;
import lenswacht.observation.Mandate;
import lenswacht.observation.SignedMandate;

/// A mandate as a file.
final class MandateFile {
  private static final String KEY = "key ";

  private MandateFile() {}

  /// The mandate as it goes to the device.
  static SignedMandate read(Path file) throws VisitRefusedException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(SignedMandate.LONGEST + 1);
      if (bytes.length > SignedMandate.LONGEST) {
        throw new IOException("the file is longer than any mandate");
      }
      return new SignedMandate(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw LinkTroubles.of("trouble.mandate", unreadable, "why", file.toString());
    }
  }

  /// What the mandate allows, if it is whole. Whether its signer is trusted is for the device to
  /// say.
  static Mandate whole(SignedMandate signed) throws VisitRefusedException {
    return switch (signed.check(statedKeys(signed))) {
      case SignedMandate.Check.Valid(Mandate mandate) -> mandate;
      case SignedMandate.Check.Invalid(String why, String detail) ->
          throw LinkTroubles.of("trouble.mandate", new IOException(detail), "why", why);
    };
  }

  /// The mark of the key that signed it.
  static String signer(SignedMandate signed) {
    return statedKeys(signed).stream().findFirst().map(Identity::mark).orElse("");
  }

  private static Collection<Bytes> statedKeys(SignedMandate signed) {
    return signed
        .text()
        .lines()
        .filter(line -> line.matches(KEY + "[0-9a-f]{64,256}"))
        .filter(line -> line.length() % 2 == 0)
        .map(line -> Bytes.fromHex(line.substring(KEY.length())))
        .limit(1)
        .toList();
  }
}
