package lenswacht.report.sign;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.Bytes;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;

/// SHA-256 of each block of what is signed, and of each certificate that goes with the signature.
/// Signed along, as an attribute of our own that other readers pass over: so that of a file that
/// was altered it can be said where, and not only that it was.
///
/// @param octets how many there are in all
/// @param block octets in each block but the last
/// @param sums one for each block
/// @param certificates one for each certificate, in their order
record BlockSums(long octets, int block, List<Bytes> sums, List<Bytes> certificates) {
  /// Its name; an object identifier made from a UUID.
  static final ASN1ObjectIdentifier NAME =
      new ASN1ObjectIdentifier("2.25.217860434371025141894226623675832438327");

  private static final int SMALLEST = 4096;
  private static final int MOST_SUMS = 256;
  private static final int MOST_CERTIFICATES = 32;
  private static final int SUM = 32;

  BlockSums {
    sums = List.copyOf(sums);
    certificates = List.copyOf(certificates);
    if (octets < 0 || block < 1 || sums.size() != (octets + block - 1) / block) {
      throw new IllegalArgumentException("the sums do not fit the length");
    }
  }

  /// Of what `content` gives, which is `octets` long.
  static BlockSums of(InputStream content, long octets, List<Bytes> certificates)
      throws IOException {
    int block = SMALLEST;
    while ((octets + block - 1) / block > MOST_SUMS) {
      block = Math.multiplyExact(block, 2);
    }
    return new BlockSums(octets, block, sums(content, block), certificates);
  }

  private static List<Bytes> sums(InputStream content, int block) throws IOException {
    List<Bytes> sums = new ArrayList<>();
    MessageDigest digest = Certificates.digest("SHA-256");
    byte[] piece = content.readNBytes(block);
    while (piece.length > 0) {
      sums.add(Bytes.of(digest.digest(piece)));
      piece = content.readNBytes(block);
    }
    return sums;
  }

  /// Where `content` differs from what was summed, as ranges within it; empty where it does not.
  List<OctetRange> differences(InputStream content) throws IOException {
    List<Bytes> there = sums(content, block);
    List<OctetRange> ranges = new ArrayList<>();
    for (int i = 0; i < Math.max(there.size(), sums.size()); i++) {
      boolean same = i < there.size() && i < sums.size() && there.get(i).equals(sums.get(i));
      if (!same) {
        long from = (long) i * block;
        ranges.add(new OctetRange(from, i < sums.size() ? Math.min(from + block, octets) : -1));
      }
    }
    return OctetRange.joined(ranges);
  }

  ASN1Sequence written() {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(new ASN1Integer(octets));
    parts.add(new ASN1Integer(block));
    parts.add(joined(sums));
    parts.add(joined(certificates));
    return new DERSequence(parts);
  }

  private static ASN1OctetString joined(List<Bytes> sums) {
    byte[] all = new byte[SUM * sums.size()];
    for (int i = 0; i < sums.size(); i++) {
      System.arraycopy(sums.get(i).toArray(), 0, all, SUM * i, SUM);
    }
    return new DEROctetString(all);
  }

  /// Reads what [#written] wrote; empty where it is something else.
  static Optional<BlockSums> read(ASN1Encodable value) {
    try {
      ASN1Sequence parts = ASN1Sequence.getInstance(value);
      List<Bytes> sums = split(parts.getObjectAt(2), MOST_SUMS);
      List<Bytes> certificates = split(parts.getObjectAt(3), MOST_CERTIFICATES);
      return Optional.of(
          new BlockSums(
              ASN1Integer.getInstance(parts.getObjectAt(0)).longValueExact(),
              ASN1Integer.getInstance(parts.getObjectAt(1)).intValueExact(),
              sums,
              certificates));
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException other) {
      return Optional.empty();
    }
  }

  private static List<Bytes> split(ASN1Encodable value, int most) {
    byte[] all = ASN1OctetString.getInstance(value).getOctets();
    if (all.length % SUM != 0 || all.length / SUM > most) {
      throw new IllegalArgumentException("these are no sums");
    }
    List<Bytes> sums = new ArrayList<>();
    for (int at = 0; at < all.length; at += SUM) {
      sums.add(Bytes.of(all).slice(at, at + SUM));
    }
    return sums;
  }
}
