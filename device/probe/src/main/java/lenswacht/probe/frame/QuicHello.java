package lenswacht.probe.frame;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;

/// The first datagram of a QUIC conversation (RFC 9000, 9369). Its key follows from what stands in
/// it in the clear (RFC 9001, section 5.2), so that everybody on the way may read the hello inside.
public final class QuicHello {
  private static final int VERSION_1 = 1;
  private static final int VERSION_2 = 0x6b3343cf;
  private static final byte[] SALT_1 =
      HexFormat.of().parseHex("38762cf7f55934b34d179ae6a4c80cadccbb7f0a");
  private static final byte[] SALT_2 =
      HexFormat.of().parseHex("0dede3def700a6db819381be6e269dcbf9bd2ed9");
  private static final int FIXED_HEADER = 6;
  private static final int LONGEST_ID = 20;
  private static final int SAMPLE = 16;
  private static final int TAG = 16;
  private static final int LONGEST = 2048;
  private static final int LONGEST_HELLO = 4096;
  private static final int MOST_FRAMES = 64;
  private static final int PADDING = 0;
  private static final int PING = 1;
  private static final int CRYPTO = 6;

  private QuicHello() {}

  /// Whether `bytes` may begin such a conversation.
  public static boolean mayBe(Bytes bytes) {
    if (bytes.length() < FIXED_HEADER || (bytes.at(0) & 0xc0) != 0xc0) {
      return false;
    }
    int version = (int) Octets.big32(bytes, 1);
    int type = bytes.at(0) >> 4 & 3;
    return (version == VERSION_1 && type == 0) || (version == VERSION_2 && type == 1);
  }

  /// Reads the hello out of a datagram from client to server. A hello that goes on in a second
  /// datagram is read as far as it is here.
  public static Parsed<TlsHello> parse(Bytes datagram) {
    if (!mayBe(datagram)) {
      return Parsed.bad("the datagram begins no QUIC conversation");
    }
    byte[] packet = datagram.head(LONGEST).toArray();
    boolean second = Octets.big32(datagram, 1) != VERSION_1;
    int idLength = packet[5] & 0xff;
    int at = FIXED_HEADER + idLength;
    if (idLength > LONGEST_ID || at >= packet.length) {
      return Parsed.bad("the datagram ends in its header");
    }
    byte[] id = Arrays.copyOfRange(packet, FIXED_HEADER, at);
    at += 1 + (packet[at] & 0xff);
    Number token = Number.at(packet, at);
    at = (int) Math.min(packet.length, (long) token.behind + token.value);
    Number length = Number.at(packet, at);
    at = length.behind;
    int end = (int) Math.min(packet.length, at + length.value);
    if (at + 4 + SAMPLE > end) {
      return Parsed.bad("the datagram is shorter than its header says");
    }
    try {
      byte[] plain = open(packet, at, end, new Keys(id, second));
      return TlsHello.message(Bytes.of(hello(plain)));
    } catch (GeneralSecurityException notOurs) {
      return Parsed.bad("the datagram does not open with the key that it names");
    }
  }

  /// A number of variable length and where it ends; beyond the packet it is nought.
  private record Number(long value, int behind) {
    static Number at(byte[] packet, int at) {
      if (at >= packet.length) {
        return new Number(0, packet.length);
      }
      int octets = 1 << ((packet[at] & 0xff) >> 6);
      if (at + octets > packet.length) {
        return new Number(0, packet.length);
      }
      long value = packet[at] & 0x3f;
      for (int i = 1; i < octets; i++) {
        value = value << 8 | packet[at + i] & 0xff;
      }
      return new Number(value, at + octets);
    }
  }

  /// The keys of a client's first packets.
  private static final class Keys {
    private final byte[] key;
    private final byte[] iv;
    private final byte[] mask;

    Keys(byte[] id, boolean second) throws GeneralSecurityException {
      byte[] initial = hmac(second ? SALT_2 : SALT_1, id);
      byte[] client = expand(initial, "client in", 32);
      String prefix = second ? "quicv2 " : "quic ";
      key = expand(client, prefix + "key", 16);
      iv = expand(client, prefix + "iv", 12);
      mask = expand(client, prefix + "hp", 16);
    }

    /// HKDF-Expand-Label (RFC 8446, section 7.1) for one block.
    private static byte[] expand(byte[] secret, String label, int length)
        throws GeneralSecurityException {
      byte[] name = ("tls13 " + label).getBytes(StandardCharsets.US_ASCII);
      byte[] block = new byte[2 + 1 + name.length + 1 + 1];
      block[1] = (byte) length;
      block[2] = (byte) name.length;
      System.arraycopy(name, 0, block, 3, name.length);
      block[block.length - 1] = 1;
      return Arrays.copyOf(hmac(secret, block), length);
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text);
    }
  }

  private static byte[] open(byte[] packet, int numberAt, int end, Keys keys)
      throws GeneralSecurityException {
    Cipher mask = Cipher.getInstance("AES/ECB/NoPadding");
    mask.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keys.mask, "AES"));
    byte[] over = mask.doFinal(packet, numberAt + 4, SAMPLE);
    byte[] header = Arrays.copyOf(packet, numberAt + 4);
    header[0] ^= (byte) (over[0] & 0x0f);
    int numberLength = 1 + (header[0] & 3);
    byte[] nonce = keys.iv.clone();
    for (int i = 0; i < numberLength; i++) {
      header[numberAt + i] ^= over[1 + i];
      nonce[nonce.length - numberLength + i] ^= header[numberAt + i];
    }
    Cipher seal = Cipher.getInstance("AES/GCM/NoPadding");
    seal.init(
        Cipher.DECRYPT_MODE,
        new SecretKeySpec(keys.key, "AES"),
        new GCMParameterSpec(TAG * 8, nonce));
    seal.updateAAD(header, 0, numberAt + numberLength);
    int from = numberAt + numberLength;
    return seal.doFinal(packet, from, end - from);
  }

  /// The octets of the hello, put together from the frames that carry them. What is missing in
  /// between is nought.
  private static byte[] hello(byte[] plain) {
    byte[] hello = new byte[LONGEST_HELLO];
    int length = 0;
    int at = 0;
    for (int frames = 0; at < plain.length && frames < MOST_FRAMES; frames++) {
      while (at < plain.length && (plain[at] == PADDING || plain[at] == PING)) {
        at++;
      }
      if (at >= plain.length || plain[at] != CRYPTO) {
        break;
      }
      Number offset = Number.at(plain, at + 1);
      Number size = Number.at(plain, offset.behind);
      long to = size.behind + size.value;
      if (to > plain.length || offset.value + size.value > LONGEST_HELLO) {
        break;
      }
      System.arraycopy(plain, size.behind, hello, (int) offset.value, (int) size.value);
      length = Math.max(length, (int) (offset.value + size.value));
      at = (int) to;
    }
    return Arrays.copyOf(hello, length);
  }
}
