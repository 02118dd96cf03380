package lenswacht.agent.dump;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import lenswacht.observation.Evidence;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.Observation.Stated;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.observation.Transport;

/// The replies of one host, in the order in which they came, as one line that a practice building
/// replays. A reply that still names the host after scrubbing is left out.
public final class HostRecord {
  private static final int DHIP_HEADER = 32;
  private static final int TDP_HEADER = 16;
  private static final Map<Integer, String> DATAGRAM_KINDS =
      Map.of(
          37_020, "sadp", 37_810, "dhip", 3702, "wsd", 20_002, "tdp", 1900, "ssdp", 5353, "mdns");

  private final String id;
  private final String note;
  private final Scrubber scrubber;
  private final Predicate<String> tellsMake;
  private final Map<Service, Kept> services = new LinkedHashMap<>();
  private int leftOut;

  /// What is kept of one service.
  private static final class Kept {
    private String kind = "raw";
    private String banner = "";
    private String subject = "";
    private String issuer = "";
    private final Set<String> exchanges = new LinkedHashSet<>();
  }

  /// An empty record.
  ///
  /// @param id names the host in a building
  /// @param note how and when it was recorded
  /// @param scrubber takes out what names the host
  /// @param tellsMake whether a name on a certificate tells who made the host
  public HostRecord(String id, String note, Scrubber scrubber, Predicate<String> tellsMake) {
    this.id = id;
    this.note = note;
    this.scrubber = scrubber;
    this.tellsMake = tellsMake;
  }

  /// Number of replies that were left out because they could not be scrubbed.
  public int leftOut() {
    return leftOut;
  }

  /// Adds what a question brought.
  public void add(Service service, ProbeOutcome.Answered answered) {
    if (service.isHost()) {
      return;
    }
    Kept kept = services.computeIfAbsent(service, any -> new Kept());
    for (Observation observation : answered.observations()) {
      if (observation instanceof Stated stated && stated.observable() == Observable.TLS_SUBJECT) {
        kept.subject = certificate(stated.value());
      } else if (observation instanceof Stated stated
          && stated.observable() == Observable.TLS_ISSUER) {
        kept.issuer = certificate(stated.value());
      }
    }
    answered.evidence().forEach(evidence -> keep(kept, service, evidence));
  }

  /// A name on a certificate: as it stands where it tells the make, else nothing but its shape,
  /// since owners put their own names there.
  private String certificate(String name) {
    if (tellsMake.test(name)) {
      return unlessNamed(scrubber.text(name));
    }
    return name.replaceAll("=[^,+]{1,256}", "=x");
  }

  private void keep(Kept kept, Service service, Evidence evidence) {
    String question = evidence.question();
    String bytes = evidence.bytes().latin1();
    if (bytes.isEmpty() || question.startsWith("TLS ")) {
      kept.kind = question.startsWith("TLS ") ? "https" : kept.kind;
    } else if (service.transport() == Transport.UDP) {
      kept.kind = DATAGRAM_KINDS.getOrDefault(service.port(), "raw");
      Part part = datagram(kept.kind, bytes);
      exchange(kept, "{\"re\":\"(?s).\"}", part);
    } else if (question.startsWith("connect")) {
      kept.banner = unlessNamed(scrubber.sameLength(bytes));
    } else if (bytes.startsWith("RTSP/")) {
      kept.kind = "rtsp";
      exchange(kept, JsonLine.object("method", first(question)), message(bytes));
    } else if (bytes.startsWith("HTTP/")) {
      kept.kind = kept.kind.equals("https") ? "https" : "http";
      exchange(kept, request(question), message(bytes));
    }
  }

  /// One reply.
  ///
  /// @param said what of it could still name the host
  /// @param json how it is written
  private record Part(String said, String json) {}

  private void exchange(Kept kept, String match, Part response) {
    if (scrubber.isLeftIn(response.said())) {
      leftOut++;
    } else {
      kept.exchanges.add("{\"match\":" + match + ",\"response\":" + response.json() + "}");
    }
  }

  private String unlessNamed(String text) {
    if (scrubber.isLeftIn(text)) {
      leftOut++;
      return "";
    }
    return text;
  }

  private static String first(String question) {
    int gap = question.indexOf(' ');
    return gap < 0 ? question : question.substring(0, gap);
  }

  /// `POST /onvif/device_service GetServices` or `GET /path?query` as what a request must be.
  private static String request(String question) {
    String[] words = question.split(" ", 3);
    String path = words.length > 1 ? words[1] : "/";
    int query = path.indexOf('?');
    List<String> parts = new ArrayList<>(List.of("method", words[0]));
    parts.addAll(List.of("path", query < 0 ? path : path.substring(0, query)));
    if (words.length > 2) {
      parts.addAll(List.of("body_re", words[2].replaceAll("[^A-Za-z]", ".")));
    }
    return JsonLine.object(parts.toArray(String[]::new));
  }

