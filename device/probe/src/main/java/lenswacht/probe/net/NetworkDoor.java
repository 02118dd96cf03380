package lenswacht.probe.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.JournalEvent.WayOutTried;
import lenswacht.observation.Mandate;
import lenswacht.observation.OutsideEndpoint;
import lenswacht.observation.Service;
import lenswacht.observation.Transport;

/// The only way to the network. Whoever wants to ask a camera something asks here, with a question
/// from the closed list; the door looks at the mandate, the clock, the limits and the pace before
/// one byte leaves, and again for each question.
///
/// Services carry canonical ports; the door knows where they are found. Thread-safe: many threads
/// may ask at once.
public final class NetworkDoor implements AutoCloseable {
  private final Mandate mandate;
  private final PortPlan ports;
  private final InstantSource clock;
  private final DoorLimits limits;
  private final Traffic traffic = new Traffic();
  private final OpenSockets sockets = new OpenSockets();
  private final Zones zones = new Zones();
  private final TokenBucket packets;
  private final HostGates gates;
  private final Map<String, SearchGate> searchGates = new ConcurrentHashMap<>();
  private final Conversation conversation;
  private final Datagrams datagrams;

  /// A door that opens for what `mandate` allows and nothing else.
  public NetworkDoor(Mandate mandate, PortPlan ports, InstantSource clock, DoorLimits limits) {
    this.mandate = mandate;
    this.ports = ports;
    this.clock = clock;
    this.limits = limits;
    this.packets = new TokenBucket(mandate.packetsPerSecond());
    this.gates = new HostGates(limits);
    this.conversation = new Conversation(this);
    this.datagrams = new Datagrams(this);
  }

  /// Puts one question over HTTP, on a connection of its own.
  ///
  /// @param tls whether HTTP is spoken inside TLS; certificates are not judged here
  public Reply ask(Service service, HttpRequest request, boolean tls) throws InterruptedException {
    return conversation.http(service, request, tls);
  }

  /// Puts questions over RTSP, in order, on one connection. There is one reply per question that
  /// was put; the first that is not answered is the last.
  public List<Reply> ask(Service service, List<RtspRequest> requests) throws InterruptedException {
    return conversation.rtsp(service, requests);
  }

  /// Puts one short question over TCP. The reply to [StreamRequest#CERTIFICATE] is the other side's
  /// certificate in DER form.
  public Reply ask(Service service, StreamRequest request) throws InterruptedException {
    return conversation.stream(service, request);
  }

  /// Puts one question in datagrams, in each of `variants` in turn until one is answered.
  public Reply ask(Service service, DatagramRequest... variants) throws InterruptedException {
    return datagrams.ask(service, List.of(variants));
  }

  /// Asks for the system's name and nature by SNMP, with a community of the mandate.
  public Reply ask(Service service, SnmpRequest request) throws InterruptedException {
    return datagrams.ask(service, request);
  }

  /// Puts questions to everybody on our networks at once and collects the answers of hosts inside
  /// the mandate. Takes a second for every few questions, and a while after the last.
  ///
  /// @param plan which questions go out on which network
  /// @return one outcome for each network and port, and family where both are asked
  public List<SearchOutcome> search(Map<LocalSegment, List<DatagramRequest>> plan)
      throws InterruptedException {
    return new GroupSearch(this).search(plan);
  }

  /// Tries the way to an endpoint outside that the mandate names, from behind `wire`.
  ///
  /// @return what came of it; empty where the mandate does not allow it, or where none of our
  ///     networks behind the wire has addresses inside the mandate
  public Optional<WayOutTried> tryWayOut(Wire wire, OutsideEndpoint endpoint) {
    return new WayOutTrial(this).from(wire, endpoint);
  }

  /// Opens an ear on `wire`: a packet socket where this program may have one, else the multicast
  /// groups. Nothing is asked, so the mandate does not forbid it; whose words are kept is for the
  /// listener to decide by the mandate. [#stop] closes it.
  public Ear listenOn(Wire wire) {
    Ear ear;
    try {
      ear = PacketSocket.open(wire, false, clock);
    } catch (IOException notPermitted) {
      ear = GroupEar.open(wire, String.valueOf(notPermitted.getMessage()), clock);
    }
    sockets.admit(ear);
    return ear;
  }

  /// Closes an ear.
  public void release(Ear ear) {
    sockets.close(ear);
  }

