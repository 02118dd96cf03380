package lenswacht.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import lenswacht.assessment.outward.WaysOut;
import org.junit.jupiter.api.Test;

class WaysOutTaleTest {
  @Test
  void a_call_is_told_with_operator_country_and_time_and_its_log() {
    String text = new WaysOutTale(Locale.ENGLISH).text(SampleCoverage.waysOut());

    assertThat(text)
        .contains("192.0.2.10 -> hik-connect.com: Hikvision (CN), relay or remote viewing")
        .contains("1,204 times")
        .contains("resolver.log (bind)")
        .contains("4,000,000 lines, 3 of them could not be read");
  }

  @Test
  void services_that_recognise_faces_are_told_by_segment_in_the_fixed_words() {
    String text = new WaysOutTale(Locale.ENGLISH).text(SampleCoverage.waysOut());

    assertThat(text)
        .contains("192.0.2.0/24: observed: clearview.ai, 2 times")
        .contains("198.51.100.0/25: cannot tell, no log of this segment was read");
    assertThat(new WaysOutTale(Locale.of("nl")).text(SampleCoverage.waysOut()))
        .contains("niet te zeggen, van dit segment is geen logboek gelezen");
  }

  @Test
  void without_a_log_nothing_is_said_to_be_fine() {
    assertThat(new WaysOutTale(Locale.ENGLISH).text(WaysOut.NONE))
        .isEqualToIgnoringWhitespace(
            "No log was read and no call was heard: whom the assets call cannot be told.");
    WaysOut watched =
        new WaysOut(List.of(), SampleCoverage.waysOut().logs(), List.of(), List.of(), List.of());
    assertThat(new WaysOutTale(Locale.ENGLISH).text(watched))
        .contains("Not observed within the coverage of the logs below.");
  }
}
