package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import lenswacht.agent.dump.Scrubber;
import lenswacht.observation.MacAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubberTest {
  private static final Scrubber SCRUBBER =
      new Scrubber(
          "10.20.30.40", Set.of(MacAddress.parse("44:19:B6:12:34:56")), Set.of("7G0A1B2PAZ3C4D5"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mac 44:19:b6:12:34:56 here",
        "MAC=4419B6123456",
        "axis-4419b6123456.local",
        "44-19-B6-12-34-56",
        "Login to 7G0A1B2PAZ3C4D5",
        "<IPv4Address>10.20.30.40</IPv4Address>",
        "http://10.20.30.40/onvif/device_service",
      })
  void what_names_the_host_is_taken_out(String text) {
    assertThat(SCRUBBER.isLeftIn(text)).isTrue();
    assertThat(SCRUBBER.isLeftIn(SCRUBBER.text(text))).isFalse();
  }

  @Test
  void the_makers_block_of_a_hardware_address_stays() {
    assertThat(SCRUBBER.text("44:19:b6:12:34:56")).isEqualTo("44:19:b6:00:00:00");
    assertThat(SCRUBBER.text("acccbf998877 ac:cc:8e:12:ab:cd")).endsWith("ac:cc:8e:00:00:00");
  }

  @Test
  void of_a_serial_number_the_unique_end_goes_whole() {
    assertThat(SCRUBBER.text("Login to 7G0A1B2PAZ3C4D5")).isEqualTo("Login to 7G0A1B000000000");
    Scrubber axis = new Scrubber("10.20.30.40", Set.of(), Set.of("00408C0A0B0C"));
    assertThat(axis.text("AXIS_00408C0A0B0C")).isEqualTo("AXIS_00408C000000");
  }

  @Test
  void names_places_and_accounts_are_taken_out() {
    assertThat(
            SCRUBBER.text(
                "<DeviceName>Kluis 2</DeviceName> \"alias\": \"Front door\" a.b@example.org"
                    + " onvif://www.onvif.org/location/city/Utrecht"))
        .doesNotContain("Kluis", "Front", "example.org", "Utrecht");
  }

  @Test
  void model_and_firmware_stay() {
    String text =
        "<DeviceDescription>DS-2CD2143G0-I</DeviceDescription><SoftwareVersion>V5.5.6build"
            + " 180326</SoftwareVersion>";
    assertThat(SCRUBBER.text(text)).isEqualTo(text);
  }

  @Test
  void the_own_address_becomes_a_placeholder_in_text_and_zeros_in_bytes() {
    assertThat(SCRUBBER.text("http://10.20.30.40/")).isEqualTo("http://@@IP@@/");
    assertThat(SCRUBBER.sameLength("http://10.20.30.40/")).isEqualTo("http://00.00.00.00/");
  }

  @Test
  void bytes_keep_their_length_whatever_they_are() {
    Random random = new Random(20261121);
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(300); i > 0; i--) {
        text.append(random.nextInt(30) == 0 ? "4419b6123456" : "" + (char) random.nextInt(256));
      }
      String scrubbed = SCRUBBER.sameLength(text.toString());
      assertThat(scrubbed).hasSameSizeAs(text);
      assertThat(scrubbed).doesNotContainIgnoringCase("123456");
    }
  }
}
