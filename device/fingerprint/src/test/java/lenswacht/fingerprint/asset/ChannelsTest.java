package lenswacht.fingerprint.asset;

import static lenswacht.fingerprint.asset.Caution.Kind.CHANNELS_BEHIND;
import static lenswacht.fingerprint.asset.Caution.Kind.SEEN_ON_CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import lenswacht.fingerprint.AssetKind;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Confidence;
import lenswacht.fingerprint.ProductIdentity;
import lenswacht.observation.MacAddress;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation.Channel;
import org.junit.jupiter.api.Test;

class ChannelsTest {
  private static final String SERIAL = "DS-7608NI-K220200131CCRRE12345678WCVU";
  private static final String CAMERA_SERIAL = "DS-2CD2143G0-I20190412AAWRD87654321";
  private static final String RECORDER_CARD = "00:00:5E:00:53:0A";
  private static final String CAMERA_CARD = "00:00:5E:00:53:42";

  private static List<String> names(List<IdentifiedAsset> assets) {
    return assets.stream().map(IdentifiedAsset::name).toList();
  }

  /// A recorder at 192.0.2.20 that says how many channels it has.
  private static Scene recorder(int channels) {
    return new Scene()
        .at("192.0.2.20")
        .heardFrom(RECORDER_CARD)
        .sadp("DS-7608NI-K2", SERIAL, "192.0.2.20")
        .says(Observable.SADP_FIELD, "AnalogChannelNum=0")
        .says(Observable.SADP_FIELD, "DigitalChannelNum=" + channels);
  }

  private static Channel.Source at(String address, String hardware, String serial) {
    return new Channel.Source(address, hardware, serial, "");
  }

  @Test
  void a_number_of_channels_alone_invents_no_cameras() {
    List<IdentifiedAsset> assets = recorder(8).assets();
    assertThat(names(assets)).containsExactly("192.0.2.20");
    Channels channels = assets.getFirst().trace().channels();
    assertThat(channels.all()).isEqualTo(8);
    assertThat(channels.unseen()).isEqualTo(8);
    assertThat(channels.told()).isEmpty();
    assertThat(channels.confidence()).isEqualTo(Confidence.CERTAIN);
  }

  @Test
  void a_channel_whose_source_was_seen_directly_is_linked_to_it() {
    List<IdentifiedAsset> assets =
        recorder(8)
            .web(80)
            .channel(1, "Hall", at("192.0.2.21", "", ""), Channel.Use.IN_USE)
            .channel(2, "Yard", at("10.9.9.9", CAMERA_CARD, ""), Channel.Use.IN_USE)
            .channel(3, "Dock", at("", "", CAMERA_SERIAL), Channel.Use.NOT_DETERMINED)
            .at("192.0.2.21")
            .heardFrom("00:00:5E:00:53:41")
            .listening()
            .at("192.0.2.22")
            .heardFrom(CAMERA_CARD)
            .listening()
            .at("192.0.2.23")
            .sadp("DS-2CD2143G0-I", CAMERA_SERIAL, "192.0.2.23")
            .assets();
    assertThat(names(assets))
        .containsExactly("192.0.2.20", "192.0.2.21", "192.0.2.22", "192.0.2.23");
    Channels channels = assets.getFirst().trace().channels();
    assertThat(channels.told().stream().map(it -> it.delivered().orElseThrow()))
        .containsExactly(
            new SeenChannel.Delivery("192.0.2.21", true, Confidence.LIKELY),
            new SeenChannel.Delivery("192.0.2.22", true, Confidence.CERTAIN),
            new SeenChannel.Delivery("192.0.2.23", true, Confidence.CERTAIN));
    assertThat(channels.direct()).isEqualTo(3);
    assertThat(channels.unseen()).isEqualTo(5);
  }

  @Test
  void a_source_that_was_not_seen_directly_is_an_asset_seen_through_the_recorder() {
    List<IdentifiedAsset> assets =
        recorder(8)
            .web(80)
            .channel(4, "Vault", at("192.168.254.4", CAMERA_CARD, ""), Channel.Use.IN_USE)
            .assets();
    assertThat(names(assets)).containsExactly("192.0.2.20", "192.0.2.20/192.168.254.4");
    IdentifiedAsset camera = assets.get(1);
    assertThat(camera.trace().isSeenThrough()).isTrue();
    assertThat(camera.trace().addresses()).isEmpty();
    assertThat(camera.mac()).contains(MacAddress.parse(CAMERA_CARD));
    assertThat(camera.observations()).isEmpty();
    ProductIdentity identity = camera.identification().identity();
    assertThat(identity.kind()).isEqualTo(AssetKind.CAMERA);
    assertThat(identity.model()).isEmpty();
    assertThat(identity.firmware()).isEmpty();
    Caution caution = camera.trace().cautions().getFirst();
    assertThat(caution.kind()).isEqualTo(SEEN_ON_CHANNEL);
    assertThat(caution.words())
        .containsEntry("recorder", "192.0.2.20")
        .containsEntry("channels", "4");
    assertThat(caution.evidence()).isNotEmpty();
    assertThat(assets.getFirst().trace().channels().through()).isEqualTo(1);
  }

