package lenswacht.report.sign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lenswacht.observation.OctetRange;
import lenswacht.report.sign.SignatureAudit.Fault;
import lenswacht.report.sign.SignatureAudit.Form;
import lenswacht.report.sign.SignatureAudit.Kind;
import lenswacht.report.sign.SignatureAudit.Validity;
import lenswacht.report.sign.SignatureAudit.Vouching;
import lenswacht.report.sign.SignatureAudit.Why;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/// Verifies signatures without a network: of the file, and of who vouches for the signer. Files and
/// signatures come from strangers.
public final class SignatureAuditor {
  private static final int MOST_SIGNATURES = 64;
  private static final List<byte[]> REMAINS =
      List.of(ascii("/ByteRange"), ascii("ETSI.CAdES.detached"), ascii("adbe.pkcs7.detached"));

  private static final Pattern RANGE =
      Pattern.compile(
          "/ByteRange\\s*+\\[\\s*+(\\d{1,9})\\s++(\\d{1,9})\\s++(\\d{1,9})\\s++(\\d{1,9})");

  private final TrustAnchors anchors;
  private final Instant now;

  public SignatureAuditor(TrustAnchors anchors, Instant now) {
    this.anchors = anchors;
    this.now = now;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// Verifies the signature in `signature` over the whole of `file`.
  public SignatureAudit detached(Path file, Path signature) throws IOException {
    byte[] octets;
    try (InputStream in = Files.newInputStream(signature)) {
      octets = in.readNBytes(CmsVerifier.LONGEST + 1);
    }
    SignatureAudit audit =
        new CmsVerifier(anchors, now)
            .verify(octets, () -> Files.newInputStream(file), Optional.empty(), Form.DETACHED);
    return with(audit, List.of(new OctetRange(0, Files.size(file))), audit.faults());
  }

  /// Verifies every signature within a PDF, in the order in which they were made; empty where there
  /// is none.
  ///
  /// @throws IOException if the file cannot be read or is longer than 256 MB
  public List<SignatureAudit> embedded(Path file) throws IOException {
    if (Files.size(file) > Signer.LARGEST_PDF) {
      throw new IOException(file + " is too long for a signature within it");
    }
    byte[] octets = Files.readAllBytes(file);
    List<SignatureAudit> audits = new ArrayList<>();
    try (PDDocument pdf = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
      List<PDSignature> signatures =
          pdf.getSignatureDictionaries().stream()
              .sorted((one, other) -> Long.compare(end(one), end(other)))
              .limit(MOST_SIGNATURES)
              .toList();
      for (PDSignature signature : signatures) {
        boolean isLast = signature.equals(signatures.getLast());
        audits.add(embedded(octets, signature.getByteRange(), claimed(signature), isLast));
      }
    } catch (IOException | RuntimeException malformed) {
      audits.clear();
      audits.add(remains(octets, Why.UNREADABLE_PDF, CmsVerifier.said(malformed)));
    } catch (StackOverflowError tooDeep) {
      audits.clear();
      audits.add(remains(octets, Why.NESTED_PDF, ""));
    }
    if (audits.isEmpty() && REMAINS.stream().anyMatch(mark -> lastOf(octets, mark) >= 0)) {
      audits.add(remains(octets, Why.LOOSE_REMAINS, ""));
    }
    return List.copyOf(audits);
  }

  /// The last signature of a PDF that does not hold together any more, so that it can be said where
  /// the file was altered.
  private SignatureAudit remains(byte[] octets, Why why, String detail) throws IOException {
    Fault fault = new Fault(Kind.REMAINS, why, detail);
    int at = lastOf(octets, REMAINS.getFirst());
    Matcher range =
        RANGE.matcher(
            at < 0
                ? ""
                : new String(
                    octets, at, Math.min(100, octets.length - at), StandardCharsets.ISO_8859_1));
    if (!range.lookingAt()) {
      return lost(fault);
    }
    int[] four = IntStream.rangeClosed(1, 4).map(i -> Integer.parseInt(range.group(i))).toArray();
    SignatureAudit found = embedded(octets, four, Optional.empty(), true);
    List<Fault> faults = new ArrayList<>(found.faults());
    faults.add(fault);
    return with(found, found.covered(), faults);
  }

  private static long end(PDSignature signature) {
    int[] range = signature.getByteRange();
    return range.length == 4 ? (long) range[2] + range[3] : 0;
  }

  private SignatureAudit embedded(
      byte[] octets, int[] range, Optional<Instant> claimed, boolean isLast) throws IOException {
    if (range.length != 4
        || range[0] != 0
        || range[1] <= 0
        || range[2] <= range[1]
        || range[3] <= 0
        || range[2] > octets.length - range[3]) {
      return lost(new Fault(Kind.REMAINS, Why.NO_RANGE));
    }
    int gap = range[1];
    int behind = range[2];
    int end = behind + range[3];
    SignatureAudit audit =
        new CmsVerifier(anchors, now)
            .verify(
                contents(octets, gap, behind),
                () -> covered(octets, gap, behind, end),
                claimed,
                Form.EMBEDDED);
    List<Fault> faults = new ArrayList<>();
    audit.faults().forEach(fault -> faults.add(inFile(fault, gap, behind)));
    gapFault(octets, gap, behind).ifPresent(faults::add);
    if (isLast && end < octets.length) {
      faults.add(
          new Fault(Kind.ADDED, Why.ADDED_BEHIND).at(List.of(new OctetRange(end, octets.length))));
    }
    return with(
        audit, List.of(new OctetRange(0, gap), new OctetRange(behind, end)), List.copyOf(faults));
  }

  private static Optional<Instant> claimed(PDSignature signature) {
    Calendar at = signature.getSignDate();
    return at == null ? Optional.empty() : Optional.of(at.toInstant());
  }

  private static InputStream covered(byte[] octets, int gap, int behind, int end) {
    return new SequenceInputStream(
        new ByteArrayInputStream(octets, 0, gap),
        new ByteArrayInputStream(octets, behind, end - behind));
  }

  /// What stands in the gap: the signature in hexadecimal digits, filled up with zeros. Cut where
  /// the signature's own length says that it ends.
  private static byte[] contents(byte[] octets, int gap, int behind) {
    String digits =
        new String(octets, gap, behind - gap, StandardCharsets.ISO_8859_1)
            .replaceAll("[^0-9A-Fa-f]", "");
    byte[] all = HexFormat.of().parseHex(digits.substring(0, digits.length() & ~1));
    int length = derLength(all);
    return length < 0 || length > all.length ? all : Arrays.copyOf(all, length);
  }

  /// Octets of the one value at the beginning, its head included; -1 where it does not say.
  private static int derLength(byte[] der) {
    if (der.length < 2) {
      return -1;
    }
    int first = der[1] & 0xff;
    if (first < 0x80) {
      return 2 + first;
    }
    int count = first & 0x7f;
    if (count < 1 || count > 3 || der.length < 2 + count) {
      return -1;
    }
    int length = 0;
    for (int i = 0; i < count; i++) {
      length = (length << 8) | (der[2 + i] & 0xff);
    }
    return 2 + count + length;
  }

  /// The gap is what nobody signs: brackets, digits of one case, and zeros behind the signature.
  private static Optional<Fault> gapFault(byte[] octets, int gap, int behind) {
    String text = new String(octets, gap, behind - gap, StandardCharsets.ISO_8859_1);
    boolean isPlain = text.matches("<[0-9A-F]*+>") || text.matches("<[0-9a-f]*+>");
    int used = 1 + 2 * contents(octets, gap, behind).length;
    int at = 0;
    while (isPlain && used + at < text.length() - 1 && text.charAt(used + at) == '0') {
      at++;
    }
    if (isPlain && used + at >= text.length() - 1) {
      return Optional.empty();
    }
    return Optional.of(
        new Fault(Kind.MALFORMED, Why.STRANGE_IN_GAP).at(List.of(new OctetRange(gap, behind))));
  }

  /// Ranges within what was signed as ranges in the file.
  private static Fault inFile(Fault fault, int gap, int behind) {
    if (fault.kind() != Kind.ALTERED) {
      List<OctetRange> here = List.of(new OctetRange(gap, behind));
      return fault.at(here);
    }
    List<OctetRange> ranges = new ArrayList<>();
    for (OctetRange range : fault.where()) {
      long shift = (long) behind - gap;
      long from = range.from() < gap ? range.from() : range.from() + shift;
      long to = range.to() < 0 || range.to() <= gap ? range.to() : range.to() + shift;
      ranges.add(new OctetRange(from, to));
    }
    return fault.at(ranges);
  }

  private static SignatureAudit with(
      SignatureAudit audit, List<OctetRange> covered, List<Fault> faults) {
    return new SignatureAudit(
        audit.form(),
        audit.signer(),
        audit.claimedAt(),
        audit.vouching(),
        audit.certificate(),
        covered,
        faults);
  }

  private static SignatureAudit lost(Fault fault) {
    return new SignatureAudit(
        Form.EMBEDDED,
        Optional.empty(),
        Optional.empty(),
        Vouching.NOT_DETERMINED,
        Validity.NOT_DETERMINED,
        List.of(),
        List.of(fault));
  }

  private static int lastOf(byte[] octets, byte[] mark) {
    for (int at = octets.length - mark.length; at >= 0; at--) {
      int same = 0;
      while (same < mark.length && octets[at + same] == mark[same]) {
        same++;
      }
      if (same == mark.length) {
        return at;
      }
    }
    return -1;
  }
}
