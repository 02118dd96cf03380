package lenswacht.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// HTTP/1.0 and 1.1 with recorded replies.
final class HttpConversation implements Conversation {
  private static final int LONGEST_BODY = 1 << 20;
  private static final Reply NOT_FOUND =
      Reply.page(
          404, "Not Found", "HTTP/1.1", List.of(new Reply.Header("Content-Type", "text/html")));

  @Override
  public void hold(Line line) throws IOException {
    for (int i = 0; i < MOST_REQUESTS; i++) {
      Optional<RequestHead> heard = RequestHead.hear(line);
      if (heard.isEmpty()) {
        return;
      }
      RequestHead head = heard.get();
      if (!head.speaks("HTTP/")) {
        line.ledger().request(line.service(), "not HTTP: " + head.text());
        line.say(rendered(refusal(line.service()), line.resident(), false).bytes().toArray());
        return;
      }
      Rendered answer = answer(line, head);
      line.say(answer.bytes().toArray());
      boolean oldClient = head.words().size() < 3 || head.words().get(2).equals("HTTP/1.0");
      if (answer.closes() || oldClient || head.header("connection").equalsIgnoreCase("close")) {
        return;
      }
    }
  }

  private static Rendered answer(Line line, RequestHead head) throws IOException {
    if (head.header("expect").toLowerCase(Locale.ROOT).startsWith("100")) {
      line.say("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }
    String body = new String(line.hearExactly(bodyLength(head)), StandardCharsets.UTF_8);
    String asked = withoutHost(head.asked());
    line.ledger().request(line.service(), head.method() + " " + asked);
    HttpConduct.judge(line.ledger(), head, asked, body);
    Reply reply =
        line.service().exchanges().stream()
            .filter(exchange -> exchange.match().answersHttp(head.method(), asked, body))
            .findFirst()
            .map(Exchange::reply)
            .or(() -> line.service().otherwise())
            .orElse(NOT_FOUND);
    return rendered(reply, line.resident(), head.method().equals("HEAD"));
  }

  private static int bodyLength(RequestHead head) {
    String length = head.header("content-length");
    return length.matches("\\d{1,9}") ? Math.min(Integer.parseInt(length), LONGEST_BODY) : 0;
  }

  private static String withoutHost(String asked) {
    int start = asked.startsWith("http://") ? 7 : asked.startsWith("https://") ? 8 : 0;
    if (start == 0) {
      return asked;
    }
    int path = asked.indexOf('/', start);
    return path < 0 ? "/" : asked.substring(path);
  }

  private static Reply refusal(SimulatedService service) {
    List<Reply.Header> headers =
        new ArrayList<>(service.otherwise().map(Reply::serverHeaders).orElse(List.of()));
    headers.add(new Reply.Header("Content-Type", "text/html"));
    return Reply.page(400, "Bad Request", "HTTP/1.0", headers);
  }

  /// A reply as bytes.
  ///
  /// @param bytes what is sent
  /// @param closes whether the connection ends behind it
  private record Rendered(RecordedBytes bytes, boolean closes) {}

  private static Rendered rendered(Reply reply, Resident resident, boolean headOnly) {
    if (reply.literal()) {
      return new Rendered(reply.bytes(), true);
    }
    Placeholders placeholders = Placeholders.of(resident);
    byte[] body =
        reply
            .bodyBytes()
            .map(RecordedBytes::toArray)
            .orElseGet(() -> placeholders.fill(reply.body()).getBytes(StandardCharsets.UTF_8));
    String head =
        reply
            .head()
            .map(placeholders.withLength(body.length)::fill)
            .orElseGet(() -> head(reply, placeholders.withLength(body.length)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    if (!headOnly) {
      bytes.writeBytes(body);
    }
    return new Rendered(RecordedBytes.of(bytes.toByteArray()), closes(reply, head));
  }

  private static String head(Reply reply, Placeholders placeholders) {
    StringBuilder head = new StringBuilder();
    head.append(reply.version()).append(' ').append(reply.status()).append(' ');
    head.append(reply.reason()).append("\r\n");
    boolean saysLength = reply.withoutLength();
    String lengthName = "Content-Length";
    for (Reply.Header header : reply.headers()) {
      head.append(header.name()).append(": ").append(placeholders.fill(header.value()));
      head.append("\r\n");
      saysLength |= header.name().equalsIgnoreCase("content-length");
      if (header.name().equals("CONNECTION")) {
        lengthName = "CONTENT-LENGTH";
      }
    }
    if (!saysLength) {
      head.append(lengthName).append(": ").append(placeholders.bodyLength()).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  private static boolean closes(Reply reply, String head) {
    if (reply.head().isEmpty()) {
      return reply.version().equals("HTTP/1.0")
          || reply.headers().stream()
              .anyMatch(
                  header ->
                      header.name().equalsIgnoreCase("connection")
                          && header.value().equalsIgnoreCase("close"));
    }
    String lower = head.toLowerCase(Locale.ROOT);
    return !lower.contains("content-length")
        || lower.contains("connection: close")
        || lower.contains("connection:close")
        || head.startsWith("HTTP/1.0");
  }
}
