package lenswacht.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfferedPathTest {
  private static final InetAddress HOST = InetAddress.ofLiteral("192.0.2.10");

  @Test
  void location_on_the_host_itself_is_taken() {
    OfferedPath path = offered("http://192.0.2.10:49152/upnp/rootdesc1.xml").orElseThrow();
    assertThat(path.text()).isEqualTo("/upnp/rootdesc1.xml");
    assertThat(path.port()).isEqualTo(49_152);
    assertThat(path.tls()).isFalse();
  }

  @Test
  void relative_location_is_taken_on_the_port_that_was_asked() {
    OfferedPath path = offered("/web/index.html").orElseThrow();
    assertThat(path.port()).isEqualTo(8080);
  }

  @Test
  void secure_location_has_the_secure_port() {
    assertThat(offered("https://192.0.2.10/").orElseThrow().port()).isEqualTo(443);
  }

  @Test
  void location_on_another_host_is_left_alone() {
    assertThat(offered("http://192.0.2.11/desc.xml")).isEmpty();
    assertThat(offered("http://camera.example/desc.xml")).isEmpty();
    assertThat(offered("http://192.0.2.10@192.0.2.11/desc.xml")).isEmpty();
    assertThat(offered("//192.0.2.11/desc.xml")).isEmpty();
  }

  @Test
  void location_that_does_something_is_left_alone() {
    assertThat(offered("/cgi-bin/reboot.cgi")).isEmpty();
    assertThat(offered("/axis-cgi/restart")).isEmpty();
    assertThat(offered("/snapshot.jpg")).isEmpty();
    assertThat(offered("/../etc/passwd")).isEmpty();
    assertThat(offered("/a%2e%2e/b")).isEmpty();
    assertThat(offered("/a;id")).isEmpty();
  }

  @Test
  void query_is_not_repeated() {
    assertThat(offered("/index.html?user=admin")).map(OfferedPath::text).contains("/index.html");
  }

  @Test
  void location_of_another_kind_is_left_alone() {
    assertThat(offered("ftp://192.0.2.10/desc.xml")).isEmpty();
    assertThat(offered("javascript:open()")).isEmpty();
    assertThat(offered("http://[::1/desc.xml")).isEmpty();
    assertThat(offered("/" + "a".repeat(500))).isEmpty();
  }

  private static Optional<OfferedPath> offered(String location) {
    return OfferedPath.from(location, HOST, 8080, false);
  }
}
