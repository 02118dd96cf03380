package lenswacht.probe.net;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Bytes;
import lenswacht.observation.Evidence;
import lenswacht.observation.JournalEvent.Tried;
import lenswacht.observation.JournalEvent.WayOutTried;
import lenswacht.observation.OutsideEndpoint;
import lenswacht.observation.ScanScope;
import lenswacht.observation.Service;

/// Tries from where we stand whether an endpoint outside is reached that the mandate names: our own
/// routes are looked at, its name is asked for once at our own resolver, and one connection to it
/// is opened and closed again with nothing said.
final class WayOutTrial {
  private static final Path RESOLVERS = Path.of("/etc/resolv.conf");
  private static final int DNS = 53;
  private static final int MOST_LINES = 64;
  private static final int LONGEST_REPLY = 4096;
  private static final int ID_OCTETS = 2;

  private final NetworkDoor door;
  private final SecureRandom random = new SecureRandom();

  private final Path settings;

  WayOutTrial(NetworkDoor door) {
    this(door, RESOLVERS);
  }

  /// @param settings where this computer's resolvers stand
  WayOutTrial(NetworkDoor door, Path settings) {
    this.door = door;
    this.settings = settings;
  }

  /// One answer and what it was read from.
  record Answer(Tried tried, String seen) {}

  /// Tries it from behind `wire`; empty where a rule holds it back or the mandate covers
  /// nothing of what is behind it.
  Optional<WayOutTried> from(Wire wire, OutsideEndpoint endpoint) {
    Optional<AddressRange> segment = segment(wire);
    if (segment.isEmpty() || isHeldBack(endpoint)) {
      return Optional.empty();
    }
    List<InetAddress> routers = OwnRouters.behind(wire.name());
    Answer names = names(endpoint, routers);
    Answer reached =
        isHeldBack(endpoint)
            ? new Answer(Tried.NOT_DETERMINED, "it was stopped before a connection was opened")
            : connect(endpoint);
    Instant now = door.clock().instant();
    String seen =
        "default route: %s\nname: %s\nconnection: %s\n"
            .formatted(
                routers.isEmpty() ? "none" : routers.getFirst().getHostAddress(),
                names.seen,
                reached.seen);
    return Optional.of(
        new WayOutTried(
            wire.name(),
            segment.get(),
            endpoint,
            routers.isEmpty() ? Tried.NO : Tried.YES,
            names.tried,
            reached.tried,
            Evidence.of(
                now,
                Service.tcp(endpoint.address(), endpoint.port()),
                "way out: " + endpoint,
                Bytes.utf8(seen),
                false,
                false)));
  }

  private boolean isHeldBack(OutsideEndpoint endpoint) {
    boolean held = !door.mandate().wayOut().contains(endpoint) || door.refusal().isPresent();
    if (held) {
      door.traffic().add(Traffic.HELD, 1);
    }
    return held;
  }

  /// The first of our networks behind `wire` with addresses that the mandate covers, whether or not
  /// our own address is one of them.
  private Optional<AddressRange> segment(Wire wire) {
    ScanScope scope = door.mandate().scope();
    return wire.nic().stream()
        .flatMap(nic -> nic.getInterfaceAddresses().stream())
        .filter(own -> !own.getAddress().isLoopbackAddress())
        .map(
            own ->
                AddressRange.around(
                    LocalSegment.withoutScope(own.getAddress()), own.getNetworkPrefixLength()))
        .filter(scope::touches)
        .findFirst();
  }

  /// Asks a resolver of ours that the mandate covers, or that is our own router or this computer.
  private Answer names(OutsideEndpoint endpoint, List<InetAddress> routers) {
    List<InetAddress> known;
    try (BufferedReader in = Files.newBufferedReader(settings, StandardCharsets.UTF_8)) {
      known = resolvers(in.lines().limit(MOST_LINES));
    } catch (IOException | UncheckedIOException absent) {
      known = List.of();
    }
    Optional<InetAddress> resolver =
        known.stream()
            .filter(
                one ->
                    one.isLoopbackAddress()
                        || routers.contains(one)
                        || door.mandate().scope().covers(one))
            .findFirst();
    if (resolver.isEmpty()) {
      return new Answer(
          Tried.NOT_DETERMINED,
          known.isEmpty() ? "there is no resolver" : "no resolver of ours may be asked");
    }
    return ask(resolver.get(), endpoint);
  }

