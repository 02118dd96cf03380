package lenswacht.link.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lenswacht.observation.Bytes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedPackageTest {
  @TempDir private Path folder;
  private Path file;
  private KeyPair publisher;

  @BeforeEach
  void package_of_two_files() throws Exception {
    publisher = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Files.writeString(folder.resolve("one.jar"), "one");
    Files.writeString(folder.resolve("java.options"), "-Xmx128m");
    file = folder.resolve("agent.lwupdate");
    PackageManifest manifest =
        new PackageManifest(
            PackageManifest.Kind.PROGRAM,
            "1.2.0-3",
            "arm64",
            List.of("Raspberry Pi"),
            25,
            "1.0",
            List.of(
                SignedPackage.fileOf(folder.resolve("one.jar")),
                SignedPackage.fileOf(folder.resolve("java.options"))));
    SignedPackage.write(file, manifest, folder, publisher.getPrivate(), publisher.getPublic());
  }

  @Test
  void what_was_put_in_comes_out() throws Exception {
    SignedPackage opened = SignedPackage.open(file);
    assertThat(opened.publisher()).isEqualTo(Bytes.of(publisher.getPublic().getEncoded()));
    assertThat(opened.manifest().version()).isEqualTo("1.2.0-3");
    Map<String, ByteArrayOutputStream> out = new LinkedHashMap<>();
    opened.unpack(one -> out.computeIfAbsent(one.name(), _ -> new ByteArrayOutputStream()));
    assertThat(out.get("one.jar")).hasToString("one");
    assertThat(out.get("java.options")).hasToString("-Xmx128m");
  }

  @Test
  void a_package_altered_anywhere_is_refused() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(7);
    for (int round = 0; round < 150; round++) {
      byte[] altered = whole.clone();
      int at = random.nextInt(altered.length);
      altered[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, altered);
      assertThatThrownBy(() -> SignedPackage.open(file).verify())
          .as("octet " + at)
          .isInstanceOf(PackageException.class);
    }
  }

  @Test
  void a_package_cut_or_prolonged_anywhere_is_refused() throws Exception {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += 37) {
      Files.write(file, Bytes.of(whole).head(length).toArray());
      assertThatThrownBy(() -> SignedPackage.open(file)).isInstanceOf(PackageException.class);
    }
    Files.write(file, whole);
    try (OutputStream out = Files.newOutputStream(file, java.nio.file.StandardOpenOption.APPEND)) {
      out.write('x');
    }
    assertThatThrownBy(() -> SignedPackage.open(file))
        .isInstanceOfSatisfying(
            PackageException.class,
            refused -> assertThat(refused.why()).isEqualTo(PackageException.Why.ALTERED));
  }

  @Test
  void noise_is_no_package() throws IOException {
    Random random = new Random(11);
    for (int round = 0; round < 200; round++) {
      byte[] noise = new byte[random.nextInt(4096)];
      random.nextBytes(noise);
      byte[] heading = SignedPackage.HEADING.getBytes();
      if (round % 2 == 0 && noise.length > heading.length) {
        System.arraycopy(heading, 0, noise, 0, heading.length);
      }
      Files.write(file, noise);
      assertThatThrownBy(() -> SignedPackage.open(file))
          .isInstanceOfSatisfying(
              PackageException.class,
              refused -> assertThat(refused.why()).isEqualTo(PackageException.Why.MALFORMED));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a.jar", "/etc/passwd", ".hidden", "a/b", "", "a b"})
  void a_file_cannot_leave_the_folder_it_is_put_into(String name) {
    assertThatThrownBy(() -> new PackageManifest.File(name, 1, Bytes.of(new byte[32])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.0, 1.2, 0",
    "1.2.0-1, 1.2.0, 1",
    "1.10, 1.9, 1",
    "0.1.0, 0.1.0-2, -1",
    "2, 1.9999.3.4-5, 1"
  })
  void versions_are_compared_number_by_number(String one, String other, int order) {
    assertThat(Integer.signum(new Release(one).compareTo(new Release(other)))).isEqualTo(order);
    assertThat(Integer.signum(new Release(other).compareTo(new Release(one)))).isEqualTo(-order);
  }
}
