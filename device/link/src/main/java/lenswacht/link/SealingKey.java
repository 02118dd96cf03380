package lenswacht.link;

import java.security.cert.X509Certificate;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.SealRecipient;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/// The public half of a console's sealing key: whoever has it can seal for the console and not
/// read. Seals by HPKE (RFC 9180, base mode) with X-Wing (ML-KEM-768 and X25519 together),
/// HKDF-SHA256 and AES-256-GCM.
public final class SealingKey implements SealRecipient {
  /// Octets of such a key: 1184 of ML-KEM-768 and 32 of X25519.
  public static final int OCTETS = 1216;

  /// Where such a key stands in a console's certificate; an object identifier made from a UUID.
  static final String EXTENSION = "2.25.160610042760900173094662872169249102074";

  static final Bytes PURPOSE = Bytes.utf8("LENSWACHT JOURNAL 2 BOX\n");

  private final Bytes octets;
  private final AsymmetricKeyParameter key;

  /// @param octets the key, [#OCTETS] long
  /// @throws IllegalArgumentException if they are no such key
  public SealingKey(Bytes octets) {
    if (octets.length() != OCTETS) {
      throw new IllegalArgumentException("a sealing key has " + OCTETS + " octets");
    }
    this.octets = octets;
    this.key = suite().deserializePublicKey(octets.toArray());
  }

  static HPKE suite() {
    return new HPKE(HPKE.mode_base, HPKE.kem_X_WING, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
  }

  /// The key that a console's certificate carries; empty where it carries none. Whether the
  /// certificate is the console's is for the caller to know: TLS proves it.
  static Optional<SealingKey> in(X509Certificate certificate) {
    byte[] extension = certificate.getExtensionValue(EXTENSION);
    if (extension == null || extension.length > 2 * OCTETS) {
      return Optional.empty();
    }
    try {
      byte[] inner = ASN1OctetString.getInstance(extension).getOctets();
      return Optional.of(new SealingKey(Bytes.of(ASN1OctetString.getInstance(inner).getOctets())));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /// The key as such.
  public Bytes octets() {
    return octets;
  }

  @Override
  public Bytes id() {
    return octets.sha256();
  }

  /// The encapsulated secret (1120 octets) and the sealed content key behind it.
  @Override
  public Bytes seal(Bytes contentKey) {
    try {
      byte[][] sealed =
          suite()
              .seal(
                  key,
                  PURPOSE.toArray(),
                  new byte[0],
                  contentKey.toArray(),
                  new byte[0],
                  new byte[0],
                  null);
      byte[] box = new byte[sealed[1].length + sealed[0].length];
      System.arraycopy(sealed[1], 0, box, 0, sealed[1].length);
      System.arraycopy(sealed[0], 0, box, sealed[1].length, sealed[0].length);
      return Bytes.of(box);
    } catch (InvalidCipherTextException impossible) {
      throw new IllegalStateException("a key cannot be sealed", impossible);
    }
  }
}
