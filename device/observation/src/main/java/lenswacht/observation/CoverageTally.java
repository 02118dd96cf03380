package lenswacht.observation;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lenswacht.observation.Coverage.Further;
import lenswacht.observation.Coverage.Listening;
import lenswacht.observation.Coverage.Manner;
import lenswacht.observation.Coverage.Questions;
import lenswacht.observation.Coverage.Search;
import lenswacht.observation.Coverage.Segment;
import lenswacht.observation.Coverage.Vantage;

/// Sums up journal lines, of one run or of several, as [Coverage]. What was looked at in any round
/// was looked at; of reasons why something was not, the latest counts. Takes lines one by one and
/// keeps sets of addresses, never the lines.
public final class CoverageTally {
  private final ScanScope scope;
  private final AddressSet hosts;
  private final Set<InetAddress> said = new HashSet<>();
  private final Map<ManyPorts, AddressSet> swept = new LinkedHashMap<>();
  private final Map<Omission, AddressSet> reasons = new EnumMap<>(Omission.class);
  private final Map<InetAddress, Omission> unasked = new LinkedHashMap<>();
  private final Map<Omission, AddressSet> unaskedRanges = new EnumMap<>(Omission.class);
  private final Set<InetAddress> unaskedBefore = new HashSet<>();
  private final SequencedMap<String, Whereabouts> standpoints = new LinkedHashMap<>();
  private final SequencedMap<String, Listening> listening = new LinkedHashMap<>();
  private final SequencedMap<NamedSearch, Search> searches = new LinkedHashMap<>();
  private final SequencedMap<InetAddress, JournalEvent.LeftAlone> leftAlone = new LinkedHashMap<>();
  private final Set<JournalEvent.Asking> underWay = new LinkedHashSet<>();
  private final Set<JournalEvent.Asking> lost = new LinkedHashSet<>();
  private final Map<AddressRange, QuestionCount> questions = new LinkedHashMap<>();
  private AddressSet there = AddressSet.EMPTY;
  private AddressSet told = AddressSet.EMPTY;
  private AddressSet roundSwept = AddressSet.EMPTY;
  private boolean open;
  private int rounds;

  /// A tally of what was looked at within `scope`.
  public CoverageTally(ScanScope scope) {
    this.scope = scope;
    this.hosts = scope.hostSet();
    scope.ranges().forEach(range -> questions.put(range, new QuestionCount()));
  }

  /// The manner of a sweep without the addresses.
  private record ManyPorts(String means, List<Integer> all, List<Integer> answering) {}

  private record NamedSearch(String network, String probe) {}

  /// Takes the next line.
  public void hear(JournalEvent event) {
    switch (event) {
      case JournalEvent.RunStarted _ -> begin();
      case JournalEvent.RunResumed _ -> resume();
      case JournalEvent.Planned planned -> plan(planned);
      case JournalEvent.Located(Whereabouts where) -> standpoints.put(where.network(), where);
      case JournalEvent.Heard heard -> said.add(heard.service().address());
      case JournalEvent.Listened listened ->
          listening.merge(listened.network(), of(listened), CoverageTally::both);
      case JournalEvent.Swept one -> sweep(one);
      case JournalEvent.NotSwept(List<AddressRange> ranges, Omission reason) ->
          miss(reason, new AddressSet(ranges));
      case JournalEvent.Searched one ->
          searches.merge(new NamedSearch(one.network(), one.probe()), of(one), CoverageTally::both);
      case JournalEvent.Asking asking -> underWay.add(asking);
      case JournalEvent.Probed probed -> ask(probed);
      case JournalEvent.LeftAlone one -> {
        leftAlone.put(one.address(), one);
        unasked.put(one.address(), Omission.LEFT_ALONE);
      }
      case JournalEvent.NotLookedAt(InetAddress address, Omission reason) ->
          unasked.put(address, reason);
      case JournalEvent.Unasked(List<AddressRange> where, Omission reason) ->
          unaskedRanges.merge(reason, new AddressSet(where), AddressSet::plus);
      case JournalEvent.RunEnded(JournalEvent.RunOutcome outcome, Map<String, Long> _) ->
          end(
              switch (outcome) {
                case STOPPED -> Omission.STOPPED;
                case MANDATE_ENDED -> Omission.MANDATE_ENDED;
                case COMPLETE, INCOMPLETE -> Omission.NOT_DETERMINED;
              });
      case JournalEvent.PhaseStarted _,
          JournalEvent.SegmentCalled _,
          JournalEvent.Ordered _,
          JournalEvent.BoxNoted _,
          JournalEvent.WayOutTried _ -> {}
    }
  }

  private void begin() {
    if (open) {
      end(Omission.INTERRUPTED);
    }
    rounds++;
    open = true;
    unaskedBefore.addAll(unasked.keySet());
    unaskedRanges.clear();
    roundSwept = AddressSet.EMPTY;
  }

