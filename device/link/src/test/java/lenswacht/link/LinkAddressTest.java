package lenswacht.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkAddressTest {
  @Test
  void tcp_names_host_and_port() {
    assertThat(LinkAddress.parse("tcp:192.168.7.1:7410"))
        .isEqualTo(new LinkAddress.Tcp("192.168.7.1", 7410));
    assertThat(LinkAddress.parse("tcp:[::1]:7410")).isEqualTo(new LinkAddress.Tcp("::1", 7410));
  }

  @Test
  void serial_keeps_colons_in_the_port() {
    assertThat(LinkAddress.parse("serial:/dev/serial/by-path/pci-0:1.0"))
        .isEqualTo(new LinkAddress.Serial("/dev/serial/by-path/pci-0:1.0"));
  }

  @Test
  void journal_names_a_folder() {
    assertThat(LinkAddress.parse("journal:cards/one"))
        .isEqualTo(new LinkAddress.JournalFolder(Path.of("cards/one")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tcp:127.0.0.1:1", "tcp:[fe80::1]:65535", "serial:COM3", "journal:folder/in"})
  void text_of_an_address_parses_to_the_same_address(String text) {
    assertThat(LinkAddress.parse(text)).hasToString(text);
    assertThat(LinkAddress.parse(LinkAddress.parse(text).toString()))
        .isEqualTo(LinkAddress.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":",
        "tcp",
        "tcp:",
        "tcp:127.0.0.1",
        "tcp:127.0.0.1:",
        "tcp:127.0.0.1:0",
        "tcp:127.0.0.1:65536",
        "tcp:127.0.0.1:-1",
        "tcp:127.0.0.1:+7",
        "tcp:127.0.0.1:٣",
        "tcp:127.0.0.1:99999999999",
        "tcp:example.org:80",
        "tcp:localhost:80",
        "tcp:::1:80",
        "tcp:[::1:80",
        "tcp:[]:80",
        "TCP:127.0.0.1:80",
        "serial:",
        "serial: ",
        "serial:a\u0000b",
        "journal:",
        "journal: ",
        "journal:\u0000",
        "usb:1",
        "127.0.0.1:80"
      })
  void anything_else_is_refused_with_a_sentence(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinkAddress.parse(text))
        .satisfies(refused -> assertThat(refused.getMessage()).isNotBlank());
  }
}
