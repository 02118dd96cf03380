package lenswacht.probe.rtsp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;

/// One reply of an RTSP server (RFC 2326): status, headers, body.
///
/// @param status three digits, for example 401
/// @param headers in the order they came
/// @param body the text behind the blank line; a session description, or empty
public record RtspMessage(int status, List<Header> headers, String body) {
  /// Largest head that is read, in octets.
  static final int LONGEST_HEAD = 16 * 1024;

  /// Largest body that is read, in octets.
  static final int LONGEST_BODY = 64 * 1024;

  private static final int MOST_HEADERS = 64;
  private static final int MOST_TRACKS = 64;
  private static final String VIDEO = "m=video";
  private static final Pattern STATUS_LINE = Pattern.compile("RTSP/\\d\\.\\d (\\d{3})(?: .*)?");
  private static final Pattern REALM = Pattern.compile("(?i)\\brealm=\"([^\"]{0,256})\"");

  public RtspMessage {
    headers = List.copyOf(headers);
  }

  /// One header line.
  ///
  /// @param name as sent, without blanks around it
  /// @param value as sent, without blanks around it
  public record Header(String name, String value) {}

  /// Reads a reply. Lines may end with or without a carriage return; lines without a colon are
  /// passed over, as servers in the field send them.
  public static Parsed<RtspMessage> parse(Bytes bytes) {
    String text = bytes.head(LONGEST_HEAD + LONGEST_BODY).latin1().replace("\r\n", "\n");
    int blank = text.indexOf("\n\n");
    String head = blank < 0 ? text : text.substring(0, blank);
    if (head.length() > LONGEST_HEAD) {
      return Parsed.bad("the head is longer than " + LONGEST_HEAD + " octets");
    }
    List<String> lines = head.lines().toList();
    Matcher status = STATUS_LINE.matcher(lines.isEmpty() ? "" : lines.getFirst());
    if (!status.matches()) {
      return Parsed.bad("the first line is no RTSP status line");
    }
    List<Header> headers = new ArrayList<>();
    for (String line : lines.subList(1, Math.min(lines.size(), MOST_HEADERS + 1))) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.add(
            new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
      }
    }
    String body = blank < 0 ? "" : text.substring(blank + 2);
    return Parsed.good(new RtspMessage(Integer.parseInt(status.group(1)), headers, body));
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
        .map(realm -> realm.group(1))
        .distinct()
        .toList();
  }

  /// Whether the body is a session description (RFC 8866).
  public boolean isDescription() {
    return status == 200 && body.lines().anyMatch(line -> line.startsWith("m="));
  }

  /// The lines of a session description that tell the maker, as `name=value`: the tool, the
  /// session's name, and attributes that only one maker sends. The rest may hold addresses and keys
  /// and is not looked at.
  public List<String> makerLines() {
    return body.lines()
        .map(RtspMessage::makerLine)
        .flatMap(Optional::stream)
        .distinct()
        .limit(8)
        .toList();
  }

  /// Number of video tracks that a session description lists.
  public int videoTracks() {
    return (int)
        body.lines().filter(line -> line.startsWith(VIDEO + " ")).limit(MOST_TRACKS).count();
  }

  /// What may be kept of a session description: the lines that tell the maker and, where there are
  /// several video tracks, that there is each of them.
  List<String> keptLines() {
    List<String> kept = new ArrayList<>(makerLines());
    if (videoTracks() > 1) {
      kept.addAll(Collections.nCopies(videoTracks(), VIDEO));
    }
    return kept;
  }

  private static Optional<String> makerLine(String line) {
    if (line.startsWith("s=")) {
      return Optional.of(line);
    }
    String lower = line.toLowerCase(Locale.ROOT);
    for (String attribute : List.of("tool", "media_header", "appversion")) {
      if (lower.startsWith("a=" + attribute + ":")) {
        return Optional.of(attribute + "=" + line.substring(attribute.length() + 3));
      }
    }
    return Optional.empty();
  }

  private Stream<String> all(String name) {
    return headers.stream().filter(h -> h.name.equalsIgnoreCase(name)).map(Header::value);
  }
}
