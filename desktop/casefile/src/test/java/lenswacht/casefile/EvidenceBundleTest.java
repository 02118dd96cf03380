package lenswacht.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import lenswacht.fingerprint.Catalogue;
import lenswacht.fingerprint.Identifier;
import lenswacht.link.Identity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceBundleTest {
  private static final Instant NOW = Instant.parse("2026-03-03T09:00:00Z");
  private static final int FLIPS = 120;

  @TempDir Path folder;

  private Path file;
  private Path bundle;
  private Class<?> verifier;

  @BeforeEach
  void put_a_bundle_together() throws Exception {
    file = folder.resolve("case.lenswacht");
    bundle = folder.resolve("bundle.zip");
    Path report = Files.writeString(folder.resolve("rapport één.csv"), "asset,level\n");
    try (CaseFile fresh = CaseFile.create(file, PracticeJournal.SITE);
        PracticeJournal journal =
            new PracticeJournal(folder.resolve("journal")).start("run-1", "device-1")) {
      fresh.custodyLog().keptBy(custodian());
      journal.answer("192.0.2.10", "App-webs/").silence("192.0.2.11").end();
      fresh.receive(new ByteArrayInputStream(journal.octets()), Recipient.ANYBODY);
      fresh.custodyLog().noteWhatIsNew();
      EvidenceBundle parts = new EvidenceBundle();
      fresh.parts().journals().forEach(parts::add);
      fresh
          .parts()
          .evidence(fresh.parts().allEvidence(), new Identifier(Catalogue.bundled()))
          .forEach(parts::add);
      parts.add(fresh.parts().custody());
      parts.add(BundlePart.file("reports", report));
      parts.write(
          bundle,
          new EvidenceBundle.Head(fresh.site(), NOW, "J. Jansen", "the court of audit"),
          custodian().keys().open());
    }
    verifier = compiled();
  }

  private Custodian custodian() {
    return new Custodian(
        "J. Jansen",
        () -> Identity.openOrCreate(folder.resolve("keys"), "console"),
        InstantSource.fixed(NOW));
  }

  /// The verifier as a third party has it: its source, compiled by the platform alone.
  private Class<?> compiled() throws Exception {
    Path source = folder.resolve("Verify.java");
    try (InputStream in = EvidenceBundle.verifier()) {
      Files.copy(in, source);
    }
    Process compiler =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-proc:none",
                "-cp",
                folder.toString(),
                source.toString())
            .inheritIO()
            .start();
    assertThat(compiler.waitFor()).isZero();
    URLClassLoader alone =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    return alone.loadClass("Verify");
  }

  private List<?> standAlone() throws Exception {
    Constructor<?> make = verifier.getDeclaredConstructor();
    make.setAccessible(true);
    Object verify = make.newInstance();
    Method zip = verifier.getDeclaredMethod("zip", Path.class);
    zip.setAccessible(true);
    zip.invoke(verify, bundle);
    Field faults = verifier.getDeclaredField("faults");
    faults.setAccessible(true);
    return (List<?>) faults.get(verify);
  }

  @Test
  void a_bundle_holds_for_the_program_and_for_the_verifier_that_goes_along() throws Exception {
    assertThat(EvidenceBundle.isOne(bundle)).isTrue();
    BundleAudit audit = BundleAuditor.audit(bundle);
    assertThat(audit.faults()).isEmpty();
    assertThat(audit.parts()).isEqualTo(7);
    assertThat(audit.acts()).isEqualTo(2);
    assertThat(audit.console()).contains(custodian().keys().open().key().sha256());
    assertThat(standAlone()).isEmpty();
  }

  @Test
  void the_same_parts_give_the_same_bundle_and_nothing_is_overwritten() throws Exception {
    EvidenceBundle parts = new EvidenceBundle();
    parts.add(BundlePart.text("custody.txt", ""));
    EvidenceBundle.Head head = new EvidenceBundle.Head("Town hall", NOW, "J. Jansen", "");
    Path one = folder.resolve("one.zip");
    Path other = folder.resolve("other.zip");
    parts.write(one, head, custodian().keys().open());
    parts.write(other, head, custodian().keys().open());
    assertThat(one).hasSameBinaryContentAs(other);
    assertThatThrownBy(() -> parts.write(one, head, custodian().keys().open()))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void every_flipped_octet_of_a_bundle_is_found_by_both() throws Exception {
    byte[] octets = Files.readAllBytes(bundle);
    Random random = new Random(23);
    TreeSet<Integer> places = new TreeSet<>(List.of(0, octets.length - 1));
    random.ints(FLIPS, 0, octets.length).forEach(places::add);
    // The directory stands at the end; the head of the first part at the beginning.
    for (int i = 0; i < 60; i++) {
      places.add(i);
      places.add(octets.length - 1 - 3 * i);
    }
    for (int at : places) {
      byte[] copy = octets.clone();
      copy[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(bundle, copy);
      assertThat(BundleAuditor.audit(bundle).faults()).as("octet %d", at).isNotEmpty();
      assertThat(standAlone()).as("octet %d", at).isNotEmpty();
    }
  }

  @Test
  void what_is_altered_is_named() throws Exception {
    String text = Files.readString(bundle, StandardCharsets.ISO_8859_1);
    int at = text.indexOf("asset,level");
    byte[] octets = Files.readAllBytes(bundle);
    octets[at] ^= 1;
    Files.write(bundle, octets);
    assertThat(BundleAuditor.audit(bundle).faults())
        .contains(new BundleAudit.Fault(BundleAudit.Kind.ALTERED, "reports/rapport---n.csv"));
    assertThat(standAlone().toString()).contains("reports/rapport---n.csv was altered");
  }

  @Test
  void a_part_too_many_and_a_cut_are_found() throws Exception {
    byte[] octets = Files.readAllBytes(bundle);
    for (int length = 0; length < octets.length; length += 2_111) {
      Files.write(bundle, Arrays.copyOf(octets, length));
      assertThat(BundleAuditor.audit(bundle).isWhole()).as("length %d", length).isFalse();
      assertThat(standAlone()).as("length %d", length).isNotEmpty();
    }
    Files.write(bundle, Arrays.copyOf(octets, octets.length + 1));
    assertThat(BundleAuditor.audit(bundle).isWhole()).isFalse();
    assertThat(standAlone()).isNotEmpty();
  }

  @Test
  void noise_is_no_bundle_and_is_refused_without_harm() throws Exception {
    Random random = new Random(29);
    for (int round = 0; round < 100; round++) {
      byte[] noise = new byte[random.nextInt(3_000)];
      random.nextBytes(noise);
      if (noise.length > 40 && round % 2 == 0) {
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, noise, 0, 4);
      }
      Files.write(bundle, noise);
      assertThat(BundleAuditor.audit(bundle).isWhole()).isFalse();
      assertThat(standAlone()).isNotEmpty();
    }
  }

  @Test
  void names_that_lead_elsewhere_are_no_names_of_parts() {
    for (String name : List.of("../x", "/etc/passwd", "a/b/c", "a\\b", "", "a/..", "x\ny")) {
      assertThatThrownBy(() -> BundlePart.text(name, ""))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void an_erased_case_leaves_a_certificate_of_what_was_there_and_no_octet_of_it() throws Exception {
    try (CaseFile opened = CaseFile.open(file)) {
      opened.custodyLog().keptBy(custodian());
      opened.custodyLog().retain(new Retention(LocalDate.of(2026, 1, 1), "list 5.1"));
    }
    Path link = Files.createLink(folder.resolve("same-octets"), file);
    Path to = folder.resolve("case.erased");
    new Erasure(file, custodian()).erase(to, "the term is over");
    assertThat(file).doesNotExist();
    assertThat(FileSums.beside(file)).doesNotExist();
    for (byte octet : Files.readAllBytes(link)) {
      assertThat(octet).isZero();
    }
    ErasureCertificate.Told told = ErasureCertificate.read(to).verified().orElseThrow();
    assertThat(told.site()).isEqualTo(PracticeJournal.SITE);
    assertThat(told.by()).isEqualTo("J. Jansen");
    assertThat(told.retention()).contains("2026-01-01").contains("list 5.1");
    assertThat(told.journals()).hasSize(1).first().asString().contains("device-1");
    byte[] octets = Files.readAllBytes(to);
    List<Integer> unseen = new ArrayList<>();
    for (int at = 0; at < octets.length; at++) {
      byte[] copy = octets.clone();
      copy[at] ^= 1;
      Files.write(to, copy);
      if (ErasureCertificate.read(to).verified().isPresent()) {
        unseen.add(at);
      }
    }
    assertThat(unseen).isEmpty();
  }
}
