package lenswacht.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;

class CertificateForgeTest {
  private final CertificateForge forge = CertificateForge.create();

  @Test
  void certificate_is_signed_with_its_own_key_when_subject_is_issuer() throws Exception {
    DistinguishedName name = DistinguishedName.parse("CN=axis-b8a44f000001,O=Axis");
    X509Certificate certificate = forge.certificate(name, name);

    certificate.verify(certificate.getPublicKey());
    certificate.checkValidity();
    assertThat(certificate.getVersion()).isEqualTo(3);
    assertThat(certificate.getSubjectX500Principal())
        .isEqualTo(certificate.getIssuerX500Principal());
  }

  @Test
  void name_keeps_escaped_commas_and_letters_of_any_script() {
    X509Certificate certificate =
        forge.certificate(
            DistinguishedName.parse("CN=门口,O=House\\, Home,C=NL,X=unknown,OU="),
            DistinguishedName.parse("nothing at all"));

    assertThat(certificate.getSubjectX500Principal().getName())
        .contains("CN=门口", "O=House\\, Home", "C=NL")
        .doesNotContain("unknown", "OU=");
    assertThat(certificate.getIssuerX500Principal().getName()).isEqualTo("CN=localhost");
  }
}
