package lenswacht.footage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelDensityTest {
  @ParameterizedTest
  @CsvSource({"1920, 90, 1.92", "3840, 60, 6.65", "2560, 30, 9.55"})
  void validation_density_reaches_as_far_as_worked_out(int pixels, double view, double metres) {
    PixelDensity wanted = new PixelDensity(500);
    assertThat(wanted.reach(pixels, view)).isCloseTo(metres, within(0.005));
    assertThat(PixelDensity.at(pixels, view, wanted.reach(pixels, view)).pixelsPerMetre())
        .isCloseTo(500, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "62.5, 10, 3.9",
    "125, 20, 7.9",
    "250, 40, 15.8",
    "317, 51, 20",
    "381, 61, 24",
    "500, 80, 31.5",
    "635, 102, 40",
    "952, 152, 60",
    "1000, 160, 63",
    "1111, 178, 70",
    "1429, 229, 90",
    "1905, 305, 120"
  })
  void face_and_eyes_follow_from_the_density(double density, double face, double eyes) {
    PixelDensity pixels = new PixelDensity(density);
    assertThat(pixels.facePixels()).isCloseTo(face, within(0.5));
    assertThat(pixels.eyePixels()).isCloseTo(eyes, within(0.06));
  }

  @ParameterizedTest
  @CsvSource({
    "1, B0",
    "79.9, B0",
    "80, B1",
    "249.9, B1",
    "250, B2",
    "380.9, B2",
    "381, B3",
    "634.9, B3",
    "635, B4",
    "1429, B4"
  })
  void bands_begin_where_the_table_says(double density, PixelBand band) {
    assertThat(new PixelDensity(density).band()).isEqualTo(band);
  }

  @Test
  void face_in_a_picture_tells_the_density() {
    assertThat(PixelDensity.ofFace(80).pixelsPerMetre()).isCloseTo(500, within(1e-9));
  }

  @Test
  void face_too_small_for_the_search_is_kept_below_every_band() {
    int kept = FaceSearch.SMALLEST / FaceCover.REDUCTION;
    assertThat(PixelDensity.ofFace(kept).band()).isEqualTo(PixelBand.B0);
  }

  @Test
  void impossible_optics_are_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> PixelDensity.at(1920, 180, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> PixelDensity.at(1920, 90, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> PixelDensity.at(0, 90, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new PixelDensity(Double.NaN));
  }
}
