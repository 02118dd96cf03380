package lenswacht.assessment.floor;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lenswacht.assessment.floor.Reconciliation.Doubt;
import lenswacht.assessment.floor.Reconciliation.PaperRow;
import lenswacht.assessment.floor.Reconciliation.Thing;
import lenswacht.assessment.floor.Reconciliation.Why;

/// Takes rows of lists and sightings for assets: where a person said so, and otherwise where all
/// their signs point to one. Brand, model and place are no signs: many have the same.
final class Matching {
  private final Map<String, List<NetworkAsset>> byAddress = new LinkedHashMap<>();
  private final Map<String, List<NetworkAsset>> byMac = new LinkedHashMap<>();
  private final Map<String, List<NetworkAsset>> bySerial = new LinkedHashMap<>();
  private final Map<String, NetworkAsset> byName = new LinkedHashMap<>();
  private final Map<String, Pile> piles = new LinkedHashMap<>();
  private final List<Doubt> doubts = new ArrayList<>();

  /// What is taken for one.
  private static final class Pile {
    Optional<NetworkAsset> asset = Optional.empty();
    final List<PaperRow> rows = new ArrayList<>();
    final List<Sighting> sightings = new ArrayList<>();
    final Set<Why> why = EnumSet.noneOf(Why.class);

    Thing thing() {
      boolean isAlone = (asset.isPresent() ? 1 : 0) + rows.size() + sightings.size() < 2;
      return new Thing(asset, rows, sightings, isAlone ? Set.of() : why);
    }
  }

  /// An asset, and why it is that one.
  private record Found(NetworkAsset asset, Set<Why> why) {}

  Matching(List<NetworkAsset> found, Papers papers, SightRound round) {
    for (NetworkAsset asset : found) {
      byName.put(asset.name(), asset);
      asset.addresses().forEach(address -> put(byAddress, address, asset));
      asset.mac().ifPresent(mac -> put(byMac, bare(mac), asset));
      asset.serials().forEach(serial -> put(bySerial, serial, asset));
      if (asset.video()) {
        pile(asset);
      }
    }
    for (PaperList list : papers.lists()) {
      for (PaperList.Row row : list.rows()) {
        String key = Papers.key(list, row);
        row(new PaperRow(key, row), papers.match(key));
      }
    }
    round.sightings().forEach(this::sighting);
  }

  List<Thing> things() {
    return piles.values().stream().map(Pile::thing).toList();
  }

  List<Doubt> doubts() {
    return doubts;
  }

  private Pile pile(NetworkAsset asset) {
    Pile pile = piles.computeIfAbsent("asset " + asset.name(), name -> new Pile());
    pile.asset = Optional.of(asset);
    return pile;
  }

  private static void put(Map<String, List<NetworkAsset>> index, String sign, NetworkAsset asset) {
    if (!sign.isEmpty()) {
      index.computeIfAbsent(sign, name -> new ArrayList<>()).add(asset);
    }
  }

  private void row(PaperRow row, Match match) {
    Optional<Found> found = find(row.key(), match, row.row().address().strip(), row.row().label());
    Pile pile =
        found
            .map(Found::asset)
            .map(this::pile)
            .orElseGet(() -> piles.computeIfAbsent("row " + row.key(), name -> new Pile()));
    if (!pile.rows.isEmpty()) {
      doubts.add(
          new Doubt(Doubt.Kind.TWICE, row.key(), pile.rows.stream().map(PaperRow::key).toList()));
    }
    pile.rows.add(row);
    found.ifPresent(one -> pile.why.addAll(one.why()));
  }

