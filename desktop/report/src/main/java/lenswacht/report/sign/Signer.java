package lenswacht.report.sign;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.Optional;
import lenswacht.report.sign.SigningException.Reason;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.ExternalSigningSupport;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;

/// Signs files: a PDF within itself (PAdES), any file beside it (CAdES).
public final class Signer {
  /// What a detached signature is called: the name of the file, and this.
  public static final String BESIDE = ".p7s";

  /// Largest PDF that is signed within itself.
  static final long LARGEST_PDF = 256L << 20;

  private static final COSName PADES = COSName.getPDFName("ETSI.CAdES.detached");

  /// What the sums of blocks, the attributes and the signature itself take at most.
  private static final int ROOM = 16 << 10;

  private final SigningKey key;
  private final Instant at;

  /// @param at the moment that the signatures claim
  /// @throws SigningException if the certificate is not valid then
  public Signer(SigningKey key, Instant at) throws SigningException {
    key.requireValid(at);
    this.key = key;
    this.at = at;
  }

  /// Writes `file`, signed within itself, to `to`, whole or not at all. The signature is no visible
  /// part of any page; what was there stays as it was, octet for octet.
  public void embed(Path file, Path to) throws IOException, SigningException {
    if (Files.size(file) > LARGEST_PDF) {
      throw new SigningException(Reason.NOT_SIGNABLE, file, "> 256 MB");
    }
    Path folder = to.toAbsolutePath().getParent();
    Path draft = Files.createTempFile(folder, ".new-", ".pdf");
    try {
      try (PDDocument pdf = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache());
          OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
        if (pdf.isEncrypted() || pdf.getNumberOfPages() == 0) {
          throw new SigningException(
              Reason.NOT_SIGNABLE, file, pdf.isEncrypted() ? "/Encrypt" : "/Pages 0");
        }
        sign(pdf, out);
      } catch (IOException | RuntimeException malformed) {
        throw new SigningException(Reason.NOT_SIGNABLE, file, malformed);
      }
      publish(draft, to);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private void sign(PDDocument pdf, OutputStream out) throws IOException, SigningException {
    PDSignature signature = new PDSignature();
    signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
    signature.setSubFilter(PADES);
    signature.setName(key.subject());
    signature.setSignDate(GregorianCalendar.from(ZonedDateTime.ofInstant(at, ZoneOffset.UTC)));
    try (SignatureOptions options = new SignatureOptions()) {
      options.setPreferredSignatureSize(room());
      pdf.addSignature(signature, options);
      for (PDSignatureField field : pdf.getSignatureFields()) {
        if (field.getSignature().getCOSObject().equals(signature.getCOSObject())) {
          hide(field);
        }
      }
      ExternalSigningSupport support = pdf.saveIncrementalForExternalSigning(out);
      long octets;
      try (InputStream content = support.getContent()) {
        octets = content.transferTo(OutputStream.nullOutputStream());
      }
      support.setSignature(new CmsSigner(key).sign(support::getContent, octets, Optional.empty()));
    }
  }

  /// A field of which nothing is seen: outside the page, so that it needs no tag of its own (ISO
  /// 14289-1, 7.18.1) and no appearance (ISO 19005-3, 6.3.3).
  private static void hide(PDSignatureField field) {
    field.setAlternateFieldName(field.getPartialName());
    for (PDAnnotationWidget widget : field.getWidgets()) {
      widget.setRectangle(new PDRectangle(-1, -1, 0, 0));
      widget.setPrinted(true);
      widget.getCOSObject().removeItem(COSName.AP);
    }
  }

  private int room() throws SigningException {
    int room = ROOM;
    try {
      for (X509Certificate certificate : key.chain()) {
        room += certificate.getEncoded().length;
      }
    } catch (CertificateEncodingException malformed) {
      throw new SigningException(Reason.NO_CERTIFICATE, key.subject(), malformed);
    }
    return room;
  }

  /// Writes a signature over `file` to `to`, whole or not at all.
  ///
  /// @throws FileAlreadyExistsException if there is one already
  public void beside(Path file, Path to) throws IOException, SigningException {
    if (Files.exists(to)) {
      throw new FileAlreadyExistsException(to.toString());
    }
    byte[] signature =
        new CmsSigner(key)
            .sign(() -> Files.newInputStream(file), Files.size(file), Optional.of(at));
    Path draft = Files.createTempFile(to.toAbsolutePath().getParent(), ".new-", BESIDE);
    try {
      Files.write(draft, signature);
      publish(draft, to);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static void publish(Path draft, Path to) throws IOException {
    try {
      Files.move(draft, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException notHere) {
      Files.move(draft, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
