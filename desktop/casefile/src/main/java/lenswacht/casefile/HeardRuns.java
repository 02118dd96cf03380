package lenswacht.casefile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import lenswacht.assessment.separation.Vantage;
import lenswacht.assessment.separation.VantageTally;
import lenswacht.casefile.outside.OwnLook;
import lenswacht.fingerprint.Identification;
import lenswacht.fingerprint.asset.IdentifiedAsset;
import lenswacht.observation.Coverage;
import lenswacht.observation.CoverageTally;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalEvent.SegmentCalled;
import lenswacht.observation.JournalEvent.WayOutTried;
import lenswacht.observation.JournalLine;
import lenswacht.observation.Observation;
import lenswacht.observation.ScanScope;

/// Everything that judging needs of the journals of a site, gathered while they are read once from
/// the first line to the last.
final class HeardRuns {
  private static final int STRIDE = 1_000;

  private final Sightings sightings = new Sightings();
  private final Optional<CoverageTally> tally;
  private final SequencedMap<Long, OwnLook> looks = new LinkedHashMap<>();
  private final SequencedMap<Long, VantageTally> vantages = new LinkedHashMap<>();
  private final List<SegmentCalled> segments = new ArrayList<>();
  private final List<WayOutTried> tried = new ArrayList<>();

  /// @param scopes of the mandates of all runs
  HeardRuns(List<ScanScope> scopes) {
    this.tally =
        scopes.isEmpty()
            ? Optional.empty()
            : Optional.of(new CoverageTally(ScanScope.allOf(scopes)));
  }

  /// Takes in lines, and tells now and then how many of `all`.
  StoredJournals.Listener telling(Progress progress, long all) {
    long[] done = {0};
    return (run, line) -> {
      if (done[0]++ % STRIDE == 0) {
        progress.at(done[0], all);
      }
      hear(run, line);
    };
  }

  /// Takes in a line of a run. Runs are numbered in the order in which they were received.
  void hear(long run, JournalLine line) {
    JournalEvent event = line.event();
    sightings.see(run, line);
    tally.ifPresent(all -> all.hear(event));
    looks.computeIfAbsent(run, _ -> new OwnLook()).hear(line);
    vantages.computeIfAbsent(run, _ -> new VantageTally()).hear(line);
    if (event instanceof SegmentCalled called) {
      segments.add(called);
    } else if (event instanceof WayOutTried trial) {
      tried.add(trial);
    }
  }

  /// Every asset, in the order of the addresses.
  List<IdentifiedAsset> assets(Function<List<Observation>, Identification> identifier) {
    return sightings.assets(identifier);
  }

  /// What was looked at in all runs together; empty where there was none.
  Optional<Coverage> coverage() {
    return tally.map(CoverageTally::coverage);
  }

  /// What the runs saw of the zones, each from its socket.
  List<Vantage> vantages() {
    return vantages.values().stream().map(VantageTally::vantage).flatMap(Optional::stream).toList();
  }

  /// Who was called outside, by segment.
  List<SegmentCalled> segments() {
    return List.copyOf(segments);
  }

  /// The ways out that were tried.
  List<WayOutTried> tried() {
    return List.copyOf(tried);
  }

  /// What runs from outside saw.
  ///
  /// @param hidden hides a serial number
  List<KeptOutside> fromOutside(UnaryOperator<String> hidden) {
    return looks.values().stream()
        .flatMap(
            look ->
                look.facts().stream()
                    .map(fact -> OutsideShelf.hidden(fact, hidden))
                    .map(fact -> new KeptOutside(look.name(), fact)))
        .toList();
  }
}
