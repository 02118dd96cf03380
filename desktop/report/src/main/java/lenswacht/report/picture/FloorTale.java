package lenswacht.report.picture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import lenswacht.assessment.Interval;
import lenswacht.assessment.floor.Floor;
import lenswacht.assessment.floor.FloorPlan;
import lenswacht.assessment.floor.Match;
import lenswacht.assessment.floor.Placement;
import lenswacht.assessment.floor.Sighting;
import lenswacht.assessment.floor.View;
import lenswacht.report.drawing.Mark;

/// A floor plan in sentences.
public final class FloorTale {
  private final FloorPlan plan;
  private final Map<String, PlanAsset> assets;
  private final PictureWords words;

  /// @param assets what is known of assets, by name
  public FloorTale(FloorPlan plan, Map<String, PlanAsset> assets, PictureWords words) {
    this.plan = plan;
    this.assets = assets;
    this.words = words;
  }

  /// A floor: how it is drawn, what hangs there, what was seen, and what is still to be placed.
  public List<String> told(Floor floor) {
    List<String> told = new ArrayList<>();
    told.add(
        floor
            .scale()
            .map(
                scale ->
                    words.say(
                        "floor.scale",
                        "pixels",
                        Math.round(scale.pixelsPerMetre()),
                        "metres",
                        number(scale.metres())))
            .orElseGet(() -> words.say("floor.no-scale") + "."));
    told.addAll(placements(floor).stream().map(this::sentence).toList());
    plan.seenOn(floor).forEach(one -> told.add(sentence(one)));
    told.add(words.counted("floor.to-place", toPlace()));
    return told;
  }

  /// How many assets have no place on any floor.
  public long toPlace() {
    return assets.keySet().stream().filter(name -> plan.placement(name).isEmpty()).count();
  }

  /// What hangs on a floor, by number.
  public List<Placement> placements(Floor floor) {
    return plan.on(floor).stream()
        .sorted(Comparator.comparingInt(one -> known(one.asset()).number()))
        .toList();
  }

  /// What is known of an asset.
  public PlanAsset known(String asset) {
    return assets.getOrDefault(asset, PlanAsset.gone(asset));
  }

  /// An asset and what it looks at.
  public String sentence(Placement placement) {
    PlanAsset asset = known(placement.asset());
    return words.say(
        "floor.asset",
        "number",
        asset.numeral(),
        "product",
        asset.product().isEmpty() ? words.say("floor.gone") : asset.product(),
        "asset",
        asset.asset(),
        "covers",
        covers(placement),
        "espionage",
        level(asset.espionage()),
        "privacy",
        level(asset.privacy()),
        "view",
        view(placement.view()));
  }

  /// What people say is in view.
  public String covers(Placement placement) {
    return placement.covers().isEmpty()
        ? words.say("level.not-determined")
        : String.join(", ", placement.covers());
  }

  /// How wide and how far a camera sees.
  public String view(View view) {
    String angle =
        view.angle().isEmpty()
            ? words.say("floor.angle.open")
            : words.say(
                "floor.angle",
                "degrees",
                number(view.angle().getAsDouble()),
                "source",
                words.word("floor.source", view.source()));
    return angle + ", " + range(view.range());
  }

  private String range(OptionalDouble range) {
    return range.isPresent()
        ? words.say("floor.range", "metres", number(range.getAsDouble()))
        : words.say("floor.range.open");
  }

  /// A level in words: its worst end, and that it is open where it is.
  public String level(Optional<Interval> level) {
    return level
        .filter(Mark::isDetermined)
        .map(
            known ->
                known.isExact()
                    ? words.level(known.worst())
                    : words.say("floor.at-most", "level", words.level(known.worst())))
        .orElseGet(() -> words.say("level.not-determined"));
  }

  /// What was seen, in a few words.
  String seen(Sighting sighting) {
    Match match = sighting.match();
    return switch (match.state()) {
      case IS -> sighting.id() + " = " + known(match.name()).numeral();
      case OPEN, ON_PAPER, NOT_FOUND -> sighting.id();
    };
  }

  /// What was seen.
  public String sentence(Sighting sighting) {
    List<String> parts = new ArrayList<>();
    parts.add(place(sighting));
    parts.add(sighting.looks());
    parts.add(sighting.label().product());
    parts.add(sighting.note());
    parts.removeIf(String::isBlank);
    return words.say(
        "floor.sighting",
        "id",
        sighting.id(),
        "what",
        String.join(", ", parts),
        "match",
        match(sighting.match()));
  }

  private String place(Sighting sighting) {
    return sighting.place().isBlank()
        ? sighting.spot().map(spot -> spot.floor()).orElse("")
        : sighting.place();
  }

  private String match(Match match) {
    return switch (match.state()) {
      case IS ->
          words.say(
              "floor.match.is", "number", known(match.name()).numeral(), "asset", match.name());
      case ON_PAPER -> words.say("floor.match.on-paper", "row", match.name());
      case OPEN -> words.say("floor.seen.open");
      case NOT_FOUND -> words.say("floor.seen.not-found");
    };
  }

  private static String number(double number) {
    return number == Math.rint(number)
        ? Long.toString((long) number)
        : String.format(java.util.Locale.ROOT, "%.1f", number);
  }
}
