package lenswacht.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
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
  void a_mandate_is_in_force_from_its_first_to_before_its_last_moment() {
    Mandate mandate = FactsForTests.mandate();
    assertThat(mandate.isInForceAt(mandate.from())).isTrue();
    assertThat(mandate.isInForceAt(mandate.from().minusMillis(1))).isFalse();
    assertThat(mandate.isInForceAt(mandate.until())).isFalse();
  }
}
