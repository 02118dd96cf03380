package lenswacht.probe.listen;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Bytes;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.JournalEvent.Heard;
import lenswacht.observation.JournalEvent.SegmentCalled;
import lenswacht.observation.Observation;
import lenswacht.observation.Observation.Means;
import lenswacht.observation.Observation.Outbound;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.listen.NameWatch.Noted;

/// Adds up who called whom outside. The first call is told at once, the sum at the end. Memory is
/// bounded, whoever calls.
final class Calls {
  private static final int MOST = 16_384;
  private static final int MOST_ADDRESSES = 65_536;
  private static final int SEGMENT_4 = 24;
  private static final int SEGMENT_6 = 64;

  private final NameWatch watch;
  private final Predicate<InetAddress> covered;
  private final Hearing hearing;
  private final Map<InetAddress, String> named = new HashMap<>();
  private final Map<Key, Sum> byHost = new LinkedHashMap<>();
  private final Map<SegmentKey, Sum> bySegment = new LinkedHashMap<>();
  private long beyond;

  private record Key(InetAddress caller, Means means, String name, Optional<Service> peer) {}

  private record SegmentKey(AddressRange segment, Means means, String name) {}

  private static final class Sum {
    private final Instant first;
    private final Optional<EvidenceId> evidence;
    private Instant last;
    private long times = 1;

    Sum(Instant at, Optional<EvidenceId> evidence) {
      this.first = at;
      this.last = at;
      this.evidence = evidence;
    }

    void again(Instant at) {
      times++;
      last = at.isAfter(last) ? at : last;
    }
  }

  Calls(NameWatch watch, Predicate<InetAddress> covered, Hearing hearing) {
    this.watch = watch;
    this.covered = covered;
    this.hearing = hearing;
  }

  /// A call as it was met.
  ///
  /// @param peer where it went, where that is the service itself and not a resolver
  record Call(Instant at, InetAddress caller, Means means, Optional<Service> peer, Bytes bytes) {}

  /// Takes in that a caller used a name.
  void name(Call call, String name) {
    if (name.isEmpty() || !covered.test(call.caller)) {
      return;
    }
    switch (watch.noted(name)) {
      case NOT -> {}
      case BY_HOST -> note(call, name);
      case BY_SEGMENT -> noteSegment(call, name);
    }
  }

  /// Takes in that a name was answered with addresses.
  void answered(String name, List<InetAddress> addresses) {
    if (!addresses.isEmpty() && watch.noted(name) != Noted.NOT) {
      addresses.stream()
          .filter(address -> named.size() < MOST_ADDRESSES || named.containsKey(address))
          .forEach(address -> named.put(address, name));
    }
  }

  /// Takes in that a caller reached an address, which counts where it is that of a name.
  void reached(Call call, InetAddress peer) {
    String name = named.get(peer);
    if (name != null) {
      name(call, name);
    }
  }

  /// Whether some address is known by a name.
  boolean knowsAddresses() {
    return !named.isEmpty();
  }

  /// Takes in a call to whomever it may be, outside the mandate.
  void anybody(Call call, InetAddress peer) {
    boolean isOutside =
        !peer.isMulticastAddress() && !peer.isLinkLocalAddress() && !peer.isLoopbackAddress();
    if (isOutside && covered.test(call.caller) && !covered.test(peer)) {
      String name = named.getOrDefault(peer, "");
      if (watch.noted(name) == Noted.BY_SEGMENT) {
        noteSegment(call, name);
      } else {
        note(call, name);
      }
    }
  }

  private void note(Call call, String name) {
    Key key = new Key(call.caller, call.means, name, call.peer);
    Sum known = byHost.get(key);
    if (known != null) {
      known.again(call.at);
    } else if (byHost.size() == MOST) {
      beyond++;
    } else {
      Service service = Service.host(call.caller);
      Evidence evidence =
          Evidence.of(
              call.at,
              service,
              "heard: " + call.means.word(),
              call.bytes.head(Announcement.Original.LONGEST),
              call.bytes.length() > Announcement.Original.LONGEST,
              false);
      Sum sum = new Sum(call.at, Optional.of(evidence.id()));
      byHost.put(key, sum);
      hearing.take(heard(key, sum, evidence.id(), List.of(evidence)));
    }
  }

  private static Heard heard(Key key, Sum sum, EvidenceId id, List<Evidence> evidence) {
    Service service = Service.host(key.caller);
    Observation fact =
        new Outbound(service, key.means, key.name, key.peer, sum.times, sum.first, sum.last, id);
    return new Heard(key.means.word(), service, new ProbeOutcome.Answered(List.of(fact), evidence));
  }

  private void noteSegment(Call call, String name) {
    int prefix = call.caller instanceof Inet4Address ? SEGMENT_4 : SEGMENT_6;
    SegmentKey key = new SegmentKey(AddressRange.around(call.caller, prefix), call.means, name);
    Sum known = bySegment.get(key);
    if (known != null) {
      known.again(call.at);
    } else if (bySegment.size() == MOST) {
      beyond++;
    } else {
      bySegment.put(key, new Sum(call.at, Optional.empty()));
    }
  }

  /// Tells the sums: of hosts to whom listens, of segments to `segments`.
  void finish(Consumer<SegmentCalled> segments) {
    byHost.forEach(
        (key, sum) -> {
          if (sum.times > 1) {
            sum.evidence.ifPresent(id -> hearing.take(heard(key, sum, id, List.of())));
          }
        });
    bySegment.forEach(
        (key, sum) ->
            segments.accept(
                new SegmentCalled(
                    key.segment, key.means, key.name, sum.times, sum.first, sum.last)));
    byHost.clear();
    bySegment.clear();
  }

  /// Number of calls that were not added up because there were too many different ones.
  long beyond() {
    return beyond;
  }
}
