package lenswacht.probe.http;

import java.util.Locale;
import java.util.Set;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.net.Reply;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Reading;
import lenswacht.probe.question.Secrets;

/// What every reply over HTTP says about the server, whatever was asked.
public final class HttpReading {
  private static final int MOST_HEADERS = 32;

  /// Headers that say nothing about the server, change every time, or are observed on their own.
  private static final Set<String> UNTOLD =
      Set.of(
          "date",
          "set-cookie",
          "authorization",
          "authentication-info",
          "content-length",
          "last-modified",
          "expires",
          "etag",
          "age",
          "server",
          "location");

  private HttpReading() {}

  /// A reading of a reply, and the reply itself.
  public record Page(Reading reading, HttpMessage message) {}

  /// Reads status, server, realms, redirect and headers of `heard`. Where the service is not
  /// encrypted, that is observed as well.
  ///
  /// @return the page, or the outcome to give where there is none
  public static Parsed<Page> of(Reply.Heard heard, boolean tls) {
    return switch (HttpMessage.parse(heard.bytes())) {
      case Parsed.Bad<HttpMessage>(String why) -> Parsed.bad(why);
      case Parsed.Good<HttpMessage>(HttpMessage message) ->
          Parsed.good(new Page(reading(heard, message, tls), message));
    };
  }

  /// The outcome of a reply that is no HTTP.
  public static ProbeOutcome garbled(Reply.Heard heard, String why) {
    return heard.garbled(Secrets.blanked(heard.bytes()), why);
  }

  private static Reading reading(Reply.Heard heard, HttpMessage message, boolean tls) {
    Reading reading = new Reading(heard.evidence(Secrets.blanked(heard.bytes())));
    Service service = heard.from();
    if (!tls) {
      reading.add(new Observation.Cleartext(service, "HTTP", reading.id()));
    }
    reading.state(Observable.HTTP_STATUS, heard.question() + " " + message.status());
    message.header("Server").ifPresent(server -> reading.state(Observable.HTTP_SERVER, server));
    message.header("Location").ifPresent(to -> reading.state(Observable.HTTP_LOCATION, to));
    message.realms().forEach(realm -> reading.state(Observable.HTTP_REALM, realm));
    message.headers().stream()
        .filter(header -> !UNTOLD.contains(header.name().toLowerCase(Locale.ROOT)))
        .limit(MOST_HEADERS)
        .forEach(
            header ->
                reading.state(
                    Observable.HTTP_HEADER, header.name() + ": " + withoutNonce(header.value())));
    return reading;
  }

  private static String withoutNonce(String value) {
    return value.replaceAll("(?i)\\b(c?nonce|opaque)=\"[^\"]{0,512}\"", "$1=\"\"");
  }
}
