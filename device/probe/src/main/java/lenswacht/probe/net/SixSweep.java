package lenswacht.probe.net;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lenswacht.observation.AddressRange;
import lenswacht.observation.MacAddress;
import lenswacht.observation.ScanScope;
import lenswacht.probe.net.LocalNetwork.Link;
import lenswacht.probe.net.LocalNetwork.Own;
import lenswacht.probe.net.SearchedRange.SearchWay;

/// Finds IPv6 hosts in scope and the ports on which they accept connections.
///
/// Small ranges are asked address by address. A whole network is never: its hosts are searched for
/// on the segments we stand in, by an echo to all of them, and by solicitations for the addresses
/// that were heard, that the system knows, and that known hardware addresses lead to.
final class SixSweep {
  private static final int WHOLE_ADDRESS = 128;
  private static final int MOST_PASSES = 4;
  private static final int MOST_CANDIDATES = 16_384;
  private static final int MOST_GUESSES_UNSEEN = 256;
  private static final int MOST_NETWORKS = 16;
  private static final AddressRange LINK_LOCAL = AddressRange.parse("fe80::/64");

  private final NetworkDoor door;
  private final SocketCalls calls = new SocketCalls();
  private final SweepLine line;
  private final Set<InetAddress> hosts = new LinkedHashSet<>();
  private final Set<InetAddress> there = new LinkedHashSet<>();
  private final Map<AddressRange, Set<SearchWay>> ways = new LinkedHashMap<>();
  private boolean complete = true;

  SixSweep(NetworkDoor door) {
    this.door = door;
    this.line = new SweepLine(door);
  }

  /// Sweeps the IPv6 addresses of `order`, or as many of them as the mandate covers. May be called
  /// once.
  ///
  /// @param hardware hardware addresses that are known by now
  SweepOutcome sweep(SweepOrder order, Set<MacAddress> hardware, SweepListener listener)
      throws InterruptedException {
    ScanScope scope = order.scope();
    for (AddressRange range : scope.ranges()) {
      if (range.base() instanceof Inet6Address && !range.isSweepable()) {
        ways.put(range, EnumSet.noneOf(SearchWay.class));
      }
    }
    Set<InetAddress> named = new LinkedHashSet<>();
    scope.hosts().filter(Inet6Address.class::isInstance).forEach(named::add);
    int few = named.size();
    for (InetAddress heard : order.heard()) {
      if (heard instanceof Inet6Address && isInScope(heard, scope)) {
        named.add(heard);
        note(SearchWay.HEARD, heard);
      }
    }
    hosts.addAll(named);
    if (line.isOpen()) {
      onLinks(scope, named, hardware, listener);
    }
    SweepOutcome swept = ports(listener);
    there.addAll(swept.answering());
    echo(listener);
    return new SweepOutcome(
        swept.complete() ? few : 0,
        swept.ports(),
        there,
        swept.open(),
        complete && swept.complete(),
        SweepMeans.CONNECT_IPV6,
        line.packets() + swept.packets(),
        swept.rounds(),
        ways.entrySet().stream()
            .map(one -> new SearchedRange(one.getKey(), one.getValue()))
            .toList());
  }

  private SweepOutcome ports(SweepListener listener) throws InterruptedException {
    if (hosts.isEmpty()) {
      List<Integer> all = line.isOpen() ? door.ports().canonicalPorts() : List.of();
      return new SweepOutcome(
          0, all, Set.of(), List.of(), line.isOpen(), SweepMeans.CONNECT_IPV6, 0, 0);
    }
    List<AddressRange> each =
        hosts.stream().map(one -> new AddressRange(one, WHOLE_ADDRESS)).toList();
    return new TcpSweep(door)
        .sweep(new ScanScope(each, List.of()), listener::open, listener::reached);
  }

  /// Asks who answered nothing so far for an echo.
  private void echo(SweepListener listener) throws InterruptedException {
    List<InetAddress> silent =
        hosts.stream().filter(one -> !there.contains(one) && !one.isLinkLocalAddress()).toList();
    if (!silent.isEmpty() && line.isOpen() && SocketCalls.isSupported()) {
      SixEcho echo = new SixEcho(calls, line, door.clock());
      complete &= echo.sweep(silent, listener);
      there.addAll(echo.there());
    }
  }

