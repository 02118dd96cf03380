package lenswacht.report.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/// What makes a file of a printed document: the files that go with it, its moment and its
/// identifier. All of it comes from the document and the order, nothing from a clock or from
/// chance, so that the same document gives the same file.
final class PdfEnvelope {
  private static final DateTimeFormatter XMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final PDDocument pdf;

  PdfEnvelope(PDDocument pdf) {
    this.pdf = pdf;
  }

  /// @param text the document as it was printed, from which the identifier is taken
  void close(String text, Instant at, List<Attachment> attachments) throws IOException {
    Instant second = at.truncatedTo(ChronoUnit.SECONDS);
    Calendar moment = GregorianCalendar.from(second.atZone(ZoneOffset.UTC));
    moment.setTimeZone(TimeZone.getTimeZone("UTC"));
    attach(attachments, moment);
    pdf.getDocumentInformation().setCreationDate(moment);
    pdf.getDocumentInformation().setModificationDate(moment);
    date(XMP.format(second));
    pdf.setDocumentId(identifier(text, attachments));
  }

  private void attach(List<Attachment> attachments, Calendar moment) throws IOException {
    if (attachments.isEmpty()) {
      return;
    }
    Map<String, PDComplexFileSpecification> named = new TreeMap<>();
    COSArray associated = new COSArray();
    for (Attachment attachment : attachments) {
      PDEmbeddedFile file =
          new PDEmbeddedFile(
              pdf, new ByteArrayInputStream(attachment.bytes()), COSName.FLATE_DECODE);
      file.setSubtype(attachment.mediaType());
      file.setSize(attachment.bytes().length);
      file.setCreationDate(moment);
      file.setModDate(moment);
      PDComplexFileSpecification specification = new PDComplexFileSpecification();
      specification.setFile(attachment.name());
      specification.setFileUnicode(attachment.name());
      specification.setFileDescription(attachment.about());
      specification.setEmbeddedFile(file);
      specification.setEmbeddedFileUnicode(file);
      specification.getCOSObject().setName("AFRelationship", "Data");
      named.put(attachment.name(), specification);
      associated.add(specification.getCOSObject());
    }
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(named);
    PDDocumentNameDictionary names = pdf.getDocumentCatalog().getNames();
    PDDocumentNameDictionary kept =
        names == null ? new PDDocumentNameDictionary(pdf.getDocumentCatalog()) : names;
    kept.setEmbeddedFiles(tree);
    pdf.getDocumentCatalog().setNames(kept);
    pdf.getDocumentCatalog().getCOSObject().setItem("AF", associated);
  }

  /// Puts the moment where the metadata have dates.
  private void date(String moment) throws IOException {
    String metadata =
        new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
    String dated =
        metadata.replaceAll("(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)[^<]*", "$1" + moment);
    PDMetadata replaced =
        new PDMetadata(pdf, new ByteArrayInputStream(dated.getBytes(StandardCharsets.UTF_8)));
    pdf.getDocumentCatalog().setMetadata(replaced);
  }

  private static long identifier(String text, List<Attachment> attachments) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      attachments.forEach(attachment -> digest.update(attachment.bytes()));
      return ByteBuffer.wrap(digest.digest()).getLong();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
