package lenswacht.probe.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import lenswacht.observation.Bytes;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.ProbeOutcome.RefusalReason;
import lenswacht.observation.Service;

/// Conversations over TCP: each on a connection of its own, within the host's share, cut off when
/// its time is up.
final class Conversation implements AutoCloseable {
  /// Packets of ours that a connection takes beside the first: acknowledgements and the farewell.
  private static final int PACKETS_PER_CONNECTION = 4;

  private final NetworkDoor door;
  private final CertificateReader certificates = new CertificateReader();
  private final ScheduledThreadPoolExecutor warden;

  Conversation(NetworkDoor door) {
    this.door = door;
    this.warden =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("lenswacht-door").daemon(true).factory());
    warden.setRemoveOnCancelPolicy(true);
  }

  /// What is said once the line is open.
  private interface Dialogue {
    List<Reply> hold(StreamLine line) throws IOException;
  }

  Reply http(Service service, HttpRequest request, boolean tls) throws InterruptedException {
    return hold(
            service,
            request,
            line -> {
              StreamLine inner = tls ? certificates.wrap(line, door) : line;
              inner.send(request.bytes(authority(service)));
              ReplyFrame frame = new ReplyFrame(door.limits(), true);
              return List.of(reply(service, request, inner, frame));
            })
        .getFirst();
  }

  List<Reply> rtsp(Service service, List<RtspRequest> requests) throws InterruptedException {
    return hold(service, requests.getFirst(), line -> rtsp(service, requests, line));
  }

  private List<Reply> rtsp(Service service, List<RtspRequest> requests, StreamLine line)
      throws IOException {
    List<Reply> replies = new ArrayList<>();
    for (RtspRequest request : requests) {
      try {
        line.send(request.bytes(authority(service)));
        replies.add(reply(service, request, line, new ReplyFrame(door.limits(), false)));
      } catch (IOException gone) {
        if (replies.isEmpty()) {
          throw gone;
        }
        return replies;
      }
    }
    return replies;
  }

  Reply stream(Service service, StreamRequest request) throws InterruptedException {
    return hold(service, request, line -> List.of(stream(service, request, line))).getFirst();
  }

  private Reply stream(Service service, StreamRequest request, StreamLine line) throws IOException {
    if (request == StreamRequest.CERTIFICATE) {
      Bytes der = certificates.certificate(line, door);
      return new Reply.Heard(service, door.clock().instant(), request.question(), der, false);
    }
    if (request.bytes().length() > 0) {
      line.send(request.bytes().toArray());
    }
    Bytes first = line.readFirst(request.longestReply());
    return first.length() == 0
        ? new Reply.Unheard(new ProbeOutcome.Refused(RefusalReason.CLOSED))
        : new Reply.Heard(service, door.clock().instant(), request.question(), first, false);
  }

  private Reply reply(Service service, Request request, StreamLine line, ReplyFrame frame)
      throws IOException {
    boolean cut = line.readInto(frame);
    if (frame.isEmpty()) {
      return new Reply.Unheard(new ProbeOutcome.Refused(RefusalReason.CLOSED));
    }
    return new Reply.Heard(
        service,
        door.clock().instant(),
        request.question(),
        frame.bytes(),
        cut || frame.isTruncated());
  }

  private List<Reply> hold(Service service, Request request, Dialogue dialogue)
      throws InterruptedException {
    Optional<Rule> refusal = door.refusal(service, request);
    if (refusal.isPresent()) {
      return held(refusal.get());
    }
    HostGate gate = door.gate(service.address());
    if (!gate.enter(service.port(), door::isStopped)) {
      return held(Rule.STOPPED);
    }
    long begun = System.nanoTime();
    try {
      door.packets().take(door::isStopped);
      begun = System.nanoTime();
      Optional<Rule> now = door.refusal(service, request);
      if (now.isPresent() || gate.isTimeUsed()) {
        return held(now.orElse(Rule.HOST_TIME_USED));
      }
      return connectAndHold(service, gate, dialogue);
    } finally {
      gate.leave(service.port(), System.nanoTime() - begun);
    }
  }

  private List<Reply> connectAndHold(Service service, HostGate gate, Dialogue dialogue)
      throws InterruptedException {
    Duration time = gate.timeLeft();
    long begun = System.nanoTime();
    Socket socket = new Socket();
    if (!door.sockets().admit(socket)) {
      return held(Rule.STOPPED);
    }
    ScheduledFuture<?> end =
        warden.schedule(
            () -> OpenSockets.closeQuietly(socket), time.toMillis(), TimeUnit.MILLISECONDS);
    try {
      door.traffic().add(Traffic.TCP_CONNECTIONS, 1);
      door.packets().book(PACKETS_PER_CONNECTION);
      gate.count(1 + PACKETS_PER_CONNECTION);
      socket.setTcpNoDelay(true);
      socket.connect(
          door.way(service.address(), service.port()),
          (int) Math.min(door.limits().connectWait().toMillis(), time.toMillis()));
      gate.connected(service.port(), true);
      return dialogue.hold(
          new StreamLine(socket, begun + time.toNanos(), door.limits(), door.traffic()));
    } catch (IOException failed) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      if (!socket.isConnected() && !door.isStopped()) {
        gate.connected(service.port(), false);
      }
      if (door.isStopped()) {
        return held(socket.isConnected() ? Rule.STOPPED_MEANWHILE : Rule.STOPPED);
      }
      return List.of(unheard(failed, System.nanoTime() - begun, time));
    } finally {
      end.cancel(false);
      door.sockets().close(socket);
    }
  }

  private static Reply unheard(IOException failed, long nanos, Duration time) {
    Duration waited = Duration.ofNanos(nanos);
    return new Reply.Unheard(
        switch (failed) {
          case SocketTimeoutException _ -> new ProbeOutcome.Silent(waited);
          case NoRouteToHostException _ -> new ProbeOutcome.Refused(RefusalReason.UNREACHABLE);
          case ConnectException _ -> new ProbeOutcome.Refused(RefusalReason.CLOSED);
          default ->
              waited.compareTo(time) >= 0
                  ? new ProbeOutcome.Silent(waited)
                  : new ProbeOutcome.Refused(RefusalReason.CLOSED);
        });
  }

  private List<Reply> held(Rule rule) {
    door.traffic().add(Traffic.HELD, 1);
    return List.of(Reply.Unheard.held(rule));
  }

  private String authority(Service service) {
    String host = service.address().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host)
        + ":"
        + door.ports().actual(service.port());
  }

  @Override
  public void close() {
    warden.shutdownNow();
  }
}
