package lenswacht.probe.net;

import java.nio.charset.StandardCharsets;

/// The two questions over RTSP. There is no SETUP and no PLAY: no stream is ever opened.
public enum RtspRequest implements Request {
  /// Which methods the server knows.
  OPTIONS(1, ""),
  /// What the stream at `/` consists of.
  DESCRIBE(2, "Accept: application/sdp\r\n");

  private final int sequence;
  private final String extra;

  RtspRequest(int sequence, String extra) {
    this.sequence = sequence;
    this.extra = extra;
  }

  @Override
  public String question() {
    return name() + " /";
  }

  @Override
  public boolean isAskedOn(int port) {
    return PortPlan.RTSP.contains(port);
  }

  byte[] bytes(String authority) {
    return (name()
            + " rtsp://"
            + authority
            + "/ RTSP/1.0\r\nCSeq: "
            + sequence
            + "\r\n"
            + extra
            + "User-Agent: "
            + HttpRequest.USER_AGENT
            + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
