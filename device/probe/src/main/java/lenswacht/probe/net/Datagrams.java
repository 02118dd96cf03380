package lenswacht.probe.net;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lenswacht.observation.Bytes;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.ProbeOutcome.RefusalReason;
import lenswacht.observation.Service;

/// Questions in datagrams, put to one host.
final class Datagrams {
  private static final Duration BETWEEN_VARIANTS = Duration.ofMillis(700);

  private final NetworkDoor door;

  Datagrams(NetworkDoor door) {
    this.door = door;
  }

  /// Puts the variants in turn. The first goes out on a connected socket even where answers may
  /// come from any port: only there does the system tell that the port is closed, which saves the
  /// wait for the others.
  Reply ask(Service service, List<DatagramRequest> variants) throws InterruptedException {
    Reply last = new Reply.Unheard(new ProbeOutcome.Silent(Duration.ZERO));
    for (int i = 0; i < variants.size(); i++) {
      boolean isLast = i == variants.size() - 1;
      last =
          ask(
              service,
              variants.get(i),
              i == 0 || !variants.get(i).isAnsweredFromAnyPort(),
              isLast ? door.limits().datagramWait() : shortWait());
      if (!(last instanceof Reply.Unheard(ProbeOutcome.Silent _))) {
        return last;
      }
    }
    return last;
  }

  private Duration shortWait() {
    Duration most = door.limits().datagramWait();
    return most.compareTo(BETWEEN_VARIANTS) < 0 ? most : BETWEEN_VARIANTS;
  }

  private Reply ask(Service service, DatagramRequest request, boolean connected, Duration wait)
      throws InterruptedException {
    Optional<Rule> refusal = door.refusal(service, request);
    if (refusal.isEmpty()) {
      door.gate(service.address()).awaitDatagramTurn(door::isStopped);
      door.packets().take(door::isStopped);
      refusal = door.refusal(service, request);
    }
    if (refusal.isPresent()) {
      door.traffic().add(Traffic.HELD, 1);
      return Reply.Unheard.held(refusal.get());
    }
    try (DatagramSocket socket = open(request)) {
      if (!door.sockets().admit(socket)) {
        return Reply.Unheard.held(Rule.STOPPED);
      }
      try {
        return exchange(service, request, socket, connected, wait);
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
          ? Reply.Unheard.held(Rule.STOPPED)
          : new Reply.Unheard(new ProbeOutcome.Refused(RefusalReason.UNREACHABLE));
    }
  }

  /// A socket on the port that answers come back to, or on any where that one is taken.
  private static DatagramSocket open(DatagramRequest request) throws IOException {
    DatagramSocket socket = new DatagramSocket(null);
    try {
      socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      socket.bind(new InetSocketAddress(request.localPort()));
    } catch (IOException taken) {
      OpenSockets.closeQuietly(socket);
      return new DatagramSocket();
    }
    return socket;
  }

  private Reply exchange(
      Service service,
      DatagramRequest request,
      DatagramSocket socket,
      boolean connected,
      Duration wait)
      throws IOException {
    InetSocketAddress peer = door.way(service.address(), service.port());
    if (connected) {
      socket.connect(peer);
    }
    byte[] question = request.bytes().toArray();
    socket.send(new DatagramPacket(question, question.length, peer));
    door.traffic().add(Traffic.UDP_PACKETS, 1);
    door.traffic().add(Traffic.UDP_SENT, question.length);
    long begun = System.nanoTime();
    long until = begun + wait.toNanos();
    int limit = door.limits().datagramBytes();
    DatagramPacket packet = new DatagramPacket(new byte[limit + 1], limit + 1);
    while (until - System.nanoTime() > 0) {
      long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      socket.setSoTimeout((int) Math.max(1, left));
      try {
        socket.receive(packet);
      } catch (SocketTimeoutException silent) {
        break;
      }
      if (packet.getAddress().equals(service.address())) {
        return heard(service, request, packet);
      }
    }
    return new Reply.Unheard(new ProbeOutcome.Silent(Duration.ofNanos(System.nanoTime() - begun)));
  }

  /// The datagram in `packet` as something heard from `from`, cut at the limit.
  private Reply heard(Service from, DatagramRequest request, DatagramPacket packet) {
    Bytes all = Bytes.of(packet.getData()).head(packet.getLength());
    door.traffic().add(Traffic.UDP_RECEIVED, all.length());
    int limit = door.limits().datagramBytes();
    return new Reply.Heard(
        from, door.clock().instant(), request.question(), all.head(limit), all.length() > limit);
  }
}
