package lenswacht.fingerprint.asset;

import static lenswacht.fingerprint.asset.Caution.Kind.MARK_SHARED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lenswacht.fingerprint.Confidence;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observable;
import org.junit.jupiter.api.Test;

class AssetIdentifierTest {
  private static final String ONE_SERIAL = "DS-2CD2143G0-I20190412AAWRD12345678";
  private static final String CARD = "00:00:5E:00:53:0A";
  private static final String OTHER_CARD = "00:00:5E:00:53:0B";
  private static final String CERTIFICATE = "4f".repeat(31) + "a1";
  private static final String UUID = "urn:uuid:5a1b6d6a-6f2a-4f0e-9e2b-7a6d7c1f0001";

  private static List<String> names(List<IdentifiedAsset> assets) {
    return assets.stream().map(IdentifiedAsset::name).toList();
  }

  private static List<String> addresses(IdentifiedAsset asset) {
    return asset.trace().presences().stream().map(Presence::name).toList();
  }

  private static List<Caution.Kind> cautions(IdentifiedAsset asset) {
    return asset.trace().cautions().stream().map(Caution::kind).toList();
  }

  private static IdentifiedAsset only(Scene scene) {
    assertThat(scene.assets()).hasSize(1);
    return scene.assets().getFirst();
  }

  @Test
  void nothing_seen_is_no_asset() {
    assertThat(new Scene().assets()).isEmpty();
  }

  @Test
  void addresses_that_share_nothing_are_assets_of_their_own() {
    Scene scene =
        new Scene()
            .at("192.0.2.9")
            .says(Observable.HTTP_TITLE, "one")
            .at("192.0.2.10")
            .says(Observable.HTTP_TITLE, "one");
    assertThat(names(scene.assets())).containsExactly("192.0.2.9", "192.0.2.10");
    assertThat(scene.assets()).allSatisfy(asset -> assertThat(asset.trace().cautions()).isEmpty());
  }

  @Test
  void ipv4_and_ipv6_behind_one_network_card_are_one_asset() {
    IdentifiedAsset asset =
        only(new Scene().at("192.0.2.7").heardFrom(CARD).at("2001:db8::7").heardFrom(CARD));
    assertThat(addresses(asset)).containsExactly("192.0.2.7", "2001:db8:0:0:0:0:0:7");
    assertThat(asset.name()).isEqualTo("192.0.2.7");
    assertThat(asset.mac()).contains(MacAddress.parse(CARD));
    assertThat(asset.trace().joins())
        .singleElement()
        .satisfies(
            join -> {
              assertThat(join.mark().kind()).isEqualTo(Mark.Kind.HARDWARE_ADDRESS);
              assertThat(join.confidence()).isEqualTo(Confidence.CERTAIN);
              assertThat(join.evidence()).hasSize(2);
            });
  }

  @Test
  void an_ipv6_address_made_from_a_hardware_address_joins_the_camera_that_has_it() {
    IdentifiedAsset asset =
        only(
            new Scene()
                .at("192.0.2.7")
                .heardFrom(CARD)
                .at("fe80::200:5eff:fe00:530a")
                .says(Observable.MDNS_NAME, "camera.local"));
    assertThat(asset.trace().presences()).hasSize(2);
  }

  @Test
  void a_camera_with_two_network_cards_is_one_asset_by_its_serial_number() {
    IdentifiedAsset asset =
        only(
            new Scene()
                .at("192.0.2.7")
                .heardFrom(CARD)
                .sadp("DS-2CD2143G0-I", ONE_SERIAL, "192.0.2.7")
                .at("198.51.100.7")
                .heardFrom(OTHER_CARD)
                .sadp("DS-2CD2143G0-I", ONE_SERIAL, "198.51.100.7"));
    assertThat(addresses(asset)).containsExactly("192.0.2.7", "198.51.100.7");
    assertThat(asset.trace().joins().getFirst().mark().kind()).isEqualTo(Mark.Kind.SERIAL);
    assertThat(asset.trace().joins().getFirst().confidence()).isEqualTo(Confidence.LIKELY);
  }