  @Test
  void a_channel_of_a_recorder_that_is_in_use_has_a_camera_behind_it_and_a_free_one_has_not() {
    List<IdentifiedAsset> assets =
        recorder(4)
            .web(80)
            .channel(1, "", Channel.Source.UNTOLD, Channel.Use.IN_USE)
            .channel(2, "", Channel.Source.UNTOLD, Channel.Use.FREE)
            .channel(3, "Camera 03", Channel.Source.UNTOLD, Channel.Use.NOT_DETERMINED)
            .assets();
    assertThat(names(assets)).containsExactly("192.0.2.20", "192.0.2.20/ch1");
    Channels channels = assets.getFirst().trace().channels();
    assertThat(channels.through()).isEqualTo(1);
    assertThat(channels.free()).isEqualTo(1);
    assertThat(channels.unseen()).isEqualTo(2);
    assertThat(assets.getFirst().trace().cautions())
        .filteredOn(caution -> caution.kind() == CHANNELS_BEHIND)
        .singleElement()
        .satisfies(
            caution ->
                assertThat(caution.words())
                    .containsEntry("channels", "4")
                    .containsEntry("through", "1")
                    .containsEntry("free", "1")
                    .containsEntry("unseen", "2"));
  }

  @Test
  void one_source_on_two_channels_or_behind_two_recorders_is_one_asset() {
    Channel.Source quad = at("192.168.254.4", CAMERA_CARD, "");
    List<IdentifiedAsset> assets =
        recorder(8)
            .web(80)
            .channel(1, "", quad, Channel.Use.IN_USE)
            .channel(2, "", quad, Channel.Use.IN_USE)
            .at("192.0.2.30")
            .heardFrom("00:00:5E:00:53:0B")
            .sadp("DS-7608NI-K2", SERIAL.replace("12345678", "44345678"), "192.0.2.30")
            .web(80)
            .channel(7, "", quad, Channel.Use.IN_USE)
            .assets();
    assertThat(names(assets))
        .containsExactly("192.0.2.20", "192.0.2.20/192.168.254.4", "192.0.2.30");
    assertThat(assets.get(1).trace().presences()).hasSize(2);
    assertThat(assets.get(1).trace().cautions().stream().map(it -> it.words().get("channels")))
        .containsExactlyInAnyOrder("1, 2", "7");
  }

  @Test
  void a_source_at_the_address_of_another_hardware_address_is_not_what_was_seen_there() {
    List<IdentifiedAsset> assets =
        recorder(8)
            .web(80)
            .channel(1, "", at("192.0.2.21", CAMERA_CARD, ""), Channel.Use.IN_USE)
            .at("192.0.2.21")
            .heardFrom("00:00:5E:00:53:77")
            .listening()
            .assets();
    assertThat(names(assets)).containsExactly("192.0.2.20", "192.0.2.20/192.0.2.21", "192.0.2.21");
  }

  @Test
  void what_the_recorder_passed_on_is_linked_to_the_channel_that_names_its_address() {
    List<IdentifiedAsset> assets =
        recorder(8)
            .sadp("DS-2CD2143G0-I", CAMERA_SERIAL, "192.168.254.3")
            .web(80)
            .channel(2, "", at("192.168.254.3", "", ""), Channel.Use.IN_USE)
            .assets();
    assertThat(names(assets)).containsExactly("192.0.2.20", "192.0.2.20/192.168.254.3");
    assertThat(assets.getFirst().trace().channels().told().getFirst().delivered())
        .contains(new SeenChannel.Delivery("192.0.2.20/192.168.254.3", false, Confidence.LIKELY));
    assertThat(assets.getFirst().trace().channels().besides()).isEmpty();
  }

  @Test
  void what_the_recorder_passed_on_without_a_channel_counts_as_seen_through_it() {
    List<IdentifiedAsset> assets =
        recorder(8).sadp("DS-2CD2143G0-I", CAMERA_SERIAL, "192.168.254.3").assets();
    Channels channels = assets.getFirst().trace().channels();
    assertThat(channels.besides()).containsExactly("192.0.2.20/192.168.254.3");
    assertThat(channels.through()).isEqualTo(1);
    assertThat(channels.unseen()).isEqualTo(7);
  }