  /// What was left unasked before is asked now, or told of again.
  private void resume() {
    open = true;
    unaskedBefore.addAll(unasked.keySet());
    unaskedRanges.clear();
    lost.addAll(underWay);
    underWay.clear();
  }

  private void plan(JournalEvent.Planned planned) {
    AddressSet wanted = new AddressSet(planned.ranges());
    miss(Omission.NARROWED, hosts.minus(wanted));
    if (planned.level() == ScanLevel.LISTEN) {
      miss(Omission.LISTEN_ONLY, hosts.and(wanted));
    }
  }

  private void sweep(JournalEvent.Swept one) {
    AddressSet where = hosts.and(new AddressSet(one.ranges()));
    ManyPorts manner =
        new ManyPorts(
            one.sweeping().map(JournalEvent.Sweeping::means).orElse(""),
            one.ports(),
            one.sweeping().map(JournalEvent.Sweeping::portsOfAnswering).orElse(List.of()));
    swept.merge(manner, where, AddressSet::plus);
    roundSwept = roundSwept.plus(where);
    one.sweeping()
        .ifPresent(
            sweeping -> {
              told = told.plus(where);
              there = there.plus(hosts.and(new AddressSet(sweeping.answering())));
            });
  }

  private void ask(JournalEvent.Probed probed) {
    JournalEvent.Asking question = new JournalEvent.Asking(probed.probe(), probed.service());
    underWay.remove(question);
    lost.remove(question);
    InetAddress address = probed.service().address();
    if (unaskedBefore.remove(address)) {
      unasked.remove(address);
    }
    boolean isAnswer =
        probed.outcome() instanceof ProbeOutcome.Answered
            || probed.outcome() instanceof ProbeOutcome.Garbled;
    if (isAnswer) {
      said.add(address);
    }
    questions.forEach(
        (range, count) -> {
          if (range.contains(address)) {
            count.add(probed.outcome());
          }
        });
  }

  private void miss(Omission reason, AddressSet where) {
    reasons.replaceAll((other, addresses) -> addresses.minus(where));
    reasons.merge(reason, where, AddressSet::plus);
    roundSwept = roundSwept.plus(where);
  }

  /// The round is over: what nothing was said of was left out for `reason`.
  private void end(Omission reason) {
    open = false;
    lost.addAll(underWay);
    underWay.clear();
    miss(reason, hosts.minus(roundSwept));
  }

  /// What the lines so far amount to.
  public Coverage coverage() {
    Omission rest = open ? Omission.INTERRUPTED : Omission.NOT_DETERMINED;
    List<JournalEvent.Asking> without = new ArrayList<>(lost);
    without.addAll(underWay);
    List<Segment> segments = scope.ranges().stream().map(range -> segment(range, rest)).toList();
    return new Coverage(
        rounds,
        segments,
        List.copyOf(standpoints.values()),
        List.copyOf(listening.values()),
        List.copyOf(searches.values()),
        List.copyOf(leftAlone.values()),
        without,
        further(segments, without));
  }

  private Segment segment(AddressRange range, Omission rest) {
    AddressSet all = hosts.and(AddressSet.of(range));
    AddressSet answered = all.and(AddressSet.ofAddresses(said));
    AddressSet everSwept =
        all.and(swept.values().stream().reduce(AddressSet.EMPTY, AddressSet::plus));
    AddressSet refused = all.and(there).minus(answered);
    AddressSet silent = everSwept.and(told).minus(there).minus(answered);
    AddressSet untold = everSwept.minus(told).minus(there).minus(answered);
    AddressSet left = all.minus(answered).minus(refused).minus(everSwept);
    Map<Omission, AddressSet> missing = new TreeMap<>();
    for (Map.Entry<Omission, AddressSet> one : reasons.entrySet()) {
      put(missing, one.getKey(), left.and(one.getValue()));
      left = left.minus(one.getValue());
    }
    put(missing, rest, left);
    List<Manner> manners = new ArrayList<>();
    swept.forEach(
        (manner, where) -> {
          AddressSet here = all.and(where);
          if (!here.isEmpty()) {
            manners.add(new Manner(manner.means, manner.all, manner.answering, here));
          }
        });
    return new Segment(
        range,
        vantage(range),
        answered,
        refused,
        silent,
        untold,
        missing,
        manners,
        Optional.ofNullable(questions.get(range)).orElseGet(QuestionCount::new).sum());
  }

  private static void put(
      Map<Omission, AddressSet> missing, Omission reason, AddressSet addresses) {
    if (!addresses.isEmpty()) {
      missing.merge(reason, addresses, AddressSet::plus);
    }
  }

