package lenswacht.probe.onvif;

import java.time.Duration;
import java.util.List;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.http.HttpQuestion;
import lenswacht.probe.http.HttpReading;
import lenswacht.probe.net.HttpRequest;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.OnvifOperation;
import lenswacht.probe.question.Hint;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Probe;
import lenswacht.probe.question.Reading;

/// Applies to web ports of hosts that have to do with video. An ordinary question (ASK) to ONVIF's
/// device service, without credentials: the clock and, where ONVIF answers, the list of services;
/// where that names the service for inputs and outputs, how many video sources there are. All are
/// open to everyone by the standard. Maker, model and firmware are not: they are asked once, and
/// only where the mandate says so.
public final class OnvifProbe implements Probe {
  /// The service of inputs and outputs.
  private static final String INPUTS = "http://www.onvif.org/ver10/deviceIO/wsdl";

  @Override
  public String name() {
    return "onvif";
  }

  @Override
  public Intrusiveness intrusiveness() {
    return Intrusiveness.ASK;
  }

  @Override
  public boolean appliesTo(Service service, List<Observation> soFar) {
    return HttpQuestion.isWeb(service.port())
        && (Hint.isVideo(soFar) || service.port() == 2020 || service.port() == 8899);
  }

  @Override
  public ProbeOutcome ask(Service service, NetworkDoor door) throws InterruptedException {
    ProbeOutcome outcome = ask(service, door, OnvifOperation.GET_SYSTEM_DATE_AND_TIME);
    if (outcome instanceof ProbeOutcome.Answered clock && speaksOnvif(clock)) {
      ProbeOutcome.Answered all = joined(clock, ask(service, door, OnvifOperation.GET_SERVICES));
      if (hasInputs(all)) {
        all = joined(all, ask(service, door, OnvifOperation.GET_CAPABILITIES));
      }
      return door.mandate().anonymousReads()
          ? joined(all, ask(service, door, OnvifOperation.GET_DEVICE_INFORMATION))
          : all;
    }
    return outcome;
  }

  private static ProbeOutcome.Answered joined(ProbeOutcome.Answered all, ProbeOutcome next) {
    return next instanceof ProbeOutcome.Answered more ? Reading.joined(all, more) : all;
  }

  private static boolean hasInputs(ProbeOutcome.Answered outcome) {
    return outcome.observations().stream()
        .anyMatch(
            fact ->
                fact instanceof Observation.Stated stated
                    && stated.observable() == Observable.ONVIF_SERVICE
                    && stated.value().equals(INPUTS));
  }

  private static boolean speaksOnvif(ProbeOutcome.Answered outcome) {
    return outcome.evidence().stream().anyMatch(e -> e.bytes().latin1().contains("Envelope"));
  }

  private static ProbeOutcome ask(Service service, NetworkDoor door, OnvifOperation operation)
      throws InterruptedException {
    return HttpQuestion.ask(
        service, door, new HttpRequest.Onvif(operation), page -> read(operation, page, door));
  }

  private static ProbeOutcome read(
      OnvifOperation operation, HttpReading.Page page, NetworkDoor door) {
    Reading reading = page.reading();
    if (OnvifMessage.parse(page.message().text())
        instanceof Parsed.Good<OnvifMessage>(OnvifMessage message)) {
      switch (operation) {
        case GET_SYSTEM_DATE_AND_TIME -> readClock(reading, message, door);
        case GET_SERVICES ->
            message.services().forEach(ns -> reading.state(Observable.ONVIF_SERVICE, ns));
        case GET_CAPABILITIES ->
            message
                .videoSources()
                .ifPresent(
                    sources -> reading.field(Observable.ONVIF_FIELD, "VideoSources", sources));
        case GET_DEVICE_INFORMATION -> readIdentity(reading, message);
      }
    }
    return reading.outcome();
  }

  private static void readClock(Reading reading, OnvifMessage message, NetworkDoor door) {
    message
        .clock()
        .ifPresent(
            theirs ->
                reading.add(
                    new Observation.ClockOffset(
                        reading.service(),
                        Duration.ofSeconds(
                            Duration.between(door.clock().instant(), theirs).toSeconds()),
                        reading.id())));
  }

  private static void readIdentity(Reading reading, OnvifMessage message) {
    if (message.isIdentity()) {
      reading
          .state(Observable.ONVIF_MANUFACTURER, message.envelope().text("Manufacturer"))
          .state(Observable.ONVIF_MODEL, message.envelope().text("Model"))
          .state(Observable.ONVIF_FIRMWARE, message.envelope().text("FirmwareVersion"))
          .add(
              new Observation.AnonymousRead(
                  reading.service(), "GetDeviceInformation", reading.id()));
    }
  }
}
