package lenswacht.footage;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureLookTest {
  @TempDir Path folder;

  @Test
  void blurred_picture_is_less_sharp_and_a_uniform_one_is_not_sharp_at_all() throws Exception {
    BufferedImage scene = Drawings.scene(640, 360);
    double sharp = facts(scene).sharpness();
    double soft = facts(Drawings.blurred(scene, 5)).sharpness();
    double softer = facts(Drawings.blurred(scene, 15)).sharpness();
    double uniform = facts(Drawings.uniform(640, 360, Color.GRAY)).sharpness();

    assertThat(sharp).isGreaterThan(soft);
    assertThat(soft).isGreaterThan(softer);
    assertThat(softer).isGreaterThan(uniform);
    assertThat(uniform).isZero();
  }

  @Test
  void without_a_search_the_kept_picture_shows_nothing_and_says_so() throws Exception {
    Path kept = folder.resolve("kept.png");
    PictureFacts facts = PictureLook.look(mat(Drawings.scene(64, 48)), null, Optional.of(kept));

    assertThat(facts.coveredWhole()).isTrue();
    BufferedImage covered = ImageIO.read(kept.toFile());
    int grey = new Color(FaceCover.GREY, FaceCover.GREY, FaceCover.GREY).getRGB();
    for (int y = 0; y < covered.getHeight(); y++) {
      for (int x = 0; x < covered.getWidth(); x++) {
        assertThat(covered.getRGB(x, y)).isEqualTo(grey);
      }
    }
  }

  @Test
  void two_faces_are_told_apart_by_their_width_alone() throws Exception {
    BufferedImage drawing = Drawings.uniform(1280, 720, new Color(200, 205, 210));
    Drawings.face(drawing, 300, 360, 90);
    Drawings.face(drawing, 900, 360, 220);
    List<FaceSize> faces = facts(drawing).faces();

    assertThat(faces).hasSize(2);
    assertThat(faces).anyMatch(face -> face.width() < 130).anyMatch(face -> face.width() > 160);
  }

  @Test
  void large_picture_is_searched_in_parts_and_each_face_counts_once() throws Exception {
    BufferedImage drawing = Drawings.uniform(4096, 1024, new Color(200, 205, 210));
    Drawings.face(drawing, 1920, 300, 100);
    Drawings.face(drawing, 3900, 300, 60);
    Drawings.face(drawing, 1000, 500, 500);
    List<FaceSize> faces = facts(drawing).faces();

    assertThat(faces).hasSize(3);
    assertThat(faces).anyMatch(face -> face.width() < 100).anyMatch(face -> face.width() > 400);
  }

  @Test
  void picture_smaller_than_any_face_has_none() throws Exception {
    assertThat(facts(Drawings.scene(16, 8)).faces()).isEmpty();
  }

  @Test
  void nothing_is_written_unless_asked() throws Exception {
    facts(Drawings.scene(64, 48));
    assertThat(Files.list(folder)).allMatch(path -> path.endsWith("drawing.png"));
  }

  private PictureFacts facts(BufferedImage drawing) throws Exception {
    return PictureLook.look(mat(drawing), FaceSearch.load(), Optional.empty());
  }

  private Mat mat(BufferedImage drawing) throws Exception {
    return opencv_imgcodecs.imread(Drawings.png(drawing, folder.resolve("drawing.png")).toString());
  }
}
