package lenswacht.casefile.outside;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lenswacht.casefile.outside.OutsideFact.Answering;
import lenswacht.casefile.outside.OutsideFact.Looked;
import lenswacht.observation.Service;
import tools.jackson.databind.JsonNode;

/// Hosts as the search engines write them: Shodan's host with its banners, or a banner alone;
/// Censys' host with its services; ZoomEye's matches. Unknown fields are passed over.
final class HostShapes {
  private HostShapes() {}

  /// Reads what is known in `root` and gives who wrote it; empty where it is of no known kind.
  static String read(JsonNode root, String place, Gathered into) {
    if (root.isArray()) {
      String origin = "";
      int number = 0;
      for (JsonNode one : root) {
        number++;
        String at = place.isEmpty() ? "element " + number : place + ", element " + number;
        String of = read(one, at, into);
        if (of.isEmpty()) {
          into.fault(at, "it is of no kind that is known");
        } else {
          origin = of;
        }
      }
      return origin;
    }
    if (root.path("ip_str").isString()) {
      shodan(root, place, into);
      return "shodan";
    }
    JsonNode censys = root.has("result") ? root.path("result") : root.path("host");
    if (root.path("ip").isString() && root.path("services").isArray()) {
      censys = root;
    }
    if (censys.path("ip").isString() && censys.path("services").isArray()) {
      censys(censys, place, into);
      return "censys";
    }
    JsonNode matches = root.has("matches") ? root.path("matches") : root.path("data");
    if (matches.isArray() && isZoomEye(matches)) {
      zoomEye(matches, place, into);
      return "zoomeye";
    }
    return "";
  }

  private static boolean isZoomEye(JsonNode matches) {
    for (JsonNode one : matches) {
      return one.has("portinfo") || (one.has("ip") && one.has("port"));
    }
    return false;
  }

  private static void shodan(JsonNode host, String place, Gathered into) {
    Optional<InetAddress> address = Gathered.address(text(host, "ip_str"));
    if (address.isEmpty()) {
      into.fault(where(place, "ip_str"), "there is no address");
      return;
    }
    if (!host.path("data").isArray()) {
      banner(host, address.get(), place, into);
      return;
    }
    List<Integer> ports = new ArrayList<>();
    host.path("ports").forEach(port -> ports.add(port.asInt(0)));
    Gathered.moment(text(host, "last_update"))
        .ifPresent(
            at -> into.add(new Looked("shodan", at, place, address.get(), List.copyOf(ports))));
    int number = 0;
    for (JsonNode banner : host.path("data")) {
      number++;
      banner(banner, address.get(), where(place, "data " + number), into);
    }
  }

  private static void banner(JsonNode banner, InetAddress host, String place, Gathered into) {
    String data = text(banner, "data");
    JsonNode certificate = banner.path("ssl").path("cert");
    add(
        "shodan",
        Gathered.moment(text(banner, "timestamp")),
        Gathered.service(host, banner.path("port").asInt(0), text(banner, "transport")),
        place,
        new Said(
            text(certificate.path("fingerprint"), "sha256"),
            either(text(banner.path("http"), "server"), Gathered.server(data)),
            text(banner.path("http"), "title"),
            data,
            text(certificate.path("subject"), "CN")),
        into);
  }

  private static void censys(JsonNode host, String place, Gathered into) {
    Optional<InetAddress> address = Gathered.address(text(host, "ip"));
    if (address.isEmpty()) {
      into.fault(where(place, "ip"), "there is no address");
      return;
    }
    Optional<Instant> updated = Gathered.moment(text(host, "last_updated_at"));
    updated.ifPresent(at -> into.add(new Looked("censys", at, place, address.get(), List.of())));
    int number = 0;
    for (JsonNode service : host.path("services")) {
      number++;
      JsonNode leaf = service.path("tls").path("certificates").path("leaf_data");
      JsonNode response = service.path("http").path("response");
      Optional<Instant> at =
          Gathered.moment(either(text(service, "observed_at"), text(service, "scan_time")));
      add(
          "censys",
          at.or(() -> updated),
          Gathered.service(
              address.get(),
              service.path("port").asInt(0),
              either(text(service, "transport_protocol"), text(service, "transport"))),
          where(place, "service " + number),
          new Said(
              either(
                  text(leaf, "fingerprint"),
                  either(text(leaf, "fingerprint_sha256"), text(service, "certificate"))),
              either(
                  response.path("headers").path("Server").path(0).asString(""),
                  Gathered.server(text(service, "banner"))),
              text(response, "html_title"),
              text(service, "banner"),
              text(leaf, "subject_dn")),
          into);
    }
  }

  private static void zoomEye(JsonNode matches, String place, Gathered into) {
    int number = 0;
    for (JsonNode one : matches) {
      number++;
      String at = where(place, "match " + number);
      JsonNode info = one.has("portinfo") ? one.path("portinfo") : one;
      String ip = one.path("ip").isArray() ? one.path("ip").path(0).asString("") : text(one, "ip");
      Optional<InetAddress> address = Gathered.address(ip);
      if (address.isEmpty()) {
        into.fault(at, "there is no address");
        continue;
      }
      String banner = text(info, "banner");
      JsonNode title = info.path("title");
      add(
          "zoomeye",
          Gathered.moment(either(text(one, "timestamp"), text(one, "update_time"))),
          Gathered.service(
              address.get(), info.path("port").asInt(0), text(one.path("protocol"), "transport")),
          at,
          new Said(
              text(info, "certificate_sha256"),
              Gathered.server(banner),
              title.isArray() ? title.path(0).asString("") : text(info, "title"),
              banner,
              ""),
          into);
    }
  }

  /// What a service said of itself.
  private record Said(
      String certificate, String server, String title, String banner, String subject) {}

  private static void add(
      String origin,
      Optional<Instant> at,
      Optional<Service> service,
      String place,
      Said said,
      Gathered into) {
    if (at.isEmpty()) {
      into.fault(place, "it does not say when it was seen");
    } else if (service.isEmpty()) {
      into.fault(place, "it names no port that can be");
    } else {
      into.add(
          new Answering(
              origin,
              at.get(),
              place,
              service.get(),
              said.certificate.replace(":", "").toLowerCase(Locale.ROOT),
              said.server,
              said.title,
              Gathered.realm(said.banner),
              Gathered.words(said.banner + "\n" + said.title + "\n" + said.subject)));
    }
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isString() ? value.stringValue() : "";
  }

  private static String either(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  private static String where(String place, String part) {
    return place.isEmpty() ? part : place + ", " + part;
  }
}
