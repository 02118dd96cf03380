package lenswacht.simulator;

import java.util.List;
import java.util.Optional;

/// A recorded reply. Which parts are used depends on the kind of service.
///
/// @param status HTTP or RTSP status code
/// @param reason the words behind the status code
/// @param version HTTP version in the status line
/// @param headers in the order in which they are sent
/// @param body text of the body, sent as UTF-8; may hold placeholders
/// @param bodyBytes body as bytes, sent instead of `body`
/// @param head literal head up to and with the empty line, sent instead of status line and headers
/// @param bytes the complete reply as bytes; may hold placeholders
/// @param literal whether `bytes` is sent as it stands in place of an HTTP reply
/// @param frame the maker's frame put around `bytes` at sending
/// @param withoutLength whether no `Content-Length` is added
/// @param echoesSequence whether an RTSP reply repeats the `CSeq`
/// @param sequenceIfNone `CSeq` in a literal RTSP head when the request had none
record Reply(
    int status,
    String reason,
    String version,
    List<Header> headers,
    String body,
    Optional<RecordedBytes> bodyBytes,
    Optional<String> head,
    RecordedBytes bytes,
    boolean literal,
    Frame frame,
    boolean withoutLength,
    boolean echoesSequence,
    String sequenceIfNone) {

  Reply {
    headers = List.copyOf(headers);
  }

  /// One header line.
  record Header(String name, String value) {}

  /// What is put around the bytes of a datagram.
  enum Frame {
    /// Nothing.
    NONE,
    /// 32 bytes with the magic `DHIP` and the length twice, little endian.
    DHIP,
    /// 20 bytes with message number 1531 and the length, little endian.
    XM,
    /// 16 bytes with the length and a CRC-32 over the whole, big endian.
    TDP
  }

  /// A short HTML page with this status.
  static Reply page(int status, String reason, String version, List<Header> headers) {
    String body = "<html><body>" + status + " " + reason + "</body></html>";
    return new Reply(
        status,
        reason,
        version,
        headers,
        body,
        Optional.empty(),
        Optional.empty(),
        RecordedBytes.NONE,
        false,
        Frame.NONE,
        false,
        true,
        "0");
  }

  /// The same without a body and without repeating the `CSeq`.
  static Reply bare(int status, String reason, List<Header> headers) {
    return new Reply(
        status,
        reason,
        "HTTP/1.1",
        headers,
        "",
        Optional.empty(),
        Optional.empty(),
        RecordedBytes.NONE,
        false,
        Frame.NONE,
        false,
        false,
        "0");
  }

  /// The `Server` headers of this reply.
  List<Header> serverHeaders() {
    return headers.stream().filter(header -> header.name().equalsIgnoreCase("server")).toList();
  }
}
