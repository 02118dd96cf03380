package lenswacht.report;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lenswacht.observation.Whereabouts;

/// Where the device stands, told to a person: interface, VLAN, address, switch and port, router,
/// inside the mandate or outside. What nobody announced is not determined.
///
/// @param language Dutch or English
public record HereTale(Locale language) {
  /// A line of it.
  ///
  /// @param name what it is about
  /// @param says what is known of it
  public record Line(String name, String says) {}

  /// Everything that is known of a place.
  public List<Line> lines(Whereabouts here) {
    Wording words = new Wording(language);
    List<Line> lines = new ArrayList<>();
    lines.add(new Line(words.say("here.standing"), words.say("standing", here.standing())));
    lines.add(new Line(words.say("here.network"), here.network()));
    lines.add(new Line(words.say("here.vlan"), or(words, joined(here.vlans()))));
    lines.add(new Line(words.say("here.address"), or(words, addresses(here.addresses()))));
    lines.add(new Line(words.say("here.switch"), or(words, switches(words, here))));
    lines.add(new Line(words.say("here.router"), or(words, addresses(here.gateways()))));
    return lines;
  }

  private static String or(Wording words, String known) {
    return known.isEmpty() ? words.say("here.open") : known;
  }

  private static String joined(List<?> all) {
    return all.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private static String addresses(List<InetAddress> all) {
    return all.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
  }

  private static String switches(Wording words, Whereabouts here) {
    return here.switchPorts().stream()
        .map(
            port ->
                words.say(
                    "here.port",
                    port.name().isBlank() ? port.hardware() : port.name(),
                    port.port(),
                    port.protocol().toUpperCase(Locale.ROOT)))
        .collect(Collectors.joining("; "));
  }
}
