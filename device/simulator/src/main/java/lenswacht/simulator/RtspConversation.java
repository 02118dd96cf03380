package lenswacht.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// RTSP/1.0 with recorded replies.
final class RtspConversation implements Conversation {
  private static final Pattern NAME_IN_URL =
      Pattern.compile("(?i)rtsps?://[^/@\\s]{1,200}:[^/@\\s]{0,200}@");
  private static final Reply NOT_FOUND =
      new Reply(
          404,
          "Not Found",
          "RTSP/1.0",
          List.of(),
          "",
          Optional.empty(),
          Optional.empty(),
          RecordedBytes.NONE,
          false,
          Reply.Frame.NONE,
          false,
          true,
          "0");

  @Override
  public void hold(Line line) throws IOException {
    SimulatedService service = line.service();
    for (int i = 0; i < MOST_REQUESTS; i++) {
      Optional<RequestHead> heard = RequestHead.hear(line);
      if (heard.isEmpty()) {
        return;
      }
      RequestHead head = heard.get();
      line.ledger().request(service, head.firstLine());
      Reply otherwise = service.otherwise().orElse(NOT_FOUND);
      if (!head.speaks("RTSP/")) {
        line.say(toOther(line, otherwise));
        return;
      }
      judge(line.ledger(), head);
      Reply reply =
          service.exchanges().stream()
              .filter(exchange -> exchange.match().answersRtsp(head.method()))
              .findFirst()
              .map(Exchange::reply)
              .orElse(otherwise);
      line.say(rendered(reply, head.headers().get("cseq"), line.resident()));
    }
  }

  private static byte[] toOther(Line line, Reply otherwise) {
    Optional<String> recorded = line.service().notRtsp();
    return recorded.isPresent()
        ? Placeholders.of(line.resident()).fill(recorded.get()).getBytes(StandardCharsets.UTF_8)
        : rendered(
            Reply.bare(400, "Bad Request", otherwise.serverHeaders()), null, line.resident());
  }

  private static void judge(HostLedger ledger, RequestHead head) {
    if (!head.header("authorization").isEmpty() || BoundedSearch.finds(NAME_IN_URL, head.asked())) {
      ledger.flag(Flag.RTSP_CREDENTIALS);
    }
    switch (head.method()) {
      case "SETUP", "PLAY", "RECORD", "ANNOUNCE" -> ledger.flag(Flag.STREAM_OPENED);
      case "DESCRIBE" -> ledger.flag(Flag.RTSP_DESCRIBE);
      default -> {}
    }
  }

  private static byte[] rendered(Reply reply, @Nullable String sequence, Resident resident) {
    String asked = sequence == null ? "" : sequence;
    if (reply.head().isPresent()) {
      return new Placeholders(
              resident,
              "",
              "",
              0,
              sequence == null ? reply.sequenceIfNone() : asked,
              sequence == null ? "" : "CSeq: " + asked + "\r\n")
          .fill(reply.head().get())
          .getBytes(StandardCharsets.UTF_8);
    }
    Placeholders placeholders = Placeholders.of(resident);
    StringBuilder text = new StringBuilder("RTSP/1.0 ");
    text.append(reply.status()).append(' ').append(reply.reason()).append("\r\n");
    if (reply.echoesSequence()) {
      text.append("CSeq: ").append(sequence == null ? "0" : asked).append("\r\n");
    }
    for (Reply.Header header : reply.headers()) {
      text.append(header.name()).append(": ").append(placeholders.fill(header.value()));
      text.append("\r\n");
    }
    byte[] body = placeholders.fill(reply.body()).getBytes(StandardCharsets.UTF_8);
    if (body.length > 0) {
      text.append("Content-Length: ").append(body.length).append("\r\n");
    }
    text.append("\r\n").append(placeholders.fill(reply.body()));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
