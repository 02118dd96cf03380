package lenswacht.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import lenswacht.observation.SignedMandate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {
  @TempDir Path folder;

  @Test
  void identity_stays_the_same_when_opened_again() throws Exception {
    Identity made = Identity.openOrCreate(folder.resolve("own"), "a");
    Identity opened = Identity.openOrCreate(folder.resolve("own"), "b");
    assertThat(opened.key()).isEqualTo(made.key());
    assertThat(opened.key().length()).isEqualTo(44);
    assertThat(opened.privateKey()).isEqualTo(made.privateKey());
    assertThat(opened.certificate()).isEqualTo(made.certificate());
    assertThat(opened.name()).isEqualTo("b");
    opened.certificate().verify(opened.publicKey());
  }

  @Test
  void two_identities_differ() throws Exception {
    assertThat(Identity.openOrCreate(folder.resolve("one"), "a").key())
        .isNotEqualTo(Identity.openOrCreate(folder.resolve("two"), "a").key());
  }

  @Test
  void only_the_owner_may_read_what_is_kept() throws Exception {
    Path own = folder.resolve("own");
    Identity.openOrCreate(own, "a");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
        .isEqualTo("rwx------");
    Path file = own.resolve("identity.pem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatIOException()
        .isThrownBy(() -> Identity.openOrCreate(own, "a"))
        .withMessageContaining("others than the owner");
  }

  @Test
  void damaged_file_is_refused_and_kept() throws Exception {
    Path own = folder.resolve("own");
    Identity.openOrCreate(own, "a");
    Path file = own.resolve("identity.pem");
    String text = Files.readString(file);
    for (String damaged :
        List.of(
            "",
            text.substring(0, 80),
            text.replace("CERTIFICATE", "CERTIFICATION"),
            text.replace("-----BEGIN PRIVATE KEY-----\nM", "-----BEGIN PRIVATE KEY-----\nN"))) {
      Files.writeString(file, damaged);
      assertThatIOException().isThrownBy(() -> Identity.openOrCreate(own, "a"));
      assertThat(file).hasContent(damaged);
    }
  }

  @Test
  void key_and_certificate_of_two_identities_are_refused() throws Exception {
    Identity.openOrCreate(folder.resolve("one"), "a");
    Identity.openOrCreate(folder.resolve("two"), "a");
    Path file = folder.resolve("one/identity.pem");
    String one = Files.readString(file);
    String two = Files.readString(folder.resolve("two/identity.pem"));
    String certificate = "-----BEGIN CERTIFICATE-----";
    Files.writeString(
        file, one.substring(0, one.indexOf(certificate)) + two.substring(two.indexOf(certificate)));
    assertThatIOException()
        .isThrownBy(() -> Identity.openOrCreate(folder.resolve("one"), "a"))
        .withMessageContaining("different identities");
  }

  @Test
  void same_key_signs_mandates() throws Exception {
    Identity identity = Identity.openOrCreate(folder, "a");
    assertThat(TwoEnds.mandateSignedBy(identity).check(List.of(identity.key())))
        .isInstanceOf(SignedMandate.Check.Valid.class);
  }

  @Test
  void name_must_be_one() {
    assertThatIllegalArgumentException().isThrownBy(() -> Identity.openOrCreate(folder, " "));
  }
}
