package lenswacht.fingerprint.asset;

import static lenswacht.fingerprint.asset.Caution.Kind.ADDRESS_CHANGED;
import static lenswacht.fingerprint.asset.Caution.Kind.ADDRESS_CHANGED_HANDS;
import static lenswacht.fingerprint.asset.Caution.Kind.ADDRESS_CONFLICT;
import static lenswacht.fingerprint.asset.Caution.Kind.ANSWERED_BY_ROUTER;
import static lenswacht.fingerprint.asset.Caution.Kind.ANSWERS_AS_SEVERAL_MAKERS;
import static lenswacht.fingerprint.asset.Caution.Kind.CHANNELS_BEHIND;
import static lenswacht.fingerprint.asset.Caution.Kind.HARDWARE_ADDRESS_TWICE;
import static lenswacht.fingerprint.asset.Caution.Kind.OPENS_EVERY_PORT;
import static lenswacht.fingerprint.asset.Caution.Kind.SAYS_ANOTHER_ADDRESS;
import static lenswacht.fingerprint.asset.Caution.Kind.SEEN_THROUGH_ANOTHER;
import static lenswacht.fingerprint.asset.Caution.Kind.SEVERAL_AT_ONE_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import org.junit.jupiter.api.Test;

class DoubtfulAnswersTest {
  private static final String ONE_SERIAL = "DS-2CD2143G0-I20190412AAWRD12345678";
  private static final String OTHER_SERIAL = "DS-2CD2143G0-I20190412AAWRD87654321";
  private static final String CARD = "00:00:5E:00:53:0A";
  private static final String OTHER_CARD = "00:00:5E:00:53:0B";
  private static final String ROUTER_CARD = "00:00:5E:00:53:FE";

  private static List<String> names(List<IdentifiedAsset> assets) {
    return assets.stream().map(IdentifiedAsset::name).toList();
  }

  private static List<Caution.Kind> cautions(IdentifiedAsset asset) {
    return asset.trace().cautions().stream().map(Caution::kind).toList();
  }

  private static IdentifiedAsset only(Scene scene) {
    assertThat(scene.assets()).hasSize(1);
    return scene.assets().getFirst();
  }

  @Test
  void a_router_that_answers_for_cameras_is_not_their_hardware_address() {
    Scene scene =
        new Scene()
            .at("192.0.2.7")
            .heardFrom(ROUTER_CARD)
            .sadp("DS-2CD2143G0-I", ONE_SERIAL, "192.0.2.7")
            .givesMac(CARD)
            .at("192.0.2.8")
            .heardFrom(ROUTER_CARD)
            .sadp("DS-2CD2143G0-I", OTHER_SERIAL, "192.0.2.8")
            .givesMac(OTHER_CARD);
    assertThat(scene.assets())
        .hasSize(2)
        .allSatisfy(asset -> assertThat(cautions(asset)).containsExactly(ANSWERED_BY_ROUTER));
    assertThat(scene.assets().getFirst().mac()).contains(MacAddress.parse(CARD));
    assertThat(scene.assets().getFirst().trace().cautions().getFirst().confidence())
        .isEqualTo(Confidence.CERTAIN);
  }

  @Test
  void a_maker_read_from_the_router_s_hardware_address_is_not_the_camera_s() {
    Scene scene = new Scene();
    for (int i = 1; i <= 5; i++) {
      scene.at("192.0.2." + i).heardFrom("00:02:D1:00:53:FE").says(Observable.HTTP_TITLE, "t" + i);
    }
    assertThat(scene.assets())
        .hasSize(5)
        .allSatisfy(
            asset -> {
              assertThat(asset.identification().identity().maker()).isEmpty();
              assertThat(asset.mac()).isEmpty();
              assertThat(cautions(asset)).containsExactly(ANSWERED_BY_ROUTER);
            });
    assertThat(
            new Scene()
                .at("192.0.2.1")
                .heardFrom("00:02:D1:00:53:FE")
                .assets()
                .getFirst()
                .identification()
                .identity()
                .maker())
        .contains("Vivotek");
  }

  @Test
  void the_router_itself_keeps_its_hardware_address() {
    Scene scene =
        new Scene()
            .gateway("192.0.2.1")
            .at("192.0.2.1")
            .heardFrom(ROUTER_CARD)
            .at("192.0.2.7")
            .heardFrom(ROUTER_CARD);
    assertThat(scene.assets()).hasSize(2);
    assertThat(scene.assets().get(0).mac()).contains(MacAddress.parse(ROUTER_CARD));
    assertThat(scene.assets().get(1).mac()).isEmpty();
  }

