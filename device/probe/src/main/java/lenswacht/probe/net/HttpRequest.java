package lenswacht.probe.net;

import java.nio.charset.StandardCharsets;

/// A question over HTTP: a fixed path, a path that the host itself offered, or one of the few calls
/// that must be POSTed although they only read.
public sealed interface HttpRequest extends Request {
  /// Name by which requests introduce themselves.
  String USER_AGENT = "Lenswacht/1.0";

  /// What goes over the line.
  ///
  /// @param authority host and port, for the Host header
  byte[] bytes(String authority);

  @Override
  default boolean isAskedOn(int port) {
    return !PortPlan.CONNECT_ONLY.contains(port)
        && !PortPlan.RTSP.contains(port)
        && !PortPlan.BANNER.contains(port)
        && port != PortPlan.HIKVISION_SERVER_TLS
        && port != 37_777;
  }

  /// GET of a path from the closed list.
  record Get(FixedPath path) implements HttpRequest {
    @Override
    public String question() {
      return "GET " + path.text();
    }

    @Override
    public byte[] bytes(String authority) {
      return get(path.text(), authority);
    }
  }

  /// GET of a path that the host offered in a redirect or a LOCATION header.
  record GetOffered(OfferedPath path) implements HttpRequest {
    @Override
    public String question() {
      return "GET " + path.text();
    }

    @Override
    public byte[] bytes(String authority) {
      return get(path.text(), authority);
    }
  }

  /// An ONVIF call to the device service, without credentials.
  record Onvif(OnvifOperation operation) implements HttpRequest {
    @Override
    public String question() {
      return "POST " + OnvifOperation.PATH + " " + operation.call();
    }

    @Override
    public byte[] bytes(String authority) {
      return post(OnvifOperation.PATH, operation.contentType(), operation.body(), authority);
    }
  }

  /// The Axis call that lists the properties open to everyone. Read-only, though it is a POST.
  record AxisProperties() implements HttpRequest {
    private static final String PATH = "/axis-cgi/basicdeviceinfo.cgi";

    @Override
    public String question() {
      return "POST " + PATH + " getAllUnrestrictedProperties";
    }

    @Override
    public byte[] bytes(String authority) {
      return post(
          PATH,
          "application/json",
          "{\"apiVersion\":\"1.0\",\"context\":\"l\",\"method\":\"getAllUnrestrictedProperties\"}",
          authority);
    }
  }

  /// A UPnP action of a gateway that only reads, though it is a POST.
  ///
  /// @param index place in the list, for the action that reads one mapping; 0 for others
  /// @param path where the gateway's own description says that the service is
  record Gateway(GatewayService service, GatewayAction action, int index, OfferedPath path)
      implements HttpRequest {
    public Gateway {
      if (index < 0 || index >= GatewayAction.MOST_MAPPINGS) {
        throw new IllegalArgumentException("no list is read beyond its limit");
      }
    }

    @Override
    public String question() {
      return "POST "
          + path.text()
          + " "
          + service.type()
          + "#"
          + action.call()
          + (action == GatewayAction.MAPPING ? " " + index : "");
    }

    @Override
    public byte[] bytes(String authority) {
      String type =
          "text/xml; charset=\"utf-8\"\r\nSOAPAction: \""
              + service.urn()
              + "#"
              + action.call()
              + "\"";
      return post(path.text(), type, action.body(service, index), authority);
    }
  }

  private static byte[] get(String path, String authority) {
    return ("GET " + path + " HTTP/1.1\r\n" + common(authority) + "Accept: */*\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] post(String path, String type, String body, String authority) {
    return ("POST "
            + path
            + " HTTP/1.1\r\n"
            + common(authority)
            + "Content-Type: "
            + type
            + "\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String common(String authority) {
    return "Host: " + authority + "\r\nUser-Agent: " + USER_AGENT + "\r\nConnection: close\r\n";
  }
}
