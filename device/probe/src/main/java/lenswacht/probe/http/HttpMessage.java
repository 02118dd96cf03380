package lenswacht.probe.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;

/// One reply of a web server (RFC 9112): status, headers, body with its chunks joined.
///
/// @param status three digits, for example 401
/// @param headers in the order they came
/// @param body the body, joined, at most 256 KiB
public record HttpMessage(int status, List<Header> headers, Bytes body) {
  /// Largest head that is read, in octets.
  static final int LONGEST_HEAD = 16 * 1024;

  /// Largest body that is read, in octets.
  static final int LONGEST_BODY = 256 * 1024;

  private static final int MOST_HEADERS = 100;
  private static final int TITLE_WITHIN = 64 * 1024;
  private static final Pattern STATUS_LINE =
      Pattern.compile("(?:HTTP/\\d\\.\\d|ICY) +(\\d{3})(?:[ \\t].*)?");
  private static final Pattern REALM =
      Pattern.compile("(?i)\\brealm\\s{0,4}=\\s{0,4}(?:\"([^\"]{0,256})\"|([^\\s,\"]{1,256}))");
  private static final Pattern TITLE =
      Pattern.compile("(?i)<title(?:\\s[^>]{0,256})?>([^<]{0,1024})<");

  public HttpMessage {
    headers = List.copyOf(headers);
  }

  /// One header line.
  ///
  /// @param name as sent, without blanks around it
  /// @param value as sent, without blanks around it
  public record Header(String name, String value) {}

  /// Reads a reply. Lines may end with or without a carriage return.
  public static Parsed<HttpMessage> parse(Bytes bytes) {
    int end = headEnd(bytes);
    Bytes head = bytes.head(end);
    if (head.length() > LONGEST_HEAD) {
      return Parsed.bad("the head is longer than " + LONGEST_HEAD + " octets");
    }
    List<String> lines = head.latin1().lines().toList();
    Matcher status = STATUS_LINE.matcher(lines.isEmpty() ? "" : lines.getFirst());
    if (!status.matches()) {
      return Parsed.bad("the first line is no HTTP status line");
    }
    List<Header> headers = new ArrayList<>();
    for (String line : lines.subList(1, Math.min(lines.size(), MOST_HEADERS + 1))) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.add(
            new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
      }
    }
    boolean chunked =
        headers.stream()
            .anyMatch(
                h ->
                    h.name.equalsIgnoreCase("Transfer-Encoding")
                        && h.value.toLowerCase(Locale.ROOT).contains("chunked"));
    Bytes rest = bytes.slice(end, bytes.length());
    Bytes body = (chunked ? joined(rest) : rest).head(LONGEST_BODY);
    return Parsed.good(new HttpMessage(Integer.parseInt(status.group(1)), headers, body));
  }

  /// The value of the first header called `name`, in any case.
  public Optional<String> header(String name) {
    return all(name).findFirst();
  }

  /// The realms that the server asks a login for, each once.
  public List<String> realms() {
    return all("WWW-Authenticate")
        .map(REALM::matcher)
        .filter(Matcher::find)
        .map(realm -> realm.group(1) == null ? realm.group(2) : realm.group(1))
        .distinct()
        .toList();
  }

  /// The body as text: UTF-8 where it is that, else one character per octet.
  public String text() {
    String utf8 = body.utf8();
    return utf8.indexOf('\uFFFD') < 0
        ? utf8
        : new String(body.toArray(), StandardCharsets.ISO_8859_1);
  }

  /// What stands in the page's title element, with line breaks and runs of blanks as one blank.
  public Optional<String> title() {
    String text = text();
    Matcher title = TITLE.matcher(text.substring(0, Math.min(text.length(), TITLE_WITHIN)));
    return title.find()
        ? Optional.of(unescaped(title.group(1)).replaceAll("\\s+", " ").strip())
        : Optional.empty();
  }

  private static String unescaped(String text) {
    return text.replace("&nbsp;", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private Stream<String> all(String name) {
    return headers.stream().filter(h -> h.name.equalsIgnoreCase(name)).map(Header::value);
  }

  /// Where the body begins: behind the first blank line, or at the end.
  private static int headEnd(Bytes bytes) {
    String text = bytes.head(LONGEST_HEAD + 4).latin1();
    int strict = text.indexOf("\r\n\r\n");
    int loose = text.indexOf("\n\n");
    if (strict < 0 && loose < 0) {
      return bytes.length();
    }
    return loose >= 0 && (strict < 0 || loose < strict) ? loose + 2 : strict + 4;
  }

  /// Chunks joined; whatever is malformed ends the body.
  private static Bytes joined(Bytes chunks) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] octets = chunks.toArray();
    String text = chunks.latin1();
    int at = 0;
    while (at < octets.length && body.size() <= LONGEST_BODY) {
      int lineEnd = text.indexOf('\n', at);
      if (lineEnd < 0 || lineEnd - at > 64) {
        break;
      }
      int size = chunkSize(text.substring(at, lineEnd));
      at = lineEnd + 1;
      int length = Math.min(size, octets.length - at);
      if (length <= 0) {
        break;
      }
      body.write(octets, at, length);
      at += length + 2;
    }
    return Bytes.of(body.toByteArray());
  }

  private static int chunkSize(String line) {
    int end = 0;
    while (end < line.length() && Character.digit(line.charAt(end), 16) >= 0) {
      end++;
    }
    return end == 0 || end > 6 ? 0 : Integer.parseInt(line.substring(0, end), 16);
  }
}
