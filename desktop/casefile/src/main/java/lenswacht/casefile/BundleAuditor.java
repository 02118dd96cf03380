package lenswacht.casefile;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.casefile.BundleAudit.Fault;
import lenswacht.casefile.BundleAudit.Kind;
import lenswacht.observation.Bytes;
import lenswacht.observation.CleanText;
import lenswacht.observation.JournalAudit;
import lenswacht.observation.JournalAuditor;
import lenswacht.observation.SealOpener;
import lenswacht.observation.SignedText;

/// Verifies a bundle of evidence that a stranger may have made, every octet of it. What goes along
/// in the bundle for third parties says the same and shares no code with this.
public final class BundleAuditor {
  private static final int LARGEST_TEXT = 64 << 20;
  private static final int PART_HEAD = 30;
  private static final int PART = 0x04034b50;
  private static final Pattern LINE =
      Pattern.compile("([0-9a-f]{64}) ([0-9]{1,15}) ([A-Za-z0-9._/-]{1,200})");

  private final FileChannel file;
  private final Map<String, Place> parts = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  private BundleAuditor(FileChannel file) {
    this.file = file;
  }

  /// Where a part is.
  private record Place(long at, long octets) {}

  /// Verifies `bundle`.
  ///
  /// @throws IOException if it cannot be read
  public static BundleAudit audit(Path bundle) throws IOException {
    try (FileChannel file = FileChannel.open(bundle)) {
      return new BundleAuditor(file).audit();
    }
  }

  private BundleAudit audit() throws IOException {
    findParts();
    checkFrame();
    String manifest = text(EvidenceBundle.MANIFEST);
    Optional<SignedText> signed = SignedText.cut(manifest, EvidenceBundle.DIVIDER);
    if (signed.isEmpty()
        || !manifest.startsWith(EvidenceBundle.HEADING)
        || !signed.get().verifies()) {
      faults.add(new Fault(Kind.MANIFEST, EvidenceBundle.MANIFEST));
    }
    List<String> named = new ArrayList<>(List.of(EvidenceBundle.MANIFEST));
    for (String line : manifest.split("\n", -1)) {
      Matcher part = LINE.matcher(line);
      if (part.matches()) {
        named.add(part.group(3));
        checkPart(part.group(3), Long.parseLong(part.group(2)), part.group(1));
      }
    }
    parts.keySet().stream()
        .filter(part -> !named.contains(part))
        .forEach(part -> faults.add(new Fault(Kind.STRANGE, CleanText.of(part, 200))));
    for (String part : parts.keySet()) {
      if (part.startsWith("journals/")) {
        checkJournal(part);
      }
    }
    int acts = parts.containsKey(EvidenceBundle.CUSTODY) ? checkCustody() : 0;
    return new BundleAudit(named.size() - 1, acts, signed.map(text -> text.key().sha256()), faults);
  }

  private void findParts() throws IOException {
    long at = 0;
    ByteBuffer head = ByteBuffer.allocate(PART_HEAD).order(ByteOrder.LITTLE_ENDIAN);
    while (parts.size() < StoredZip.MOST && at + PART_HEAD <= file.size()) {
      file.read(head.clear(), at);
      if (head.getInt(0) != PART) {
        return;
      }
      long octets = head.getInt(18) & 0xffffffffL;
      int length = head.getShort(26) & 0xffff;
      long begin = at + PART_HEAD + length;
      if (begin + octets > file.size()) {
        return;
      }
      ByteBuffer name = ByteBuffer.allocate(length);
      file.read(name, at + PART_HEAD);
      parts.put(new String(name.array(), StandardCharsets.ISO_8859_1), new Place(begin, octets));
      at = begin + octets;
    }
  }

  /// Writes the archive once more from its parts and compares: there is one way only to write it.
  private void checkFrame() throws IOException {
    Comparing comparing = new Comparing();
    StoredZip again = new StoredZip(comparing);
    for (Map.Entry<String, Place> part : parts.entrySet()) {
      again.add(part.getKey(), () -> open(part.getValue()));
    }
    again.finish();
    if (comparing.differs < 0 && comparing.at < file.size()) {
      comparing.differs = comparing.at;
    }
    if (comparing.differs >= 0) {
      faults.add(new Fault(Kind.FRAME, String.valueOf(comparing.differs)));
    }
  }

  /// Compares what is written with what is there.
  private final class Comparing extends OutputStream {
    private long at;
    private long differs = -1;

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
      if (differs < 0) {
        ByteBuffer there = ByteBuffer.allocate(length);
        while (there.hasRemaining() && file.read(there, at + there.position()) >= 0) {
          // until all is read or the file ends
        }
        int mismatch = there.flip().mismatch(ByteBuffer.wrap(octets, from, length));
        differs = mismatch < 0 ? -1 : at + mismatch;
      }
      at += length;
    }
  }

  private InputStream open(Place place) throws IOException {
    file.position(place.at());
    InputStream rest = Channels.newInputStream(file);
    return new FilterInputStream(rest) {
      private long left = place.octets();

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        if (left == 0) {
          return -1;
        }
        file.position(place.at() + place.octets() - left);
        int count = super.read(into, from, (int) Math.min(length, left));
        left -= Math.max(0, count);
        return count;
      }

      @Override
      public void close() {}
    };
  }

  private String text(String part) throws IOException {
    Place place = parts.get(part);
    if (place == null || place.octets() > LARGEST_TEXT) {
      return "";
    }
    try (InputStream in = open(place)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void checkPart(String part, long octets, String hash) throws IOException {
    Place place = parts.get(part);
    if (place == null) {
      faults.add(new Fault(Kind.MISSING, part));
      return;
    }
    MessageDigest digest = RowSeals.sha256();
    try (InputStream in = new DigestInputStream(open(place), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    if (place.octets() != octets || !Bytes.of(digest.digest()).hex().equals(hash)) {
      faults.add(new Fault(Kind.ALTERED, part));
    }
  }

  private void checkJournal(String part) throws IOException {
    try (InputStream in = open(parts.getOrDefault(part, new Place(0, 0)))) {
      JournalAudit audit = JournalAuditor.audit(in, SealOpener.NONE);
      audit
          .broken()
          .ifPresent(line -> faults.add(new Fault(Kind.JOURNAL, part + " line " + line.line())));
    }
  }

  private int checkCustody() throws IOException {
    int number = 0;
    Bytes before = CustodyLine.NOTHING;
    for (String text : text(EvidenceBundle.CUSTODY).lines().toList()) {
      number++;
      Optional<CustodyLine> line = CustodyLine.read(text);
      if (line.isEmpty() || !line.get().follows(before) || !line.get().isSigned()) {
        faults.add(new Fault(Kind.CUSTODY, EvidenceBundle.CUSTODY + " line " + number));
      }
      before = line.map(CustodyLine::hash).orElse(before);
    }
    return number;
  }
}
