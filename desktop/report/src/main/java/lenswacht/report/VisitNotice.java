package lenswacht.report;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Forecast;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Mandate;
import lenswacht.observation.OutsideEndpoint;

/// What the owner of a network is told before a visit, so that nobody takes it for an incident: by
/// whose leave, when, what hardware address, what traffic, and whom to call. Sent by a person; the
/// kit sends nothing.
///
/// @param mandate what was allowed
/// @param hardware hardware addresses of the device; empty where they are not known yet
/// @param contact whom to call, with a number; where it is empty, whom the mandate names
/// @param zone for moments
public record VisitNotice(Mandate mandate, List<String> hardware, String contact, ZoneId zone) {
  private static final int MOST_SHOWN = 40;
  private static final int FEWEST_PACKETS = 6;
  private static final int MOST_PACKETS = 32;

  public VisitNotice {
    hardware = List.copyOf(hardware);
  }

  /// A line of the notice.
  ///
  /// @param name what it is about
  /// @param says what is to be known of it
  public record Line(String name, String says) {}

  /// The heading.
  public String title(Locale language) {
    return new Wording(language).say("notice.title", mandate.site());
  }

  /// What it is for, in a sentence.
  public String opening(Locale language) {
    return new Wording(language).say("notice.opening", mandate.site());
  }

  /// What is to be known, in order.
  public List<Line> lines(Locale language) {
    Wording words = new Wording(language);
    List<Line> lines = new ArrayList<>();
    lines.add(line(words, "notice.name.leave", leave(words)));
    if (!mandate.witness().isBlank()) {
      lines.add(line(words, "notice.name.witness", mandate.witness()));
    }
    lines.add(line(words, "notice.name.when", when(words, language)));
    lines.add(line(words, "notice.name.where", ranges(mandate.scope().ranges())));
    if (!mandate.scope().exclusions().isEmpty()) {
      lines.add(line(words, "notice.name.never", ranges(mandate.scope().exclusions())));
    }
    lines.add(
        line(
            words,
            "notice.name.hardware",
            hardware.isEmpty() ? words.say("notice.hardware.open") : String.join(", ", hardware)));
    lines.add(line(words, "notice.name.how", words.say("notice.level", mandate.intrusiveness())));
    lines.add(line(words, "notice.name.traffic", traffic(words)));
    lines.add(line(words, "notice.name.outside", outside(words)));
    lines.add(line(words, "notice.name.call", call(words)));
    return lines;
  }

  /// Who was named to be called, else whom the mandate names: who walks along, or who gave leave.
  private String call(Wording words) {
    if (!contact.isBlank()) {
      return contact.strip();
    }
    String named = mandate.witness().isBlank() ? mandate.issuedBy() : mandate.witness();
    return named.isBlank()
        ? words.say("notice.call.open")
        : words.say("notice.call.mandate", named.strip());
  }

  /// What will not happen, and what to do where something goes wrong.
  public List<String> closing(Locale language) {
    Wording words = new Wording(language);
    return List.of(
        words.say("notice.not-done"), words.say("notice.recognise"), words.say("notice.stop"));
  }

  /// All of it as plain text, for a mail or the clipboard.
  public String text(Locale language) {
    String facts =
        lines(language).stream()
            .map(line -> line.name() + ": " + line.says())
            .collect(Collectors.joining("\n"));
    return title(language)
        + "\n\n"
        + opening(language)
        + "\n\n"
        + facts
        + "\n\n"
        + String.join("\n", closing(language))
        + "\n";
  }

  private static Line line(Wording words, String key, String says) {
    return new Line(words.say(key), says);
  }

  private String leave(Wording words) {
    return words.say(
        "notice.leave",
        mandate.issuedBy().isBlank() ? words.say("notice.leave.open") : mandate.issuedBy(),
        mandate.id());
  }

  private String when(Wording words, Locale language) {
    DateTimeFormatter moment = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy HH:mm", language);
    return words.say(
        "notice.when",
        moment.format(mandate.from().atZone(zone)),
        moment.format(mandate.until().atZone(zone)),
        zone.getId());
  }

  private static String ranges(List<AddressRange> ranges) {
    String shown =
        ranges.stream()
            .limit(MOST_SHOWN)
            .map(AddressRange::toString)
            .collect(Collectors.joining(", "));
    return ranges.size() > MOST_SHOWN ? shown + " \u2026" : shown;
  }

  private String traffic(Wording words) {
    if (mandate.intrusiveness() == Intrusiveness.LISTEN) {
      return words.say("notice.traffic.none");
    }
    Forecast.Range time = Forecast.of(mandate);
    long addresses = mandate.scope().size();
    return words.say(
        "notice.traffic",
        words.number(mandate.packetsPerSecond()),
        words.number(addresses),
        words.number(addresses * FEWEST_PACKETS),
        words.number(addresses * MOST_PACKETS),
        minutes(time.atLeast()),
        minutes(time.atMost()));
  }

  private static long minutes(Duration time) {
    return Math.max(1, time.plusSeconds(59).toMinutes());
  }

  private String outside(Wording words) {
    return mandate.wayOut().isEmpty()
        ? words.say("notice.outside.none")
        : words.say(
            "notice.outside.tried",
            mandate.wayOut().stream()
                .map(OutsideEndpoint::toString)
                .collect(Collectors.joining(", ")));
  }
}
