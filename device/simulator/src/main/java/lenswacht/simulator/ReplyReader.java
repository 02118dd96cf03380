package lenswacht.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Reads one recorded reply.
///
/// @param strict whether unknown fields are refused
record ReplyReader(boolean strict) {
  private static final int MOST_HEADERS = 100;
  private static final Set<String> FIELDS =
      Set.of(
          "status",
          "reason",
          "version",
          "headers",
          "body",
          "body_b64",
          "head",
          "b64",
          "raw_b64",
          "text",
          "latin1",
          "frame",
          "nolength",
          "cseq",
          "nocseq");

  Reply read(Fields fields) throws BuildingException {
    if (strict) {
      fields.only(FIELDS);
    }
    int status = fields.number("status", 200, 100, 999);
    return new Reply(
        status,
        fields.text("reason").orElseGet(() -> usualReason(status)),
        fields.text("version").orElse("HTTP/1.1"),
        headers(fields),
        fields.text("body").orElse(""),
        fields.has("body_b64")
            ? Optional.of(ServiceReader.bytes(fields, "body_b64", true))
            : Optional.empty(),
        fields.text("head"),
        bytes(fields),
        fields.has("raw_b64"),
        frame(fields),
        fields.yes("nolength", false),
        fields.yes("cseq", true),
        fields.text("nocseq").orElse("0"));
  }

  private static RecordedBytes bytes(Fields fields) throws BuildingException {
    if (fields.has("raw_b64")) {
      return ServiceReader.bytes(fields, "raw_b64", true);
    }
    if (fields.has("b64")) {
      return ServiceReader.bytes(fields, "b64", true);
    }
    if (fields.has("latin1")) {
      return ServiceReader.bytes(fields, "latin1", false);
    }
    return RecordedBytes.of(fields.text("text").orElse("").getBytes(StandardCharsets.UTF_8));
  }

  private static List<Reply.Header> headers(Fields fields) throws BuildingException {
    List<Reply.Header> headers = new ArrayList<>();
    for (JsonNode pair : fields.list("headers", MOST_HEADERS)) {
      if (!pair.isArray()
          || pair.size() != 2
          || !pair.get(0).isString()
          || !pair.get(1).isString()) {
        throw new BuildingException(
            fields.where() + ": each of 'headers' must be a list of a name and a value");
      }
      headers.add(new Reply.Header(pair.get(0).stringValue(), pair.get(1).stringValue()));
    }
    return headers;
  }

  private static Reply.Frame frame(Fields fields) throws BuildingException {
    return switch (fields.text("frame").orElse("")) {
      case "" -> Reply.Frame.NONE;
      case "dhip" -> Reply.Frame.DHIP;
      case "xm" -> Reply.Frame.XM;
      case "tdp" -> Reply.Frame.TDP;
      default -> throw new BuildingException(fields.where() + ": 'frame' must be dhip, xm or tdp");
    };
  }

  private static String usualReason(int status) {
    return switch (status) {
      case 200 -> "OK";
      case 301 -> "Moved Permanently";
      case 302 -> "Found";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 500 -> "Internal Server Error";
      default -> "Status";
    };
  }
}
