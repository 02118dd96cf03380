package lenswacht.probe.net;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import lenswacht.observation.Bytes;
import lenswacht.observation.MacAddress;
import lenswacht.observation.ScanScope;
import lenswacht.probe.net.LocalNetwork.Link;
import lenswacht.probe.net.LocalNetwork.Own;

/// Finds IPv6 hosts on one segment: by an echo to all of them, and by neighbour solicitations for
/// addresses that somebody may have. Of an IPv6 network nobody can ask every address, so who
// answers
/// neither is not found.
///
/// What one liar can make us keep is bounded: a number of addresses for one sender, and for the
/// segment.
final class NdSweep implements Closeable {
  private static final int MOST_FOUND = 4096;
  private static final int MOST_OF_ONE_SENDER = 16;
  private static final int MOST_HARDWARE_EACH = 8;
  private static final int ECHO_ROUNDS = 2;
  private static final int SOLICITATION_ROUNDS = 3;
  private static final int FRAME_ROOM = 128;
  private static final long ECHO_WAIT = 500_000_000L;
  private static final long SOLICITATION_WAIT = 150_000_000L;

  private final SweepLine line;
  private final Link link;
  private final NetworkDoor door;
  private final ScanScope scope;
  private final byte[] mac;
  private final int id;
  private final int secret;
  private final RawSocket socket;
  private final Arena arena = Arena.ofConfined();
  private final PacketIntake intake;
  private final Set<InetAddress> asked = ConcurrentHashMap.newKeySet();
  private final Set<InetAddress> found = ConcurrentHashMap.newKeySet();
  private final Set<InetAddress> neighbours = ConcurrentHashMap.newKeySet();
  private final Set<MacAddress> hardware = ConcurrentHashMap.newKeySet();
  private final Queue<HostAnswer> news = new ConcurrentLinkedQueue<>();

  /// For the thread that hears.
  private final Map<MacAddress, Set<InetAddress>> bySender = new HashMap<>();

  /// For the thread that hears.
  private final Map<InetAddress, Set<MacAddress>> byAddress = new HashMap<>();

  private volatile boolean crowded;

  /// Opens the ear; nothing is sent yet.
  ///
  /// @param scope whose answers count, besides that the mandate must cover them
  /// @param secret four octets that nobody can guess
  NdSweep(
      SocketCalls calls,
      NetworkDoor door,
      SweepLine line,
      Link link,
      ScanScope scope,
      int id,
      int secret)
      throws IOException {
    this.door = door;
    this.line = line;
    this.link = link;
    this.scope = scope;
    this.mac = link.mac();
    this.id = id;
    this.secret = secret;
    this.socket = RawSocket.neighbours(calls, link.nic());
    this.intake = new PacketIntake(socket, FRAME_ROOM, this::hear);
  }

  /// Every address that answered so far.
  Set<InetAddress> found() {
    return new LinkedHashSet<>(found);
  }

  /// Every hardware address that was told or sent an answer so far.
  Set<MacAddress> hardware() {
    return Set.copyOf(hardware);
  }

  /// Whether there was more than is kept.
  boolean isCrowded() {
    return crowded;
  }

  /// Asks all hosts at once from each of `voices`: a host answers with an address of the same
  /// subnet.
  ///
  /// @return whether the sweep may go on
  boolean echo(List<Own> voices, SweepListener listener) throws InterruptedException {
    PacketBatch batch = new PacketBatch(socket, arena, NeighbourFrame.ECHO_LENGTH, false);
    boolean mayGoOn = true;
    for (int round = 0; mayGoOn && round < ECHO_ROUNDS && !voices.isEmpty(); round++) {
      int count = Math.min(voices.size(), RawSocket.BATCH);
      for (int i = 0; i < count; i++) {
        NeighbourFrame.writeEcho(
            batch.octets(), batch.at(i), mac, voices.get(i).address(), id, secret);
      }
      mayGoOn = line.send(batch, count) && line.rest(ECHO_WAIT);
      tell(listener);
    }
    return mayGoOn;
  }