  private void sighting(Sighting sighting) {
    Match match = sighting.match();
    Optional<Pile> onPaper =
        match.state() == Match.State.ON_PAPER ? withRow(match.name()) : Optional.empty();
    if (match.state() == Match.State.ON_PAPER && onPaper.isEmpty()) {
      doubts.add(new Doubt(Doubt.Kind.GONE, sighting.id(), List.of(match.name())));
    }
    Optional<Found> found =
        match.state() == Match.State.ON_PAPER
            ? Optional.empty()
            : find(sighting.id(), match, "", sighting.label());
    Set<Why> why = EnumSet.noneOf(Why.class);
    Pile pile;
    if (onPaper.isPresent()) {
      pile = onPaper.get();
      why.add(Why.BY_HAND);
    } else if (found.isPresent()) {
      pile = pile(found.get().asset());
      why.addAll(found.get().why());
    } else {
      pile =
          sameLabel(sighting.label(), why)
              .orElseGet(
                  () -> piles.computeIfAbsent("sighting " + sighting.id(), name -> new Pile()));
    }
    pile.sightings.add(sighting);
    pile.why.addAll(why);
  }

  private Optional<Pile> withRow(String key) {
    return piles.values().stream()
        .filter(pile -> pile.rows.stream().anyMatch(row -> row.key().equals(key)))
        .findFirst();
  }

  /// The one row on paper that bears the hardware address or serial number of a label.
  private Optional<Pile> sameLabel(Label label, Set<Why> why) {
    String mac = bare(label.mac());
    Set<Why> because = EnumSet.noneOf(Why.class);
    List<Pile> same = new ArrayList<>();
    for (Pile pile : piles.values()) {
      boolean isSame = false;
      for (PaperRow row : pile.rows) {
        Label other = row.row().label();
        if (!mac.isEmpty() && bare(other.mac()).equals(mac)) {
          because.add(Why.HARDWARE);
          isSame = true;
        }
        if (!label.serial().isEmpty() && other.serial().equals(label.serial())) {
          because.add(Why.SERIAL);
          isSame = true;
        }
      }
      if (isSame) {
        same.add(pile);
      }
    }
    if (same.size() != 1) {
      return Optional.empty();
    }
    why.addAll(because);
    return Optional.of(same.getFirst());
  }

  private Optional<Found> find(String subject, Match match, String address, Label label) {
    if (match.state() == Match.State.NOT_FOUND) {
      return Optional.empty();
    }
    if (match.state() == Match.State.IS) {
      NetworkAsset asset = byName.get(match.name());
      if (asset == null) {
        doubts.add(new Doubt(Doubt.Kind.GONE, subject, List.of(match.name())));
        return Optional.empty();
      }
      return Optional.of(new Found(asset, EnumSet.of(Why.BY_HAND)));
    }
    Map<String, NetworkAsset> candidates = new LinkedHashMap<>();
    Set<Why> why = EnumSet.noneOf(Why.class);
    look(byAddress, address, Why.ADDRESS, candidates, why);
    look(byMac, bare(label.mac()), Why.HARDWARE, candidates, why);
    look(bySerial, label.serial(), Why.SERIAL, candidates, why);
    if (candidates.size() > 1) {
      doubts.add(
          new Doubt(Doubt.Kind.SEVERAL, subject, List.copyOf(new TreeSet<>(candidates.keySet()))));
      return Optional.empty();
    }
    for (NetworkAsset asset : candidates.values()) {
      if (!asset.video()) {
        doubts.add(new Doubt(Doubt.Kind.NO_CAMERA, subject, List.of(asset.name())));
        return Optional.empty();
      }
      return Optional.of(new Found(asset, why));
    }
    return Optional.empty();
  }

  private static void look(
      Map<String, List<NetworkAsset>> index,
      String sign,
      Why because,
      Map<String, NetworkAsset> candidates,
      Set<Why> why) {
    for (NetworkAsset asset : index.getOrDefault(sign, List.of())) {
      candidates.put(asset.name(), asset);
      why.add(because);
    }
  }

  /// Twelve hexadecimal digits in small letters; nothing where there are not twelve.
  private static String bare(String mac) {
    String digits = mac.toLowerCase(Locale.ROOT).replaceAll("[^0-9a-f]", "");
    return digits.length() == 12 ? digits : "";
  }
}
