package lenswacht.probe.frame;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import lenswacht.observation.Bytes;

/// Messages with which a host calls somebody outside, written by hand from their specifications.
public final class OutwardFrames {
  private static final String GATEWAY = "00005e005302";

  private OutwardFrames() {}

  public static Bytes udp(String from, int fromPort, String to, int port, Bytes payload) {
    return Frames.ethernet(
        GATEWAY,
        Frames.CAMERA,
        0x0800,
        Frames.ip4(from, to, 17, 64, Frames.udp(fromPort, port, payload)));
  }

  public static Bytes tcp(
      String from, int fromPort, String to, int port, int flags, Bytes payload) {
    Bytes segment =
        Frames.empty()
            .number(2, fromPort)
            .number(2, port)
            .number(4, 1)
            .number(4, 1)
            .hex("50")
            .number(1, flags)
            .number(2, 8192)
            .number(4, 0)
            .bytes(payload)
            .bytes();
    return Frames.ethernet(GATEWAY, Frames.CAMERA, 0x0800, Frames.ip4(from, to, 6, 64, segment));
  }

  private static Bytes name(String name) {
    Frames frames = Frames.empty();
    for (String label : name.split("\\.")) {
      frames.number(1, label.length()).text(label);
    }
    return frames.number(1, 0).bytes();
  }

  public static Bytes dnsQuestion(String name) {
    return Frames.empty()
        .hex("1234 0100 0001 0000 0000 0000")
        .bytes(name(name))
        .hex("0001 0001")
        .bytes();
  }

  public static Bytes dnsAnswer(String name, String address) {
    return Frames.empty()
        .hex("1234 8180 0001 0002 0000 0000")
        .bytes(name(name))
        .hex("0001 0001")
        .hex("c00c 0005 0001 00000e10 0006 0361 7070 c00c")
        .hex("c00c 0001 0001 00000e10 0004")
        .address(address)
        .bytes();
  }

  /// A hello of TLS without the record around it.
  public static Bytes hello(String server) {
    Bytes serverName =
        Frames.empty()
            .number(2, server.length() + 3)
            .number(1, 0)
            .number(2, server.length())
            .text(server)
            .bytes();
    Bytes extensions =
        Frames.empty()
            .hex("0010 0005 0003 02 6832")
            .number(2, 0)
            .number(2, serverName.length())
            .bytes(serverName)
            .hex("002b 0003 02 0304")
            .bytes();
    Bytes body =
        Frames.empty()
            .hex("0303")
            .zeros(32)
            .hex("00 0002 1301 01 00")
            .number(2, extensions.length())
            .bytes(extensions)
            .bytes();
    return Frames.empty().number(1, 1).number(3, body.length()).bytes(body).bytes();
  }

  public static Bytes tlsHello(String server) {
    Bytes hello = hello(server);
    return Frames.empty().hex("16 0301").number(2, hello.length()).bytes(hello).bytes();
  }

  public static Bytes timeRequest() {
    return Frames.empty().hex("23").zeros(47).bytes();
  }

  public static Bytes stunRequest() {
    return Frames.empty().hex("0001 0000 2112a442").zeros(12).bytes();
  }

  /// A client's first QUIC datagram with a hello in two pieces, the second one first.
  public static Bytes quicHello(String server, boolean second) throws GeneralSecurityException {
    Bytes hello = hello(server);
    int half = hello.length() / 2;
    Bytes plain =
        Frames.empty()
            .bytes(crypto(half, hello.slice(half, hello.length())))
            .hex("01 00 00")
            .bytes(crypto(0, hello.head(half)))
            .zeros(900)
            .bytes();
    byte[] id = Frames.empty().hex("8394c8f03e515708").bytes().toArray();
    byte[] client = derived(id, second);
    String prefix = second ? "quicv2 " : "quic ";
    byte[] header =
        Frames.empty()
            .hex(second ? "d3 6b3343cf" : "c3 00000001")
            .hex("08 8394c8f03e515708 00 00")
            .number(2, 0x4000 | 4 + plain.length() + 16)
            .number(4, 2)
            .bytes()
            .toArray();
    byte[] nonce = expand(client, prefix + "iv", 12);
    nonce[11] ^= 2;
    Cipher seal = Cipher.getInstance("AES/GCM/NoPadding");
    seal.init(
        Cipher.ENCRYPT_MODE,
        new SecretKeySpec(expand(client, prefix + "key", 16), "AES"),
        new GCMParameterSpec(128, nonce));
    seal.updateAAD(header);
    byte[] sealed = seal.doFinal(plain.toArray());
    Cipher mask = Cipher.getInstance("AES/ECB/NoPadding");
    mask.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(expand(client, prefix + "hp", 16), "AES"));
    byte[] over = mask.doFinal(Arrays.copyOf(sealed, 16));
    header[0] ^= (byte) (over[0] & 0x0f);
    for (int i = 0; i < 4; i++) {
      header[header.length - 4 + i] ^= over[1 + i];
    }
    return Frames.empty().bytes(Bytes.of(header)).bytes(Bytes.of(sealed)).bytes();
  }

  private static Bytes crypto(int offset, Bytes piece) {
    return Frames.empty()
        .number(1, 6)
        .number(2, 0x4000 | offset)
        .number(2, 0x4000 | piece.length())
        .bytes(piece)
        .bytes();
  }

  private static byte[] derived(byte[] id, boolean second) throws GeneralSecurityException {
    byte[] salt =
        Frames.empty()
            .hex(
                second
                    ? "0dede3def700a6db819381be6e269dcbf9bd2ed9"
                    : "38762cf7f55934b34d179ae6a4c80cadccbb7f0a")
            .bytes()
            .toArray();
    KDF kdf = KDF.getInstance("HKDF-SHA256");
    SecretKey initial =
        kdf.deriveKey(
            "Generic", HKDFParameterSpec.ofExtract().addSalt(salt).addIKM(id).extractOnly());
    return expand(initial.getEncoded(), "client in", 32);
  }

  private static byte[] expand(byte[] secret, String label, int length)
      throws GeneralSecurityException {
    byte[] context =
        Frames.empty()
            .number(2, length)
            .number(1, 6 + label.length())
            .text("tls13 " + label)
            .number(1, 0)
            .bytes()
            .toArray();
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.expandOnly(new SecretKeySpec(secret, "Generic"), context, length));
  }
}