  private Vantage vantage(AddressRange range) {
    List<InetAddress> own =
        standpoints.values().stream().flatMap(where -> where.addresses().stream()).toList();
    if (own.isEmpty()) {
      return Vantage.NOT_DETERMINED;
    }
    return own.stream().anyMatch(range::contains) ? Vantage.WITHIN : Vantage.BEYOND;
  }

  private List<Further> further(List<Segment> segments, List<JournalEvent.Asking> without) {
    List<Further> all = new ArrayList<>();
    Map<Omission, AddressSet> unseen = new TreeMap<>();
    AddressSet silent = AddressSet.EMPTY;
    for (Segment segment : segments) {
      segment.missing().forEach((why, where) -> put(unseen, why, where));
      silent = silent.plus(segment.silent()).plus(segment.untold());
    }
    unseen.forEach((why, where) -> all.add(new Further.Unseen(why, where)));
    if (!silent.isEmpty()) {
      all.add(new Further.Sleepers(silent));
    }
    addPorts(all, silent);
    unasked().forEach((why, where) -> all.add(new Further.Unasked(why, where)));
    if (!without.isEmpty()) {
      all.add(new Further.LostAnswers(without.size(), addresses(without)));
    }
    segments.stream()
        .filter(segment -> segment.vantage() != Vantage.WITHIN)
        .forEach(segment -> all.add(new Further.StandInside(segment.range())));
    listening.values().stream()
        .filter(one -> !one.lost().isEmpty() || one.time().isZero())
        .forEach(one -> all.add(new Further.Listen(one.network(), one.time())));
    addSearches(all);
    return all;
  }

  private Map<Omission, AddressSet> unasked() {
    Map<Omission, Set<InetAddress>> single = new EnumMap<>(Omission.class);
    unasked.forEach(
        (address, why) -> single.computeIfAbsent(why, absent -> new HashSet<>()).add(address));
    Map<Omission, AddressSet> sum = new EnumMap<>(Omission.class);
    unaskedRanges.forEach((why, where) -> put(sum, why, where));
    single.forEach((why, where) -> put(sum, why, AddressSet.ofAddresses(where)));
    return sum;
  }

  private static AddressSet addresses(Collection<JournalEvent.Asking> questions) {
    return AddressSet.ofAddresses(questions.stream().map(one -> one.service().address()).toList());
  }

  private void addPorts(List<Further> all, AddressSet silent) {
    swept.forEach(
        (manner, where) -> {
          AddressSet here = where.and(silent);
          if (!manner.answering.isEmpty() && !here.isEmpty()) {
            all.add(new Further.OtherPorts(manner.answering, here));
          }
        });
  }

  private void addSearches(List<Further> all) {
    SequencedMap<String, List<String>> failed = new LinkedHashMap<>();
    for (Search one : searches.values()) {
      if (one.impossible().isPresent()) {
        failed.computeIfAbsent(one.network(), absent -> new ArrayList<>()).add(one.probe());
      }
    }
    failed.forEach((network, probes) -> all.add(new Further.SearchAgain(network, probes)));
  }

  private static Listening of(JournalEvent.Listened one) {
    return new Listening(
        one.network(), one.means(), one.time(), one.frames(), one.dropped(), one.lost());
  }

  /// Two times on one network: what was lost both times is lost; the better means counts.
  private static Listening both(Listening one, Listening other) {
    if (one.time().isZero() || other.time().isZero()) {
      return one.time().isZero() ? other : one;
    }
    boolean isBetter = other.lost().size() < one.lost().size();
    Set<String> lost = new TreeSet<>(one.lost());
    lost.retainAll(other.lost());
    return new Listening(
        one.network(),
        isBetter ? other.means() : one.means(),
        one.time().plus(other.time()),
        one.frames() + other.frames(),
        one.dropped() + other.dropped(),
        List.copyOf(lost));
  }

  private static Search of(JournalEvent.Searched one) {
    return new Search(one.network(), one.probe(), one.answers(), one.strangers(), one.impossible());
  }

  private static Search both(Search one, Search other) {
    return new Search(
        one.network(),
        one.probe(),
        one.answers() + other.answers(),
        one.strangers() + other.strangers(),
        one.impossible().isEmpty() ? one.impossible() : other.impossible());
  }

  /// Counts how questions end.
  private static final class QuestionCount {
    private final Map<String, Long> held = new TreeMap<>();
    private long answered;
    private long silent;
    private long refused;
    private long garbled;

    void add(ProbeOutcome outcome) {
      switch (outcome) {
        case ProbeOutcome.Answered _ -> answered++;
        case ProbeOutcome.Silent _ -> silent++;
        case ProbeOutcome.Refused _ -> refused++;
        case ProbeOutcome.Garbled _ -> garbled++;
        case ProbeOutcome.NotAsked(String rule) -> held.merge(rule, 1L, Long::sum);
      }
    }

    Questions sum() {
      return new Questions(answered, silent, refused, garbled, held);
    }
  }
}
