package lenswacht.probe.net;

import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.Service;
import lenswacht.probe.net.Reply.Heard;

/// The socket of all searches on one port, and what came back to it, network by network. For IPv4
/// one lane serves every network, as several could not hold the same local port and each get its
/// own answers; for IPv6 each network has its own. For one thread.
final class SearchLane implements Closeable {
  private static final String NOT_POSSIBLE = "search-not-possible";
  private static final int MOST_REPLIES = 4096;
  private static final int MOST_PER_TURN = 64;

  private final NetworkDoor door;
  private final int port;
  private final boolean six;
  private final Optional<Inet6Address> speaker;
  private final Map<LocalSegment, Tally> tallies = new LinkedHashMap<>();
  private final List<DatagramRequest> requests = new ArrayList<>();
  private final Map<InetAddress, Integer> perSource = new HashMap<>();
  private Optional<DatagramChannel> channel = Optional.empty();
  private int replies;

  /// @param six whether the groups of IPv6 are asked
  /// @param speaker the address to speak from, for IPv6, where there is one
  SearchLane(NetworkDoor door, int port, boolean six, Optional<Inet6Address> speaker) {
    this.door = door;
    this.port = port;
    this.six = six;
    this.speaker = speaker;
  }

  /// What came from one network.
  private static final class Tally {
    private final List<Heard> heard = new ArrayList<>();
    private long strangers;
    private int sent;
    private Optional<String> impossible = Optional.empty();

    /// The first reason counts.
    void fail(String reason) {
      impossible = impossible.or(() -> Optional.of(reason));
    }
  }

  /// One packet that is to go out.
  record Post(SearchLane lane, LocalSegment segment, DatagramRequest request, InetAddress to) {}

  /// Says that `segment` is asked nothing here, and why.
  void pass(LocalSegment segment, String reason) {
    tally(segment).fail(reason);
  }

  /// Says that a packet for `segment` did not go out, as it had its share.
  void leaveOut(LocalSegment segment) {
    if (tally(segment).sent == 0) {
      pass(segment, Rule.SEARCHED_ENOUGH.key());
    }
  }

  /// Plans the packets of `request` on `segment`.
  List<Post> plan(LocalSegment segment, DatagramRequest request) {
    tally(segment);
    requests.add(request);
    List<InetAddress> destinations = new ArrayList<>();
    for (InetAddress group : request.reach().groups()) {
      if (group instanceof Inet6Address == six) {
        destinations.add(six ? on(segment.nic(), group) : group);
      }
    }
    if (request.reach().broadcast() && !six) {
      destinations.addAll(segment.broadcasts());
    }
    return destinations.stream().map(to -> new Post(this, segment, request, to)).toList();
  }

  private Tally tally(LocalSegment segment) {
    return tallies.computeIfAbsent(segment, unseen -> new Tally());
  }

  /// Opens the socket, on the local port that answers come back to.
  ///
  /// @return empty where that is not possible, which every network's outcome then says
  Optional<DatagramChannel> open() {
    if (requests.isEmpty()) {
      return Optional.empty();
    }
    try {
      channel = Optional.of(opened());
    } catch (BindException taken) {
      failed("local-port-taken");
    } catch (IOException | UnsupportedOperationException refused) {
      failed(NOT_POSSIBLE);
    }
    if (channel.isPresent() && !door.sockets().admit(channel.get())) {
      channel = Optional.empty();
      failed(Rule.STOPPED.key());
    }
    return channel;
  }

  private void failed(String reason) {
    tallies.values().forEach(tally -> tally.fail(reason));
  }