  /// Closes every open socket and lets nothing more through. Takes effect at once; cannot be
  /// undone.
  public void stop() {
    sockets.stop();
  }

  /// Whether somebody called [#stop()].
  public boolean isStopped() {
    return sockets.isStopped();
  }

  /// What went through so far: connections, packets and bytes, by kind.
  public Map<String, Long> counters() {
    return traffic.snapshot();
  }

  /// What `address` has had of us so far.
  public HostTraffic traffic(InetAddress address) {
    HostGate gate = gates.of(address);
    return new HostTraffic(gate.connections(), gate.packets());
  }

  /// Treats a host gently from now on: one connection at a time, and a long pause between two.
  public void beGentle(InetAddress address) {
    gates.of(address).beGentle();
  }

  /// Tells the door of a service that accepted a connection before, at another time; a sweep does
  /// not ask there again.
  public void recall(Service open) {
    gates.of(open.address()).recall(open.port());
  }

  /// Whether `service`, which accepted a connection before, failed to the last time.
  public boolean isLost(Service service) {
    return service.transport() == Transport.TCP
        && gates.of(service.address()).isLost(service.port());
  }

  /// What is allowed.
  public Mandate mandate() {
    return mandate;
  }

  /// Which ports are looked at, and where they are found.
  public PortPlan ports() {
    return ports;
  }

  /// The clock that says whether the mandate is in force.
  public InstantSource clock() {
    return clock;
  }

  /// How gently the door knocks.
  public DoorLimits limits() {
    return limits;
  }

  /// The same as [#stop()].
  @Override
  public void close() {
    stop();
    conversation.close();
  }

  /// The rule that holds `request` to `service` back at this moment, if any.
  Optional<Rule> refusal(Service service, Request request) {
    Optional<Rule> general = refusal(service.address(), service.port());
    if (general.isPresent()) {
      return general;
    }
    if (!request.isAskedOn(service.port())) {
      return Optional.of(Rule.NOT_ASKED_ON_PORT);
    }
    if (request instanceof SnmpRequest(int community)
        && community >= mandate.snmpCommunities().size()) {
      return Optional.of(Rule.NO_SNMP_COMMUNITY);
    }
    if (request instanceof DatagramRequest datagram
        && datagram.isForOwnRouter()
        && !OwnRouters.include(service.address())) {
      return Optional.of(Rule.NOT_OUR_ROUTER);
    }
    return request instanceof HttpRequest.Onvif(OnvifOperation operation)
            && operation == OnvifOperation.GET_DEVICE_INFORMATION
            && !mandate.anonymousReads()
        ? Optional.of(Rule.NO_ANONYMOUS_READS)
        : Optional.empty();
  }

  /// The rule that keeps us from `address` and `port` at this moment, if any.
  Optional<Rule> refusal(InetAddress address, int port) {
    if (!mandate.scope().covers(address)) {
      return Optional.of(Rule.OUTSIDE_MANDATE);
    }
    if (PortPlan.NEVER.contains(port) || PortPlan.NEVER.contains(ports.actual(port))) {
      return Optional.of(Rule.PORT_NEVER_OPENED);
    }
    return refusal();
  }

  /// The rule that keeps us from everything at this moment, if any.
  Optional<Rule> refusal() {
    if (isStopped()) {
      return Optional.of(Rule.STOPPED);
    }
    if (!mandate.isInForceAt(clock.instant())) {
      return Optional.of(Rule.MANDATE_NOT_IN_FORCE);
    }
    return mandate.intrusiveness().compareTo(Intrusiveness.ASK) < 0
        ? Optional.of(Rule.LISTEN_ONLY)
        : Optional.empty();
  }

  Traffic traffic() {
    return traffic;
  }

  OpenSockets sockets() {
    return sockets;
  }

  TokenBucket packets() {
    return packets;
  }

  SearchGate searches(LocalSegment segment) {
    return searchGates.computeIfAbsent(
        segment.network(), first -> new SearchGate(limits.datagramsPerSecond()));
  }

  Zones zones() {
    return zones;
  }

  /// Where `address` and its canonical `port` are found from here.
  InetSocketAddress way(InetAddress address, int port) {
    return new InetSocketAddress(zones.zoned(address), ports.actual(port));
  }

  HostGate gate(InetAddress address) {
    return gates.of(address);
  }

  /// Forgets a host of which there is nothing to remember: it never accepted a connection.
  public void tidy(InetAddress address) {
    gates.tidy(address);
  }
}
