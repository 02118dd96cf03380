package lenswacht.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Finding;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.exposure.Exposure;
import lenswacht.assessment.exposure.Ground;
import lenswacht.assessment.exposure.Hop;
import lenswacht.fingerprint.Origin;
import lenswacht.fingerprint.asset.Caution;
import lenswacht.fingerprint.asset.Join;
import lenswacht.fingerprint.asset.Trace;
import lenswacht.knowledge.Truth;
import lenswacht.observation.EvidenceId;

/// Gives every piece of evidence that a finding, a contradiction, an open way to an asset or a
/// caution cites a number, in the order of the assets, so that the evidence on one asset has
/// numbers that follow each other.
final class EvidenceRegister {
  private final Map<EvidenceId, Integer> numbers = new LinkedHashMap<>();

  EvidenceRegister(Assessment assessment) {
    for (RatedAsset asset : assessment.assets()) {
      asset.findings().stream().map(Finding::evidence).flatMap(List::stream).forEach(this::add);
      asset
          .identification()
          .contradictions()
          .forEach(
              contradiction -> {
                add(contradiction.stronger().evidence());
                add(contradiction.weaker().evidence());
              });
    }
    for (RatedAsset asset : assessment.assets()) {
      if (asset.identification().isRelabelled()) {
        Origin origin = asset.identification().origin();
        Stream.of(origin.labelSays(), origin.makerSays())
            .flatMap(claims -> claims.stream().limit(AssetTableSection.MOST_SIGNS))
            .forEach(claim -> add(claim.evidence()));
      }
    }
    assessment.assets().stream().map(RatedAsset::exposure).forEach(this::addGrounds);
    CautionTable.traces(assessment).forEach(this::addReasons);
  }

  /// The first pieces of what joins the addresses of an asset, and of what is to be doubted.
  private void addReasons(Trace trace) {
    Stream.concat(
            trace.addresses().size() > 1
                ? trace.joins().stream().map(Join::evidence)
                : Stream.empty(),
            trace.cautions().stream().map(Caution::evidence))
        .flatMap(ids -> ids.stream().limit(CautionTable.MOST_EVIDENCE))
        .forEach(this::add);
    ChannelTable.cited(trace).forEach(this::add);
  }

  /// The first pieces of what shows each step to an asset, and what else was seen of its ways.
  private void addGrounds(Exposure exposure) {
    Stream<List<Ground>> hops =
        exposure.paths().stream()
            .filter(path -> path.open() != Truth.NO)
            .flatMap(path -> path.hops().stream())
            .map(Hop::grounds);
    Stream.concat(hops, Stream.of(exposure.egress().grounds(), exposure.upnp()))
        .flatMap(grounds -> grounds.stream().limit(ExposureTale.MOST_GROUNDS))
        .forEach(this::add);
  }

  private void add(Ground ground) {
    if (ground instanceof Ground.Seen(EvidenceId id)) {
      add(id);
    }
  }

  private void add(EvidenceId id) {
    numbers.putIfAbsent(id, numbers.size() + 1);
  }

  /// Every id in the order of the numbers.
  List<EvidenceId> ids() {
    return List.copyOf(numbers.keySet());
  }

  /// The number of a piece of evidence, for example `E12`.
  String number(EvidenceId id) {
    Integer number = numbers.get(id);
    return number == null ? id.brief() : written(number);
  }

  /// The numbers of `ids` in rising order, three or more in a row as first and last.
  String references(List<EvidenceId> ids) {
    List<Integer> cited =
        ids.stream().distinct().filter(numbers::containsKey).map(numbers::get).sorted().toList();
    List<String> written = new ArrayList<>();
    for (int i = 0; i < cited.size(); ) {
      int last = i;
      while (last + 1 < cited.size() && cited.get(last + 1) == cited.get(last) + 1) {
        last++;
      }
      if (last > i + 1) {
        written.add(written(cited.get(i)) + "–" + written(cited.get(last)));
        i = last + 1;
      } else {
        written.add(written(cited.get(i)));
        i++;
      }
    }
    return String.join(", ", written);
  }

  private static String written(int number) {
    return "E" + number;
  }
}
