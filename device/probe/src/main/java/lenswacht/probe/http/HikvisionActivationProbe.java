package lenswacht.probe.http;

import java.util.List;
import java.util.Locale;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.net.FixedPath;
import lenswacht.probe.net.HttpRequest;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Probe;
import lenswacht.probe.question.XmlText;

/// Applies to web ports of hosts that look like the Hikvision family. An ordinary question (ASK):
/// GET of the activation state, which the family tells without a login.
public final class HikvisionActivationProbe implements Probe {
  @Override
  public String name() {
    return "hikvision-activation";
  }

  @Override
  public Intrusiveness intrusiveness() {
    return Intrusiveness.ASK;
  }

  @Override
  public boolean appliesTo(Service service, List<Observation> soFar) {
    return MakerPathProbe.hikvisionSystem().appliesTo(service, soFar);
  }

  @Override
  public ProbeOutcome ask(Service service, NetworkDoor door) throws InterruptedException {
    return HttpQuestion.ask(
        service, door, new HttpRequest.Get(FixedPath.HIKVISION_ACTIVATION), this::read);
  }

  private ProbeOutcome read(HttpReading.Page page) {
    if (page.message().status() == 200
        && XmlText.parse(page.message().text()) instanceof Parsed.Good<XmlText>(XmlText xml)) {
      switch (xml.text("Activated").toLowerCase(Locale.ROOT)) {
        case "true" -> activated(page, true);
        case "false" -> activated(page, false);
        default -> {
          // Neither yes nor no: not determined.
        }
      }
    }
    return page.reading().outcome();
  }

  private static void activated(HttpReading.Page page, boolean activated) {
    page.reading()
        .add(new Observation.Activation(page.reading().service(), activated, page.reading().id()));
  }
}
