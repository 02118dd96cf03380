package lenswacht.assessment.remedy;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lenswacht.assessment.FactorReading;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.Rating;
import lenswacht.assessment.Visit;
import lenswacht.knowledge.Remedy;

/// How a remedy stands on one asset.
///
/// @param remedy its id
/// @param address the asset
/// @param state how far it is
/// @param last the last word on it; empty where nobody said anything
/// @param provenBy the scan run that shows it; empty where it is not proven
/// @param waitsFor what still speaks against it: rules that fire or are not determined, and factors
///     above what it limits them to
public record RemedyStanding(
    String remedy,
    String address,
    RemedyState state,
    Optional<RemedyWord> last,
    Optional<String> provenBy,
    List<String> waitsFor) {
  public RemedyStanding {
    waitsFor = List.copyOf(waitsFor);
  }

  /// How `remedy` stands on `asset`. It is proven only if somebody said that it was done, a scan
  /// run that began afterwards looked at the asset, and nothing that the remedy silences is left.
  ///
  /// @param words everything that was said of remedies, the oldest first
  /// @param visits the scan runs of the site
  public static RemedyStanding of(
      Remedy remedy, RatedAsset asset, List<RemedyWord> words, List<Visit> visits) {
    Optional<RemedyWord> last = last(remedy.id(), asset.address(), words);
    List<String> waitsFor = waitsFor(remedy, asset);
    Optional<String> proof =
        last.filter(word -> word.state() == RemedyState.DONE && waitsFor.isEmpty())
            .flatMap(word -> seenAfter(asset, word.at(), visits));
    RemedyState state =
        proof.isPresent()
            ? RemedyState.PROVEN
            : last.map(RemedyWord::state).orElse(RemedyState.PROPOSED);
    return new RemedyStanding(remedy.id(), asset.address(), state, last, proof, waitsFor);
  }

  /// The last word on a remedy at an asset: what was said of the asset or of the whole site.
  public static Optional<RemedyWord> last(String remedy, String address, List<RemedyWord> words) {
    return words.stream()
        .filter(word -> word.remedy().equals(remedy))
        .filter(word -> word.address().isEmpty() || word.address().equals(address))
        .reduce((_, later) -> later);
  }

  /// Ids of the remedies that a plan goes without: what the owner refused for the whole site, and
  /// what touches the purpose of cameras without the owner's yes.
  ///
  /// @param words everything that was said of remedies, the oldest first
  /// @param purposeMayChange whether the owner agreed to all that touch it
  public static Set<String> unwanted(
      List<Remedy> remedies, List<RemedyWord> words, boolean purposeMayChange) {
    Set<String> unwanted = new LinkedHashSet<>();
    for (Remedy remedy : remedies) {
      RemedyState last =
          words.stream()
              .filter(word -> word.remedy().equals(remedy.id()) && word.address().isEmpty())
              .reduce((_, later) -> later)
              .map(RemedyWord::state)
              .orElse(RemedyState.PROPOSED);
      boolean hasYes = purposeMayChange || last == RemedyState.AGREED || last == RemedyState.DONE;
      if (last == RemedyState.REFUSED || (remedy.affectsPurpose() && !hasYes)) {
        unwanted.add(remedy.id());
      }
    }
    return unwanted;
  }

  private static List<String> waitsFor(Remedy remedy, RatedAsset asset) {
    Set<String> active = new LinkedHashSet<>();
    List<String> waits = new ArrayList<>();
    asset.findings().forEach(finding -> active.add(finding.rule()));
    for (Rating rating : List.of(asset.espionage(), asset.privacy())) {
      for (FactorReading factor : rating.factors()) {
        active.addAll(factor.fired());
        active.addAll(factor.open());
      }
    }
    remedy.clears().stream().filter(active::contains).forEach(waits::add);
    if (remedy.clears().isEmpty()) {
      remedy.caps().stream().filter(cap -> isAbove(cap, asset)).forEach(waits::add);
    }
    return waits;
  }

  private static boolean isAbove(String cap, RatedAsset asset) {
    String[] parts = cap.split("<=", 2);
    return List.of(asset.espionage(), asset.privacy()).stream()
        .flatMap(rating -> rating.factors().stream())
        .filter(factor -> factor.factor().equals(parts[0]))
        .anyMatch(factor -> factor.level().worst().number() > Integer.parseInt(parts[1]));
  }

  private static Optional<String> seenAfter(RatedAsset asset, Instant at, List<Visit> visits) {
    Set<InetAddress> addresses = Set.copyOf(asset.trace().addresses());
    return visits.stream()
        .filter(visit -> visit.started().isAfter(at))
        .filter(
            visit ->
                addresses.stream()
                    .anyMatch(
                        address ->
                            visit.swept().stream().anyMatch(range -> range.contains(address))
                                && visit.notLookedAt().stream()
                                    .noneMatch(missed -> missed.address().equals(address))))
        .map(Visit::run)
        .reduce((_, later) -> later);
  }
}
