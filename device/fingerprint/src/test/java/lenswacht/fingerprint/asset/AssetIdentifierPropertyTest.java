package lenswacht.fingerprint.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import org.junit.jupiter.api.Test;

/// What holds for every building: here for thousands that are made up at random, from few values,
/// so that marks are shared in every way.
class AssetIdentifierPropertyTest {
  private static final int BUILDINGS = 400;
  private static final List<String> SERIALS =
      List.of("7G0A1B2PAZ3C4D5", "6J0K9L8PAZ7M6N5", "000000000000", "5H0D3F4PAZ1B2C3");

  private static Scene building(Random random) {
    Scene scene = new Scene();
    if (random.nextInt(4) == 0) {
      scene.gateway("192.0.2.1");
    }
    int answers = 2 + random.nextInt(30);
    for (int i = 0; i < answers; i++) {
      scene.at(
          random.nextInt(5) == 0
              ? "2001:db8::" + (1 + random.nextInt(3))
              : "192.0.2." + (1 + random.nextInt(6)));
      String serial = SERIALS.get(random.nextInt(SERIALS.size()));
      String own = "192.0.2." + (1 + random.nextInt(6));
      switch (random.nextInt(9)) {
        case 0, 1 -> scene.heardFrom("00:00:5E:00:53:0" + random.nextInt(4));
        case 2 -> scene.sadp("DS-2CD2143G0-I", serial, own);
        case 3 ->
            scene.web(8000 + random.nextInt(3)).says(Observable.HTTP_REALM, "Login to " + serial);
        case 4 -> scene.givesMac("00:00:5E:00:53:0" + random.nextInt(4));
        case 5 ->
            scene
                .udp(3702)
                .says(
                    Observable.ONVIF_ENDPOINT,
                    "urn:uuid:5a1b6d6a-6f2a-4f0e-9e2b-7a6d7c1f000" + random.nextInt(3));
        case 6 ->
            scene
                .web(443)
                .says(Observable.TLS_SUBJECT, "CN=" + serial)
                .says(Observable.TLS_FINGERPRINT, ("a" + random.nextInt(3) + "b4").repeat(16));
        case 7 ->
            scene
                .web(80 + random.nextInt(3))
                .says(
                    Observable.UPNP_MANUFACTURER,
                    List.of("AXIS", "Vivotek", "Hikvision").get(random.nextInt(3)));
        case 8 -> scene.later(random.nextInt(4000)).listening();
        default -> throw new IllegalStateException("nine sorts of answers");
      }
    }
    return scene;
  }

  @Test
  void the_order_in_which_facts_come_does_not_matter() {
    Random random = new Random(20261121);
    for (int i = 0; i < BUILDINGS; i++) {
      Scene scene = building(random);
      String told = scene.assets().toString();
      List<Sighted> shuffled = new ArrayList<>(scene.sightings());
      Collections.shuffle(shuffled, random);
      assertThat(scene.assets(shuffled).toString()).isEqualTo(told);
    }
  }

  @Test
  void every_fact_but_a_router_s_hardware_address_belongs_to_one_asset_and_no_fact_to_two() {
    Random random = new Random(31337);
    for (int i = 0; i < BUILDINGS; i++) {
      Scene scene = building(random);
      List<Observation> shown =
          scene.assets().stream().flatMap(asset -> asset.observations().stream()).toList();
      assertThat(shown).doesNotHaveDuplicates();
      Set<Observation> left = new HashSet<>(scene.sightings().stream().map(Sighted::fact).toList());
      assertThat(left).containsAll(shown);
      shown.forEach(left::remove);
      assertThat(left)
          .allMatch(
              fact -> fact instanceof Observation.HardwareAddress it && it.service().isHost());
    }
  }

  @Test
  void every_place_belongs_to_one_asset_and_every_asset_has_a_name_of_its_own() {
    Random random = new Random(4242);
    for (int i = 0; i < BUILDINGS; i++) {
      List<IdentifiedAsset> assets = building(random).assets();
      assertThat(assets.stream().map(IdentifiedAsset::name)).doesNotHaveDuplicates();
      assertThat(assets.stream().flatMap(asset -> asset.trace().presences().stream()))
          .doesNotHaveDuplicates();
      assertThat(assets).allMatch(asset -> !asset.trace().presences().isEmpty());
    }
  }

  @Test
  void an_asset_with_several_addresses_says_why_with_evidence() {
    Random random = new Random(7);
    for (int i = 0; i < BUILDINGS; i++) {
      for (IdentifiedAsset asset : building(random).assets()) {
        if (asset.trace().presences().stream().map(Presence::address).distinct().count() > 1) {
          assertThat(asset.trace().joins()).isNotEmpty();
        }
        assertThat(asset.trace().joins()).allMatch(join -> !join.evidence().isEmpty());
        assertThat(asset.trace().cautions()).allMatch(caution -> !caution.evidence().isEmpty());
      }
    }
  }
}
