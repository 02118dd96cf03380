package lenswacht.casefile.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import lenswacht.casefile.outside.OutsideFact.Answering;
import lenswacht.casefile.outside.OutsideFact.Looked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The samples are made up in the shape that each service documents.
class OutsideReaderTest {
  static final String CERTIFICATE = "ab".repeat(32);
  static final String SHODAN =
      """
      {"ip_str":"203.0.113.9","ports":[443,37777],"last_update":"2026-11-02T10:00:00.000000",
       "data":[
        {"port":443,"transport":"tcp","timestamp":"2026-11-01T09:30:00.123456",
         "data":"HTTP/1.1 200 OK\\r\\nServer: App-webs/\\r\\n","http":{"title":"WEB SERVICE"},
         "ssl":{"cert":{"fingerprint":{"sha256":"%s"},"subject":{"CN":"camera"}}}},
        {"port":37777,"transport":"tcp","timestamp":"2026-11-01T09:31:00",
         "data":"Realm:Login to 5A01234567890BC"},
        {"port":0,"timestamp":"2026-11-01T09:31:00","data":""}]}
      """
          .formatted(CERTIFICATE);
  static final String CENSYS =
      """
      {"code":200,"result":{"ip":"203.0.113.9","last_updated_at":"2026-11-03T00:00:00Z","services":[
       {"port":443,"transport_protocol":"TCP","observed_at":"2026-11-02T23:00:00Z",
        "banner":"HTTP/1.1 401 Unauthorized\\r\\nWWW-Authenticate: Digest realm=\\"IP Camera\\"",
        "http":{"response":{"html_title":"Login","headers":{"Server":["DNVRS-Webs"]}}},
        "tls":{"certificates":{"leaf_data":{"fingerprint":"%s","subject_dn":"CN=x"}}}}]}}
      """
          .formatted(CERTIFICATE);
  static final String ZOOMEYE =
      """
      {"total":1,"matches":[{"ip":"203.0.113.9","timestamp":"2026-11-04T01:02:03",
       "portinfo":{"port":80,"service":"http","title":["Camera"],
        "banner":"HTTP/1.0 200 OK\\r\\nServer: uc-httpd 1.0.0\\r\\n"}}]}
      """;
  static final String NMAP =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE nmaprun>
      <nmaprun scanner="nmap" start="1793520000">
      <scaninfo type="syn" protocol="tcp" numservices="3" services="80,443,8000-8001"/>
      <host starttime="1793520001" endtime="1793520090"><status state="up"/>
      <address addr="203.0.113.9" addrtype="ipv4"/>
      <ports><port protocol="tcp" portid="443"><state state="open"/>
      <service name="https" product="Hikvision IPCam" version="5.5"/>
      <script id="http-title" output="WEB SERVICE"><elem key="title">WEB SERVICE</elem></script>
      <script id="ssl-cert" output="Subject: CN=x"><elem key="pem">-----BEGIN CERTIFICATE-----
      AQID
      -----END CERTIFICATE-----</elem></script></port>
      <port protocol="tcp" portid="80"><state state="closed"/></port></ports></host>
      </nmaprun>
      """;

  @TempDir Path folder;

  private OutsideDocument read(String text) throws IOException, OutsideException {
    Path file = folder.resolve("document");
    Files.writeString(file, text);
    return new OutsideReader().read(file);
  }

  private static List<Answering> answering(OutsideDocument document) {
    return document.facts().stream()
        .filter(Answering.class::isInstance)
        .map(Answering.class::cast)
        .toList();
  }

  @Test
  void a_host_of_shodan_keeps_dates_and_names_what_it_leaves_out() throws Exception {
    OutsideDocument document = read(SHODAN);

    assertThat(document.origin()).isEqualTo("shodan");
    assertThat(answering(document)).hasSize(2);
    Answering first = answering(document).getFirst();
    assertThat(first.service()).hasToString("203.0.113.9:443/tcp");
    assertThat(first.at()).isEqualTo(Instant.parse("2026-11-01T09:30:00.123456Z"));
    assertThat(first.certificate()).isEqualTo(CERTIFICATE);
    assertThat(first.server()).isEqualTo("App-webs/");
    assertThat(first.title()).isEqualTo("WEB SERVICE");
    assertThat(answering(document).getLast().words()).contains("5A01234567890BC");
    assertThat(document.faults()).containsExactly("data 3: it names no port that can be");
    assertThat(document.facts())
        .filteredOn(Looked.class::isInstance)
        .singleElement()
        .extracting(fact -> ((Looked) fact).ports())
        .isEqualTo(List.of(443, 37_777));
  }

  @Test
  void hosts_of_censys_and_zoomeye_are_read() throws Exception {
    Answering censys = answering(read(CENSYS)).getFirst();
    assertThat(censys.origin()).isEqualTo("censys");
    assertThat(censys.certificate()).isEqualTo(CERTIFICATE);
    assertThat(censys.server()).isEqualTo("DNVRS-Webs");
    assertThat(censys.realm()).isEqualTo("IP Camera");

    Answering zoomeye = answering(read(ZOOMEYE)).getFirst();
    assertThat(zoomeye.origin()).isEqualTo("zoomeye");
    assertThat(zoomeye.service()).hasToString("203.0.113.9:80/tcp");
    assertThat(zoomeye.server()).isEqualTo("uc-httpd 1.0.0");
  }

  @Test
  void a_run_of_nmap_tells_open_ports_and_which_it_looked_at() throws Exception {
    OutsideDocument document = read(NMAP);

    assertThat(document.faults()).isEmpty();
    Answering one = answering(document).getFirst();
    assertThat(answering(document)).hasSize(1);
    assertThat(one.service()).hasToString("203.0.113.9:443/tcp");
    assertThat(one.server()).isEqualTo("Hikvision IPCam 5.5");
    assertThat(one.title()).isEqualTo("WEB SERVICE");
    assertThat(one.certificate())
        .isEqualTo("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
    assertThat(one.at()).isEqualTo(Instant.ofEpochSecond(1_793_520_090));
    assertThat(document.facts().getFirst())
        .isInstanceOfSatisfying(
            Looked.class, look -> assertThat(look.ports()).containsExactly(80, 443, 8000, 8001));
  }

  @Test
  void of_lines_the_bad_ones_are_named_and_the_good_ones_kept() throws Exception {
    String line =
        "{\"ip_str\":\"203.0.113.9\",\"port\":80,\"timestamp\":\"2026-11-01T09:30:00\",\"data\":\"\"}\n";
    OutsideDocument document = read(line + "{\"ip_str\":\n" + line + "{\"x\":1}\n");

    assertThat(answering(document)).hasSize(2);
    assertThat(document.faults()).hasSize(2);
    assertThat(document.faults().getFirst()).startsWith("line 2: not JSON");
    assertThat(document.faults().getLast())
        .isEqualTo("line 4: the line is of no kind that is known");
  }

  @Test
  void a_document_type_fetches_nothing_and_expands_nothing() throws Exception {
    Path secret = folder.resolve("secret");
    Files.writeString(secret, "s3cret-0000-1111");
    String hostile =
        NMAP.replace(
                "<!DOCTYPE nmaprun>",
                "<!DOCTYPE nmaprun [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>")
            .replace(">WEB SERVICE</elem>", ">&x;</elem>");

    try {
      assertThat(read(hostile).toString()).doesNotContain("s3cret");
    } catch (OutsideException refused) {
      assertThat(refused.why()).contains("no XML");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "[1]", "<x/>", "{\"data\":[]}", "nothing", "{\"ip_str\":1}"})
  void what_is_none_is_refused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(OutsideException.class);
  }

  @Test
  void whatever_octets_come_nothing_breaks() throws Exception {
    Random random = new Random(7);
    Path file = folder.resolve("document");
    for (String good : List.of(SHODAN, CENSYS, ZOOMEYE, NMAP)) {
      for (int round = 0; round < 300; round++) {
        byte[] octets = good.getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(12); i >= 0; i--) {
          octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
        }
        Files.write(file, octets);
        try {
          new OutsideReader().read(file);
        } catch (OutsideException refused) {
          assertThat(refused.why()).isNotBlank();
        }
      }
    }
  }
}
