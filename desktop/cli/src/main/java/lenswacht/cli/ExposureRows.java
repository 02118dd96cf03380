package lenswacht.cli;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lenswacht.assessment.exposure.Exposure;
import lenswacht.assessment.exposure.ExposurePath;
import lenswacht.assessment.exposure.Ground;
import lenswacht.assessment.exposure.Hop;
import lenswacht.assessment.exposure.Place;

/// Exposures as scripts read them. Words here do not depend on a language.
final class ExposureRows {
  static final List<String> COLUMNS =
      List.of(
          "asset",
          "level",
          "not_ruled_out",
          "internet",
          "relay",
          "building",
          "way_out",
          "from",
          "open",
          "path",
          "evidence",
          "gaps");

  private ExposureRows() {}

  /// One row for each way that was found; one without a way where none was.
  static List<List<String>> rows(Exposure exposure) {
    return exposure.paths().isEmpty()
        ? List.of(row(exposure, "", "", "", ""))
        : exposure.paths().stream()
            .map(
                path ->
                    row(
                        exposure,
                        word(path.leadsFrom()),
                        word(path.open()),
                        line(path),
                        path.hops().stream()
                            .flatMap(hop -> hop.grounds().stream())
                            .map(ExposureRows::text)
                            .distinct()
                            .collect(Collectors.joining(" "))))
            .toList();
  }

  private static List<String> row(
      Exposure exposure, String from, String open, String path, String evidence) {
    return List.of(
        exposure.asset(),
        word(exposure.level()),
        words(exposure.notRuledOut()),
        word(exposure.internet()),
        word(exposure.relay()),
        word(exposure.building()),
        word(exposure.egress().passes()),
        from,
        open,
        path,
        evidence,
        words(exposure.gaps()));
  }

  /// The same as objects within objects.
  static Map<String, Object> json(Exposure exposure) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("asset", exposure.asset());
    object.put("level", word(exposure.level()));
    object.put("not_ruled_out", list(exposure.notRuledOut()));
    object.put("internet", word(exposure.internet()));
    object.put("relay", word(exposure.relay()));
    object.put("building", word(exposure.building()));
    object.put("default_route", word(exposure.egress().route()));
    object.put("way_out", word(exposure.egress().passes()));
    object.put("upnp", exposure.upnp().stream().map(ExposureRows::json).toList());
    object.put("paths", exposure.paths().stream().map(ExposureRows::json).toList());
    object.put("gaps", list(exposure.gaps()));
    return object;
  }

  private static Map<String, Object> json(ExposurePath path) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("from", word(path.leadsFrom()));
    object.put("open", word(path.open()));
    object.put("hops", path.hops().stream().map(ExposureRows::json).toList());
    return object;
  }

  private static Map<String, Object> json(Hop hop) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("place", text(hop.place()));
    object.put("way", word(hop.way()));
    object.put("open", word(hop.open()));
    object.put("evidence", hop.grounds().stream().map(ExposureRows::json).toList());
    return object;
  }

  private static Map<String, Object> json(Ground ground) {
    Map<String, Object> object = new LinkedHashMap<>();
    switch (ground) {
      case Ground.Seen(var evidence) -> object.put("seen", evidence.hex());
      case Ground.Imported imported -> {
        object.put("origin", imported.origin());
        object.put("at", imported.at().toString());
        object.put("document", imported.document());
        object.put("place", imported.place());
      }
      case Ground.Said(var field) -> object.put("said", field);
    }
    return object;
  }

  /// The places of a path in order; one that is not shown to be reached has a `?` before it, one
  /// that is shut a `!`.
  private static String line(ExposurePath path) {
    StringBuilder line = new StringBuilder();
    for (Hop hop : path.hops()) {
      if (!line.isEmpty()) {
        line.append(" > ");
      }
      line.append(
              switch (hop.open()) {
                case YES -> "";
                case NO -> "!";
                case NOT_DETERMINED -> "?";
              })
          .append(text(hop.place()));
    }
    return line.toString();
  }

  private static String text(Place place) {
    return switch (place) {
      case Place.Internet() -> "internet";
      case Place.OneOutside(var address) -> "outside " + address;
      case Place.Party(var operator, var country, var name) ->
          ("party " + operator + " " + country + " " + name).strip().replaceAll(" {2,}", " ");
      case Place.Outside(var address, var port) ->
          (address.isEmpty() ? "outer-address" : bracketed(address)) + ":" + port;
      case Place.Gateway(var address) -> "gateway " + address.getHostAddress();
      case Place.Zone(var name) -> name.isEmpty() ? "other-zone" : "zone " + name;
      case Place.BridgeHost(var address) -> "bridge " + address.getHostAddress();
      case Place.Asset(var address) -> address.getHostAddress();
      case Place.AssetService(var service, var answers) -> service.toString();
    };
  }

  private static String bracketed(String address) {
    return address.contains(":") ? "[" + address + "]" : address;
  }

  private static String text(Ground ground) {
    return switch (ground) {
      case Ground.Seen(var evidence) -> evidence.brief();
      case Ground.Imported imported ->
          imported.origin() + ":" + imported.document() + ":" + imported.place();
      case Ground.Said(var field) -> "said:" + field;
    };
  }

  private static List<String> list(Collection<? extends Enum<?>> constants) {
    return constants.stream().map(ExposureRows::word).toList();
  }

  private static String words(Collection<? extends Enum<?>> constants) {
    return String.join(" ", list(constants));
  }

  /// A constant as scripts read it: `not-determined`.
  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
