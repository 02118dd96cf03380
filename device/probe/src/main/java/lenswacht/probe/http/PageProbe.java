package lenswacht.probe.http;

import java.util.List;
import java.util.Optional;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.net.FixedPath;
import lenswacht.probe.net.HttpRequest;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.OfferedPath;
import lenswacht.probe.net.PortPlan;
import lenswacht.probe.question.Probe;
import lenswacht.probe.question.Reading;

/// Applies to every web port; and, as a further question, to port 8000 where no server port of the
/// Hikvision family greeted and nothing else points to that family. An ordinary question (ASK): GET
/// of the front page, and of the page it redirects to where that is a harmless path on the same
/// host and port; one redirect at most.
public final class PageProbe implements Probe {
  private final boolean onServerPort;

  private PageProbe(boolean onServerPort) {
    this.onServerPort = onServerPort;
  }

  /// Asks web ports.
  public static PageProbe onWebPorts() {
    return new PageProbe(false);
  }

  /// Asks port 8000.
  public static PageProbe onServerPort() {
    return new PageProbe(true);
  }

  @Override
  public String name() {
    return onServerPort ? "http-page-8000" : "http-page";
  }

  @Override
  public Intrusiveness intrusiveness() {
    return Intrusiveness.ASK;
  }

  @Override
  public boolean appliesTo(Service service, List<Observation> soFar) {
    if (!onServerPort) {
      return HttpQuestion.isWeb(service.port());
    }
    return service.port() == PortPlan.HIKVISION_SERVER
        && !MakerPathProbe.isHikvision(soFar)
        && soFar.stream()
            .noneMatch(
                fact ->
                    fact instanceof Observation.Stated stated && stated.service().equals(service));
  }

  @Override
  public ProbeOutcome ask(Service service, NetworkDoor door) throws InterruptedException {
    return HttpQuestion.ask(
        service,
        door,
        new HttpRequest.Get(FixedPath.ROOT),
        page -> followed(service, door, told(page), page));
  }

  /// Adds title and text of a page, and the channels that it names.
  static ProbeOutcome.Answered told(HttpReading.Page page) {
    page.message().title().ifPresent(t -> page.reading().state(Observable.HTTP_TITLE, t));
    for (ChannelList.Line line : ChannelList.parse(page.message().text()).lines()) {
      page.reading()
          .add(
              new Observation.Channel(
                  page.reading().service(),
                  line.number(),
                  line.name(),
                  line.source(),
                  line.use(),
                  page.reading().id()));
    }
    return page.reading().state(Observable.HTTP_BODY, page.message().text()).outcome();
  }

  private static ProbeOutcome followed(
      Service service, NetworkDoor door, ProbeOutcome.Answered front, HttpReading.Page page)
      throws InterruptedException {
    Optional<OfferedPath> next = redirect(service, door, page.message());
    if (next.isEmpty()) {
      return front;
    }
    ProbeOutcome second =
        HttpQuestion.ask(service, door, new HttpRequest.GetOffered(next.get()), PageProbe::told);
    return second instanceof ProbeOutcome.Answered more ? Reading.joined(front, more) : front;
  }

  private static Optional<OfferedPath> redirect(
      Service service, NetworkDoor door, HttpMessage message) {
    if (message.status() < 300 || message.status() > 399) {
      return Optional.empty();
    }
    boolean tls = PortPlan.WEB_TLS.contains(service.port());
    int actual = door.ports().actual(service.port());
    return message
        .header("Location")
        .map(to -> to.replaceFirst("[?#].*", ""))
        .flatMap(to -> OfferedPath.from(to, service.address(), actual, tls))
        .filter(offered -> offered.tls() == tls)
        .filter(offered -> door.ports().canonical(offered.port()) == service.port())
        .filter(offered -> !offered.text().equals("/"));
  }
}
