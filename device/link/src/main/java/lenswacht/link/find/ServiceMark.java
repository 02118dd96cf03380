package lenswacht.link.find;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import lenswacht.observation.Bytes;

/// What a device calls itself on a network: a name that is another one every time, and that only
/// those can tell whose it is who know the key of the device already.
public final class ServiceMark {
  private static final int NONCE = 8;
  private static final int PROOF = 8;
  private static final String HEADING = "LENSWACHT FOUND 1\n";
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{" + 2 * (NONCE + PROOF) + "}");

  private ServiceMark() {}

  /// A fresh mark of the device with this key, 32 hex digits.
  static String of(Bytes key) {
    byte[] nonce = new byte[NONCE];
    new SecureRandom().nextBytes(nonce);
    return of(key, Bytes.of(nonce));
  }

  private static String of(Bytes key, Bytes nonce) {
    return nonce.hex()
        + Bytes.utf8(HEADING + nonce.hex() + "\n" + key.hex()).sha256().head(PROOF).hex();
  }

  /// The one of `keys` whose device calls itself `mark`.
  public static Optional<Bytes> recognize(String mark, Collection<Bytes> keys) {
    if (!SHAPE.matcher(mark).matches()) {
      return Optional.empty();
    }
    Bytes nonce = Bytes.fromHex(mark.substring(0, 2 * NONCE));
    return keys.stream().filter(key -> of(key, nonce).equals(mark)).findFirst();
  }
}
