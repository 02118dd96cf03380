package lenswacht.probe.http;

import java.util.List;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.net.HttpRequest;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.question.Hint;
import lenswacht.probe.question.JsonText;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Probe;

/// Applies to web ports of hosts that look like Axis. An ordinary question (ASK): the call that
/// lists the properties Axis keeps open to everyone: model, firmware, build date, serial number.
public final class AxisPropertiesProbe implements Probe {
  private static final String LIST = "propertyList.";

  @Override
  public String name() {
    return "axis-properties";
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
            Observable.HTTP_STATUS)
        && Hint.says(soFar, "axis");
  }

  @Override
  public ProbeOutcome ask(Service service, NetworkDoor door) throws InterruptedException {
    return HttpQuestion.ask(service, door, new HttpRequest.AxisProperties(), this::read);
  }

  private ProbeOutcome read(HttpReading.Page page) {
    if (page.message().status() == 200
        && JsonText.parse(page.message().text()) instanceof Parsed.Good<JsonText>(JsonText json)) {
      json.fields()
          .forEach(
              (path, value) -> {
                int list = path.indexOf(LIST);
                if (list >= 0) {
                  String name = path.substring(list + LIST.length());
                  page.reading().field(Observable.HTTP_FIELD, name, value);
                }
              });
      json.first("SerialNumber").ifPresent(page.reading()::hardware);
    }
    return page.reading().outcome();
  }
}