  static List<InetAddress> resolvers(Stream<String> lines) {
    return lines
        .map(line -> line.strip().split("\\s+"))
        .filter(words -> words.length > 1 && words[0].equals("nameserver"))
        .map(words -> words[1])
        .filter(word -> word.matches("[0-9.]{7,15}|[0-9A-Fa-f:]{2,39}"))
        .flatMap(
            word -> {
              try {
                return Stream.of(InetAddress.ofLiteral(word));
              } catch (IllegalArgumentException noAddress) {
                return Stream.empty();
              }
            })
        .toList();
  }

  private Answer ask(InetAddress resolver, OutsideEndpoint endpoint) {
    byte[] question = question(endpoint.name());
    try (DatagramSocket socket = new DatagramSocket()) {
      if (!door.sockets().admit(socket)) {
        return new Answer(Tried.NOT_DETERMINED, "it was stopped");
      }
      try {
        socket.connect(new InetSocketAddress(resolver, door.ports().actual(DNS)));
        socket.setSoTimeout((int) door.limits().datagramWait().toMillis());
        socket.send(new DatagramPacket(question, question.length));
        door.traffic().add(Traffic.UDP_PACKETS, 1);
        byte[] room = new byte[LONGEST_REPLY];
        DatagramPacket reply = new DatagramPacket(room, room.length);
        socket.receive(reply);
        return answer(question, room, reply.getLength(), resolver);
      } finally {
        door.sockets().close(socket);
      }
    } catch (IOException silent) {
      return new Answer(Tried.NO, resolver.getHostAddress() + " did not answer");
    }
  }

  static Answer answer(byte[] question, byte[] reply, int length, InetAddress from) {
    String who = from.getHostAddress();
    boolean isOurs =
        length >= 12 && reply[0] == question[0] && reply[1] == question[1] && reply[2] < 0;
    if (!isOurs) {
      return new Answer(Tried.NOT_DETERMINED, who + " answered something else");
    }
    int code = reply[3] & 15;
    int answers = (reply[6] & 0xff) << 8 | reply[7] & 0xff;
    return code == 0 && answers > 0
        ? new Answer(Tried.YES, who + " answered with " + answers + " records")
        : new Answer(Tried.NO, who + " refused or knows no answer, code " + code);
  }

  private byte[] question(String name) {
    byte[] question = new byte[12 + name.length() + 2 + 4];
    byte[] id = new byte[ID_OCTETS];
    random.nextBytes(id);
    System.arraycopy(id, 0, question, 0, id.length);
    question[2] = 1;
    question[5] = 1;
    int at = 12;
    for (String label : name.split("\\.")) {
      question[at++] = (byte) label.length();
      for (int i = 0; i < label.length(); i++) {
        question[at++] = (byte) label.charAt(i);
      }
    }
    question[at + 2] = 1;
    question[at + 4] = 1;
    return question;
  }

  /// That somebody refused does not tell who: the endpoint, or a filter on the way.
  private Answer connect(OutsideEndpoint endpoint) {
    Socket socket = new Socket();
    if (!door.sockets().admit(socket)) {
      return new Answer(Tried.NOT_DETERMINED, "it was stopped");
    }
    try {
      door.traffic().add(Traffic.TCP_CONNECTIONS, 1);
      socket.connect(
          new InetSocketAddress(endpoint.address(), endpoint.port()),
          (int) door.limits().connectWait().toMillis());
      return new Answer(Tried.YES, "accepted");
    } catch (ConnectException refused) {
      return new Answer(Tried.NOT_DETERMINED, "refused, by whomever");
    } catch (IOException failed) {
      return door.isStopped()
          ? new Answer(Tried.NOT_DETERMINED, "it was stopped")
          : new Answer(Tried.NO, "nobody answered, or there is no way");
    } finally {
      door.sockets().close(socket);
    }
  }
}
