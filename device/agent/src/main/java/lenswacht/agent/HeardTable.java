package lenswacht.agent;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import lenswacht.fingerprint.asset.SerialMask;
import lenswacht.observation.CellText;
import lenswacht.observation.Evidence;
import lenswacht.observation.FactJson;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.JournalEvent.Heard;
import lenswacht.observation.JournalEvent.Listened;
import lenswacht.observation.Observation;
import lenswacht.observation.Service;
import lenswacht.observation.Whereabouts;
import lenswacht.probe.listen.CaptureListening;

/// Prints what was heard, as lines for people, as CSV, or as one JSON object per line.
final class HeardTable {
  private final PrintWriter out;
  private final Format format;

  /// How it is printed.
  enum Format {
    /// Lines for people.
    TEXT,
    /// Comma-separated, RFC 4180, with a heading.
    CSV,
    /// One JSON object per line, in the journal's shape.
    JSON
  }

  HeardTable(PrintWriter out, Format format) {
    this.out = out;
    this.format = format;
    if (format == Format.CSV) {
      out.println("address,transport,port,by,what,value,at,evidence");
    }
  }

  /// Prints the facts of one host.
  void heard(Heard heard) {
    switch (format) {
      case TEXT ->
          heard
              .outcome()
              .observations()
              .forEach(
                  fact ->
                      out.println(
                          fact.service()
                              + " "
                              + heard.by()
                              + " "
                              + what(fact)
                              + " "
                              + shown(fact)));
      case CSV -> heard.outcome().observations().forEach(fact -> out.println(row(heard, fact)));
      case JSON -> json(heard);
    }
  }

  /// Prints how it was heard, and where.
  void end(CaptureListening.Outcome outcome) {
    Listened listened = outcome.listened();
    Whereabouts where = outcome.whereabouts();
    switch (format) {
      case TEXT -> {
        outcome
            .calls()
            .forEach(
                call ->
                    out.println(
                        "somebody in %s %s %s, %d times from %s to %s"
                            .formatted(
                                call.segment(),
                                call.means().word(),
                                call.name(),
                                call.times(),
                                call.first(),
                                call.last())));
        out.println(
            listened.frames()
                + " frames in "
                + listened.time().toSeconds()
                + " s, "
                + listened.dropped()
                + " lost by who captured them, "
                + listened.strangers()
                + " facts outside the mandate left out");
        listened.kinds().forEach((kind, count) -> out.println("  " + kind + ": " + count));
        listened.lost().forEach(one -> out.println("not heard: " + one));
        WhereaboutsText.of(where).forEach(out::println);
      }
      case CSV -> {
        // A table of facts and nothing else.
      }
      case JSON -> {
        outcome.calls().forEach(this::json);
        json(listened);
        json(new JournalEvent.Located(where));
      }
    }
    out.flush();
  }

  private void json(JournalEvent event) {
    out.println(new String(FactJson.writeLine(event), StandardCharsets.UTF_8));
  }

  private static String row(Heard heard, Observation fact) {
    String at =
        heard.outcome().evidence().stream()
            .filter(piece -> piece.id().equals(fact.evidence()))
            .map(Evidence::at)
            .map(String::valueOf)
            .findFirst()
            .orElse("");
    return String.join(
        ",",
        List.of(
            quoted(fact.service().address().getHostAddress()),
            fact.service().transport().name().toLowerCase(Locale.ROOT),
            Integer.toString(fact.service().port()),
            quoted(heard.by()),
            quoted(what(fact)),
            quoted(shown(fact)),
            at,
            fact.evidence().hex()));
  }

  private static String what(Observation fact) {
    return fact instanceof Observation.Stated stated
        ? stated.observable().name().toLowerCase(Locale.ROOT).replace('_', '-')
        : fact.getClass()
            .getSimpleName()
            .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
            .toLowerCase(Locale.ROOT);
  }

  /// Without serial numbers: the device has no key under which it could show them.
  private static String shown(Observation fact) {
    return SerialMask.of(List.of(fact)).over(value(fact));
  }

  private static String value(Observation fact) {
    return switch (fact) {
      case Observation.Stated stated -> stated.value();
      case Observation.HardwareAddress hardware -> hardware.mac().toString();
      case Observation.Activation activation -> Boolean.toString(activation.activated());
      case Observation.CloudRelay relay -> Boolean.toString(relay.enabled());
      case Observation.ClockOffset offset -> offset.ahead().toString();
      case Observation.OpenStream stream -> stream.path();
      case Observation.AnonymousRead read -> read.operation();
      case Observation.Cleartext cleartext -> cleartext.protocol();
      case Observation.Outbound call ->
          "%s %s".formatted(call.name(), call.peer().map(Service::toString).orElse("")).strip();
      case Observation.Picture picture -> picture.width() + "x" + picture.height();
      case Observation.Channel channel -> Integer.toString(channel.number());
      case Observation.OuterAddress address -> address.outer().getHostAddress();
      case Observation.PortMapping mapping ->
          mapping.outerPort() + " " + mapping.inner().getHostAddress() + ":" + mapping.innerPort();
      case Observation.MappingsRead read -> read.listing().name();
      case Observation.OpensPorts opens -> opens.by() + "=" + opens.willing();
      case Observation.SixFirewall firewall -> Boolean.toString(firewall.enabled());
      case Observation.Listening _ -> "yes";
    };
  }

  /// Quoted, and with an apostrophe in front of what a spreadsheet would take for a formula.
  private static String quoted(String text) {
    return '"' + CellText.guarded(text).replace("\"", "\"\"") + '"';
  }
}
