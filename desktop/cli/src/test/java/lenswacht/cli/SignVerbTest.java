package lenswacht.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import lenswacht.casefile.CaseFile;
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
    make(key, passphrase, "-0d");
  }

  /// Makes a PKCS#12 file with a key and a certificate for 30 days.
  static void make(String file, String passphrase, String since) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                "seal",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=Practice seal,O=Practice",
                "-startdate",
                since,
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-storepass:file",
                passphrase,
                "-keystore",
                file)
            .redirectErrorStream(true)
            .start();
    keytool.getInputStream().transferTo(OutputStream.nullOutputStream());
    assertThat(keytool.waitFor()).isZero();
  }

  @Test
  void a_report_is_signed_noted_in_its_case_and_verified_with_both() throws Exception {
    Path kept = folder.resolve("case.lenswacht");
    CaseFile.create(kept, "Town hall").close();
    Path paper = folder.resolve("notice.pdf");
    Command report =
        Command.run(
            "report", "--case", kept.toString(), "--kind", "page", "--out", paper.toString());
    assertThat(report.err()).contains("SHA-256");
    Command sign =
        Command.run(
            "sign",
            "--key",
            key,
            "--passphrase-file",
            passphrase,
            "--case",
            kept.toString(),
            paper.toString());
    assertThat(sign.exitCode()).as(sign.err()).isZero();
    assertThat(sign.err()).contains("is ondertekend door CN=Practice seal,O=Practice");
    Command verify = Command.run("verify", paper.toString(), "--case", kept.toString());
    assertThat(verify.exitCode()).as(verify.out()).isZero();
    assertThat(verify.out())
        .contains("octet voor octet")
        .contains("met het certificaat van CN=Practice seal,O=Practice; ondertekend is notice.pdf")
        .contains("Handtekening 1 in notice.pdf");
    byte[] octets = Files.readAllBytes(paper);
    octets[octets.length / 3] ^= 1;
    Files.write(paper, octets);
    Command altered = Command.run("verify", paper.toString(), "--case", kept.toString());
    assertThat(altered.exitCode()).isEqualTo(4);
    assertThat(altered.out())
        .contains("Klopt niet: notice.pdf is veranderd")
        .contains("Klopt niet: wat is ondertekend, is veranderd")
        .contains("wat is ondertekend, is niet wat er staat");
    Command nowhere =
        Command.run(
            "sign",
            "--key",
            key,
            "--passphrase-file",
            passphrase,
            "--case",
            folder.resolve("no.lenswacht").toString(),
            paper.toString());
    assertThat(nowhere.exitCode()).isEqualTo(2);
    assertThat(Files.readAllBytes(paper)).as("nothing is signed then").isEqualTo(octets);
  }

  @Test
  void why_nothing_is_signed_is_told_in_both_languages() throws Exception {
    String expired = folder.resolve("expired.p12").toString();
    make(expired, passphrase, "-60d");
    Path file = Files.writeString(folder.resolve("why.txt"), "text");
    assertThat(refused("nl", "--key", expired, file)).contains("het certificaat is op 20");
    assertThat(refused("en", "--key", expired, file)).contains("the certificate has expired on 20");
    assertThat(refused("nl", "--key", file.toString(), file))
        .contains("why.txt is geen PKCS#12-bestand");
    assertThat(refused("en", "--token", folder.resolve("no.so").toString(), file))
        .contains("no.so is no PKCS#11 library of a token, or is missing");
    assertThat(refused("nl", "--token", file.toString(), file))
        .contains("why.txt is geen PKCS#11-bibliotheek van een sleuteldrager");
    assertThat(folder.resolve("why.txt.p7s")).doesNotExist();
  }

  private static String refused(String language, String where, String place, Path file) {
    Command sign =
        Command.run(
            "sign",
            where,
            place,
            "--lang",
            language,
            "--passphrase-file",
            passphrase,
            file.toString());
    assertThat(sign.exitCode()).isEqualTo(2);
    return sign.err();
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
        Command.run(
            "sign",
            "--lang",
            "en",
            "--key",
            key,
            "--passphrase-file",
            wrong.toString(),
            file.toString());
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).contains("does not open with this passphrase or PIN");
    assertThat(Command.run("sign", "--key", key, "--passphrase", "x", file.toString()).exitCode())
        .isEqualTo(2);
    assertThat(folder.resolve("plain.txt.p7s")).doesNotExist();
  }

  private static Command sign(String file) {
    return Command.run("sign", "--key", key, "--passphrase-file", passphrase, file);
  }
}
