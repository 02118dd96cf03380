import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Verifies a bundle of evidence, or one journal, with nothing but the Java platform (17 or newer): {@code java Verify.java
 * bundle.zip}, the same with the folder it was unpacked to, or {@code java Verify.java journal.lwj}. Shares no code with the
 * program that wrote them; JOURNAL-FORMAT.md and the README in the bundle say what it checks. Exit code 0 and what holds, or 4
 * and each thing that does not.
 */
public final class Verify {
  private static final String MANIFEST = "manifest.txt";
  private static final String CUSTODY = "custody.txt";
  private static final int LARGEST_TEXT = 64 << 20;
  private static final int MOST_PARTS = 50_000;
  private static final Pattern DEVICE = Pattern.compile("\"device\":\"([A-Za-z0-9+/=]+)\"");
  private static final Pattern PART = Pattern.compile("([0-9a-f]{64}) ([0-9]{1,15}) ([A-Za-z0-9._/-]{1,200})");
  private static final Pattern SEAL =
      Pattern.compile("key ((?:[0-9a-f]{2}){32,100})\nsignature ([0-9a-f]{128})\n");
  private static final Pattern ACT =
      Pattern.compile("([0-9a-f]{64}) ((?:[0-9a-f]{2}){32,100}) ([0-9a-f]{128}) (\\{.{1,8000}\\})");

  private final List<String> faults = new ArrayList<>();

  /** Where the parts of a bundle are. */
  private interface Place {
    InputStream open(String part) throws IOException;

    long octets(String part) throws IOException;

    List<String> parts() throws IOException;
  }

  public static void main(String[] arguments) throws Exception {
    Path what = Path.of(arguments.length == 0 ? "." : arguments[0]);
    Verify verify = new Verify();
    if (Files.isDirectory(what)) {
      verify.bundle(folder(what));
    } else if (beginsLikeZip(what)) {
      verify.zip(what);
    } else {
      try (InputStream in = Files.newInputStream(what)) {
        String said = verify.journal("", in);
        if (verify.faults.isEmpty()) {
          System.out.println(said);
        }
      }
    }
    verify.faults.forEach(System.out::println);
    System.exit(verify.faults.isEmpty() ? 0 : 4);
  }