  /// Asks who has each of `candidates`, as far as the mandate covers them, again where nobody
  /// answers.
  ///
  /// @return whether the sweep may go on
  boolean solicit(Collection<InetAddress> candidates, SweepListener listener)
      throws InterruptedException {
    PacketBatch batch = new PacketBatch(socket, arena, NeighbourFrame.SOLICITATION_LENGTH, false);
    List<InetAddress> fresh =
        candidates.stream().filter(one -> isInScope(one) && asked.add(one)).toList();
    boolean mayGoOn = true;
    for (int round = 0; mayGoOn && round < SOLICITATION_ROUNDS; round++) {
      int before = count(batch, fresh, listener);
      mayGoOn = before >= 0 && (before == 0 || line.rest(SOLICITATION_WAIT));
      tell(listener);
    }
    return mayGoOn;
  }

  /// @return how many were asked, -1 when the sweep may not go on
  private int count(PacketBatch batch, List<InetAddress> fresh, SweepListener listener)
      throws InterruptedException {
    int total = 0;
    int count = 0;
    for (InetAddress one : fresh) {
      Optional<Inet6Address> voice = link.voiceFor(one);
      if (neighbours.contains(one)
          || voice.isEmpty()
          || isOurs(one)
          || !(one instanceof Inet6Address sought)) {
        continue;
      }
      NeighbourFrame.writeSolicitation(batch.octets(), batch.at(count), mac, voice.get(), sought);
      count++;
      total++;
      if (count == RawSocket.BATCH) {
        if (!line.send(batch, count)) {
          return -1;
        }
        tell(listener);
        count = 0;
      }
    }
    return count == 0 || line.send(batch, count) ? total : -1;
  }

  private boolean isOurs(InetAddress address) {
    return link.own().stream().anyMatch(one -> one.address().equals(address));
  }

  private boolean isInScope(InetAddress address) {
    return scope.covers(address) && door.mandate().scope().covers(address);
  }

  private void tell(SweepListener listener) {
    for (HostAnswer answer = news.poll(); answer != null; answer = news.poll()) {
      listener.answered(answer);
    }
  }

  private void hear(byte[] octets, int at, int length) {
    NeighbourFrame.parse(octets, at, length, mac)
        .ifPresent(
            frame -> {
              Bytes all = Bytes.of(Arrays.copyOfRange(octets, at, at + length));
              hearEcho(frame, all);
              NeighbourMessage.parse(frame.source(), frame.hopsLeft(), frame.message())
                  .filter(message -> message.kind() == NeighbourMessage.Kind.ADVERTISEMENT)
                  .ifPresent(message -> hearNeighbour(frame, message, all));
            });
  }

  private void hearEcho(NeighbourFrame frame, Bytes all) {
    byte[] message = frame.message().toArray();
    boolean isOurs =
        EchoMessage.secret(message, 0, message.length, EchoMessage.REPLY_6, id).orElse(~secret)
            == secret;
    InetAddress address = frame.source();
    if (isOurs && isInScope(address) && isRoom(frame.sender(), address) && found.add(address)) {
      hardware.add(frame.sender());
      keep(HostAnswer.ICMP6, address, Optional.empty(), all);
    }
  }

  private void hearNeighbour(NeighbourFrame frame, NeighbourMessage message, Bytes all) {
    InetAddress address = message.subject();
    if (!asked.contains(address) || !isRoom(frame.sender(), address)) {
      return;
    }
    MacAddress told = message.hardware().orElse(frame.sender());
    Set<MacAddress> known = byAddress.computeIfAbsent(address, first -> new HashSet<>());
    if (known.size() < MOST_HARDWARE_EACH && known.add(told)) {
      neighbours.add(address);
      found.add(address);
      hardware.add(told);
      keep(HostAnswer.ND, address, Optional.of(told), all);
    }
  }

  private boolean isRoom(MacAddress sender, InetAddress address) {
    Set<InetAddress> known = bySender.get(sender);
    boolean room =
        found.contains(address)
            || found.size() < MOST_FOUND && (known == null || known.size() < MOST_OF_ONE_SENDER);
    if (!room) {
      crowded = true;
    } else if (known != null || bySender.size() < MOST_FOUND) {
      bySender.computeIfAbsent(sender, first -> new HashSet<>()).add(address);
    }
    return room;
  }

  private void keep(String by, InetAddress address, Optional<MacAddress> told, Bytes frame) {
    if (door.zones().learn(address, link.nic())) {
      news.add(HostAnswer.of(by, address, told, door.clock().instant(), frame));
    }
  }

  @Override
  public void close() {
    intake.close();
    socket.close();
    arena.close();
  }
}
