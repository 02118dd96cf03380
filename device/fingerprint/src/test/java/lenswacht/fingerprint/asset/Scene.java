package lenswacht.fingerprint.asset;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.observation.Bytes;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.Service;

/// What was seen in a building, for tests; a second passes with every answer.
final class Scene {
  private static final AssetIdentifier ASSETS =
      new AssetIdentifier(new Identifier(Catalogue.bundled())::identify);

  private final List<Sighted> sightings = new ArrayList<>();
  private final Set<InetAddress> gateways = new LinkedHashSet<>();
  private Instant now = Instant.parse("2026-11-21T09:00:00Z");
  private InetAddress address = InetAddress.ofLiteral("192.0.2.1");
  private Service service = Service.tcp(address, 80);
  private EvidenceId evidence = evidence();

  /// What follows is seen at this address.
  Scene at(String text) {
    address = InetAddress.ofLiteral(text);
    return web(80);
  }

  /// What follows is said by this TCP port.
  Scene web(int port) {
    return said(Service.tcp(address, port));
  }

  /// What follows is said by this UDP port.
  Scene udp(int port) {
    return said(Service.udp(address, port));
  }

  private Scene said(Service by) {
    now = now.plusSeconds(1);
    service = by;
    evidence = evidence();
    return this;
  }

  private EvidenceId evidence() {
    return EvidenceId.of(now, service, "question", Bytes.utf8("answer"));
  }

  Scene later(long seconds) {
    now = now.plusSeconds(seconds);
    return said(service);
  }

  /// Heard from this hardware address.
  Scene heardFrom(String mac) {
    Service before = service;
    said(Service.host(address));
    sightings.add(
        new Sighted(
            new Observation.HardwareAddress(service, MacAddress.parse(mac), evidence), now));
    return said(before);
  }

  /// Gives itself this hardware address.
  Scene givesMac(String mac) {
    sightings.add(
        new Sighted(
            new Observation.HardwareAddress(service, MacAddress.parse(mac), evidence), now));
    return this;
  }

  Scene says(Observable observable, String value) {
    sightings.add(new Sighted(new Observation.Stated(service, observable, value, evidence), now));
    return this;
  }

  Scene sadp(String model, String serial, String own) {
    return udp(37_020)
        .says(Observable.SADP_MODEL, model)
        .says(Observable.SADP_SERIAL, serial)
        .says(Observable.SADP_FIELD, "IPv4Address=" + own);
  }

  Scene listening() {
    sightings.add(new Sighted(new Observation.Listening(service, evidence), now));
    return this;
  }

  Scene stream(String path) {
    sightings.add(new Sighted(new Observation.OpenStream(service, path, evidence), now));
    return this;
  }

  Scene channel(
      int number, String name, Observation.Channel.Source source, Observation.Channel.Use use) {
    sightings.add(
        new Sighted(new Observation.Channel(service, number, name, source, use, evidence), now));
    return this;
  }

  Scene gateway(String text) {
    gateways.add(InetAddress.ofLiteral(text));
    return this;
  }

  List<Sighted> sightings() {
    return List.copyOf(sightings);
  }

  Set<InetAddress> gateways() {
    return Set.copyOf(gateways);
  }

  List<IdentifiedAsset> assets() {
    return assets(sightings);
  }

  List<IdentifiedAsset> assets(List<Sighted> inThisOrder) {
    return ASSETS.identify(inThisOrder, gateways);
  }
}
