package lenswacht.simulator;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/// Fills the placeholders of a recorded reply at the moment it is sent.
///
/// `@@IP@@` own address, `@@IP:n@@` the same with zero bytes up to n, `@@IPBYTES@@` its four bytes,
/// `@@HOST:id@@` a neighbour's address (`0.0.0.0` if it is not there), `@@PORT:n@@` the port that
/// stands for `n`, `@@DATE@@` and `@@CDATE@@` the time, `@@NONCE@@` 32 random hexadecimal digits,
/// `@@MSGID@@` a random `urn:uuid:`, `@@RELATES@@` and `@@UUID@@` taken from the request,
/// `@@LEN@@` the length of the body, `@@CSEQ@@` and `@@CSEQLINE@@` the number of an RTSP request,
/// `@@FILL:n@@` n letters A. Anything else between `@@` stays as it is.
///
/// @param host whose reply it is
/// @param relates identifier of the message that is answered
/// @param uuid `Uuid` of the inquiry that is answered
/// @param bodyLength length of the body in bytes
/// @param sequence number of the RTSP request; `0` if it had none
/// @param sequenceLine the header line that repeats it; empty if it had none
record Placeholders(
    Resident host,
    String relates,
    String uuid,
    int bodyLength,
    String sequence,
    String sequenceLine) {
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_FILL = 4 << 20;
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);
  private static final DateTimeFormatter C_DATE =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH);

  /// Placeholders of `host` with nothing taken from a request.
  static Placeholders of(Resident host) {
    return new Placeholders(host, "", "", 0, "0", "");
  }

  Placeholders withLength(int length) {
    return new Placeholders(host, relates, uuid, length, sequence, sequenceLine);
  }

  /// `text` with its placeholders filled.
  String fill(String text) {
    int from = text.indexOf("@@");
    if (from < 0) {
      return text;
    }
    String random = random();
    StringBuilder filled = new StringBuilder(text.length() + 64).append(text, 0, from);
    while (from >= 0) {
      int end = text.indexOf("@@", from + 2);
      String value =
          end < 0 || end - from - 2 > LONGEST_NAME
              ? ""
              : value(text.substring(from + 2, end), random);
      boolean known = !value.equals(UNKNOWN) && end >= 0 && end - from - 2 <= LONGEST_NAME;
      int next = known ? end + 2 : from + 2;
      filled.append(known ? value : "@@");
      from = text.indexOf("@@", next);
      filled.append(text, next, from < 0 ? text.length() : from);
    }
    return filled.toString();
  }

  /// `bytes` with their placeholders filled; one character a byte.
  byte[] fill(RecordedBytes bytes) {
    return fill(bytes.latin1()).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static final String UNKNOWN = "\uffff";

  private String value(String name, String random) {
    if (name.startsWith("PORT:")) {
      int port = numberAfterColon(name);
      return port < 1 || port > 65_535 ? UNKNOWN : Integer.toString(host.actualPort(port));
    }
    if (name.startsWith("FILL:")) {
      int length = numberAfterColon(name);
      return length < 1 || length > LONGEST_FILL ? UNKNOWN : "A".repeat(length);
    }
    if (name.startsWith("IP:")) {
      String address = host.address().getHostAddress();
      int length = numberAfterColon(name);
      return length < address.length() || length > 4096
          ? UNKNOWN
          : address + "\0".repeat(length - address.length());
    }
    if (name.startsWith("HOST:")) {
      InetAddress neighbour = host.neighbours().get(name.substring(5));
      return neighbour == null ? "0.0.0.0" : neighbour.getHostAddress();
    }
    return switch (name) {
      case "IP" -> host.address().getHostAddress();
      case "IPBYTES" -> new String(host.address().getAddress(), StandardCharsets.ISO_8859_1);
      case "DATE" -> HTTP_DATE.format(ZonedDateTime.now(ZoneOffset.UTC));
      case "CDATE" -> C_DATE.format(ZonedDateTime.now(ZoneOffset.UTC));
      case "NONCE" -> random;
      case "MSGID" -> "urn:uuid:" + dashed(random);
      case "RELATES" -> relates;
      case "UUID" -> uuid;
      case "LEN" -> Integer.toString(bodyLength);
      case "CSEQ" -> sequence;
      case "CSEQLINE" -> sequenceLine;
      default -> UNKNOWN;
    };
  }

  private static int numberAfterColon(String name) {
    String digits = name.substring(name.indexOf(':') + 1);
    return digits.matches("\\d{1,8}") ? Integer.parseInt(digits) : -1;
  }

  private static String random() {
    byte[] bytes = new byte[16];
    ThreadLocalRandom.current().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String dashed(String hex) {
    return hex.substring(0, 8)
        + '-'
        + hex.substring(8, 12)
        + '-'
        + hex.substring(12, 16)
        + '-'
        + hex.substring(16, 20)
        + '-'
        + hex.substring(20);
  }
}
