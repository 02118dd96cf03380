package lenswacht.knowledge.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lenswacht.knowledge.feed.FeedFile.Check;
import lenswacht.knowledge.feed.FeedFile.Hash;
import lenswacht.knowledge.feed.FeedFile.Signature;

/// What the files beside a file say of its bytes.
final class Vouching {
  private static final Map<String, String> HASHES =
      Map.of(".sha512", "SHA-512", ".sha256", "SHA-256");

  private final SignatureKeys keys;

  Vouching(SignatureKeys keys) {
    this.keys = keys;
  }

  /// Holds every hash and signature beside `source` against it.
  Check check(FeedSource source) throws IOException {
    Hash hash = Hash.NONE;
    for (String suffix : List.of(".sha512", ".sha256")) {
      Optional<byte[]> stated = source.neighbour(suffix);
      if (stated.isPresent() && hash != Hash.DIFFERS) {
        hash = fits(source, suffix, stated.get()) ? Hash.FITS : Hash.DIFFERS;
      }
    }
    Optional<byte[]> signature = source.neighbour(".asc");
    Signature signed = signature.isEmpty() ? Signature.NONE : keys.check(source, signature.get());
    return new Check(hash, signed);
  }

  private static boolean fits(FeedSource source, String suffix, byte[] stated) throws IOException {
    String actual = hash(source, HASHES.getOrDefault(suffix, "SHA-512"));
    String text = new String(stated, StandardCharsets.US_ASCII).strip().toLowerCase(Locale.ROOT);
    return text.equals(actual) || text.startsWith(actual + " ");
  }

  /// The hash of the bytes of `source` as they lie there, as hex digits.
  static String hash(FeedSource source, String algorithm) throws IOException {
    try (InputStream in = source.packed()) {
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      byte[] buffer = new byte[65_536];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
