package lenswacht.observation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;

/// A device's word for everything up to a line: Ed25519 over a heading, the hash of the line before
/// and the number of the signing line itself.
///
/// @param device key that signs, X.509 form
/// @param kind [LineKind#SIGNED] or [LineKind#CLOSED]
/// @param from first line that is signed here and not earlier
/// @param sequence number of the signing line
/// @param before hash of the line before it
/// @param octets the signature
record JournalSignature(
    Bytes device, LineKind kind, long from, long sequence, Bytes before, Bytes octets) {
  static Bytes sign(PrivateKey key, LineKind kind, long sequence, Bytes before) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(text(kind, sequence, before));
      return Bytes.of(signature.sign());
    } catch (GeneralSecurityException unfit) {
      throw new IllegalStateException("the device's key cannot sign", unfit);
    }
  }

  boolean holds() {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initVerify(
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new X509EncodedKeySpec(device.toArray())));
      signature.update(text(kind, sequence, before));
      return signature.verify(octets.toArray());
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  private static byte[] text(LineKind kind, long sequence, Bytes before) {
    byte[] heading =
        ("LENSWACHT JOURNAL 2 " + kind.word() + "\n").getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(heading.length + Long.BYTES + before.length())
        .put(heading)
        .putLong(sequence)
        .put(before.toArray())
        .array();
  }
}
