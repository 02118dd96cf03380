package lenswacht.footage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.FactJson;
import lenswacht.observation.MalformedFactException;
import lenswacht.observation.Observation;
import lenswacht.observation.Service;
import org.junit.jupiter.api.Test;

class PictureFactsTest {
  private static final Service CAMERA = Service.tcp(InetAddress.ofLiteral("127.0.0.1"), 554);
  private static final EvidenceId EVIDENCE = new EvidenceId("0123456789abcdef0123456789abcdef");

  @Test
  void observation_has_the_narrowest_face() {
    PictureFacts facts =
        new PictureFacts(
            1920, 1080, 12.5, true, List.of(new FaceSize(80, 90), new FaceSize(41, 50)));
    assertThat(facts.picture(CAMERA, EVIDENCE))
        .isEqualTo(new Observation.Picture(CAMERA, 1920, 1080, 12.5, 2, 41, EVIDENCE));
  }

  @Test
  void failed_search_is_not_shown_as_no_faces() {
    PictureFacts facts = new PictureFacts(1920, 1080, 12.5, false, List.of());
    assertThat(facts.picture(CAMERA, EVIDENCE).faces()).isEqualTo(PictureFacts.NOT_DETERMINED);
    assertThat(facts.coveredWhole()).isTrue();
  }

  @Test
  void impossible_facts_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PictureFacts(8193, 1, 0, true, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PictureFacts(1, 1, Double.NaN, true, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PictureFacts(1, 1, 0, false, List.of(new FaceSize(1, 1))));
  }

  @Test
  void answer_survives_its_json() throws Exception {
    FootageAnswer seen =
        FootageAnswer.seen(new PictureFacts(9, 9, 0.5, true, List.of(new FaceSize(3, 4))));
    FootageAnswer not = FootageAnswer.unreadable("no picture");
    assertThat(FactJson.read(FactJson.writeLine(seen), FootageAnswer.class)).isEqualTo(seen);
    assertThat(FactJson.read(FactJson.writeLine(not), FootageAnswer.class)).isEqualTo(not);
  }

  @Test
  void damaged_answer_is_a_value_or_a_checked_refusal() {
    byte[] good =
        FactJson.writeLine(
            FootageAnswer.seen(new PictureFacts(9, 9, 0.5, true, List.of(new FaceSize(3, 4)))));
    for (int length = 0; length < good.length; length++) {
      read(
          new String(good, 0, length, StandardCharsets.ISO_8859_1)
              .getBytes(StandardCharsets.UTF_8));
    }
    Random random = new Random(15);
    for (int round = 0; round < 5000; round++) {
      byte[] bad = good.clone();
      for (int flip = 0; flip <= round % 4; flip++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      read(bad);
    }
  }

  @Test
  void stream_needs_rtsp_and_a_literal_address() {
    new FootageSource.Stream(URI.create("rtsp://127.0.0.1:8554/film"));
    new FootageSource.Stream(URI.create("rtsp://[::1]:8554/film"));
    for (String bad :
        List.of("http://127.0.0.1/", "rtsp://camera.example/film", "rtsp:film", "rtsps://[::1]/")) {
      assertThatIllegalArgumentException()
          .as(bad)
          .isThrownBy(() -> new FootageSource.Stream(URI.create(bad)));
    }
  }

  private static void read(byte[] line) {
    try {
      assertThat(FactJson.read(line, FootageAnswer.class)).isNotNull();
    } catch (MalformedFactException refused) {
      assertThat(refused).hasMessageNotContaining("\n");
    }
  }
}
