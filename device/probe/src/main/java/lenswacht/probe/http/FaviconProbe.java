package lenswacht.probe.http;

import java.util.List;
import java.util.Locale;
import lenswacht.observation.Bytes;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.net.FixedPath;
import lenswacht.probe.net.HttpRequest;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.question.Hint;
import lenswacht.probe.question.Probe;

/// Applies to web ports that answered over HTTP. An ordinary question (ASK): GET of the favicon,
/// for its two hashes.
public final class FaviconProbe implements Probe {
  @Override
  public String name() {
    return "favicon";
  }

  @Override
  public Intrusiveness intrusiveness() {
    return Intrusiveness.ASK;
  }

  @Override
  public boolean appliesTo(Service service, List<Observation> soFar) {
    return HttpQuestion.isWeb(service.port())
        && Hint.has(
            soFar.stream().filter(fact -> fact.service().equals(service)).toList(),
            Observable.HTTP_STATUS);
  }

  @Override
  public ProbeOutcome ask(Service service, NetworkDoor door) throws InterruptedException {
    return HttpQuestion.ask(
        service,
        door,
        new HttpRequest.Get(FixedPath.FAVICON),
        page -> {
          Bytes file = page.message().body();
          if (page.message().status() == 200 && looksLikePicture(file)) {
            Favicon favicon = new Favicon(file);
            page.reading()
                .state(Observable.FAVICON_MURMUR3, favicon.murmur3())
                .state(Observable.FAVICON_MD5, favicon.md5());
          }
          return page.reading().outcome();
        });
  }

  /// Whether the file is not a page: some servers answer every path with their front page.
  private static boolean looksLikePicture(Bytes file) {
    String start = file.head(64).latin1().stripLeading();
    return file.length() > 0
        && !start.startsWith("<!")
        && !start.toLowerCase(Locale.ROOT).startsWith("<html");
  }
}
