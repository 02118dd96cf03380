package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
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
  void a_version_of_four_numbers_is_no_address() {
    String text =
        "<firmwareVersion>11.37.2.49</firmwareVersion> \"firmware\": \"9.80.3.9\" Version=1.3.4.229";
    assertThat(SCRUBBER.text(text)).isEqualTo(text);
    assertThat(SCRUBBER.text("dns 192.0.2.7, firmware of 10.20.30.41"))
        .isEqualTo("dns 000.0.0.0, firmware of 00.00.00.00");
  }

  @Test
  void fields_that_hold_secrets_and_numbers_are_blanked() {
    assertThat(
            SCRUBBER.text(
                "token=abc123&x=1 \"password\": \"hunter2\" <nonce>f00dfeed</nonce>"
                    + " table.General.MachineName=Kluis <serialNumber>ABC123456789</serialNumber>"))
        .doesNotContain("abc123", "hunter2", "f00dfeed", "Kluis", "123456789")
        .contains("x=1", "table.General.MachineName=");
    assertThat(SCRUBBER.text("token=abc</body></html>")).isEqualTo("token=xxx</body></html>");
  }

  /// How a secret may stand in a reply.
  private static List<String> disguises(String secret, Random random) {
    byte[] octets = secret.getBytes(StandardCharsets.UTF_8);
    byte[] surrounded =
        ("ab".repeat(2).substring(random.nextInt(4)) + secret + "=z;")
            .getBytes(StandardCharsets.UTF_8);
    StringBuilder percent = new StringBuilder();
    StringBuilder entities = new StringBuilder();
    StringBuilder escapes = new StringBuilder();
    for (byte octet : octets) {
      percent.append("%%%02X".formatted(octet));
      entities.append("&#").append(octet).append(';');
      escapes.append("\\u%04x".formatted(octet));
    }
    String base64 = Base64.getEncoder().encodeToString(surrounded);
    return List.of(
        secret,
        Base64.getEncoder().encodeToString(octets),
        base64,
        Base64.getUrlEncoder().withoutPadding().encodeToString(surrounded),
        Base64.getEncoder().encodeToString(base64.getBytes(StandardCharsets.UTF_8)),
        HexFormat.of().formatHex(octets),
        HexFormat.of().withUpperCase().formatHex(surrounded),
        percent.toString(),
        percent.toString().toLowerCase(Locale.ROOT),
        entities.toString(),
        escapes.toString(),
        new String(secret.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1),
        new String(secret.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.20.30.40",
        "44:19:B6:12:34:56",
        "44:19:b6:12:34:56",
        "4419B6123456",
        "7G0A1B2PAZ3C4D5",
        "beheer@gemeente.example",
        "192.168.178.21",
        "a4:14:37:99:88:77",
        "uuid:2f402f80-da50-11e1-9b23-a41437998877",
      })
  void what_is_planted_never_survives_in_any_disguise(String secret) {
    Random random = new Random(20261121);
    for (int round = 0; round < 40; round++) {
      for (String planted : disguises(secret, random)) {
        String text = noise(random) + " " + planted + " " + noise(random);
        for (String scrubbed : List.of(SCRUBBER.text(text), SCRUBBER.sameLength(text))) {
          assertThat(scrubbed).as(planted).doesNotContain(planted);
          assertThat(SCRUBBER.isLeftIn(scrubbed)).as(planted).isFalse();
        }
        assertThat(SCRUBBER.sameLength(text)).hasSameSizeAs(text);
      }
    }
  }

  @Test
  void raw_bytes_of_the_addresses_of_the_host_are_taken_out() {
    String address = new String(new byte[] {10, 20, 30, 40}, StandardCharsets.ISO_8859_1);
    String mac = new String(HexFormat.of().parseHex("4419b6123456"), StandardCharsets.ISO_8859_1);
    String scrubbed = SCRUBBER.sameLength("\1\2" + mac + "\3" + address + "\4");
    assertThat(scrubbed).isEqualTo("\1\2" + mac.substring(0, 3) + "\0\0\0\3\0\0\0\0\4");
  }

  private static String noise(Random random) {
    String symbols = "abcdefgh <>/=\"';:,.XYZ0189\r\n";
    StringBuilder noise = new StringBuilder();
    for (int i = random.nextInt(40); i > 0; i--) {
      noise.append(symbols.charAt(random.nextInt(symbols.length())));
    }
    return noise.toString();
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