  private static boolean beginsLikeZip(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return file.toString().endsWith(".zip") || Arrays.equals(in.readNBytes(4), new byte[] {'P', 'K', 3, 4});
    }
  }

  private static Place folder(Path root) {
    return new Place() {
      @Override
      public InputStream open(String part) throws IOException {
        return Files.newInputStream(root.resolve(part));
      }

      @Override
      public long octets(String part) throws IOException {
        return Files.isRegularFile(root.resolve(part)) ? Files.size(root.resolve(part)) : -1;
      }

      @Override
      public List<String> parts() throws IOException {
        try (Stream<Path> all = Files.walk(root, 3)) {
          return all.filter(Files::isRegularFile)
              .limit(MOST_PARTS)
              .map(path -> root.relativize(path).toString().replace('\\', '/'))
              .toList();
        }
      }
    };
  }

  private void zip(Path file) throws Exception {
    try (RandomAccessFile octets = new RandomAccessFile(file.toFile(), "r")) {
      Map<String, long[]> parts = frame(octets);
      bundle(
          new Place() {
            @Override
            public InputStream open(String part) throws IOException {
              long[] place = parts.get(part);
              if (place == null) {
                throw new IOException("no such part");
              }
              octets.seek(place[0]);
              return new Head(Channels.newInputStream(octets.getChannel()), place[1]);
            }

            @Override
            public long octets(String part) {
              return parts.containsKey(part) ? parts.get(part)[1] : -1;
            }

            @Override
            public List<String> parts() {
              return List.copyOf(parts.keySet());
            }
          });
    }
  }

  /** The first so many octets of something longer. */
  private static final class Head extends FilterInputStream {
    private long left;

    Head(InputStream in, long octets) {
      super(in);
      left = octets;
    }

    /** The archive stays open. */
    @Override
    public void close() {}

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int count = super.read(into, from, (int) Math.min(length, left));
      left -= Math.max(0, count);
      return count;
    }
  }

  /**
   * Reads the archive from its first octet to its last. It is made in one way only: parts stored as they are, without times and
   * extras, then the directory, then its end. Any other octet is a fault. Gives where each part begins and how long it is.
   */
  private Map<String, long[]> frame(RandomAccessFile file) throws IOException {
    Map<String, long[]> parts = new LinkedHashMap<>();
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    long at = 0;
    while (at + 30 <= file.length() && parts.size() < MOST_PARTS) {
      byte[] head = read(file, at, 30);
      ByteBuffer fields = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
      if (fields.getInt(0) != 0x04034b50) {
        break;
      }
      long octets = fields.getInt(18) & 0xffffffffL;
      int length = fields.getShort(26) & 0xffff;
      long begin = at + 30 + length;
      if (begin + octets > file.length()) {
        faults.add("the archive is cut off or altered at octet " + at);
        return parts;
      }
      byte[] name = read(file, at + 30, length);
      byte[] expected = head(false, name, octets, crc(file, begin, octets), 0);
      compare(file, at, expected, "before the part " + new String(name, StandardCharsets.US_ASCII));
      parts.put(new String(name, StandardCharsets.US_ASCII), new long[] {begin, octets});
      directory.write(head(true, name, octets, crc(file, begin, octets), at));
      at = begin + octets;
    }
    ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
    end.putInt(0x06054b50).putShort((short) 0).putShort((short) 0);
    end.putShort((short) parts.size()).putShort((short) parts.size());
    end.putInt(directory.size()).putInt((int) at).putShort((short) 0);
    directory.write(end.array());
    compare(file, at, directory.toByteArray(), "in the directory of the archive");
    if (file.length() != at + directory.size()) {
      faults.add("something stands behind the archive, or its end is missing, from octet " + (at + directory.size()));
    }
    return parts;
  }

  private static byte[] head(boolean inDirectory, byte[] name, long octets, long crc, long at) {
    ByteBuffer head = ByteBuffer.allocate((inDirectory ? 46 : 30) + name.length).order(ByteOrder.LITTLE_ENDIAN);
    head.putInt(inDirectory ? 0x02014b50 : 0x04034b50);
    if (inDirectory) {
      head.putShort((short) 10);
    }
    head.putShort((short) 10).putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort((short) 0x21);
    head.putInt((int) crc).putInt((int) octets).putInt((int) octets);
    head.putShort((short) name.length).putShort((short) 0);
    if (inDirectory) {
      head.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0).putInt((int) at);
    }
    return head.put(name).array();
  }

  private void compare(RandomAccessFile file, long at, byte[] expected, String where) throws IOException {
    byte[] there = read(file, at, (int) Math.min(expected.length, Math.max(0, file.length() - at)));
    int differs = Arrays.mismatch(expected, there);
    if (differs >= 0) {
      faults.add("octet " + (at + differs) + " is altered, " + where);
    }
  }

  private static byte[] read(RandomAccessFile file, long at, int length) throws IOException {
    byte[] octets = new byte[length];
    file.seek(at);
    file.readFully(octets);
    return octets;
  }

  private static long crc(RandomAccessFile file, long at, long octets) throws IOException {
    CRC32 sum = new CRC32();
    byte[] piece = new byte[1 << 16];
    file.seek(at);
    for (long left = octets; left > 0; ) {
      int count = file.read(piece, 0, (int) Math.min(piece.length, left));
      if (count < 0) {
        break;
      }
      sum.update(piece, 0, count);
      left -= count;
    }
    return sum.getValue();
  }

  private void bundle(Place place) throws Exception {
    String manifest = text(place, MANIFEST);
    int divider = manifest.lastIndexOf("-----SIGNED-----\n");
    Matcher seal = SEAL.matcher(divider < 0 ? "" : manifest.substring(divider + 17));
    if (!manifest.startsWith("LENSWACHT BUNDLE 1\n") || !seal.matches()) {
      faults.add(MANIFEST + " is missing, altered or not signed");
      return;
    }
    String body = manifest.substring(0, divider);
    byte[] key = HexFormat.of().parseHex(seal.group(1));
    if (!signed(key, HexFormat.of().parseHex(seal.group(2)), body.getBytes(StandardCharsets.UTF_8))) {
      faults.add(MANIFEST + " is not what its console signed");
    }
    List<String> named = new ArrayList<>(List.of(MANIFEST));
    for (String line : body.split("\n", -1)) {
      Matcher part = PART.matcher(line);
      if (part.matches()) {
        named.add(part.group(3));
        check(place, part.group(3), Long.parseLong(part.group(2)), part.group(1));
      }
    }
    for (String part : place.parts()) {
      if (!named.contains(part) && !part.equals(MANIFEST + ".p7s")) {
        faults.add(part + " is not named in " + MANIFEST);
      }
    }
    List<String> told = new ArrayList<>();
    for (String part : named) {
      if (part.startsWith("journals/") && place.octets(part) >= 0) {
        try (InputStream in = place.open(part)) {
          told.add(part + ": " + journal(part + ": ", in));
        }
      }
    }
    if (named.contains(CUSTODY)) {
      told.add(custody(text(place, CUSTODY)));
    }
    if (faults.isEmpty()) {
      System.out.println("whole: " + (named.size() - 1) + " files, each with the hash in " + MANIFEST);
      told.forEach(System.out::println);
      System.out.println("signed by the console with the key " + hex(sha256().digest(key)));
    }
  }

  private String text(Place place, String part) throws IOException {
    if (place.octets(part) < 0 || place.octets(part) > LARGEST_TEXT) {
      faults.add(part + " is missing or too long");
      return "";
    }
    try (InputStream in = place.open(part)) {
      return new String(in.readNBytes(LARGEST_TEXT), StandardCharsets.UTF_8);
    }
  }

  private void check(Place place, String part, long octets, String hash) throws IOException {
    if (place.octets(part) < 0) {
      faults.add(part + " is missing");
      return;
    }
    MessageDigest digest = sha256();
    try (InputStream in = place.open(part)) {
      byte[] piece = new byte[1 << 16];
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        digest.update(piece, 0, count);
      }
    }
    if (place.octets(part) != octets || !hex(digest.digest()).equals(hash)) {
      faults.add(part + " was altered");
    }
  }

  /** Every line of the custody log: hash over the line before, signature of its console. */
  private String custody(String log) {
    byte[] before = new byte[32];
    int number = 0;
    for (String line : log.split("\n")) {
      number++;
      Matcher act = ACT.matcher(line);
      if (!act.matches()) {
        faults.add(CUSTODY + ": line " + number + " is none");
        continue;
      }
      MessageDigest digest = sha256();
      digest.update(before);
      before = digest.digest(act.group(4).getBytes(StandardCharsets.UTF_8));
      if (!hex(before).equals(act.group(1))) {
        faults.add(CUSTODY + ": line " + number + " was altered");
      }
      if (!signed(HexFormat.of().parseHex(act.group(2)), HexFormat.of().parseHex(act.group(3)),
          "LENSWACHT CUSTODY 1\n".getBytes(StandardCharsets.US_ASCII), before)) {
        faults.add(CUSTODY + ": line " + number + " is not what its console signed");
      }
    }
    return CUSTODY + ": " + number + " acts, each chained and signed";
  }

  /** One journal, from JOURNAL-FORMAT.md alone. Stops at the first line that does not hold. */
  private String journal(String name, InputStream journal) throws Exception {
    Chain chain = new Chain();
    InputStream in = new BufferedInputStream(journal);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      if (octet != '\n') {
        line.write(octet);
        continue;
      }
      String why = chain.take(line.toByteArray());
      line.reset();
      if (!why.isEmpty()) {
        faults.add(name + "line " + chain.broken + ": " + why);
        return "";
      }
    }
    if (chain.isLine(line.toByteArray())) {
      faults.add(name + "line " + (chain.number + 1) + ": the line ends in another octet than its line feed");
    }
    return "whole: " + (chain.number - chain.unsigned) + " lines, "
        + (chain.closed ? "closed in order" : "not closed in order")
        + (chain.unsigned > 0 || line.size() > 0 ? ", an unsigned tail behind them" : "");
  }

  /** How far a journal was read. */
  private static final class Chain {
    private byte[] before = new byte[32];
    private byte[] device = new byte[0];
    private long number;
    private long unsigned;
    private long broken;
    private boolean closed;

    /** Takes one line; gives why it does not hold, or nothing. */
    String take(byte[] raw) {
      number++;
      broken = number;
      if (raw.length < 67 || raw[64] != ' ') {
        return "no hash";
      }
      MessageDigest digest = sha256();
      digest.update(before);
      digest.update(raw, 65, raw.length - 65);
      byte[] hash = digest.digest();
      if (!new String(raw, 0, 64, StandardCharsets.US_ASCII).equals(hex(hash))) {
        return "the hash does not fit";
      }
      String why = read(new String(raw, 65, raw.length - 65, StandardCharsets.UTF_8));
      before = hash;
      return why;
    }

    private String read(String text) {
      closed = false;
      if (text.startsWith("{")) {
        return device.length > 0 || !text.startsWith("{\"sequence\":" + number + ",")
            ? "a record in the clear stands at the wrong place"
            : "";
      }
      String[] parts = text.split(" ", 3);
      if (parts.length != 3 || !parts[0].equals(String.valueOf(number))) {
        return "the line bears another number";
      }
      unsigned++;
      switch (parts[1]) {
        case "open":
          Matcher key = DEVICE.matcher(parts[2]);
          if (unsigned != 1 || !key.find()) {
            return "the opening is malformed or stands at the wrong place";
          }
          device = Base64.getDecoder().decode(key.group(1));
          return "";
        case "sealed":
          return device.length == 0 ? "nobody opened the journal" : "";
        case "signed":
        case "closed":
          byte[] heading = ("LENSWACHT JOURNAL 2 " + parts[1] + "\n").getBytes(StandardCharsets.US_ASCII);
          byte[] place = ByteBuffer.allocate(8).putLong(number).array();
          if (!parts[2].matches("[0-9a-f]{128}")
              || !signed(device, HexFormat.of().parseHex(parts[2]), heading, place, before)) {
            broken = number - unsigned + 1;
            return "the lines up to " + number + " are not what the device signed";
          }
          unsigned = 0;
          closed = parts[1].equals("closed");
          return "";
        default:
          return "the line is of no known kind";
      }
    }

    /** Whether this is a whole line that only lacks its line feed. */
    boolean isLine(byte[] rest) {
      if (rest.length <= 67 || rest[64] != ' ') {
        return false;
      }
      MessageDigest digest = sha256();
      digest.update(before);
      digest.update(rest, 65, rest.length - 66);
      return new String(rest, 0, 64, StandardCharsets.US_ASCII).equals(hex(digest.digest()));
    }
  }

  private static boolean signed(byte[] key, byte[] signature, byte[]... parts) {
    try {
      PublicKey signer = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key));
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(signer);
      for (byte[] part : parts) {
        verifier.update(part);
      }
      return verifier.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException(absent);
    }
  }

  private static String hex(byte[] octets) {
    return HexFormat.of().formatHex(octets);
  }
}
