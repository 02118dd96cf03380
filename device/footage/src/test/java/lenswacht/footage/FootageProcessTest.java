package lenswacht.footage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FootageProcessTest {
  private static final Duration AMPLE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void drawn_face_is_counted_and_covered_by_a_uniform_block() throws Exception {
    BufferedImage drawing = Drawings.uniform(960, 540, new Color(200, 205, 210));
    Drawings.face(drawing, 400, 270, 160);
    Path film = Clips.film(drawing, "mp4", folder.resolve("face.mp4"));
    Path kept = folder.resolve("kept.png");

    PictureFacts facts = seen(look(new FootageSource.File(film), Optional.of(kept)));

    assertThat(facts.width()).isEqualTo(960);
    assertThat(facts.height()).isEqualTo(540);
    assertThat(facts.coveredWhole()).isFalse();
    assertThat(facts.faces()).hasSize(1);
    assertThat(facts.faces().getFirst().width()).isBetween(130, 210);
    BufferedImage covered = ImageIO.read(kept.toFile());
    assertThat(covered.getWidth()).isEqualTo(480);
    assertThat(colours(covered, 160, 105, 80, 60)).containsExactly(grey());
    assertThat(colours(covered, 0, 0, 60, 60)).doesNotContain(grey());
    assertThat(Files.list(folder).map(path -> path.getFileName().toString()))
        .noneMatch(name -> name.contains(".part"));
  }

  @Test
  void picture_without_a_face_has_none_and_keeps_its_colours() throws Exception {
    Path drawing = png(Drawings.uniform(320, 240, new Color(10, 90, 200)), "blue");
    Path kept = folder.resolve("kept.png");

    PictureFacts facts = seen(look(new FootageSource.File(drawing), Optional.of(kept)));

    assertThat(facts).isEqualTo(new PictureFacts(320, 240, 0.0, true, List.of()));
    assertThat(colours(ImageIO.read(kept.toFile()), 0, 0, 160, 120)).hasSize(1);
  }

  @Test
  void loopback_stream_is_read_over_its_own_connection() throws Exception {
    Path scene = Clips.film(Drawings.scene(640, 360), "h264", folder.resolve("scene.h264"));
    byte[] film = Files.readAllBytes(scene);
    try (LoopbackRtsp server = new LoopbackRtsp(film)) {
      PictureFacts facts = seen(look(new FootageSource.Stream(server.uri()), Optional.empty()));

      assertThat(facts.width()).isEqualTo(640);
      assertThat(facts.height()).isEqualTo(360);
      assertThat(facts.sharpness()).isGreaterThan(100);
      assertThat(server.methods()).contains("DESCRIBE", "SETUP", "PLAY");
    }
  }

  @Test
  void file_that_is_no_film_is_unreadable() throws Exception {
    Path text = Files.writeString(folder.resolve("film.mp4"), "not a film at all");
    assertThat(look(new FootageSource.File(text), Optional.empty()))
        .isInstanceOf(FootageOutcome.Unreadable.class);
  }

  @Test
  void damaged_films_give_a_picture_or_a_reason() throws Exception {
    byte[] film =
        Files.readAllBytes(Clips.film(Drawings.scene(320, 240), "mp4", folder.resolve("film.mp4")));
    Random random = new Random(2026);
    for (int damage = 0; damage < 3; damage++) {
      byte[] bad = damage < 2 ? Arrays.copyOf(film, film.length / (damage + 2)) : film.clone();
      for (int flip = 0; damage >= 2 && flip < 20 * damage * damage; flip++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      Path damaged = Files.write(folder.resolve("damaged.mp4"), bad);
      assertThat(look(new FootageSource.File(damaged), Optional.empty()))
          .isNotInstanceOf(FootageOutcome.TimedOut.class);
    }
  }

  @Test
  void picture_that_claims_to_be_enormous_is_refused() throws Exception {
    Path drawing = png(Drawings.uniform(64, 48, Color.GRAY), "small");
    byte[] small = Files.readAllBytes(drawing);
    for (int side : new int[] {8193, Integer.MAX_VALUE}) {
      ByteBuffer liar = ByteBuffer.wrap(small.clone()).putInt(16, side).putInt(20, side);
      CRC32 sum = new CRC32();
      sum.update(liar.array(), 12, 17);
      liar.putInt(29, (int) sum.getValue());
      Path claim = Files.write(folder.resolve("claim.png"), liar.array());
      assertThat(look(new FootageSource.File(claim), Optional.empty()))
          .isInstanceOf(FootageOutcome.Unreadable.class);
    }
  }

  @Test
  void missing_file_is_unreadable_and_its_name_is_not_told() throws Exception {
    FootageOutcome outcome =
        look(new FootageSource.File(folder.resolve("secret-name.mp4")), Optional.empty());
    assertThat(outcome).isInstanceOf(FootageOutcome.Unreadable.class);
    assertThat(outcome.toString()).doesNotContain("secret-name");
  }

  @Test
  void playlist_that_points_at_a_good_film_is_refused() throws Exception {
    Path film = Clips.film(Drawings.scene(320, 240), "mpegts", folder.resolve("good.ts"));
    seen(look(new FootageSource.File(film), Optional.empty()));
    Path list =
        Files.writeString(
            folder.resolve("list.m3u8"),
            """
            #EXTM3U
            #EXT-X-TARGETDURATION:1
            #EXTINF:1.0,
            good.ts
            #EXT-X-ENDLIST
            """);
    Path concat =
        Files.writeString(folder.resolve("list.txt"), "ffconcat version 1.0\nfile good.ts\n");

    assertThat(look(new FootageSource.File(list), Optional.empty()))
        .isInstanceOf(FootageOutcome.Unreadable.class);
    assertThat(look(new FootageSource.File(concat), Optional.empty()))
        .isInstanceOf(FootageOutcome.Unreadable.class);
  }

  @Test
  void dripping_server_is_left_at_the_deadline_and_no_process_stays() throws Exception {
    Duration deadline = Duration.ofSeconds(4);
    long before = ProcessHandle.current().children().count();
    try (DrippingServer server = new DrippingServer()) {
      FootageOutcome outcome =
          TestProcess.within(deadline)
              .look(new FootageSource.Stream(server.uri()), Optional.empty());
      assertThat(outcome).isEqualTo(new FootageOutcome.TimedOut(deadline));
    }
    assertThat(ProcessHandle.current().children().count()).isEqualTo(before);
  }

  @Test
  void redirect_to_another_address_is_not_followed() throws Exception {
    try (ServerSocket elsewhere = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.2"));
        RedirectingServer server = new RedirectingServer(elsewhere)) {
      FootageOutcome outcome = look(new FootageSource.Stream(server.uri()), Optional.empty());

      assertThat(outcome).isInstanceOf(FootageOutcome.Unreadable.class);
      assertThat(server.asked()).isTrue();
      elsewhere.setSoTimeout(1);
      assertThatThrownBy(elsewhere::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void child_that_cannot_run_is_unreadable() throws Exception {
    FootageProcess broken =
        new FootageProcess(Path.of(System.getProperty("java.home")), List.of("nowhere"), AMPLE);
    FootageOutcome outcome =
        broken.look(new FootageSource.File(folder.resolve("x.mp4")), Optional.empty());
    assertThat(outcome).isInstanceOf(FootageOutcome.Unreadable.class);
  }

  @Test
  void missing_runtime_is_told() {
    FootageProcess broken = new FootageProcess(folder, List.of("nowhere"), AMPLE);
    assertThatThrownBy(
            () -> broken.look(new FootageSource.File(folder.resolve("x.mp4")), Optional.empty()))
        .isInstanceOf(IOException.class);
  }

  private static FootageOutcome look(FootageSource source, Optional<Path> cover)
      throws IOException, InterruptedException {
    return TestProcess.within(AMPLE).look(source, cover);
  }

  private static PictureFacts seen(FootageOutcome outcome) {
    assertThat(outcome).isInstanceOf(FootageOutcome.Seen.class);
    return ((FootageOutcome.Seen) outcome).facts();
  }

  private Path png(BufferedImage picture, String name) throws IOException {
    return Drawings.png(picture, folder.resolve(name + ".png"));
  }

  private static int grey() {
    return new Color(FaceCover.GREY, FaceCover.GREY, FaceCover.GREY).getRGB();
  }

  private static Set<Integer> colours(BufferedImage picture, int x, int y, int width, int height) {
    Set<Integer> colours = new HashSet<>();
    for (int row = y; row < y + height; row++) {
      for (int column = x; column < x + width; column++) {
        colours.add(picture.getRGB(column, row));
      }
    }
    return colours;
  }
}
