package lenswacht.fingerprint;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.Observation.HardwareAddress;
import lenswacht.observation.Observation.Stated;
import lenswacht.observation.Service;

/// Collects what one host says, for tests.
final class HostForTests {
  private static final EvidenceId EVIDENCE = new EvidenceId("0123456789abcdef0123456789abcdef");
  private static final Service WEB = Service.tcp(InetAddress.ofLiteral("192.0.2.7"), 80);

  private final List<Observation> observations = new ArrayList<>();

  HostForTests says(Observable observable, String value) {
    observations.add(new Stated(WEB, observable, value, EVIDENCE));
    return this;
  }

  HostForTests saysOn(int port, Observable observable, String value) {
    Service service = Service.tcp(WEB.address(), port);
    observations.add(new Stated(service, observable, value, EVIDENCE));
    return this;
  }

  HostForTests mac(String mac) {
    observations.add(new HardwareAddress(WEB, MacAddress.parse(mac), EVIDENCE));
    return this;
  }

  List<Observation> observations() {
    return observations;
  }
}
