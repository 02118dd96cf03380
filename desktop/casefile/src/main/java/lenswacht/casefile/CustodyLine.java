package lenswacht.casefile;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.link.Identity;
import lenswacht.observation.Bytes;
import lenswacht.observation.FactJson;
import lenswacht.observation.MalformedFactException;

/// A line of the custody log as it is kept: its hash, the console's key (X.509 form) and signature,
/// all in hexadecimal digits, and the act as JSON. The hash is SHA-256 over the hash of the line
/// before (32 zero octets before the first) and the octets of the JSON; what is signed is a heading
/// and that hash.
///
/// @param text the whole line
/// @param hash as it stands there
/// @param key of the console
/// @param signature over the heading and the hash
/// @param json the act
record CustodyLine(String text, Bytes hash, Bytes key, Bytes signature, String json) {
  /// Before the first line.
  static final Bytes NOTHING = Bytes.of(new byte[32]);

  private static final Bytes HEADING = Bytes.utf8("LENSWACHT CUSTODY 1\n");
  private static final Pattern SHAPE =
      Pattern.compile(
          "([0-9a-f]{64}) ((?:[0-9a-f]{2}){32,100}) ([0-9a-f]{128}) (\\{[^\\n\\r]{1,8000}\\})");

  /// Writes a line.
  static CustodyLine write(Bytes before, CustodyAct act, Identity console) {
    String json = new String(FactJson.writeLine(act), StandardCharsets.UTF_8);
    Bytes hash = hash(before, json);
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(console.privateKey());
      signer.update(HEADING.toArray());
      signer.update(hash.toArray());
      Bytes signature = Bytes.of(signer.sign());
      String text = hash.hex() + " " + console.key().hex() + " " + signature.hex() + " " + json;
      return new CustodyLine(text, hash, console.key(), signature, json);
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java platform has Ed25519", absent);
    }
  }

  /// Cuts a line into its parts; empty where it is none.
  static Optional<CustodyLine> read(String text) {
    Matcher parts = SHAPE.matcher(text);
    return parts.matches()
        ? Optional.of(
            new CustodyLine(
                text,
                Bytes.fromHex(parts.group(1)),
                Bytes.fromHex(parts.group(2)),
                Bytes.fromHex(parts.group(3)),
                parts.group(4)))
        : Optional.empty();
  }

  private static Bytes hash(Bytes before, String json) {
    return Bytes.fromHex(before.hex() + Bytes.utf8(json).hex()).sha256();
  }

  /// Whether it follows the line with the hash `before`.
  boolean follows(Bytes before) {
    return hash.equals(hash(before, json));
  }

  /// Whether its console signed it.
  boolean isSigned() {
    try {
      PublicKey own =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key.toArray()));
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(own);
      verifier.update(HEADING.toArray());
      verifier.update(hash.toArray());
      return verifier.verify(signature.toArray());
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  /// What it tells.
  ///
  /// @throws MalformedFactException if it is no act
  CustodyAct act() throws MalformedFactException {
    return FactJson.read(json, CustodyAct.class);
  }
}