  private DatagramChannel opened() throws IOException {
    DatagramChannel opening =
        DatagramChannel.open(six ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
    try {
      opening.configureBlocking(false);
      opening.setOption(StandardSocketOptions.IP_MULTICAST_TTL, 1);
      if (speaker.isPresent()) {
        opening.bind(new InetSocketAddress(speaker.get(), 0));
        return opening;
      }
      opening.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      opening.setOption(StandardSocketOptions.SO_BROADCAST, true);
      opening.bind(new InetSocketAddress(requests.getFirst().searchPort()));
      for (LocalSegment segment : tallies.keySet()) {
        join(opening, segment.nic());
      }
      return opening;
    } catch (IOException | UnsupportedOperationException refused) {
      opening.close();
      throw refused;
    }
  }

  private void join(DatagramChannel opening, NetworkInterface nic) throws IOException {
    List<InetAddress> groups =
        requests.stream()
            .flatMap(request -> request.reach().answerGroups().stream())
            .filter(group -> group instanceof Inet4Address)
            .distinct()
            .toList();
    for (InetAddress group : groups) {
      opening.join(group, nic);
    }
  }

  /// Sends one packet. That it cannot be sent is an outcome of its network.
  void send(Post post) {
    InetAddress own = speaker.isPresent() ? speaker.get() : post.segment.own();
    byte[] question = post.request.bytes(own).toArray();
    Tally tally = tally(post.segment);
    try {
      DatagramChannel out = channel.orElseThrow();
      if (post.to.isMulticastAddress()) {
        out.setOption(StandardSocketOptions.IP_MULTICAST_IF, post.segment.nic());
      }
      InetSocketAddress to = new InetSocketAddress(post.to, door.ports().actual(port));
      out.send(ByteBuffer.wrap(question), to);
      tally.sent++;
      door.traffic().add(Traffic.MULTICAST_PACKETS, 1);
      door.traffic().add(Traffic.UDP_SENT, question.length);
    } catch (IOException refused) {
      // Where nothing could be sent at all, the outcome says so.
    }
  }

  /// Takes what has arrived.
  ///
  /// @param buffer room for one datagram; blank afterwards
  void receive(ByteBuffer buffer) {
    DatagramChannel in = channel.orElseThrow();
    try {
      for (int i = 0; i < MOST_PER_TURN; i++) {
        buffer.clear();
        if (!(in.receive(buffer) instanceof InetSocketAddress source)) {
          return;
        }
        take(source.getAddress(), buffer.flip());
        Arrays.fill(buffer.array(), (byte) 0);
      }
    } catch (IOException gone) {
      // Somebody stopped the search, or an answer was lost; what was heard before counts.
    }
  }

  private void take(InetAddress source, ByteBuffer datagram) throws SocketException {
    InetAddress host = LocalSegment.withoutScope(source);
    Tally tally = tally(home(source));
    boolean own = NetworkInterface.getByInetAddress(source) != null;
    if (!own && !door.mandate().scope().covers(host)) {
      tally.strangers++;
      return;
    }
    int length = datagram.remaining();
    int kept = Math.min(length, longest());
    Bytes bytes = Bytes.of(Arrays.copyOf(datagram.array(), kept));
    if (requests.stream().anyMatch(request -> SearchBytes.isQuestion(request, bytes))
        || !door.mandate().scope().covers(host)
        || replies >= MOST_REPLIES
        || perSource.merge(host, 1, Integer::sum) > door.limits().repliesPerSource()) {
      return;
    }
    replies++;
    door.traffic().add(Traffic.UDP_RECEIVED, length);
    tally.heard.add(
        new Heard(
            Service.udp(host, port),
            door.clock().instant(),
            requests.getFirst().question(),
            bytes,
            length > kept));
  }

  /// The network that `source` stands in; the first where it says of none.
  private LocalSegment home(InetAddress source) {
    return tallies.keySet().stream()
        .filter(segment -> segment.contains(source))
        .findFirst()
        .orElseGet(() -> tallies.keySet().iterator().next());
  }

  private int longest() {
    int most = requests.stream().mapToInt(DatagramRequest::longestReply).max().orElse(0);
    return Math.min(most, door.limits().datagramBytes());
  }

  List<SearchOutcome> outcomes() {
    List<SearchOutcome> outcomes = new ArrayList<>();
    if (tallies.values().stream().anyMatch(tally -> tally.sent == 0)) {
      String why = door.refusal().map(Rule::key).orElse(NOT_POSSIBLE);
      tallies.values().stream().filter(tally -> tally.sent == 0).forEach(t -> t.fail(why));
    }
    tallies.forEach(
        (segment, tally) ->
            outcomes.add(
                new SearchOutcome(
                    segment, port, six, tally.heard, tally.strangers, tally.impossible)));
    return outcomes;
  }

  @Override
  public void close() {
    channel.ifPresent(open -> door.sockets().close(open));
  }

  private static InetAddress on(NetworkInterface nic, InetAddress group) {
    try {
      return Inet6Address.getByAddress(null, group.getAddress(), nic);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException("no group of IPv6: " + group, impossible);
    }
  }
}
