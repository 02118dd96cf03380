package lenswacht.probe.http;

import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.net.HttpRequest;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.PortPlan;
import lenswacht.probe.net.Reply;
import lenswacht.probe.question.Parsed;

/// Puts one question over HTTP and hands the page to whoever can read it.
public final class HttpQuestion {
  private HttpQuestion() {}

  /// Reads what a page says beyond its head.
  public interface PageReader {
    /// The outcome; `page.reading()` may be added to.
    ProbeOutcome read(HttpReading.Page page) throws InterruptedException;
  }

  /// Whether `port` takes questions over HTTP, with TLS or without.
  public static boolean isWeb(int port) {
    return PortPlan.WEB.contains(port) || PortPlan.WEB_TLS.contains(port);
  }

  /// Asks `service`, with TLS on the ports that speak it.
  public static ProbeOutcome ask(
      Service service, NetworkDoor door, HttpRequest request, PageReader reader)
      throws InterruptedException {
    boolean tls = PortPlan.WEB_TLS.contains(service.port());
    return switch (door.ask(service, request, tls)) {
      case Reply.Unheard unheard -> unheard.outcome();
      case Reply.Heard heard ->
          switch (HttpReading.of(heard, tls)) {
            case Parsed.Bad<HttpReading.Page>(String why) -> HttpReading.garbled(heard, why);
            case Parsed.Good<HttpReading.Page>(HttpReading.Page page) -> reader.read(page);
          };
    };
  }
}
