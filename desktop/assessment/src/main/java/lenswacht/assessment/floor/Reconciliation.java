package lenswacht.assessment.floor;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// On paper, on the network, seen: which camera is known in which of these ways, and what cannot
/// be told without a person.
///
/// @param looked the circles that anybody looked at
/// @param things everything that is known in at least one way
/// @param doubts what a person must decide
public record Reconciliation(Set<Circle> looked, List<Thing> things, List<Doubt> doubts) {
  /// Nothing was looked at.
  public static final Reconciliation NONE = new Reconciliation(Set.of(), List.of(), List.of());

  public Reconciliation {
    looked =
        looked.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(looked));
    things = List.copyOf(things);
    doubts = List.copyOf(doubts);
  }

  /// Why two are taken for one.
  public enum Why {
    /// They bear one IP address.
    ADDRESS,
    /// They bear one hardware address.
    HARDWARE,
    /// They bear one serial number.
    SERIAL,
    /// Somebody said so.
    BY_HAND
  }

  /// Something that is known in at least one way.
  ///
  /// @param asset what was found, if it was
  /// @param rows what papers say of it
  /// @param sightings where it was seen
  /// @param why these are taken for one; empty where there is but one
  public record Thing(
      Optional<NetworkAsset> asset, List<PaperRow> rows, List<Sighting> sightings, Set<Why> why) {
    public Thing {
      rows = List.copyOf(rows);
      sightings = List.copyOf(sightings);
      why = why.isEmpty() ? Set.of() : java.util.Collections.unmodifiableSet(EnumSet.copyOf(why));
    }

    /// In which part it lies.
    public Region region() {
      Set<Circle> circles = EnumSet.noneOf(Circle.class);
      if (asset.isPresent()) {
        circles.add(Circle.NETWORK);
      }
      if (!rows.isEmpty()) {
        circles.add(Circle.PAPER);
      }
      if (!sightings.isEmpty()) {
        circles.add(Circle.SEEN);
      }
      return Region.of(circles);
    }
  }

  /// A row of a list with the name that it has within the case.
  public record PaperRow(String key, PaperList.Row row) {}

  /// What a person must decide.
  ///
  /// @param kind what is wrong
  /// @param subject a row or a sighting
  /// @param assets between which it stands
  public record Doubt(Kind kind, String subject, List<String> assets) {
    public Doubt {
      assets = List.copyOf(assets);
    }

    /// What is wrong.
    public enum Kind {
      /// Its signs point to different assets.
      SEVERAL,
      /// What answers there takes no pictures.
      NO_CAMERA,
      /// Another row of a list says the same.
      TWICE,
      /// Somebody named what is not there any more.
      GONE
    }
  }

  /// What was found, what papers say and what was seen, held against each other.
  ///
  /// @param found everything that was found on the network
  /// @param wasScanned whether anybody looked at the network
  public static Reconciliation of(
      List<NetworkAsset> found, boolean wasScanned, Papers papers, SightRound round) {
    Set<Circle> looked = EnumSet.noneOf(Circle.class);
    if (wasScanned) {
      looked.add(Circle.NETWORK);
    }
    if (!papers.lists().isEmpty()) {
      looked.add(Circle.PAPER);
    }
    if (round.wasMade()) {
      looked.add(Circle.SEEN);
    }
    Matching matching = new Matching(found, papers, round);
    return new Reconciliation(looked, matching.things(), matching.doubts());
  }

  /// Whether all three were looked at.
  public boolean isWhole() {
    return looked.size() == Circle.values().length;
  }

  /// What lies in a part.
  public List<Thing> in(Region region) {
    return things.stream().filter(thing -> thing.region() == region).toList();
  }

  /// How many lie in a part; empty where one of its circles was not looked at.
  public OptionalInt count(Region region) {
    return looked.containsAll(region.circles())
        ? OptionalInt.of(in(region).size())
        : OptionalInt.empty();
  }

  /// How many lie in a circle; empty where it was not looked at.
  public OptionalInt count(Circle circle) {
    return looked.contains(circle)
        ? OptionalInt.of(
            (int) things.stream().filter(one -> one.region().circles().contains(circle)).count())
        : OptionalInt.empty();
  }

  /// Things by the asset that they are.
  public Map<String, Thing> byAsset() {
    Map<String, Thing> byAsset = new LinkedHashMap<>();
    for (Thing thing : things) {
      thing.asset().ifPresent(asset -> byAsset.put(asset.name(), thing));
    }
    return byAsset;
  }

  /// Sightings of what was not found on the network, or of which nobody knows.
  public List<Sighting> seenNotFound() {
    List<Sighting> all = new ArrayList<>();
    things.stream()
        .filter(thing -> thing.asset().isEmpty())
        .forEach(thing -> all.addAll(thing.sightings()));
    return all;
  }
}
