package lenswacht.report;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import lenswacht.assessment.Contradiction;
import lenswacht.assessment.exposure.Exposure;
import lenswacht.assessment.exposure.ExposureLevel;
import lenswacht.assessment.exposure.ExposurePath;
import lenswacht.assessment.exposure.Gap;
import lenswacht.assessment.exposure.Ground;
import lenswacht.assessment.exposure.Hop;
import lenswacht.assessment.exposure.Place;
import lenswacht.knowledge.Truth;
import lenswacht.observation.EvidenceId;

/// From where an asset can be reached, in words: the same for report and console.
public final class ExposureTale {
  private static final int MOST_PATHS = 8;
  private static final int MOST_GROUNDS = 3;

  private final Wording wording;
  private final Function<EvidenceId, String> citing;

  /// Tells in `language`.
  public ExposureTale(Locale language) {
    this(new Wording(language), EvidenceId::brief);
  }

  /// @param citing how a piece of evidence is named
  ExposureTale(Wording wording, Function<EvidenceId, String> citing) {
    this.wording = wording;
    this.citing = citing;
  }

  /// The level that was shown, and which graver ones nobody ruled out.
  public String level(Exposure exposure) {
    String shown = wording.say("exposure", exposure.level());
    List<ExposureLevel> open = exposure.notRuledOut();
    return open.isEmpty()
        ? shown
        : wording.say(
            "exposure.not-ruled-out",
            shown,
            open.stream()
                .map(level -> wording.say("exposure.brief", level))
                .collect(Collectors.joining(", ")));
  }

  /// The ways that are open or may be, the gravest first, hop by hop.
  public List<String> paths(Exposure exposure) {
    List<ExposurePath> told =
        exposure.paths().stream().filter(path -> path.open() != Truth.NO).toList();
    List<String> lines = new ArrayList<>(told.stream().limit(MOST_PATHS).map(this::path).toList());
    if (told.size() > MOST_PATHS) {
      lines.add(wording.say("exposure.more-paths", told.size() - MOST_PATHS));
    }
    return List.copyOf(lines);
  }

  /// Whether it has a way out, and UPnP of its own.
  public List<String> remarks(Exposure exposure) {
    List<String> remarks = new ArrayList<>();
    if (exposure.egress().passes() != Truth.NOT_DETERMINED) {
      remarks.add(
          wording.say(
                  exposure.egress().passes() == Truth.YES
                      ? "exposure.way-out"
                      : "exposure.no-way-out")
              + cited(exposure.egress().grounds()));
    }
    if (!exposure.upnp().isEmpty()) {
      remarks.add(wording.say("exposure.upnp") + cited(exposure.upnp()));
    }
    return List.copyOf(remarks);
  }

  /// What was not looked at, or cannot be known this way.
  public List<String> gaps(Exposure exposure) {
    return exposure.gaps().stream().map(this::gap).toList();
  }

  String gap(Gap gap) {
    return wording.say("gap", gap);
  }

  /// That people said otherwise than was seen.
  ///
  /// @param question what they were asked
  public String contradiction(String question, Contradiction against) {
    return wording.say(
        "exposure.contradiction",
        question,
        answer(against.said()),
        answer(against.seen()) + cited(against.grounds()));
  }

  private String answer(String value) {
    return switch (value) {
      case "yes" -> wording.say("exposure.answer.yes");
      case "no" -> wording.say("exposure.answer.no");
      default -> value;
    };
  }

  private String path(ExposurePath path) {
    StringBuilder line = new StringBuilder();
    for (Hop hop : path.hops()) {
      if (!line.isEmpty()) {
        line.append(" → ");
      }
      line.append(hop(hop));
    }
    return line.toString();
  }

  private String hop(Hop hop) {
    String place = place(hop.place());
    String told =
        hop.way() == Hop.Way.BEGINS
            ? place
            : wording.say("exposure.hop", place, wording.say("exposure.way", hop.way()));
    String sure =
        hop.open() == Truth.NOT_DETERMINED
            ? wording.say("exposure.hop.open", told, wording.say("not-determined"))
            : told;
    return sure + cited(hop.grounds());
  }

  private String place(Place place) {
    return switch (place) {
      case Place.Internet() -> wording.say("exposure.place.internet");
      case Place.OneOutside(var address) -> wording.say("exposure.place.one", address);
      case Place.Party(var operator, var country, var name) -> party(operator, country, name);
      case Place.Outside(var address, var port) ->
          wording.say(
              "exposure.place.outside",
              address.isEmpty() ? wording.say("not-determined") : address,
              port);
      case Place.Gateway(var address) -> wording.say("exposure.place.gateway", text(address));
      case Place.Zone(var name) ->
          name.isEmpty()
              ? wording.say("exposure.place.other-zone")
              : wording.say("exposure.place.zone", name);
      case Place.BridgeHost(var address) -> wording.say("exposure.place.bridge", text(address));
      case Place.Asset(var address) -> text(address);
      case Place.AssetService(var service, var answers) ->
          switch (answers) {
            case YES -> wording.say("exposure.place.answers", service);
            case NO -> wording.say("exposure.place.silent", service);
            case NOT_DETERMINED -> wording.say("exposure.place.not-asked", service);
          };
    };
  }

  private String party(String operator, String country, String name) {
    String who = operator.isEmpty() ? wording.say("exposure.place.party") : operator;
    String where = country.isEmpty() ? who : who + " (" + country + ")";
    return name.isEmpty() ? where : where + ", " + name;
  }

  private static String text(InetAddress address) {
    return address.getHostAddress();
  }

  private String cited(List<Ground> grounds) {
    return grounds.isEmpty()
        ? ""
        : grounds.stream()
            .map(this::ground)
            .distinct()
            .limit(MOST_GROUNDS)
            .collect(Collectors.joining(", ", " [", "]"));
  }

  private String ground(Ground ground) {
    return switch (ground) {
      case Ground.Seen(var evidence) -> citing.apply(evidence);
      case Ground.Imported imported ->
          wording.say(
              "exposure.imported",
              imported.origin(),
              wording.moment(imported.at()),
              imported.place().isEmpty()
                  ? imported.document()
                  : imported.document() + ", " + imported.place());
      case Ground.Said _ -> wording.say("exposure.said");
    };
  }
}