  private Part datagram(String kind, String bytes) {
    if (kind.equals("dhip") && bytes.startsWith(" \0\0\0DHIP")) {
      return framed(bytes.substring(DHIP_HEADER), "dhip");
    }
    if (kind.equals("tdp") && bytes.length() > TDP_HEADER) {
      return framed(bytes.substring(TDP_HEADER), "tdp");
    }
    String scrubbed =
        switch (kind) {
          case "wsd" ->
              scrubber.text(
                  bytes.replaceAll(
                      "(<(?:\\w{1,16}:)?RelatesTo[^>]{0,200}>)[^<]{0,200}", "$1@@RELATES@@"));
          case "sadp" ->
              scrubber.text(bytes.replaceAll("(?i)<Uuid>[^<]{0,100}<", "<Uuid>@@UUID@@<"));
          case "ssdp" -> scrubber.text(bytes);
          default -> scrubber.sameLength(bytes);
        };
    return new Part(scrubbed, JsonLine.bytes("b64", scrubbed));
  }

  private Part framed(String inside, String frame) {
    String scrubbed = scrubber.text(inside);
    return new Part(scrubbed, JsonLine.bytes("b64", scrubbed, "frame", frame));
  }

  /// An HTTP or RTSP reply; its length is counted anew where it is served.
  private Part message(String bytes) {
    int end = bytes.indexOf("\r\n\r\n");
    String head = end < 0 ? bytes : bytes.substring(0, end);
    String body = end < 0 ? "" : bytes.substring(end + 4);
    String[] lines = head.split("\r\n", -1);
    String[] status = lines[0].split(" ", 3);
    List<String> headers = new ArrayList<>();
    List<String> values = new ArrayList<>();
    boolean isChunked = false;
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      String name = colon < 0 ? "" : lines[i].substring(0, colon).strip();
      String value = colon < 0 ? "" : lines[i].substring(colon + 1).strip();
      isChunked |= name.equalsIgnoreCase("Transfer-Encoding");
      if (name.equalsIgnoreCase("Date")) {
        value = "@@DATE@@";
      }
      String kept = cookie(name, value);
      if (isServed(name) && !(name.equalsIgnoreCase("Set-Cookie") && kept.isEmpty())) {
        String scrubbed = scrubber.text(nonces(kept));
        values.add(scrubbed);
        headers.add(JsonLine.list(name, scrubbed));
      }
    }
    String text = scrubber.text(isChunked ? Chunks.joined(body) : body);
    String reason = status.length > 2 ? scrubber.text(status[2]) : "";
    String json =
        "{\"status\":"
            + (status.length > 1 && status[1].matches("\\d{3}") ? status[1] : "200")
            + ",\"reason\":"
            + JsonLine.text(reason)
            + ",\"headers\":["
            + String.join(",", headers)
            + "],"
            + (text.chars().allMatch(symbol -> symbol < 0x80)
                ? "\"body\":" + JsonLine.text(text)
                : "\"body_b64\":" + JsonLine.base64(text))
            + "}";
    return new Part(reason + "\n" + String.join("\n", values) + "\n" + text, json);
  }

  private static String nonces(String value) {
    return value
        .replaceAll("(?i)nonce=\"[^\"]{0,256}\"", "nonce=\"@@NONCE@@\"")
        .replaceAll("(?i)opaque=\"[^\"]{1,256}\"", "opaque=\"0\"");
  }

  /// Of a cookie its name stays, which tells the web server; its value goes.
  private static String cookie(String name, String value) {
    if (!name.equalsIgnoreCase("Set-Cookie")) {
      return value;
    }
    int equals = value.indexOf('=');
    return equals < 0 ? "" : value.substring(0, equals) + "=0; path=/";
  }

  private static boolean isServed(String name) {
    return !name.isEmpty()
        && !name.equalsIgnoreCase("Content-Length")
        && !name.equalsIgnoreCase("Transfer-Encoding")
        && !name.equalsIgnoreCase("CSeq");
  }

  /// The record as one line of JSON. What is true of the host is left for a person to fill in.
  public String line() {
    List<String> all = new ArrayList<>();
    services.forEach((service, kept) -> all.add(service(service, kept)));
    return "{\"id\":"
        + JsonLine.text(id)
        + ",\"source\":["
        + JsonLine.object("note", note)
        + "],\"evidence\":\"captured\",\"truth\":{\"is_camera\":null,\"kind\":\"\",\"vendor\":\"\","
        + "\"true_maker\":\"\",\"model\":\"\",\"firmware\":\"\",\"build_date\":\"\"},\"services\":["
        + String.join(",", all)
        + "]}";
  }

  private static String service(Service service, Kept kept) {
    StringBuilder line = new StringBuilder("{\"proto\":");
    line.append(JsonLine.text(service.transport() == Transport.UDP ? "udp" : "tcp"));
    line.append(",\"port\":").append(service.port());
    line.append(",\"kind\":").append(JsonLine.text(kept.kind));
    if (!kept.banner.isEmpty()) {
      line.append(",\"banner_b64\":").append(JsonLine.base64(kept.banner));
    }
    if (!kept.subject.isEmpty()) {
      line.append(",\"tls\":")
          .append(JsonLine.object("subject", kept.subject, "issuer", kept.issuer));
    }
    line.append(",\"exchanges\":[").append(String.join(",", kept.exchanges)).append("]}");
    return line.toString();
  }
}
