package lenswacht.probe.net;

import lenswacht.observation.Bytes;

/// Short questions over a TCP connection that are neither HTTP nor RTSP.
public enum StreamRequest implements Request {
  /// Send nothing; read what the other side says first.
  GREETING("connect, read only", "", 512) {
    @Override
    public boolean isAskedOn(int port) {
      return PortPlan.BANNER.contains(port) || port == PortPlan.HIKVISION_SERVER;
    }
  },
  /// The first half of a Dahua login challenge: 32 bytes without any name or password. The answer
  /// carries the serial number.
  DAHUA_REALM(
      "Dahua realm request",
      "a0010000 00000000 00000000 00000000 00000000 00000000 05020101 0000a1aa",
      512) {
    @Override
    public boolean isAskedOn(int port) {
      return PortPlan.DAHUA_PRIVATE.contains(port);
    }
  },
  /// A TLS handshake that stops after the certificate was shown.
  CERTIFICATE("TLS handshake", "", 64 * 1024) {
    @Override
    public boolean isAskedOn(int port) {
      return PortPlan.WEB_TLS.contains(port)
          || PortPlan.WEB.contains(port)
          || port == PortPlan.HIKVISION_SERVER_TLS;
    }
  };

  private final String question;
  private final String hex;
  private final int longestReply;

  StreamRequest(String question, String hex, int longestReply) {
    this.question = question;
    this.hex = hex;
    this.longestReply = longestReply;
  }

  @Override
  public String question() {
    return question;
  }

  Bytes bytes() {
    return Bytes.fromHex(hex);
  }

  int longestReply() {
    return longestReply;
  }
}
