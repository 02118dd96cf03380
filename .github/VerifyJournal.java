import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verifies a journal with nothing but the Java platform, written from JOURNAL-FORMAT.md alone:
 * {@code java VerifyJournal.java journal.lwj}. Exit code 0 and "whole", or 4 and the first line that does not hold.
 */
public final class VerifyJournal {
  private static final Pattern DEVICE = Pattern.compile("\"device\":\"([A-Za-z0-9+/=]+)\"");

  public static void main(String[] arguments) throws Exception {
    byte[] before = new byte[32];
    PublicKey device = null;
    long number = 0;
    long unsigned = 0;
    boolean closed = false;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(arguments[0])))) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int octet = in.read(); octet >= 0; octet = in.read()) {
        if (octet != '\n') {
          line.write(octet);
          continue;
        }
        byte[] raw = line.toByteArray();
        line.reset();
        number++;
        if (raw.length < 67 || raw[64] != ' ') {
          broken(number, "no hash");
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(before);
        digest.update(raw, 65, raw.length - 65);
        byte[] hash = digest.digest();
        if (!new String(raw, 0, 64, StandardCharsets.US_ASCII).equals(HexFormat.of().formatHex(hash))) {
          broken(number, "the hash does not fit");
        }
        String text = new String(raw, 65, raw.length - 65, StandardCharsets.UTF_8);
        closed = false;
        if (text.startsWith("{")) {
          if (device != null || !text.startsWith("{\"sequence\":" + number + ",")) {
            broken(number, "a record in the clear stands at the wrong place");
          }
        } else {
          String[] parts = text.split(" ", 3);
          if (parts.length != 3 || !parts[0].equals(String.valueOf(number))) {
            broken(number, "the line bears another number");
          }
          unsigned++;
          switch (parts[1]) {
            case "open" -> {
              Matcher key = DEVICE.matcher(parts[2]);
              if (unsigned != 1 || !key.find()) {
                broken(number, "the opening is malformed or stands at the wrong place");
              }
              device =
                  KeyFactory.getInstance("Ed25519")
                      .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key.group(1))));
            }
            case "sealed" -> {
              if (device == null) {
                broken(number, "nobody opened the journal");
              }
            }
            case "signed", "closed" -> {
              Signature signature = Signature.getInstance("Ed25519");
              signature.initVerify(device);
              signature.update(("LENSWACHT JOURNAL 2 " + parts[1] + "\n").getBytes(StandardCharsets.US_ASCII));
              signature.update(ByteBuffer.allocate(8).putLong(number).array());
              signature.update(before);
              if (!signature.verify(HexFormat.of().parseHex(parts[2]))) {
                broken(number - unsigned + 1, "the lines up to " + number + " are not what the device signed");
              }
              unsigned = 0;
              closed = parts[1].equals("closed");
            }
            default -> broken(number, "the line is of no known kind");
          }
        }
        before = hash;
      }
      byte[] rest = line.toByteArray();
      if (rest.length > 67 && rest[64] == ' ') {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(before);
        digest.update(rest, 65, rest.length - 66);
        if (new String(rest, 0, 64, StandardCharsets.US_ASCII).equals(HexFormat.of().formatHex(digest.digest()))) {
          broken(number + 1, "the line ends in another octet than its line feed");
        }
      }
      System.out.println(
          "whole: " + (number - unsigned) + " lines, " + (closed ? "closed in order" : "not closed in order")
              + (unsigned > 0 || line.size() > 0 ? ", an unsigned tail behind them" : ""));
    }
  }

  private static void broken(long line, String why) {
    System.out.println("line " + line + ": " + why);
    System.exit(4);
  }
}
