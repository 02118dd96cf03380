package lenswacht.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import lenswacht.fingerprint.FirmwareGrammar.Besides;
import lenswacht.fingerprint.FirmwareVersion.Needed;
import lenswacht.fingerprint.FirmwareVersion.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirmwareVersionTest {
  private static final FirmwareGrammar GRAMMAR = Catalogue.bundled().firmware();

  private static FirmwareVersion of(String firm, String text) {
    return GRAMMAR.read(firm, text, Besides.NOTHING).orElseThrow();
  }

  private static FirmwareVersion ofModel(String firm, String text, String model) {
    Besides besides = new Besides(Optional.empty(), Optional.of(model), Optional.empty());
    return GRAMMAR.read(firm, text, besides).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "V5.5.82 build 190909, V5.5.800 build 181022",
    "V5.5.82 build 181022, V5.5.82 build 190909",
    "V5.7.23 build 241015, V5.7.23_SP2",
    "V5.7.13_230504, V5.7.13_230822",
    "4.1.0 b130111, V4.75.011",
  })
  void hikvision_counts_by_field_and_then_by_build(String earlier, String later) {
    FirmwareVersion one = ofModel("Hikvision", earlier, "DS-2CD2143G0-I");
    FirmwareVersion other = ofModel("Hikvision", later, "DS-2CD2143G0-I");
    assertThat(one.comparedWith(other)).isEqualTo(new Order.Earlier());
    assertThat(other.comparedWith(one)).isEqualTo(new Order.Later());
  }

  @Test
  void without_the_hardware_line_nothing_is_decided_and_the_line_is_what_is_needed() {
    assertThat(
            of("Hikvision", "V5.5.82 build 181022")
                .comparedWith(of("Hikvision", "V5.7.18 build 240826")))
        .isEqualTo(new Order.NotDetermined(Needed.HARDWARE));
  }

  @Test
  void the_same_version_without_its_build_is_not_decided_and_the_day_is_what_is_needed() {
    FirmwareVersion one = ofModel("Hikvision", "V5.5.82", "DS-2CD2143G0-I");
    FirmwareVersion other = ofModel("Hikvision", "V5.5.82 build 190909", "DS-2CD2143G0-I");
    assertThat(one.comparedWith(other)).isEqualTo(new Order.NotDetermined(Needed.BUILD_DAY));
  }

  @Test
  void the_build_day_may_be_known_besides() {
    Besides besides =
        new Besides(
            Optional.empty(), Optional.of("DS-2CD1"), Optional.of(LocalDate.of(2019, 9, 9)));
    FirmwareVersion one = GRAMMAR.read("Hikvision", "V5.5.82", besides).orElseThrow();
    assertThat(one.comparedWith(ofModel("Hikvision", "V5.5.82 build 190909", "DS-2CD1")))
        .isEqualTo(new Order.Same());
  }

  @Test
  void tracks_of_axis_are_lines_of_their_own() {
    assertThat(of("Axis", "10.12.114").comparedWith(of("Axis", "10.12.206")))
        .isEqualTo(new Order.Earlier());
    assertThat(of("Axis", "10.12.206").comparedWith(of("Axis", "11.0.89")))
        .isEqualTo(new Order.NotDetermined(Needed.NO_ORDER));
    assertThat(of("Axis", "9.80.3.9").comparedWith(of("Axis", "9.80.3.9")))
        .isEqualTo(new Order.Same());
  }

  @Test
  void a_token_of_another_brand_makes_another_line_of_dahua() {
    assertThat(
            of("Dahua", "2.420.AC00.15.R").comparedWith(of("Dahua", "2.420.0000000.22.R.20190101")))
        .isEqualTo(new Order.NotDetermined(Needed.NO_ORDER));
    assertThat(
            of("Dahua", "2.800.0000000.29.R.210630")
                .comparedWith(of("Dahua", "2.800.0000000.31.R.220101")))
        .isEqualTo(new Order.Earlier());
  }

  @Test
  void the_length_of_the_date_decides_how_it_is_read() {
    assertThat(of("Dahua", "2.800.0000000.29.R.210630").built())
        .contains(LocalDate.of(2021, 6, 30));
    assertThat(of("Dahua", "4.001.0000000.1.R.20201126").built())
        .contains(LocalDate.of(2020, 11, 26));
  }

  @Test
  void components_that_point_both_ways_are_not_ordered() {
    FirmwareVersion one = ofModel("AVTECH", "1023-1007-1011-1009", "AVM328");
    assertThat(one.comparedWith(ofModel("AVTECH", "1023-1008-1011-1010", "AVM328")))
        .isEqualTo(new Order.Earlier());
    assertThat(one.comparedWith(ofModel("AVTECH", "1022-1008-1011-1009", "AVM328")))
        .isEqualTo(new Order.NotDetermined(Needed.NO_ORDER));
  }

  @Test
  void versions_of_different_makers_are_never_ordered() {
    assertThat(of("Axis", "10.12.114").comparedWith(of("Bosch", "8.71.0066")))
        .isEqualTo(new Order.NotDetermined(Needed.NO_ORDER));
  }

  @Test
  void a_form_of_another_shape_has_no_order_with_the_usual_one() {
    assertThat(
            ofModel("Hikvision", "V5.5.160 build 210416", "DS-2CD1")
                .comparedWith(ofModel("Hikvision", "IPC_G3_EN_STD_5.5.160_210416", "DS-2CD1")))
        .isEqualTo(new Order.NotDetermined(Needed.NO_ORDER));
  }

  @Test
  void where_the_hardware_revision_alone_tells_the_line_the_model_does_not_do() {
    assertThat(
            ofModel("TP-Link", "1.1.15 Build 211130 Rel.1", "C200")
                .comparedWith(ofModel("TP-Link", "1.1.16", "C200")))
        .isEqualTo(new Order.NotDetermined(Needed.HARDWARE));
  }

  @Test
  void a_bound_without_a_build_day_stands_for_every_build_of_its_version() {
    FirmwareVersion seen = ofModel("Hikvision", "V5.02.006 build 240401", "DS-7616NXI-I2");
    assertThat(seen.comparedWithBound(of("Hikvision", "5.02.006"))).isEqualTo(new Order.Same());
    FirmwareVersion bare = ofModel("Hikvision", "V5.4.0", "DS-2CD1");
    assertThat(bare.comparedWithBound(of("Hikvision", "V5.4.0 build 160530")))
        .isEqualTo(new Order.NotDetermined(Needed.BUILD_DAY));
  }

  @Test
  void firmware_that_a_maker_built_for_another_firm_says_so() {
    assertThat(of("Dahua", "2.420.AC00.15.R").isForAnotherFirm()).isTrue();
    assertThat(of("Dahua", "2.800.0000016.0.R,build:2020-06-05").isForAnotherFirm()).isFalse();
  }

  @Test
  void the_line_of_milesight_uniview_and_vivotek_stands_in_the_version() {
    assertThat(of("Milesight", "51.7.0.77-r12").line()).contains("51");
    assertThat(of("Uniview", "NVR-B3801.20.17.240507").line()).contains("NVR-B3801");
    assertThat(of("Vivotek", "IB8369A-VVTK-0100d").line()).contains("IB8369A");
  }

  @Test
  void a_text_that_no_form_knows_is_not_read() {
    assertThat(GRAMMAR.read("Hikvision", "V1.0.0014 of today", Besides.NOTHING)).isEmpty();
    assertThat(GRAMMAR.read("Hikvision", "V5.4.0 build 169999", Besides.NOTHING)).isEmpty();
    assertThat(GRAMMAR.read("Hikvision", "9".repeat(200), Besides.NOTHING)).isEmpty();
    assertThat(GRAMMAR.read("nobody", "1.2.3", Besides.NOTHING)).isEmpty();
  }

  @Test
  void whatever_is_read_the_order_is_the_same_from_either_side() {
    Random random = new Random(20261121);
    String[] firms = {"Hikvision", "Dahua", "Axis", "TVT", "Bosch", "AVTECH", "Reolink", "Foscam"};
    String symbols = "0123456789..-_ vVbBRrSPT";
    for (int round = 0; round < 4000; round++) {
      String firm = firms[random.nextInt(firms.length)];
      Optional<FirmwareVersion> one = GRAMMAR.read(firm, text(random, symbols), Besides.NOTHING);
      Optional<FirmwareVersion> other = GRAMMAR.read(firm, text(random, symbols), Besides.NOTHING);
      if (one.isPresent() && other.isPresent()) {
        assertThat(mirrored(one.get().comparedWith(other.get())))
            .isEqualTo(other.get().comparedWith(one.get()));
      }
    }
  }

  private static String text(Random random, String symbols) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(24);
    for (int i = 0; i < length; i++) {
      text.append(symbols.charAt(random.nextInt(symbols.length())));
    }
    return text.toString();
  }

  private static Order mirrored(Order order) {
    return switch (order) {
      case Order.Earlier _ -> new Order.Later();
      case Order.Later _ -> new Order.Earlier();
      case Order.Same _, Order.NotDetermined _ -> order;
    };
  }
}
