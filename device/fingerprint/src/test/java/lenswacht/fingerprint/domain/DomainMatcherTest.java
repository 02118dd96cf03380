package lenswacht.fingerprint.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import lenswacht.fingerprint.CatalogueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DomainMatcherTest {
  private static final DomainCatalogue CATALOGUE = DomainCatalogue.bundled();
  private final DomainMatcher matcher = new DomainMatcher(CATALOGUE);

  private String found(String name) {
    return matcher.find(name).map(Domain::suffix).orElse("");
  }

  @Test
  void every_name_of_the_catalogue_is_found_at_itself_and_below() {
    assertThat(CATALOGUE.domains()).hasSizeGreaterThan(100);
    for (Domain domain : CATALOGUE.domains()) {
      String name = domain.suffix().replace("*", "eu-west-1");
      assertThat(found(name)).isEqualTo(domain.suffix());
      assertThat(found("a.b." + name.toUpperCase(Locale.ROOT) + ".")).isEqualTo(domain.suffix());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "litedev.hik-connect.com, hik-connect.com",
    "HIK-Connect.COM., hik-connect.com",
    "p2p3.reolink.com, reolink.com",
    "ddns.hikvision.com, ddns.hikvision.com",
    "x.ddns.hikvision.com, ddns.hikvision.com",
    "www.hikvision.com, hikvision.com",
    "rekognition.eu-west-1.amazonaws.com, rekognition.*.amazonaws.com",
    "bücher.ys7.com, ys7.com",
    "www。clearview。ai, clearview.ai",
    "ｃlearview.ai, clearview.ai",
    "a.upgrade.secu100.net, upgrade.secu100.net",
  })
  void a_name_lies_at_or_below_the_longest_that_fits(String name, String suffix) {
    assertThat(found(name)).isEqualTo(suffix);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "com",
        "nothik-connect.com",
        "hik-connect.com.evil.example",
        "hik-connect.com..",
        "hik-connect.community",
        "mi.com.nl",
        "xiaomi.com",
        "adreolink.com",
        "amazonaws.com",
        "s3.eu-west-1.amazonaws.com",
        "rekognition.amazonaws.com",
        "notrekognition.eu-west-1.amazonaws.com",
        "rekognition.a.b.amazonaws.com",
        "evil\\.clearview.ai",
        "xn--learview-3oi.ai",
        "сlearview.ai",
        "clearview ai",
      })
  void a_name_that_only_looks_like_one_is_none(String name) {
    assertThat(found(name)).isEmpty();
  }

  @Test
  void a_name_that_no_resolver_would_take_is_none() {
    assertThat(found("a".repeat(64) + ".".repeat(1) + "b".repeat(300) + ".ys7.com")).isEmpty();
    assertThat(matcher.find(new byte[] {(byte) 0xff, '.', 'c', 'o', 'm'}, 0, 5))
        .isEqualTo(DomainMatcher.NONE);
  }

  @Test
  void a_name_is_read_where_it_stands() {
    byte[] line = "query: api.ezvizlife.com IN A".getBytes(StandardCharsets.US_ASCII);
    int number = matcher.find(line, 7, 24);
    assertThat(matcher.domain(number).operator()).isEqualTo("EZVIZ");
    assertThat(matcher.domain(number).country()).isEqualTo("CN");
  }

  @Test
  void whatever_comes_is_decided_as_by_comparing_texts() {
    Random random = new Random(54);
    String[] pieces = {"hik-connect", "com", ".", "ai", "clearview", "\\", "x", "net", "*", "mi"};
    for (int round = 0; round < 20_000; round++) {
      StringBuilder name = new StringBuilder();
      for (int i = random.nextInt(7); i >= 0; i--) {
        name.append(pieces[random.nextInt(pieces.length)]);
      }
      String text = name.toString();
      if (!text.contains("..") && !text.contains("\\") && !text.startsWith(".")) {
        assertThat(found(text)).as(text).isEqualTo(byText(text));
      } else {
        matcher.find(text);
      }
    }
  }

  private static String byText(String name) {
    String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return CATALOGUE.domains().stream()
        .map(Domain::suffix)
        .filter(suffix -> bare.equals(suffix) || bare.endsWith("." + suffix))
        .max((one, other) -> one.length() - other.length())
        .orElse("");
  }

  @Test
  void whatever_octets_come_nothing_breaks() {
    Random random = new Random(55);
    for (int round = 0; round < 20_000; round++) {
      byte[] octets = new byte[random.nextInt(300)];
      random.nextBytes(octets);
      int from = octets.length == 0 ? 0 : random.nextInt(octets.length);
      matcher.find(octets, from, octets.length);
    }
  }

  @Test
  void a_broken_catalogue_names_its_line() {
    String heading = "domain,operator,country,purpose,service,verified,source,read\n";
    assertThatThrownBy(
            () -> DomainCatalogue.read(heading + "x.com,X,Dutch,relay,x,yes,x,2026-11-20\n"))
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("domains.csv:2");
    assertThatThrownBy(() -> DomainCatalogue.read(heading + "com,X,NL,relay,x,yes,x,2026-11-20\n"))
        .hasMessageContaining("no name that can be looked for");
    assertThatThrownBy(() -> DomainCatalogue.read("domain\n")).isInstanceOf(RuntimeException.class);
    assertThat(CATALOGUE.of("clearview.ai").map(Domain::purpose))
        .isEqualTo(Optional.of(Purpose.FACE_SEARCH));
  }
}
