package lenswacht.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignVerbTest {
  @TempDir static Path folder;

  private static String key;
  private static String passphrase;

  @BeforeAll
  static void make_a_key() throws Exception {
    key = folder.resolve("key.p12").toString();
    passphrase = folder.resolve("passphrase").toString();
    Files.writeString(Path.of(passphrase), "open sesame\n");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "seal",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=Practice seal,O=Practice",
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-storepass:file",
                passphrase,
                "-keystore",
                key)
            .redirectErrorStream(true)
            .start();
    keytool.getInputStream().transferTo(OutputStream.nullOutputStream());
    assertThat(keytool.waitFor()).isZero();
  }

  @Test
  void any_file_is_signed_beside_it_and_an_altered_octet_is_placed() throws Exception {
    Path file = folder.resolve("assets.csv");
    Files.writeString(file, "address;maker\n".repeat(2000));
    Command sign = sign(file.toString());
    assertThat(sign.exitCode()).as(sign.err()).isZero();
    assertThat(sign.err()).contains("CN=Practice seal").contains("assets.csv.p7s");
    Command whole = Command.run("verify", file.toString());
    assertThat(whole.exitCode()).as(whole.out()).isZero();
    assertThat(whole.out()).contains("Klopt:").contains("Niemand staat hier in");
    assertThat(Command.run("verify", file + ".p7s", "--lang", "en").out()).contains("Holds:");
    assertThat(sign(file.toString()).exitCode()).as("nothing is overwritten").isEqualTo(2);
    byte[] octets = Files.readAllBytes(file);
    octets[9_000] ^= 4;
    Files.write(file, octets);
    Command altered = Command.run("verify", file.toString(), "--lang", "en");
    assertThat(altered.exitCode()).isEqualTo(4);
    assertThat(altered.out()).contains("what was signed was altered").contains("8192-12287");
    assertThat(Command.run("verify", file.toString(), "--json").out())
        .contains("\"kind\" : \"ALTERED\"");
  }

  @Test
  void a_pdf_that_nobody_signed_is_said_to_be_one() throws Exception {
    Path file = folder.resolve("plain.pdf");
    Files.writeString(file, "%PDF-1.7\n%%EOF\n");
    Command verify = Command.run("verify", file.toString(), "--lang", "en");
    assertThat(verify.exitCode()).isEqualTo(4);
    assertThat(verify.out()).contains("The file is damaged");
  }

  @Test
  void a_passphrase_is_never_an_argument_and_a_wrong_one_is_said() throws Exception {
    Path file = folder.resolve("plain.txt");
    Files.writeString(file, "text");
    Path wrong = folder.resolve("wrong");
    Files.writeString(wrong, "nonsense\n");
    Command refused =
        Command.run("sign", "--key", key, "--passphrase-file", wrong.toString(), file.toString());
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("does not open with this passphrase");
    assertThat(Command.run("sign", "--key", key, "--passphrase", "x", file.toString()).exitCode())
        .isEqualTo(2);
    assertThat(folder.resolve("plain.txt.p7s")).doesNotExist();
  }

  private static Command sign(String file) {
    return Command.run("sign", "--key", key, "--passphrase-file", passphrase, file);
  }
}
