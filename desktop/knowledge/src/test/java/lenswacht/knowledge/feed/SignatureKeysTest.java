package lenswacht.knowledge.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Date;
import lenswacht.knowledge.feed.FeedFile.Signature;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureKeysTest {
  private static final byte[] TEXT = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void a_signature_is_good_bad_or_not_checked() throws Exception {
    PGPKeyPair pair = pair();
    Path file = Files.write(folder.resolve("a.json"), TEXT);
    byte[] signature = signature(pair, TEXT);

    assertThat(new SignatureKeys().check(new FeedSource.OnDisk(file), signature))
        .isEqualTo(Signature.NOT_CHECKED);
    SignatureKeys keys = new SignatureKeys();
    keys.add(Files.write(folder.resolve("key.asc"), key(pair)));
    assertThat(keys.check(new FeedSource.OnDisk(file), signature)).isEqualTo(Signature.GOOD);

    Files.writeString(file, "{\"a\":2}");
    assertThat(keys.check(new FeedSource.OnDisk(file), signature)).isEqualTo(Signature.BAD);
    assertThat(keys.check(new FeedSource.OnDisk(file), new byte[] {1, 2, 3}))
        .isEqualTo(Signature.BAD);
  }

  @Test
  void a_key_that_lies_in_the_folder_counts_and_one_that_is_none_is_refused() throws Exception {
    PGPKeyPair pair = pair();
    Path file = Files.write(folder.resolve("a.json"), TEXT);
    Files.write(folder.resolve("publisher.asc"), key(pair));
    Files.writeString(folder.resolve("torn.asc"), "-----BEGIN PGP PUBLIC KEY BLOCK-----\nx");
    SignatureKeys keys = new SignatureKeys();
    keys.addFrom(folder);

    assertThat(keys.check(new FeedSource.OnDisk(file), signature(pair, TEXT)))
        .isEqualTo(Signature.GOOD);
    assertThatThrownBy(() -> keys.add(folder.resolve("a.json"))).isInstanceOf(FeedException.class);
  }

  private static PGPKeyPair pair() throws PGPException {
    RSAKeyPairGenerator generator = new RSAKeyPairGenerator();
    generator.init(
        new RSAKeyGenerationParameters(BigInteger.valueOf(65_537), new SecureRandom(), 2048, 64));
    return new BcPGPKeyPair(
        PublicKeyPacket.VERSION_4,
        PGPPublicKey.RSA_GENERAL,
        generator.generateKeyPair(),
        new Date(1_700_000_000_000L));
  }

  private static byte[] key(PGPKeyPair pair) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream armor = ArmoredOutputStream.builder().build(bytes)) {
      pair.getPublicKey().encode(armor);
    }
    return bytes.toByteArray();
  }

  private static byte[] signature(PGPKeyPair pair, byte[] text) throws IOException, PGPException {
    PGPSignatureGenerator generator =
        new PGPSignatureGenerator(
            new BcPGPContentSignerBuilder(PGPPublicKey.RSA_GENERAL, HashAlgorithmTags.SHA512),
            pair.getPublicKey());
    generator.init(PGPSignature.BINARY_DOCUMENT, pair.getPrivateKey());
    generator.update(text);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream armor = ArmoredOutputStream.builder().build(bytes)) {
      generator.generate().encode(armor);
    }
    return bytes.toByteArray();
  }
}
