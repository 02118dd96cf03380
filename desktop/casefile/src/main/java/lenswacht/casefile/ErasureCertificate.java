package lenswacht.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lenswacht.link.Identity;
import lenswacht.observation.CleanText;
import lenswacht.observation.FactJson;
import lenswacht.observation.MalformedFactException;
import lenswacht.observation.SignedText;

/// What is left of a case that was erased: readable text that says what was there, by its hashes,
/// signed by the console that erased it.
///
/// @param text heading, [Told] as JSON, dividing line, key and signature
public record ErasureCertificate(String text) {
  private static final String HEADING = "LENSWACHT ERASURE 1\n";
  private static final String DIVIDER = "-----SIGNED-----\n";
  private static final int LARGEST = 1 << 20;

  /// What is certified. Hashes are in hexadecimal digits.
  ///
  /// @param site what the case was about
  /// @param file its name
  /// @param sha256 of the file, as it was before anything was overwritten
  /// @param journals number, device, lines and hash of the last line of each
  /// @param custody hash of the last line of the custody log
  /// @param retention until when it was to be kept and by which rule; empty where nobody said
  /// @param what was done to the octets, in words
  public record Told(
      String site,
      String file,
      long octets,
      String sha256,
      List<String> journals,
      String custody,
      String retention,
      Instant at,
      String by,
      String reason,
      String what) {
    public Told {
      journals = List.copyOf(journals);
      by = CleanText.of(by, 200);
      reason = CleanText.of(reason, 800);
    }
  }

  static ErasureCertificate sign(Told told, Identity console) {
    try {
      return new ErasureCertificate(
          SignedText.sign(
              HEADING + FactJson.writePretty(told) + "\n",
              DIVIDER,
              console.privateKey(),
              console.publicKey()));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java platform has Ed25519", absent);
    }
  }

  /// Reads a certificate.
  ///
  /// @throws IOException if it cannot be read
  public static ErasureCertificate read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new ErasureCertificate(new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8));
    }
  }

  /// What it certifies; empty where it was altered or nobody signed it.
  public Optional<Told> verified() {
    Optional<SignedText> signed = SignedText.cut(text, DIVIDER);
    if (signed.isEmpty() || !signed.get().body().startsWith(HEADING) || !signed.get().verifies()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          FactJson.read(signed.get().body().substring(HEADING.length()), Told.class));
    } catch (MalformedFactException malformed) {
      return Optional.empty();
    }
  }

  /// SHA-256 of the key that signed it; empty where none did.
  public String console() {
    return SignedText.cut(text, DIVIDER).map(signed -> signed.key().sha256().hex()).orElse("");
  }
}
