package lenswacht.probe.frame;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lenswacht.observation.Bytes;
import lenswacht.observation.MacAddress;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Secrets;

/// One DHCP message (RFC 2131, options of RFC 2132), of a client or of a server.
///
/// @param isReply whether a server says it
/// @param hardware hardware address of the client, where it is an Ethernet one
/// @param client address that the client has; empty where it has none yet
/// @param given address that the server gives
/// @param options number to value; of a repeated option the parts joined
/// @param kept the message without its authentication (option 90)
public record DhcpMessage(
    boolean isReply,
    Optional<MacAddress> hardware,
    Optional<InetAddress> client,
    Optional<InetAddress> given,
    Map<Integer, Bytes> options,
    Bytes kept) {
  /// Port of servers.
  public static final int SERVER = 67;

  /// Port of clients.
  public static final int CLIENT = 68;

  private static final int HEADER = 240;
  private static final int LONGEST = 1500;
  private static final int MOST_OPTIONS = 128;
  private static final int LONGEST_OPTION = 512;
  private static final String COOKIE = "63825363";
  private static final int ROUTER = 3;
  private static final int HOST_NAME = 12;
  private static final int DOMAIN = 15;
  private static final int REQUESTED = 50;
  private static final int MESSAGE_TYPE = 53;
  private static final int PARAMETERS = 55;
  private static final int VENDOR_CLASS = 60;
  private static final int CLIENT_ID = 61;
  private static final int AUTHENTICATION = 90;
  private static final int REQUEST = 3;
  private static final int ACK = 5;

  public DhcpMessage {
    options = Map.copyOf(options);
  }

  /// Reads a message. An option that runs over the end ends the message; what stands before it
  /// counts.
  public static Parsed<DhcpMessage> parse(Bytes bytes) {
    if (bytes.length() < HEADER || bytes.length() > LONGEST) {
      return Parsed.bad("the message is not between 240 and 1500 octets long");
    }
    if (bytes.at(0) < 1 || bytes.at(0) > 2 || !bytes.slice(236, HEADER).hex().equals(COOKIE)) {
      return Parsed.bad("the message is no DHCP");
    }
    Map<Integer, Bytes> options = new TreeMap<>();
    Bytes kept = bytes;
    int at = HEADER;
    for (int i = 0; i < MOST_OPTIONS && at < bytes.length() && bytes.at(at) != 255; i++) {
      if (bytes.at(at) == 0) {
        at++;
        continue;
      }
      if (at + 2 > bytes.length() || at + 2 + bytes.at(at + 1) > bytes.length()) {
        break;
      }
      int end = at + 2 + bytes.at(at + 1);
      if (bytes.at(at) == AUTHENTICATION) {
        kept = Secrets.zeroed(kept, at + 2, end);
      } else {
        options.merge(bytes.at(at), bytes.slice(at + 2, end), DhcpMessage::joined);
      }
      at = end;
    }
    return Parsed.good(message(bytes, options, kept));
  }

  private static DhcpMessage message(Bytes bytes, Map<Integer, Bytes> options, Bytes kept) {
    boolean ethernet = bytes.at(1) == 1 && bytes.at(2) == 6;
    return new DhcpMessage(
        bytes.at(0) == 2,
        ethernet ? Octets.hardware(bytes, 28) : Optional.empty(),
        Octets.host(bytes, 12, 4),
        Octets.host(bytes, 16, 4),
        options,
        kept);
  }

  private static Bytes joined(Bytes one, Bytes two) {
    if (one.length() + two.length() > LONGEST_OPTION) {
      return one;
    }
    return Bytes.fromHex(one.hex() + two.hex());
  }

  /// The address that the client has or was just given; empty where it only wishes for one.
  public Optional<InetAddress> address() {
    int type = number(MESSAGE_TYPE);
    if (isReply) {
      return type == ACK ? given : Optional.empty();
    }
    return type == REQUEST ? client.or(() -> addresses(REQUESTED).stream().findFirst()) : client;
  }

  /// The vendor class, as text.
  public String vendorClass() {
    return text(VENDOR_CLASS);
  }

  /// The client's host name.
  public String hostName() {
    return text(HOST_NAME);
  }

  /// The numbers of the options that the client asks for, in its order, joined by commas.
  public String parameters() {
    Bytes asked = options.getOrDefault(PARAMETERS, Bytes.EMPTY).head(96);
    return IntStream.range(0, asked.length())
        .mapToObj(i -> Integer.toString(asked.at(i)))
        .collect(Collectors.joining(","));
  }

  /// The client's identifier, hex.
  public String clientId() {
    return options.getOrDefault(CLIENT_ID, Bytes.EMPTY).head(64).hex();
  }

  /// The gateways that a server hands out.
  public List<InetAddress> routers() {
    return isReply ? addresses(ROUTER) : List.of();
  }

  /// The domain name that a server hands out.
  public String domain() {
    return isReply ? text(DOMAIN) : "";
  }

  private List<InetAddress> addresses(int option) {
    Bytes value = options.getOrDefault(option, Bytes.EMPTY);
    List<InetAddress> addresses = new ArrayList<>();
    for (int at = 0; at + 4 <= value.length() && addresses.size() < 8; at += 4) {
      Octets.host(value, at, 4).ifPresent(addresses::add);
    }
    return addresses;
  }

  private String text(int option) {
    return options.getOrDefault(option, Bytes.EMPTY).utf8().replace("\0", "");
  }

  private int number(int option) {
    Bytes value = options.getOrDefault(option, Bytes.EMPTY);
    return value.length() == 1 ? value.at(0) : 0;
  }
}
