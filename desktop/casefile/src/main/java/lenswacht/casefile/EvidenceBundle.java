package lenswacht.casefile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lenswacht.link.Identity;
import lenswacht.observation.Bytes;
import lenswacht.observation.CleanText;
import lenswacht.observation.SignedText;

/// Evidence of a case put together for a third party, with what verifies it: one archive in which
/// every octet is accounted for, signed by the console.
public final class EvidenceBundle {
  static final String MANIFEST = "manifest.txt";
  static final String CUSTODY = "custody.txt";
  static final String HEADING = "LENSWACHT BUNDLE 1\n";
  static final String DIVIDER = "-----SIGNED-----\n";

  private final List<BundlePart> parts = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  /// A bundle with the verifier and what it is about in both languages.
  public EvidenceBundle() {
    add(new BundlePart("LEESMIJ.txt", () -> own("bundle-LEESMIJ.txt")));
    add(new BundlePart("README.txt", () -> own("bundle-README.txt")));
    add(new BundlePart("Verify.java", EvidenceBundle::verifier));
  }

  /// The source of the verifier, which needs a Java platform and nothing else.
  public static InputStream verifier() throws IOException {
    return own("Verify.java");
  }

  private static InputStream own(String name) throws IOException {
    InputStream in = EvidenceBundle.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("the program lacks its file " + name);
    }
    return in;
  }

  /// Adds a part.
  ///
  /// @throws IllegalArgumentException if there is one of that name
  public void add(BundlePart part) {
    if (!names.add(part.name())) {
      throw new IllegalArgumentException("there are two parts named " + part.name());
    }
    parts.add(part);
  }

  /// What the bundle is, at its head.
  ///
  /// @param site what it is about
  /// @param at when it is made
  /// @param by the person
  /// @param audience for whom
  public record Head(String site, Instant at, String by, String audience) {
    private String text() {
      return "site "
          + CleanText.of(site, 200)
          + "\nmade "
          + at
          + "\nby "
          + CleanText.of(by, 200)
          + "\nfor "
          + CleanText.of(audience, 200)
          + "\n\n";
    }
  }

  /// Writes the bundle to `file`, whole or not at all.
  ///
  /// @throws FileAlreadyExistsException if the file is there already
  public void write(Path file, Head head, Identity console) throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    StringBuilder manifest = new StringBuilder(HEADING).append(head.text());
    for (BundlePart part : parts) {
      manifest.append(line(part));
    }
    BundlePart signed = BundlePart.text(MANIFEST, sign(manifest.toString(), console));
    Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".bundle-", ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
        StoredZip zip = new StoredZip(out);
        zip.add(signed.name(), signed.content());
        for (BundlePart part : parts) {
          zip.add(part.name(), part.content());
        }
        zip.finish();
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static String line(BundlePart part) throws IOException {
    MessageDigest digest = RowSeals.sha256();
    long octets;
    try (InputStream in = new DigestInputStream(part.content().open(), digest)) {
      octets = in.transferTo(OutputStream.nullOutputStream());
    }
    return Bytes.of(digest.digest()).hex() + " " + octets + " " + part.name() + "\n";
  }

  private static String sign(String manifest, Identity console) {
    try {
      return SignedText.sign(manifest, DIVIDER, console.privateKey(), console.publicKey());
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java platform has Ed25519", absent);
    }
  }

  /// Whether `file` begins as a bundle does.
  ///
  /// @throws IOException if it cannot be read
  public static boolean isOne(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(200), StandardCharsets.ISO_8859_1);
      return head.startsWith("PK") && head.contains(MANIFEST + HEADING.strip());
    }
  }
}
