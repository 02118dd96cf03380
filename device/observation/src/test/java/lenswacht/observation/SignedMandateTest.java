package lenswacht.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignedMandateTest {
  private final KeyPair keys = FactsForTests.keys();
  private final Set<Bytes> trusted = Set.of(Bytes.of(keys.getPublic().getEncoded()));

  @Test
  void a_mandate_signed_by_a_trusted_key_is_valid() {
    assertThat(FactsForTests.signed(keys).check(trusted))
        .isEqualTo(new SignedMandate.Check.Valid(FactsForTests.mandate()));
  }

  @Test
  void a_mandate_signed_by_a_stranger_is_refused() {
    assertThat(FactsForTests.signed(FactsForTests.keys()).check(trusted))
        .isInstanceOfSatisfying(
            SignedMandate.Check.Invalid.class,
            invalid -> assertThat(invalid.why()).isEqualTo("signer-not-trusted"));
  }

  @Test
  void changing_any_byte_makes_it_invalid() {
    byte[] whole = FactsForTests.signed(keys).text().getBytes(StandardCharsets.UTF_8);
    Random random = new Random(3);
    for (int at = 0; at < whole.length; at++) {
      byte[] changed = whole.clone();
      changed[at] ^= (byte) (1 << random.nextInt(7));
      SignedMandate altered = new SignedMandate(new String(changed, StandardCharsets.UTF_8));
      assertThat(altered.looksLikeMandate()).as("byte %d", at).isTrue();
      assertThat(altered.check(trusted))
          .as("byte %d", at)
          .isInstanceOf(SignedMandate.Check.Invalid.class);
    }
  }

  @Test
  void adding_or_taking_away_a_byte_makes_it_invalid() {
    String whole = FactsForTests.signed(keys).text();
    for (int at = 0; at < whole.length(); at++) {
      String shorter = whole.substring(0, at) + whole.substring(at + 1);
      assertThat(new SignedMandate(shorter).check(trusted))
          .as("without byte %d", at)
          .isInstanceOf(SignedMandate.Check.Invalid.class);
    }
    assertThat(new SignedMandate(whole + " ").check(trusted))
        .isInstanceOf(SignedMandate.Check.Invalid.class);
  }

  @Test
  void a_text_that_is_no_mandate_says_so() {
    assertThat(new SignedMandate("{}").check(trusted))
        .isInstanceOfSatisfying(
            SignedMandate.Check.Invalid.class,
            invalid -> assertThat(invalid.why()).isEqualTo("not-a-mandate"));
  }

  @Test
  void a_mandate_signed_before_communities_existed_still_counts_and_supplies_none()
      throws Exception {
    String written = FactJson.writePretty(FactsForTests.mandate());
    assertThat(written).doesNotContain("snmpCommunities");
    assertThat(FactJson.read(written, Mandate.class).snmpCommunities()).isEmpty();
  }

  @Test
  void communities_are_part_of_what_is_signed_and_are_never_shown() throws Exception {
    Mandate plain = FactsForTests.mandate();
    Mandate mandate = supplying(plain, List.of(new SnmpCommunity("lobby-reader")));
    SignedMandate signed = SignedMandate.sign(mandate, keys.getPrivate(), keys.getPublic());
    assertThat(signed.check(trusted)).isEqualTo(new SignedMandate.Check.Valid(mandate));
    assertThat(mandate.toString()).doesNotContain("lobby-reader");
    SignedMandate other = new SignedMandate(signed.text().replace("lobby-reader", "lobby-writer"));
    assertThat(other.check(trusted)).isInstanceOf(SignedMandate.Check.Invalid.class);
  }

  @Test
  void communities_are_few_printable_and_bounded() {
    Mandate plain = FactsForTests.mandate();
    assertThatThrownBy(() -> supplying(plain, Collections.nCopies(5, new SnmpCommunity("a"))))
        .isInstanceOf(IllegalArgumentException.class);
    for (String bad : List.of("", "two words", "tab\t", "caf\u00e9", "x".repeat(65))) {
      assertThatThrownBy(() -> new SnmpCommunity(bad)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_mandate_signed_before_serial_numbers_could_be_shown_keeps_them_hashed() throws Exception {
    String written = FactJson.writePretty(FactsForTests.mandate());
    assertThat(written).doesNotContain("serialsInClear");
    assertThat(FactJson.read(written, Mandate.class).serialsInClear()).isFalse();
  }

  @Test
  void showing_serial_numbers_is_part_of_what_is_signed() throws Exception {
    Mandate mandate = inClear(FactsForTests.mandate());
    SignedMandate signed = SignedMandate.sign(mandate, keys.getPrivate(), keys.getPublic());
    assertThat(signed.text()).contains("\"serialsInClear\" : true");
    assertThat(signed.check(trusted)).isEqualTo(new SignedMandate.Check.Valid(mandate));
    SignedMandate other =
        new SignedMandate(
            signed.text().replace("\"serialsInClear\" : true", "\"serialsInClear\" : false"));
    assertThat(other.check(trusted)).isInstanceOf(SignedMandate.Check.Invalid.class);
  }

  @Test
  void a_mandate_signed_before_ways_out_could_be_tried_allows_none_and_keeps_callers_by_segment()
      throws Exception {
    String written = FactJson.writePretty(FactsForTests.mandate());
    assertThat(written).doesNotContain("wayOut").doesNotContain("faceCallers");
    Mandate read = FactJson.read(written, Mandate.class);
    assertThat(read.wayOut()).isEmpty();
    assertThat(read.faceCallers()).isFalse();
  }

  @Test
  void an_endpoint_outside_is_written_and_read_as_name_address_and_port() {
    OutsideEndpoint six = OutsideEndpoint.parse("outside.example=[2001:db8::9]:443");
    assertThat(OutsideEndpoint.parse(six.toString())).isEqualTo(six);
    for (String wrong :
        List.of(
            "", "x=1.2.3.4:1", "a.b=name:1", "a.b=1.2.3.4", "a.b=1.2.3.4:0", "a.b=224.0.0.1:1")) {
      assertThatThrownBy(() -> OutsideEndpoint.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Mandate inClear(Mandate plain) {
    return new Mandate(
        plain.id(),
        plain.site(),
        plain.issuedBy(),
        plain.scope(),
        plain.from(),
        plain.until(),
        plain.intrusiveness(),
        plain.packetsPerSecond(),
        plain.anonymousReads(),
        plain.snmpCommunities(),
        true,
        false,
        List.of(),
        "");
  }

  private static Mandate supplying(Mandate plain, List<SnmpCommunity> communities) {
    return new Mandate(
        plain.id(),
        plain.site(),
        plain.issuedBy(),
        plain.scope(),
        plain.from(),
        plain.until(),
        plain.intrusiveness(),
        plain.packetsPerSecond(),
        plain.anonymousReads(),
        communities,
        plain.serialsInClear(),
        plain.faceCallers(),
        plain.wayOut(),
        plain.witness());
  }

  @Test
  void a_mandate_is_in_force_from_its_first_to_before_its_last_moment() {
    Mandate mandate = FactsForTests.mandate();
    assertThat(mandate.isInForceAt(mandate.from())).isTrue();
    assertThat(mandate.isInForceAt(mandate.from().minusMillis(1))).isFalse();
    assertThat(mandate.isInForceAt(mandate.until())).isFalse();
  }
}