  @Test
  void two_cameras_that_give_themselves_one_hardware_address_stay_two() {
    Scene scene =
        new Scene()
            .at("192.0.2.7")
            .heardFrom(CARD)
            .sadp("DS-2CD2143G0-I", ONE_SERIAL, "192.0.2.7")
            .givesMac(CARD)
            .at("192.0.2.8")
            .heardFrom(CARD)
            .sadp("DS-2CD2143G0-I", OTHER_SERIAL, "192.0.2.8")
            .givesMac(CARD);
    assertThat(scene.assets())
        .hasSize(2)
        .allSatisfy(
            asset -> {
              assertThat(cautions(asset)).containsExactly(HARDWARE_ADDRESS_TWICE);
              assertThat(asset.mac()).contains(MacAddress.parse(CARD));
            });
  }

  @Test
  void two_hardware_addresses_that_answer_in_turn_for_one_address_are_a_conflict() {
    IdentifiedAsset asset =
        only(
            new Scene()
                .at("192.0.2.7")
                .heardFrom(CARD)
                .heardFrom(OTHER_CARD)
                .heardFrom(CARD)
                .heardFrom(OTHER_CARD));
    assertThat(cautions(asset)).containsExactly(ADDRESS_CONFLICT);
    assertThat(asset.trace().cautions().getFirst().words().get("macs")).contains(CARD, OTHER_CARD);
  }

  @Test
  void what_answers_the_searches_of_two_rivals_is_not_believed() {
    IdentifiedAsset asset =
        only(
            new Scene()
                .at("192.0.2.7")
                .sadp("DS-2CD2143G0-I", ONE_SERIAL, "192.0.2.7")
                .udp(37_810)
                .says(Observable.DHIP_VENDOR, "Dahua")
                .says(Observable.DHIP_CLASS, "IPC"));
    assertThat(cautions(asset)).containsExactly(ANSWERS_AS_SEVERAL_MAKERS);
    assertThat(asset.trace().cautions().getFirst().words().get("makers"))
        .isEqualTo("Dahua, Hikvision");
    assertThat(asset.identification().identity()).isEqualTo(ProductIdentity.UNDETERMINED);
    assertThat(asset.identification().claims()).isNotEmpty();
  }

  @Test
  void what_accepts_connections_everywhere_is_said_to() {
    Scene scene = new Scene().at("192.0.2.7");
    for (int port = 8000; port < 8030; port++) {
      scene.web(port).listening();
    }
    assertThat(only(scene).trace().cautions())
        .singleElement()
        .satisfies(
            caution -> {
              assertThat(caution.kind()).isEqualTo(OPENS_EVERY_PORT);
              assertThat(caution.confidence()).isEqualTo(Confidence.CERTAIN);
              assertThat(caution.words()).containsEntry("ports", "30");
            });
  }

  @Test
  void two_cameras_behind_one_address_are_told_apart_by_port() {
    Scene scene =
        new Scene()
            .at("203.0.113.5")
            .heardFrom(ROUTER_CARD)
            .web(8001)
            .says(Observable.HTTP_REALM, "Login to 7G0A1B2PAZ3C4D5")
            .web(8002)
            .says(Observable.HTTP_REALM, "Login to 6J0K9L8PAZ7M6N5")
            .says(Observable.HTTP_TITLE, "second");
    assertThat(names(scene.assets())).containsExactly("203.0.113.5:8001", "203.0.113.5:8002");
    assertThat(scene.assets())
        .allSatisfy(
            asset -> {
              assertThat(cautions(asset)).containsExactly(SEVERAL_AT_ONE_ADDRESS);
              assertThat(asset.trace().cautions().getFirst().confidence())
                  .isEqualTo(Confidence.CERTAIN);
            });
    assertThat(scene.assets().get(1).observations()).contains(scene.sightings().getLast().fact());
  }

  @Test
  void two_makers_behind_one_address_are_told_apart_by_port() {
    Scene scene =
        new Scene()
            .at("203.0.113.5")
            .web(8001)
            .says(Observable.UPNP_MANUFACTURER, "AXIS")
            .web(8002)
            .says(Observable.UPNP_MANUFACTURER, "Vivotek");
    assertThat(scene.assets())
        .extracting(asset -> asset.identification().identity().maker().orElse(""))
        .containsExactlyInAnyOrder("Axis", "Vivotek");
  }

  @Test
  void cameras_that_a_recorder_speaks_for_are_seen_through_it() {
    Scene scene =
        new Scene()
            .at("192.0.2.20")
            .sadp("DS-7608NI-K2", OTHER_SERIAL, "192.0.2.20")
            .says(Observable.SADP_FIELD, "DigitalChannelNum=8")
            .sadp("DS-2CD2143G0-I", ONE_SERIAL, "192.168.254.3");
    assertThat(names(scene.assets())).containsExactly("192.0.2.20", "192.0.2.20/192.168.254.3");
    assertThat(cautions(scene.assets().get(0))).containsExactly(CHANNELS_BEHIND);
    assertThat(scene.assets().get(0).trace().cautions().getFirst().words())
        .containsEntry("channels", "8");
    assertThat(scene.assets().get(0).identification().identity().kind())
        .isEqualTo(AssetKind.RECORDER);
    assertThat(cautions(scene.assets().get(1))).containsExactly(SEEN_THROUGH_ANOTHER);
    assertThat(scene.assets().get(1).identification().identity().model())
        .contains("DS-2CD2143G0-I");
  }