  private void onLinks(
      ScanScope scope, Set<InetAddress> named, Set<MacAddress> hardware, SweepListener listener)
      throws InterruptedException {
    List<Link> links;
    try {
      links = LocalNetwork.now().links();
    } catch (IOException noInterfaces) {
      complete = false;
      return;
    }
    for (Link link : links) {
      if (link.touches(door.mandate().scope()) && !link.own().isEmpty() && line.isOpen()) {
        Map<InetAddress, MacAddress> cached = NeighbourCache.on(calls, link.nic());
        Set<MacAddress> known = new HashSet<>(hardware);
        known.addAll(cached.values());
        Set<InetAddress> candidates = new LinkedHashSet<>();
        for (InetAddress one : cached.keySet()) {
          if (isAsked(link, one, scope)) {
            candidates.add(one);
            note(SearchWay.NEIGHBOUR_TABLE, one);
          }
        }
        named.stream().filter(one -> isAsked(link, one, scope)).forEach(candidates::add);
        try {
          search(link, scope, candidates, known, listener);
        } catch (IOException noFrames) {
          unseen(link, scope, candidates, known);
        }
      }
    }
  }

  private void search(
      Link link,
      ScanScope scope,
      Set<InetAddress> candidates,
      Set<MacAddress> known,
      SweepListener listener)
      throws IOException, InterruptedException {
    SecureRandom random = new SecureRandom();
    int id = random.nextInt(1 << 16);
    try (NdSweep nd = new NdSweep(calls, door, line, link, scope, id, random.nextInt())) {
      // Of those that stand on this segment only who answers is asked further.
      hosts.removeIf(one -> candidates.contains(one) && isOnLink(link, one));
      List<Own> voices = link.voices(door.mandate().scope());
      boolean mayGoOn = nd.echo(voices, listener);
      voices.forEach(voice -> note(SearchWay.MULTICAST_ECHO, voice.subnet()));
      Set<InetAddress> all = new LinkedHashSet<>(candidates);
      for (int pass = 0; mayGoOn && pass < MOST_PASSES; pass++) {
        known.addAll(nd.hardware());
        all.addAll(nd.found());
        all.addAll(guesses(link, scope, known));
        mayGoOn = all.size() <= MOST_CANDIDATES && nd.solicit(all, listener);
        all.forEach(one -> note(SearchWay.SOLICITATION, one));
        if (known.containsAll(nd.hardware()) && all.containsAll(nd.found())) {
          break;
        }
      }
      complete &= mayGoOn && !nd.isCrowded();
      there.addAll(nd.found());
      hosts.addAll(nd.found());
    }
  }

  /// Without frames of our own: the system resolves addresses when it connects, and slowly, so few
  /// guesses are made.
  private void unseen(
      Link link, ScanScope scope, Set<InetAddress> candidates, Set<MacAddress> known) {
    candidates.stream().filter(one -> !one.isLinkLocalAddress()).forEach(hosts::add);
    List<InetAddress> guesses = guesses(link, scope, known);
    guesses.stream()
        .filter(one -> !one.isLinkLocalAddress())
        .limit(MOST_GUESSES_UNSEEN)
        .forEach(hosts::add);
    complete &= guesses.size() <= MOST_GUESSES_UNSEEN;
  }

  /// The addresses that `known` hardware addresses lead to, in networks of the scope.
  private List<InetAddress> guesses(Link link, ScanScope scope, Collection<MacAddress> known) {
    Set<AddressRange> networks = new LinkedHashSet<>();
    link.subnets().forEach(networks::add);
    ways.keySet().stream()
        .filter(range -> range.prefixLength() == HardwareSuffix.PREFIX)
        .limit(MOST_NETWORKS)
        .forEach(networks::add);
    networks.remove(LINK_LOCAL);
    if (link.mayAskLinkLocal(door.mandate().scope())) {
      networks.add(LINK_LOCAL);
    }
    List<InetAddress> guesses = new ArrayList<>();
    for (AddressRange network : networks) {
      known.stream()
          .flatMap(mac -> HardwareSuffix.in(network, mac).stream())
          .filter(one -> isInScope(one, scope))
          .forEach(guesses::add);
    }
    guesses.forEach(one -> note(SearchWay.HARDWARE_ADDRESSES, one));
    return guesses;
  }

  private boolean isAsked(Link link, InetAddress address, ScanScope scope) {
    return isInScope(address, scope)
        && (address.isLinkLocalAddress()
            ? link.mayAskLinkLocal(door.mandate().scope())
            : isOnLink(link, address));
  }

  private static boolean isOnLink(Link link, InetAddress address) {
    return address.isLinkLocalAddress()
        || link.subnets().stream().anyMatch(subnet -> subnet.contains(address));
  }

  private boolean isInScope(InetAddress address, ScanScope scope) {
    return scope.covers(address) && door.mandate().scope().covers(address);
  }

  private void note(SearchWay way, InetAddress address) {
    ways.forEach(
        (range, gone) -> {
          if (range.contains(address)) {
            gone.add(way);
          }
        });
  }

  private void note(SearchWay way, AddressRange subnet) {
    ways.forEach(
        (range, gone) -> {
          if (range.overlaps(subnet)) {
            gone.add(way);
          }
        });
  }
}
