package lenswacht.link.update;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.observation.Bytes;
import lenswacht.observation.FactJson;
import lenswacht.observation.MalformedFactException;
import lenswacht.observation.SignedText;

/// A package in a file: readable text that says what it holds, signed with Ed25519 by who publishes
/// it, and behind it the octets of its files, one after the other. Nothing behind the text is
/// looked at before the signature is.
///
/// @param file where it lies
/// @param head the signed text
/// @param manifest what it holds
/// @param publisher key of who signed it, X.509 form; whom to trust is another question
public record SignedPackage(Path file, String head, PackageManifest manifest, Bytes publisher) {
  /// First line of every package.
  public static final String HEADING = "LENSWACHT PACKAGE 1\n";

  /// How the name of such a file ends.
  public static final String SUFFIX = ".lwupdate";

  private static final String DIVIDER = "-----SIGNATURE-----\n";
  private static final Pattern SEAL =
      Pattern.compile(DIVIDER + "key [0-9a-f]{64,256}\nsignature [0-9a-f]{128}\n");
  private static final int LONGEST_HEAD = 1 << 17;
  private static final int BUFFER = 1 << 16;

  /// Takes the octets of the files, one file after the other.
  public interface Receiver {
    /// Where the octets of `file` go; closed behind the last.
    OutputStream open(PackageManifest.File file) throws IOException;
  }

  /// Opens the package in `file` and verifies its signature. The files are not looked at.
  ///
  /// @throws PackageException if it is none, or altered
  /// @throws IOException if the storage fails
  public static SignedPackage open(Path file) throws IOException, PackageException {
    String start;
    try (InputStream in = Files.newInputStream(file)) {
      start = new String(in.readNBytes(LONGEST_HEAD), StandardCharsets.ISO_8859_1);
    }
    SignedPackage opened = read(file, start);
    if (Files.size(file) != opened.head.length() + opened.manifest.octets()) {
      throw new PackageException(
          PackageException.Why.ALTERED, "the package is longer or shorter than it says");
    }
    return opened;
  }

  /// What the head of a package says, where its files lie elsewhere.
  ///
  /// @param file where it lies
  /// @param start the head, and whatever comes behind it
  /// @throws PackageException if it is none, or altered
  public static SignedPackage read(Path file, String start) throws PackageException {
    Matcher seal = SEAL.matcher(start);
    if (!start.startsWith(HEADING) || !seal.find()) {
      throw new PackageException(PackageException.Why.MALFORMED, "the file is no package");
    }
    String head = start.substring(0, seal.end());
    SignedText signed =
        SignedText.cut(head, DIVIDER)
            .orElseThrow(
                () ->
                    new PackageException(
                        PackageException.Why.MALFORMED, "the package is not signed"));
    if (!signed.verifies()) {
      throw new PackageException(
          PackageException.Why.ALTERED, "the signature does not fit the package");
    }
    try {
      return new SignedPackage(
          file,
          head,
          FactJson.read(signed.body().substring(HEADING.length()), PackageManifest.class),
          signed.key());
    } catch (MalformedFactException malformed) {
      throw new PackageException(
          PackageException.Why.MALFORMED, "the package says: " + malformed.getMessage());
    }
  }

  /// Hands out the files and verifies each.
  ///
  /// @throws PackageException if one is not as it was signed; what was handed out must not be used
  /// @throws IOException if the storage fails
  public void unpack(Receiver receiver) throws IOException, PackageException {
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(head.length());
      for (PackageManifest.File one : manifest.files()) {
        try (OutputStream out = receiver.open(one)) {
          if (!copy(in, out, one.octets()).equals(one.sha256())) {
            throw new PackageException(
                PackageException.Why.ALTERED, one.name() + " is not as it was signed");
          }
        }
      }
    }
  }

  /// Verifies every file.
  ///
  /// @throws PackageException if one is not as it was signed
  /// @throws IOException if the storage fails
  public void verify() throws IOException, PackageException {
    unpack(_ -> OutputStream.nullOutputStream());
  }

  private static Bytes copy(InputStream in, OutputStream out, long octets) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    for (long left = octets; left > 0; ) {
      int count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (count < 0) {
        break;
      }
      digest.update(buffer, 0, count);
      out.write(buffer, 0, count);
      left -= count;
    }
    return Bytes.of(digest.digest());
  }

  /// The octets and the hash of `file`, under its own name.
  ///
  /// @throws IOException if the storage fails
  public static PackageManifest.File fileOf(Path file) throws IOException {
    long octets = Files.size(file);
    try (InputStream in = Files.newInputStream(file)) {
      return new PackageManifest.File(
          String.valueOf(file.getFileName()),
          octets,
          copy(in, OutputStream.nullOutputStream(), octets));
    }
  }

  /// Writes a package.
  ///
  /// @param to its file
  /// @param manifest what it holds
  /// @param folder where the files lie
  /// @throws IOException if the storage fails
  /// @throws GeneralSecurityException if the keys are not Ed25519 keys
  public static void write(
      Path to, PackageManifest manifest, Path folder, PrivateKey signer, PublicKey key)
      throws IOException, GeneralSecurityException {
    String head =
        SignedText.sign(HEADING + FactJson.writePretty(manifest) + "\n", DIVIDER, signer, key);
    if (head.length() > LONGEST_HEAD || !StandardCharsets.US_ASCII.newEncoder().canEncode(head)) {
      throw new IOException("the list of files is too long for a package");
    }
    try (OutputStream out = Files.newOutputStream(to)) {
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      for (PackageManifest.File one : manifest.files()) {
        Files.copy(folder.resolve(one.name()), out);
      }
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java platform has SHA-256", absent);
    }
  }
}