  @Test
  void one_onvif_endpoint_is_one_asset() {
    IdentifiedAsset asset =
        only(
            new Scene()
                .at("192.0.2.7")
                .udp(3702)
                .says(Observable.ONVIF_ENDPOINT, UUID)
                .at("2001:db8::7")
                .udp(3702)
                .says(Observable.ONVIF_ENDPOINT, UUID.toUpperCase(java.util.Locale.ROOT)));
    assertThat(asset.trace().joins().getFirst().mark().kind()).isEqualTo(Mark.Kind.ENDPOINT);
  }

  @Test
  void a_firmware_that_gives_every_camera_one_endpoint_joins_nothing() {
    Scene scene =
        new Scene()
            .at("192.0.2.7")
            .heardFrom(CARD)
            .udp(3702)
            .says(Observable.ONVIF_ENDPOINT, UUID)
            .at("192.0.2.8")
            .heardFrom(OTHER_CARD)
            .udp(3702)
            .says(Observable.ONVIF_ENDPOINT, UUID);
    assertThat(scene.assets())
        .hasSize(2)
        .allSatisfy(asset -> assertThat(cautions(asset)).containsExactly(MARK_SHARED));
  }

  @Test
  void serial_numbers_of_zeroes_or_counting_up_join_nothing() {
    for (String no : List.of("000000000000", "123456789", "none", "UNKNOWN", "1111111111111")) {
      Scene scene =
          new Scene()
              .at("192.0.2.7")
              .says(Observable.UPNP_SERIAL, no)
              .at("192.0.2.8")
              .says(Observable.UPNP_SERIAL, no);
      assertThat(scene.assets()).hasSize(2);
    }
  }

  @Test
  void one_serial_number_behind_three_network_cards_is_a_default_and_joins_nothing() {
    Scene scene = new Scene();
    for (int i = 1; i <= 3; i++) {
      scene
          .at("192.0.2." + i)
          .heardFrom("00:00:5E:00:53:0" + i)
          .says(Observable.UPNP_SERIAL, "20120401A77");
    }
    assertThat(scene.assets())
        .hasSize(3)
        .allSatisfy(asset -> assertThat(cautions(asset)).containsExactly(MARK_SHARED));
  }

  @Test
  void a_certificate_made_for_one_unit_joins_and_one_that_came_with_the_firmware_does_not() {
    Scene own =
        new Scene()
            .at("192.0.2.7")
            .heardFrom(CARD)
            .web(443)
            .says(Observable.TLS_SUBJECT, "CN=camera-00005e00530a.local")
            .says(Observable.TLS_FINGERPRINT, CERTIFICATE)
            .at("198.51.100.7")
            .web(443)
            .says(Observable.TLS_SUBJECT, "CN=camera-00005e00530a.local")
            .says(Observable.TLS_FINGERPRINT, CERTIFICATE);
    assertThat(only(own).trace().joins().getFirst().mark().kind()).isEqualTo(Mark.Kind.CERTIFICATE);
    Scene shared =
        new Scene()
            .at("192.0.2.7")
            .web(443)
            .says(Observable.TLS_SUBJECT, "CN=IPC")
            .says(Observable.TLS_FINGERPRINT, CERTIFICATE)
            .at("198.51.100.7")
            .web(443)
            .says(Observable.TLS_SUBJECT, "CN=IPC")
            .says(Observable.TLS_FINGERPRINT, CERTIFICATE);
    assertThat(shared.assets())
        .hasSize(2)
        .allSatisfy(
            asset ->
                assertThat(asset.trace().cautions())
                    .singleElement()
                    .satisfies(
                        caution -> {
                          assertThat(caution.kind()).isEqualTo(MARK_SHARED);
                          assertThat(caution.confidence()).isEqualTo(Confidence.HINT);
                        }));
  }
}