  @Test
  void a_camera_with_four_sensors_is_one_asset_with_four_sensors() {
    List<IdentifiedAsset> assets =
        new Scene()
            .at("192.0.2.40")
            .udp(37_810)
            .says(Observable.DHIP_MODEL, "IPC-PDBW82041-B360")
            .says(Observable.DHIP_CLASS, "IPC")
            .says(Observable.DHIP_FIELD, "VideoInputChannels=4")
            .assets();
    assertThat(assets).hasSize(1);
    assertThat(assets.getFirst().trace().channels().sensors()).isEqualTo(4);
    assertThat(assets.getFirst().trace().channels().isTold()).isFalse();
    assertThat(assets.getFirst().trace().cautions()).isEmpty();
  }

  @Test
  void one_housing_with_a_network_card_for_each_sensor_is_one_asset() {
    Scene scene = new Scene();
    for (int i = 0; i < 4; i++) {
      scene
          .at("192.0.2.5" + i)
          .heardFrom("00:00:5E:00:53:6" + i)
          .udp(37_810)
          .says(Observable.DHIP_MODEL, "IPC-PDBW82041-B360")
          .says(Observable.DHIP_CLASS, "IPC")
          .says(Observable.DHIP_SERIAL, "7G0A1B2PAZ3C4D5")
          .says(Observable.DHIP_FIELD, "VideoInputChannels=4");
    }
    List<IdentifiedAsset> assets = scene.assets();
    assertThat(names(assets)).containsExactly("192.0.2.50");
    assertThat(assets.getFirst().trace().addresses()).hasSize(4);
    assertThat(assets.getFirst().trace().channels().sensors()).isEqualTo(4);
    assertThat(assets.getFirst().trace().joins().getFirst().confidence())
        .isEqualTo(Confidence.LIKELY);
  }

  @Test
  void a_television_that_lists_its_channels_has_no_cameras_behind_it() {
    List<IdentifiedAsset> assets =
        new Scene()
            .at("192.0.2.60")
            .web(80)
            .says(Observable.HTTP_TITLE, "LG Smart TV")
            .channel(1, "News", Channel.Source.UNTOLD, Channel.Use.IN_USE)
            .channel(2, "Sport", Channel.Source.UNTOLD, Channel.Use.NOT_DETERMINED)
            .assets();
    assertThat(assets).hasSize(1);
    assertThat(assets.getFirst().trace().channels()).isEqualTo(Channels.NONE);
  }

  @Test
  void sources_that_are_no_addresses_point_to_nothing() {
    for (String text : List.of("", "127.0.0.1", "0.0.0.0", "Main street 4", "example.org")) {
      SourceMarks marks = SourceMarks.of(at(text, "no card", "00000000"));
      assertThat(marks.isEmpty()).as(text).isTrue();
    }
  }

  @Test
  void the_model_and_the_serial_number_that_a_recorder_gives_are_claims_on_the_camera() {
    Channel.Source told = new Channel.Source("", "", CAMERA_SERIAL, "DS-2CD2143G0-I");
    IdentifiedAsset camera =
        recorder(2).web(80).channel(1, "", told, Channel.Use.IN_USE).assets().get(1);
    assertThat(camera.identification().identity().model()).contains("DS-2CD2143G0-I");
    assertThat(camera.identification().claims())
        .allMatch(claim -> claim.fingerprint().equals(Claim.FROM_CHANNEL))
        .allMatch(claim -> claim.observable().equals(Optional.empty()));
  }

  @Test
  void whatever_is_told_the_numbers_of_channels_add_up_and_the_order_does_not_matter() {
    Random random = new Random(20261121);
    for (int i = 0; i < 300; i++) {
      Scene scene = recorder(random.nextInt(6));
      for (int told = random.nextInt(12); told > 0; told--) {
        scene
            .at("192.0.2.2" + random.nextInt(3))
            .channel(
                random.nextInt(8),
                "c" + random.nextInt(3),
                at(
                    "192.0.2.2" + random.nextInt(6),
                    random.nextBoolean() ? "" : "00:00:5E:00:53:0" + random.nextInt(6),
                    random.nextInt(3) == 0 ? "7G0A1B2PAZ3C4D" + random.nextInt(4) : ""),
                Channel.Use.values()[random.nextInt(3)]);
      }
      List<IdentifiedAsset> assets = scene.assets();
      assertThat(names(assets)).doesNotHaveDuplicates();
      assertThat(scene.assets(scene.sightings().reversed())).isEqualTo(assets);
      for (IdentifiedAsset asset : assets) {
        Channels channels = asset.trace().channels();
        assertThat(channels.unseen()).isNotNegative();
        assertThat(channels.told())
            .allSatisfy(
                channel ->
                    channel
                        .delivered()
                        .ifPresent(it -> assertThat(names(assets)).contains(it.asset())));
      }
    }
  }
}
