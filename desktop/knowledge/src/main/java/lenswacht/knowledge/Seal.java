package lenswacht.knowledge;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.Bytes;

/// A signature beside the files of a pack or an edition, made with an Ed25519 key that an
/// organisation holds. It says that these are the files which the holder of the key saw; whose key
/// that is, people say.
///
/// @param signer who signed, as they call themselves
/// @param day when they say they did
/// @param hash what was signed: the hash of the files, 64 hex digits
/// @param key the public key, X.509 form
/// @param signature the signature
public record Seal(String signer, LocalDate day, String hash, Bytes key, Bytes signature) {
  /// The file that holds it.
  public static final String FILE = "signature.csv";

  private static final String ALGORITHM = "Ed25519";
  private static final int LONGEST_NAME = 200;
  private static final int DIGITS = 16;

  /// Signs a hash.
  ///
  /// @param hash what [PolicyPack#hash] or [Edition#hash] gives
  /// @param signer who signs, at most 200 characters on one line
  /// @throws GeneralSecurityException if the keys are not Ed25519 keys
  public static Seal sign(
      String hash, String signer, LocalDate day, PrivateKey privateKey, PublicKey publicKey)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance(ALGORITHM);
    signature.initSign(privateKey);
    signature.update(message(hash, signer, day));
    Seal seal =
        new Seal(signer, day, hash, Bytes.of(publicKey.getEncoded()), Bytes.of(signature.sign()));
    if (!seal.holds()) {
      throw new GeneralSecurityException("the two keys do not belong together");
    }
    return seal;
  }

  public Seal {
    if (signer.isBlank() || signer.length() > LONGEST_NAME || signer.lines().count() != 1) {
      throw new IllegalArgumentException("a signer has a name of at most 200 characters");
    }
  }

  private static byte[] message(String hash, String signer, LocalDate day) {
    return ("lenswacht knowledge 1\n" + hash + "\n" + signer + "\n" + day + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private boolean holds() throws GeneralSecurityException {
    Signature verifier = Signature.getInstance(ALGORITHM);
    verifier.initVerify(
        KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(key.toArray())));
    verifier.update(message(hash, signer, day));
    return verifier.verify(signature.toArray());
  }

  /// The first digits of the hash of the key, as people compare them.
  public String keyName() {
    return key.sha256().hex().substring(0, DIGITS);
  }

  /// As it is written beside the files.
  public String text() {
    Base64.Encoder base64 = Base64.getEncoder();
    return """
        signer,day,hash,key,signature
        "%s",%s,%s,%s,%s
        """
        .formatted(
            signer.replace("\"", "\"\""),
            day,
            hash,
            base64.encodeToString(key.toArray()),
            base64.encodeToString(signature.toArray()));
  }

  /// The signature beside files; empty where there is none.
  ///
  /// @param prefix folder of the files, with a slash behind it
  /// @param hash the hash of the files as they are
  /// @throws PackException if there is one and it does not hold
  static Optional<Seal> beside(KnowledgeFolder folder, String prefix, String hash)
      throws PackException {
    String file = prefix + FILE;
    if (folder.find(file).isEmpty()) {
      return Optional.empty();
    }
    List<Row> rows = new RowReader(folder).read(file, "signer", "day", "hash", "key", "signature");
    Row row = rows.getFirst();
    if (rows.size() != 1) {
      throw rows.get(1).wrong("signer", "one signature stands beside files, not more");
    }
    Seal seal =
        new Seal(
            name(row),
            row.date("day"),
            row.required("hash"),
            bytes(row, "key"),
            bytes(row, "signature"));
    if (!seal.hash().equals(hash)) {
      throw row.wrong("hash", "the files are not those that were signed by " + seal.signer())
          .ofSeal();
    }
    try {
      if (seal.holds()) {
        return Optional.of(seal);
      }
    } catch (GeneralSecurityException _) {
      // A key or signature of another shape does not hold either; told below.
    }
    throw row.wrong("signature", "the signature does not hold").ofSeal();
  }

  private static String name(Row row) throws PackException {
    String name = row.required("signer");
    if (name.length() > LONGEST_NAME || name.lines().count() != 1) {
      throw row.wrong("signer", "a signer has a name of at most 200 characters");
    }
    return name;
  }

  private static Bytes bytes(Row row, String heading) throws PackException {
    try {
      return Bytes.of(Base64.getDecoder().decode(row.required(heading)));
    } catch (IllegalArgumentException _) {
      throw row.wrong(heading, "this is not written in Base64");
    }
  }
}
