package lenswacht.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.Bytes;

/// Erases a case for good and leaves a certificate of what was there.
///
/// The keys that open sealed journals go first, with SQLite's secure deletion; then every octet of
/// the file is overwritten with zeros, forced to the storage, and the file removed with what lies
/// beside it. A file system that writes elsewhere, a flash memory that spreads its wear, and copies
/// may still keep something: the certificate says so.
public final class Erasure {
  private static final String WHAT =
      "keys of sealed journals deleted with overwriting; every octet of the file overwritten with"
          + " zeros and forced to the storage; file removed. A copy-on-write file system, a flash"
          + " memory, a backup or a copy may still keep octets of it.";
  private static final List<String> BESIDE = List.of("-wal", "-shm", "-sums");

  private final Path file;
  private final Custodian custodian;

  public Erasure(Path file, Custodian custodian) {
    this.file = file;
    this.custodian = custodian;
  }

  /// Erases the case and writes the certificate to `certificate`, which must not be there.
  ///
  /// @throws IOException if the certificate cannot be written, and then nothing is erased, or the
  ///     file cannot be overwritten
  public ErasureCertificate erase(Path certificate, String reason)
      throws IOException, CaseFileException {
    String site;
    List<String> journals = new ArrayList<>();
    List<String> custody;
    Optional<Retention> retention;
    try (CaseFile there = CaseFile.open(file)) {
      there.custodyLog().keptBy(custodian);
      there.custodyLog().note(CustodyAct.Kind.ERASED, there.site(), Optional.empty(), reason);
      site = there.site();
      retention = there.custodyLog().retention();
      custody = there.custodyLog().lines();
      journals.addAll(there.parts().journalHeads());
    }
    Instant now = custodian.clock().instant();
    ErasureCertificate signed =
        ErasureCertificate.sign(
            new ErasureCertificate.Told(
                site,
                String.valueOf(file.getFileName()),
                Files.size(file),
                sha256(),
                journals,
                custody.getLast().substring(0, 64),
                retention.map(it -> it.until() + ", " + it.ground()).orElse(""),
                now,
                custodian.person(),
                reason,
                WHAT),
            custodian.keys().open());
    Files.writeString(certificate, signed.text(), StandardOpenOption.CREATE_NEW);
    try (FileChannel written = FileChannel.open(certificate, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    CaseStorage.wipeKeys(file);
    for (String beside : BESIDE) {
      overwrite(Path.of(file + beside));
    }
    overwrite(file);
    return signed;
  }

  private String sha256() throws IOException {
    MessageDigest digest = RowSeals.sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return Bytes.of(digest.digest()).hex();
  }

  private static void overwrite(Path old) throws IOException {
    if (!Files.exists(old)) {
      return;
    }
    try (FileChannel channel = FileChannel.open(old, StandardOpenOption.WRITE)) {
      long octets = channel.size();
      ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
      for (long at = 0; at < octets; at += zeros.limit()) {
        zeros.clear().limit((int) Math.min(zeros.capacity(), octets - at));
        while (zeros.hasRemaining()) {
          channel.write(zeros, at + zeros.position());
        }
      }
      channel.force(true);
    }
    Files.delete(old);
  }
}