  @Test
  void a_camera_met_by_itself_and_through_its_recorder_is_one() {
    Scene scene =
        new Scene()
            .at("192.0.2.20")
            .sadp("DS-7608NI-K2", OTHER_SERIAL, "192.0.2.20")
            .sadp("DS-2CD2143G0-I", ONE_SERIAL, "192.0.2.21")
            .at("192.0.2.21")
            .sadp("DS-2CD2143G0-I", ONE_SERIAL, "192.0.2.21");
    assertThat(names(scene.assets())).containsExactly("192.0.2.20", "192.0.2.21");
  }

  @Test
  void streams_of_several_channels_have_cameras_behind_them() {
    IdentifiedAsset asset =
        only(
            new Scene()
                .at("192.0.2.20").web(554).stream("/Streaming/Channels/101").stream(
                    "/Streaming/Channels/102")
                    .stream("/Streaming/Channels/201"));
    assertThat(asset.trace().cautions().getFirst().words()).containsEntry("channels", "2");
  }

  @Test
  void a_camera_that_calls_itself_by_another_address_stands_behind_a_translation() {
    IdentifiedAsset asset =
        only(new Scene().at("203.0.113.5").sadp("DS-2CD2143G0-I", ONE_SERIAL, "192.168.1.64"));
    assertThat(cautions(asset)).containsExactly(SAYS_ANOTHER_ADDRESS);
  }

  @Test
  void an_address_that_is_given_to_another_camera_during_the_scan_shows_two_assets() {
    Scene scene =
        new Scene()
            .at("192.0.2.7")
            .heardFrom(CARD)
            .sadp("DS-2CD2143G0-I", ONE_SERIAL, "192.0.2.7")
            .later(60)
            .heardFrom(OTHER_CARD)
            .sadp("DS-2CD2143G0-I", OTHER_SERIAL, "192.0.2.7");
    assertThat(names(scene.assets())).containsExactly("192.0.2.7", "192.0.2.7#2");
    assertThat(scene.assets().getFirst().mac()).contains(MacAddress.parse(OTHER_CARD));
    assertThat(scene.assets())
        .allSatisfy(asset -> assertThat(cautions(asset)).containsExactly(ADDRESS_CHANGED_HANDS));
  }

  @Test
  void a_camera_whose_address_changes_during_the_scan_is_one_asset_that_moved() {
    Scene scene =
        new Scene()
            .at("192.0.2.7")
            .heardFrom(CARD)
            .sadp("DS-2CD2143G0-I", ONE_SERIAL, "192.0.2.7")
            .later(60)
            .at("192.0.2.9")
            .heardFrom(CARD)
            .sadp("DS-2CD2143G0-I", ONE_SERIAL, "192.0.2.9")
            .at("192.0.2.7")
            .heardFrom(OTHER_CARD)
            .sadp("DS-2CD2143G0-I", OTHER_SERIAL, "192.0.2.7");
    assertThat(names(scene.assets())).containsExactly("192.0.2.7", "192.0.2.9");
    IdentifiedAsset moved = scene.assets().get(1);
    assertThat(moved.trace().presences()).hasSize(2);
    assertThat(cautions(moved)).contains(ADDRESS_CHANGED, ADDRESS_CHANGED_HANDS);
    assertThat(
            moved.trace().cautions().stream()
                .filter(caution -> caution.kind() == ADDRESS_CHANGED)
                .findFirst()
                .orElseThrow()
                .words())
        .containsEntry("from", "192.0.2.7")
        .containsEntry("to", "192.0.2.9");
  }

  @Test
  void a_camera_at_two_addresses_one_after_the_other_did_not_move_for_that() {
    IdentifiedAsset asset =
        only(
            new Scene()
                .at("192.0.2.7")
                .sadp("DS-2CD2143G0-I", ONE_SERIAL, "192.0.2.7")
                .at("192.0.2.9")
                .sadp("DS-2CD2143G0-I", ONE_SERIAL, "192.0.2.9"));
    assertThat(asset.trace().presences()).hasSize(2);
    assertThat(asset.trace().cautions()).isEmpty();
  }

  @Test
  void every_fact_stays_with_exactly_one_asset() {
    Scene scene =
        new Scene()
            .at("203.0.113.5")
            .web(8001)
            .says(Observable.UPNP_MANUFACTURER, "AXIS")
            .web(8002)
            .says(Observable.UPNP_MANUFACTURER, "Vivotek")
            .web(8003)
            .listening();
    List<Observation> shown =
        scene.assets().stream().flatMap(asset -> asset.observations().stream()).toList();
    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            scene.sightings().stream().map(Sighted::fact).toList());
  }
}
