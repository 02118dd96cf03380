package lenswacht.probe.net;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import lenswacht.observation.Bytes;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.ProbeOutcome.RefusalReason;
import lenswacht.observation.Service;

/// Questions in datagrams, put to one host.
final class Datagrams {
  private static final Duration BETWEEN_VARIANTS = Duration.ofMillis(700);

  private final NetworkDoor door;

  /// Held while a fixed local port is listened on for answers from any port: two sockets there
  /// would take each other's.
  private final Object shared = new Object();

  Datagrams(NetworkDoor door) {
    this.door = door;
  }

  /// A question as it goes out.
  ///
  /// @param request what it is
  /// @param localPort the local port that answers come back to, zero for any
  /// @param anyPort whether answers may come from another port than the one asked
  /// @param longest octets of a reply that are taken in
  /// @param bytes what it looks like, sent from a given address of ours
  private record Question(
      Request request,
      int localPort,
      boolean anyPort,
      int longest,
      Function<InetAddress, Bytes> bytes) {}

  /// Puts the variants in turn. Of several, the first goes out on a connected socket even where
  /// answers may come from any port: only there does the system tell that the port is closed, which
  /// saves the wait for the others.
  Reply ask(Service service, List<DatagramRequest> variants) throws InterruptedException {
    Reply last = new Reply.Unheard(new ProbeOutcome.Silent(Duration.ZERO));
    for (int i = 0; i < variants.size(); i++) {
      DatagramRequest request = variants.get(i);
      boolean isLast = i == variants.size() - 1;
      boolean connected = (i == 0 && !isLast) || !request.isAnsweredFromAnyPort();
      int longest = Math.min(request.longestReply(), door.limits().datagramBytes());
      Question question =
          new Question(request, request.localPort(), !connected, longest, request::bytes);
      last = ask(service, question, isLast ? door.limits().datagramWait() : shortWait());
      if (!(last instanceof Reply.Unheard(ProbeOutcome.Silent _))) {
        return last;
      }
    }
    return last;
  }

  /// Asks once; silence is not asked again.
  Reply ask(Service service, SnmpRequest request) throws InterruptedException {
    Question question =
        new Question(
            request, 0, false, door.limits().datagramBytes(), own -> request.bytes(door.mandate()));
    return ask(service, question, door.limits().datagramWait());
  }

  private Duration shortWait() {
    Duration most = door.limits().datagramWait();
    return most.compareTo(BETWEEN_VARIANTS) < 0 ? most : BETWEEN_VARIANTS;
  }

  private Reply ask(Service service, Question question, Duration wait) throws InterruptedException {
    Optional<Rule> refusal = door.refusal(service, question.request);
    if (refusal.isEmpty()) {
      door.gate(service.address()).awaitDatagramTurn(door::isStopped);
      door.packets().take(door::isStopped);
      refusal = door.refusal(service, question.request);
    }
    if (refusal.isPresent()) {
      door.traffic().add(Traffic.HELD, 1);
      return Reply.Unheard.held(refusal.get());
    }
    if (question.anyPort && question.localPort != 0) {
      synchronized (shared) {
        return open(service, question, wait);
      }
    }
    return open(service, question, wait);
  }

  private Reply open(Service service, Question question, Duration wait)
      throws InterruptedException {
    try (DatagramSocket socket = open(question.localPort)) {
      if (!door.sockets().admit(socket)) {
        return Reply.Unheard.held(Rule.STOPPED);
      }
      try {
        return exchange(service, question, socket, wait);
      } finally {
        door.sockets().close(socket);
      }
    } catch (PortUnreachableException closed) {
      return new Reply.Unheard(new ProbeOutcome.Refused(RefusalReason.CLOSED));
    } catch (IOException failed) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return door.isStopped()
          ? Reply.Unheard.held(Rule.STOPPED_MEANWHILE)
          : new Reply.Unheard(new ProbeOutcome.Refused(RefusalReason.UNREACHABLE));
    }
  }

  /// A socket on the port that answers come back to, or on any where that one is taken.
  private static DatagramSocket open(int localPort) throws IOException {
    DatagramSocket socket = new DatagramSocket(null);
    try {
      socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      socket.bind(new InetSocketAddress(localPort));
    } catch (IOException taken) {
      OpenSockets.closeQuietly(socket);
      return new DatagramSocket();
    }
    return socket;
  }

  private Reply exchange(Service service, Question question, DatagramSocket socket, Duration wait)
      throws IOException {
    InetSocketAddress peer = door.way(service.address(), service.port());
    if (!question.anyPort) {
      socket.connect(peer);
    }
    byte[] asked = question.bytes.apply(socket.getLocalAddress()).toArray();
    socket.send(new DatagramPacket(asked, asked.length, peer));
    door.gate(service.address()).count(1);
    door.traffic().add(Traffic.UDP_PACKETS, 1);
    door.traffic().add(Traffic.UDP_SENT, asked.length);
    long begun = System.nanoTime();
    long until = begun + wait.toNanos();
    byte[] room = new byte[door.limits().datagramBytes() + 1];
    DatagramPacket packet = new DatagramPacket(room, room.length);
    while (until - System.nanoTime() > 0) {
      long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      socket.setSoTimeout((int) Math.max(1, left));
      try {
        socket.receive(packet);
      } catch (SocketTimeoutException silent) {
        break;
      }
      if (packet.getAddress().equals(service.address())) {
        return heard(service, question, room, packet.getLength());
      }
    }
    return new Reply.Unheard(new ProbeOutcome.Silent(Duration.ofNanos(System.nanoTime() - begun)));
  }

  /// The first octets of `room` as something heard from `from`, cut at the limit.
  private Reply heard(Service from, Question question, byte[] room, int length) {
    door.traffic().add(Traffic.UDP_RECEIVED, length);
    int kept = Math.min(length, question.longest);
    Bytes bytes = Bytes.of(Arrays.copyOf(room, kept));
    Arrays.fill(room, (byte) 0);
    return new Reply.Heard(
        from, door.clock().instant(), question.request.question(), bytes, length > kept);
  }
}
