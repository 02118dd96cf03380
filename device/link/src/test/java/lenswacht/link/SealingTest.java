package lenswacht.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.KEM;
import javax.crypto.KeyAgreement;
import lenswacht.observation.Bytes;
import lenswacht.observation.JournalOpening;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMExtractor;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {
  private static final Bytes KEY = Bytes.utf8("thirty-two octets of content key");

  @TempDir Path folder;

  @Test
  void the_console_gets_out_what_was_sealed_to_it_and_no_other_does() throws Exception {
    SealingIdentity console = SealingIdentity.openOrCreate(folder.resolve("one"));
    SealingIdentity other = SealingIdentity.openOrCreate(folder.resolve("other"));
    JournalOpening opening = opening(console.key().id(), console.key().seal(KEY));
    assertThat(console.contentKey(opening)).contains(KEY);
    assertThat(SealingIdentity.openOrCreate(folder.resolve("one")).contentKey(opening))
        .contains(KEY);
    assertThat(other.contentKey(opening)).isEmpty();
    assertThat(other.contentKey(opening(other.key().id(), console.key().seal(KEY)))).isEmpty();
  }

  @Test
  void an_altered_box_gives_nothing() throws Exception {
    SealingIdentity console = SealingIdentity.openOrCreate(folder);
    byte[] box = console.key().seal(KEY).toArray();
    for (int at : new int[] {0, 700, 1100, 1119, 1120, box.length - 1}) {
      byte[] changed = box.clone();
      changed[at] ^= 1;
      assertThat(console.contentKey(opening(console.key().id(), Bytes.of(changed)))).isEmpty();
    }
    assertThat(console.contentKey(opening(console.key().id(), Bytes.of(Arrays.copyOf(box, 40)))))
        .isEmpty();
  }

  @Test
  void the_key_is_readable_by_its_owner_only() throws Exception {
    SealingIdentity.openOrCreate(folder);
    assertThat(java.nio.file.Files.getPosixFilePermissions(folder.resolve("sealing.key")))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
  }

  @Test
  void a_console_s_certificate_carries_its_sealing_key_and_a_device_s_none() throws Exception {
    Identity console = Identity.ofConsole(folder.resolve("console"), "console");
    Identity device = Identity.openOrCreate(folder.resolve("device"), "device");
    assertThat(SealingKey.in(console.certificate()).map(SealingKey::octets))
        .contains(SealingIdentity.openOrCreate(folder.resolve("console")).key().octets());
    assertThat(SealingKey.in(device.certificate())).isEmpty();
  }

  /// X-Wing encapsulated with the platform's ML-KEM and X25519 and decapsulated by the library.
  @Test
  void the_platform_s_own_ml_kem_and_x25519_agree_with_the_library() throws Exception {
    byte[] seed = new byte[32];
    new SecureRandom().nextBytes(seed);
    SealingKey key;
    XWingPrivateKeyParameters secret = new XWingPrivateKeyParameters(seed);
    java.nio.file.Files.createDirectories(folder);
    OwnFiles.write(folder.resolve("sealing.key"), java.util.Base64.getEncoder().encode(seed));
    key = SealingIdentity.openOrCreate(folder).key();
    byte[] octets = key.octets().toArray();
    byte[] lattice = x509("30820" + "4b2300b0609608648016503040402038204a100", octets, 0, 1184);
    byte[] curve = x509("302a300506032b656e032100", octets, 1184, 1216);
    KEM.Encapsulated one =
        KEM.getInstance("ML-KEM")
            .newEncapsulator(
                KeyFactory.getInstance("ML-KEM").generatePublic(new X509EncodedKeySpec(lattice)))
            .encapsulate();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("XDH");
    generator.initialize(NamedParameterSpec.X25519);
    KeyPair passing = generator.generateKeyPair();
    KeyAgreement agreement = KeyAgreement.getInstance("XDH");
    agreement.init(passing.getPrivate());
    agreement.doPhase(
        KeyFactory.getInstance("XDH").generatePublic(new X509EncodedKeySpec(curve)), true);
    byte[] passingKey = Arrays.copyOfRange(passing.getPublic().getEncoded(), 12, 44);
    MessageDigest combiner = MessageDigest.getInstance("SHA3-256");
    combiner.update(one.key().getEncoded());
    combiner.update(agreement.generateSecret());
    combiner.update(passingKey);
    combiner.update(octets, 1184, 32);
    byte[] expected = combiner.digest(HexFormat.of().parseHex("5c2e2f2f5e5c"));
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    sent.write(one.encapsulation());
    sent.write(passingKey);
    assertThat(new XWingKEMExtractor(secret).extractSecret(sent.toByteArray())).isEqualTo(expected);
  }

  private static byte[] x509(String prefix, byte[] octets, int from, int to) {
    byte[] head = HexFormat.of().parseHex(prefix);
    byte[] key = Arrays.copyOf(head, head.length + to - from);
    System.arraycopy(octets, from, key, head.length, to - from);
    return key;
  }

  private static JournalOpening opening(Bytes to, Bytes box) {
    return new JournalOpening(
        JournalOpening.VERSION,
        Bytes.utf8("a device"),
        JournalOpening.commitment(KEY),
        List.of(new JournalOpening.Box(to, box)));
  }
}
