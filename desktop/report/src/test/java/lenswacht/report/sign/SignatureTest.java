package lenswacht.report.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import lenswacht.observation.OctetRange;
import lenswacht.report.SignedReport;
import lenswacht.report.sign.SignatureAudit.Kind;
import lenswacht.report.sign.SignatureAudit.Validity;
import lenswacht.report.sign.SignatureAudit.Vouching;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class SignatureTest {
  private static final int FLIPS = 16;

  @TempDir static Path folder;

  private static TestKeys keys;
  private static Path report;
  private static Path signed;
  private static SigningKey own;

  @BeforeAll
  static void sign_a_report() throws Exception {
    keys = new TestKeys(folder);
    report = folder.resolve("report.pdf");
    SignedReport.write(report);
    signed = folder.resolve("signed.pdf");
    own = open(keys.file("EC"));
    new Signer(own, Instant.now()).embed(report, signed);
  }

  private static SigningKey open(Path file) throws Exception {
    return SigningKey.inFile(file, TestKeys.PASSPHRASE.toCharArray(), Optional.empty());
  }

  private static SignatureAuditor trusting() throws Exception {
    return new SignatureAuditor(TrustAnchors.read(List.of(keys.anchor())), Instant.now());
  }

  private static String run(String... command) throws Exception {
    return run(Map.of(), command);
  }

  private static String run(Map<String, String> environment, String... command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said + "\nexit " + process.waitFor();
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA"})
  void a_signature_within_a_report_holds_here_and_for_another_reader(String kind) throws Exception {
    Path pdf = folder.resolve(kind + ".pdf");
    SigningKey key = open(keys.file(kind));
    new Signer(key, Instant.now()).embed(report, pdf);
    List<SignatureAudit> audits = trusting().embedded(pdf);
    assertThat(audits).hasSize(1);
    assertThat(audits.getFirst().faults()).isEmpty();
    assertThat(audits.getFirst().vouching()).isEqualTo(Vouching.VOUCHED_FOR);
    assertThat(audits.getFirst().certificate()).isEqualTo(Validity.VALID);
    assertThat(audits.getFirst().signer().orElseThrow().subject()).contains("J. Jansen");
  }

  @Tag("root")
  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA"})
  void a_signature_within_a_report_holds_for_poppler(String kind) throws Exception {
    Path pdf = folder.resolve(kind + "-poppler.pdf");
    new Signer(open(keys.file(kind)), Instant.now()).embed(report, pdf);
    assertThat(run("pdfsig", "-nocert", pdf.toString()))
        .contains("Signature is Valid.")
        .contains("Total document signed")
        .contains("ETSI.CAdES.detached");
  }

  @Tag("root")
  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA"})
  void a_key_that_never_leaves_its_token_signs(String kind) throws Exception {
    Path library = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    Path tokens = Files.createDirectory(folder.resolve("tokens-" + kind));
    Path settings = folder.resolve("softhsm-" + kind + ".conf");
    Files.writeString(
        settings, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
    Map<String, String> where = Map.of("SOFTHSM2_CONF", settings.toString());
    assertThat(
            run(
                where,
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "practice",
                "--pin",
                "1234",
                "--so-pin",
                "5678"))
        .contains("exit 0");
    Path pdf = folder.resolve(kind + "-token.pdf");
    assertThat(
            run(
                where,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TokenMain.class.getName(),
                library.toString(),
                "1234",
                keys.file(kind).toString(),
                report.toString(),
                pdf.toString()))
        .contains("PASSPHRASE")
        .contains("exit 0");
    assertThat(trusting().embedded(pdf)).hasSize(1).allMatch(SignatureAudit::isWhole);
  }

  @ParameterizedTest
  @EnumSource(
      value = PDFAFlavour.class,
      names = {"PDFA_3_A", "PDFUA_1"})
  void a_signed_report_can_still_be_archived_and_read_aloud(PDFAFlavour flavour) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    try (InputStream in = Files.newInputStream(signed);
        PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult checked = validator.validate(parser);
      assertThat(checked.getTestAssertions()).as("violations").isEmpty();
      assertThat(checked.isCompliant()).isTrue();
    }
  }

  @Test
  void what_was_there_stays_as_it_was() throws Exception {
    byte[] before = Files.readAllBytes(report);
    assertThat(Files.readAllBytes(signed)).startsWith(before);
  }

  @Test
  void every_flipped_octet_of_a_signed_report_is_found_and_the_place_is_named() throws Exception {
    byte[] octets = Files.readAllBytes(signed);
    List<Integer> places = new ArrayList<>(List.of(0, octets.length - 1));
    new Random(5).ints(FLIPS, 0, octets.length).forEach(places::add);
    // Densely where the signature itself stands and what leads to it.
    List<OctetRange> covered = trusting().embedded(signed).getFirst().covered();
    int gap = (int) covered.getFirst().to();
    int behind = (int) covered.getLast().from();
    new Random(6).ints(FLIPS, gap - 300, gap + 3000).forEach(places::add);
    places.addAll(List.of(gap, gap + 1, behind - 1, behind - 2, behind, behind + 1));
    Path altered = folder.resolve("altered.pdf");
    for (int at : places) {
      {
        int bit = at % 2 == 0 ? 0x01 : 0x20;
        byte[] copy = octets.clone();
        copy[at] ^= (byte) bit;
        Files.write(altered, copy);
        List<SignatureAudit> audits = trusting().embedded(altered);
        assertThat(audits).as("octet %d bit %d", at, bit).isNotEmpty();
        assertThat(audits.getLast().isWhole()).as("octet %d bit %d", at, bit).isFalse();
        if (at < gap - 300) {
          assertThat(audits.getLast().faults())
              .as("octet %d bit %d", at, bit)
              .anySatisfy(
                  fault ->
                      assertThat(fault.where())
                          .anySatisfy(
                              range ->
                                  assertThat((long) at).isBetween(range.from(), range.to() - 1)));
        }
      }
    }
  }

  @Test
  void what_is_added_behind_a_signature_is_named_and_a_second_signature_covers_it()
      throws Exception {
    long end = Files.size(signed);
    Path added = folder.resolve("added.pdf");
    Files.copy(signed, added);
    Files.writeString(added, "% a remark\n", StandardOpenOption.APPEND);
    SignatureAudit audit = trusting().embedded(added).getFirst();
    assertThat(audit.faults()).hasSize(1);
    assertThat(audit.faults().getFirst().kind()).isEqualTo(Kind.ADDED);
    assertThat(audit.faults().getFirst().where()).containsExactly(new OctetRange(end, end + 11));
    Path twice = folder.resolve("twice.pdf");
    new Signer(open(keys.file("RSA")), Instant.now()).embed(signed, twice);
    assertThat(trusting().embedded(twice)).hasSize(2).allMatch(SignatureAudit::isWhole);
  }

  @Tag("root")
  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA"})
  void a_signature_beside_a_file_holds_here_and_for_openssl(String kind) throws Exception {
    Path file = folder.resolve(kind + ".csv");
    Files.writeString(file, "asset;level\n".repeat(3000));
    Path beside = folder.resolve(kind + ".csv.p7s");
    new Signer(open(keys.file(kind)), Instant.now()).beside(file, beside);
    assertThat(trusting().detached(file, beside).isWhole()).isTrue();
    assertThat(
            run(
                "openssl",
                "cms",
                "-verify",
                "-cades",
                "-binary",
                "-inform",
                "DER",
                "-purpose",
                "any",
                "-in",
                beside.toString(),
                "-content",
                file.toString(),
                "-CAfile",
                keys.anchor().toString(),
                "-out",
                "/dev/null"))
        .contains("exit 0");
    byte[] octets = Files.readAllBytes(file);
    octets[20_000] ^= 1;
    Files.write(file, octets);
    SignatureAudit altered = trusting().detached(file, beside);
    assertThat(altered.faults()).extracting(SignatureAudit.Fault::kind).contains(Kind.ALTERED);
    assertThat(altered.faults().getFirst().where()).containsExactly(new OctetRange(16_384, 20_480));
  }

  @Test
  void every_flipped_octet_of_a_signature_beside_a_file_is_found() throws Exception {
    Path file = folder.resolve("flip.csv");
    Files.writeString(file, "asset;level\n".repeat(300));
    Path beside = folder.resolve("flip.csv.p7s");
    new Signer(own, Instant.now()).beside(file, beside);
    byte[] octets = Files.readAllBytes(beside);
    SignatureAuditor auditor = new SignatureAuditor(TrustAnchors.NONE, Instant.now());
    for (int at = 0; at < octets.length; at++) {
      byte[] copy = octets.clone();
      copy[at] ^= (byte) (1 << at % 8);
      Files.write(beside, copy);
      assertThat(auditor.detached(file, beside).isWhole()).as("octet %d", at).isFalse();
    }
  }

  @Tag("root")
  @Test
  void the_signature_within_a_report_taken_out_holds_for_openssl() throws Exception {
    byte[] octets = Files.readAllBytes(signed);
    List<OctetRange> covered = trusting().embedded(signed).getFirst().covered();
    int gap = (int) covered.getFirst().to();
    int behind = (int) covered.getLast().from();
    String digits = new String(octets, gap + 1, behind - gap - 2, StandardCharsets.US_ASCII);
    Path cms = folder.resolve("taken-out.p7s");
    Files.write(cms, HexFormat.of().parseHex(digits));
    Path content = folder.resolve("taken-out.bytes");
    Files.write(content, Arrays.copyOf(octets, gap));
    Files.write(
        content, Arrays.copyOfRange(octets, behind, octets.length), StandardOpenOption.APPEND);
    assertThat(
            run(
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-purpose",
                "any",
                "-in",
                cms.toString(),
                "-content",
                content.toString(),
                "-CAfile",
                keys.anchor().toString(),
                "-out",
                "/dev/null"))
        .contains("exit 0");
  }

  @Test
  void a_signer_nobody_vouches_for_is_said_to_be_one() throws Exception {
    assertThat(
            new SignatureAuditor(TrustAnchors.NONE, Instant.now())
                .embedded(signed)
                .getFirst()
                .vouching())
        .isEqualTo(Vouching.NOT_DETERMINED);
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    SignatureAuditor other =
        new SignatureAuditor(
            TrustAnchors.read(List.of(new TestKeys(elsewhere).anchor())), Instant.now());
    assertThat(other.embedded(signed).getFirst().vouching()).isEqualTo(Vouching.BY_NONE_OF_THESE);
    assertThat(other.embedded(signed).getFirst().isWhole()).isFalse();
  }

  @Test
  void a_certificate_that_is_not_valid_signs_nothing() throws Exception {
    Instant now = Instant.now();
    SigningKey expired = open(keys.file("EC", now.minus(Duration.ofDays(50)), 20));
    SigningKey early = open(keys.file("EC", now.plus(Duration.ofDays(50)), 20));
    assertThatThrownBy(() -> new Signer(expired, now)).hasMessageContaining("EXPIRED");
    assertThatThrownBy(() -> new Signer(early, now)).hasMessageContaining("NOT_YET");
    Path pdf = folder.resolve("expired-since.pdf");
    new Signer(expired, now.minus(Duration.ofDays(40))).embed(report, pdf);
    SignatureAudit audit = trusting().embedded(pdf).getFirst();
    assertThat(audit.certificate()).isEqualTo(Validity.EXPIRED_SINCE);
    assertThat(audit.isWhole()).isTrue();
  }

  @Test
  void a_wrong_passphrase_is_told_from_a_file_that_holds_no_key() throws Exception {
    Path file = keys.file("EC");
    assertThatThrownBy(() -> SigningKey.inFile(file, "wrong".toCharArray(), Optional.empty()))
        .isInstanceOfSatisfying(
            SigningException.class,
            refused -> assertThat(refused.reason()).isEqualTo(SigningException.Reason.PASSPHRASE));
    assertThatThrownBy(() -> SigningKey.inFile(report, "wrong".toCharArray(), Optional.empty()))
        .isInstanceOfSatisfying(
            SigningException.class,
            refused ->
                assertThat(refused.reason()).isEqualTo(SigningException.Reason.NOT_A_KEY_FILE));
  }

  @Test
  void noise_instead_of_a_signature_or_a_pdf_is_refused_and_nothing_else_happens()
      throws Exception {
    Random random = new Random(11);
    Path noise = folder.resolve("noise.p7s");
    byte[] octets = Files.readAllBytes(signed);
    for (int round = 0; round < 20; round++) {
      byte[] some = new byte[random.nextInt(2000)];
      random.nextBytes(some);
      if (round % 2 == 0) {
        // Nested values without an end, which a careless reader follows until it falls.
        for (int at = 0; at + 1 < some.length; at += 2) {
          some[at] = 0x30;
          some[at + 1] = (byte) 0x80;
        }
      }
      Files.write(noise, some);
      assertThat(trusting().detached(report, noise).isWhole()).isFalse();
      byte[] pdf = Arrays.copyOf(octets, random.nextInt(octets.length));
      Files.write(noise, pdf);
      assertThat(trusting().embedded(noise)).noneMatch(SignatureAudit::isWhole);
    }
  }
}
