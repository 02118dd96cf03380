package lenswacht.report.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.BlockSums;
import lenswacht.observation.Bytes;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;

/// The sums of what is signed, and SHA-256 of each certificate that goes with the signature. Signed
/// along, as an attribute of our own that other readers pass over.
///
/// @param content the sums of what is signed
/// @param certificates one for each certificate, in their order
record SignedSums(BlockSums content, List<Bytes> certificates) {
  /// Its name; an object identifier made from a UUID.
  static final ASN1ObjectIdentifier NAME =
      new ASN1ObjectIdentifier("2.25.217860434371025141894226623675832438327");

  /// Octets in the smallest block.
  static final int SMALLEST = 4096;

  private static final int MOST_CERTIFICATES = 32;
  private static final int SUM = 32;

  SignedSums {
    certificates = List.copyOf(certificates);
  }

  ASN1Sequence written() {
    ASN1EncodableVector parts = new ASN1EncodableVector();
    parts.add(new ASN1Integer(content.octets()));
    parts.add(new ASN1Integer(content.block()));
    parts.add(joined(content.sums()));
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
  static Optional<SignedSums> read(ASN1Encodable value) {
    try {
      ASN1Sequence parts = ASN1Sequence.getInstance(value);
      List<Bytes> sums = split(parts.getObjectAt(2), BlockSums.MOST);
      List<Bytes> certificates = split(parts.getObjectAt(3), MOST_CERTIFICATES);
      return Optional.of(
          new SignedSums(
              new BlockSums(
                  ASN1Integer.getInstance(parts.getObjectAt(0)).longValueExact(),
                  ASN1Integer.getInstance(parts.getObjectAt(1)).intValueExact(),
                  sums),
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
