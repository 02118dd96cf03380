package lenswacht.probe.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.probe.net.Listener;

/// A gateway on loopback whose answers a test decides.
final class PracticeGateway implements AutoCloseable {
  static final int PORT = 49_152;
  private static final Pattern ACTION = Pattern.compile("(?i)SOAPAction: \"?([^\"\r\n]+)");
  private static final Pattern LENGTH = Pattern.compile("(?i)Content-Length: (\\d+)");

  private final DatagramSocket search;
  private final Listener web;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /// @param location what it answers to a search
  /// @param description what it answers to GET
  /// @param answers body of the answer by action, with the body of the request behind it; a body
  ///     that begins with `<s:` is sent with status 500
  PracticeGateway(
      String address, String location, String description, Function<String, String> answers)
      throws IOException {
    search = new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(address), 1900));
    Thread.ofVirtual().start(() -> answerSearches(location));
    web =
        new Listener(
            address,
            PORT,
            socket -> {
              InputStream in = socket.getInputStream();
              String head = Listener.readHead(in);
              String body = description;
              Matcher action = ACTION.matcher(head);
              if (action.find()) {
                Matcher length = LENGTH.matcher(head);
                int octets = length.find() ? Integer.parseInt(length.group(1)) : 0;
                String request = new String(in.readNBytes(octets), StandardCharsets.UTF_8);
                String name = action.group(1).substring(action.group(1).indexOf('#') + 1);
                asked.add(head.lines().findFirst().orElse("") + " " + name);
                body = answers.apply(name + " " + request);
              }
              String status = body.startsWith("<s:") ? "500 Error" : "200 OK";
              String reply =
                  "HTTP/1.1 " + status + "\r\nContent-Type: text/xml\r\nConnection: close\r\n\r\n";
              socket.getOutputStream().write((reply + body).getBytes(StandardCharsets.UTF_8));
              socket.getOutputStream().flush();
            });
  }

  /// The requests for actions that came, in order: request line and action.
  List<String> asked() {
    return asked;
  }

  int connections() {
    return web.accepted();
  }

  private void answerSearches(String location) {
    try {
      while (true) {
        DatagramPacket question = new DatagramPacket(new byte[2048], 2048);
        search.receive(question);
        byte[] reply =
            ("HTTP/1.1 200 OK\r\nST: upnp:rootdevice\r\nLOCATION: " + location + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        search.send(new DatagramPacket(reply, reply.length, question.getSocketAddress()));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  /// A description with one service of `type` at `path`.
  static String description(String type, String path) {
    return "<?xml version=\"1.0\"?><root xmlns=\"urn:schemas-upnp-org:device-1-0\"><device>"
        + "<deviceType>urn:schemas-upnp-org:device:InternetGatewayDevice:1</deviceType>"
        + "<serviceList><service><serviceType>urn:schemas-upnp-org:service:"
        + type
        + "</serviceType><controlURL>"
        + path
        + "</controlURL></service></serviceList></device></root>";
  }

  /// The answer to an action.
  static String answer(String elements) {
    return "<?xml version=\"1.0\"?><e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\">"
        + "<e:Body><u:Answer xmlns:u=\"urn:schemas-upnp-org:service:WANIPConnection:1\">"
        + elements
        + "</u:Answer></e:Body></e:Envelope>";
  }

  /// The refusal of an action.
  static String fault(int number) {
    return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault>"
        + "<faultstring>UPnPError</faultstring><detail><UPnPError><errorCode>"
        + number
        + "</errorCode></UPnPError></detail></s:Fault></s:Body></s:Envelope>";
  }

  static String mapping(int outer, String inner, int port, String description) {
    return "<NewRemoteHost></NewRemoteHost><NewExternalPort>"
        + outer
        + "</NewExternalPort><NewProtocol>TCP</NewProtocol><NewInternalPort>"
        + port
        + "</NewInternalPort><NewInternalClient>"
        + inner
        + "</NewInternalClient><NewEnabled>1</NewEnabled><NewPortMappingDescription>"
        + description
        + "</NewPortMappingDescription><NewLeaseDuration>0</NewLeaseDuration>";
  }

  @Override
  public void close() throws IOException {
    search.close();
    web.close();
  }
}
