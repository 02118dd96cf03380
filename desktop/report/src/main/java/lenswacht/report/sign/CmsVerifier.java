package lenswacht.report.sign;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.observation.Bytes;
import lenswacht.observation.OctetRange;
import lenswacht.report.sign.CmsSigner.Content;
import lenswacht.report.sign.SignatureAudit.Fault;
import lenswacht.report.sign.SignatureAudit.Form;
import lenswacht.report.sign.SignatureAudit.Kind;
import lenswacht.report.sign.SignatureAudit.Validity;
import lenswacht.report.sign.SignatureAudit.Vouching;
import lenswacht.report.sign.SignatureAudit.Who;
import lenswacht.report.sign.SignatureAudit.Why;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/// Verifies one detached CMS signature that a stranger made.
final class CmsVerifier {
  /// Longest signature that is read.
  static final int LONGEST = 4 << 20;

  private static final Map<ASN1ObjectIdentifier, String> DIGESTS =
      Map.of(
          NISTObjectIdentifiers.id_sha256, "SHA-256",
          NISTObjectIdentifiers.id_sha384, "SHA-384",
          NISTObjectIdentifiers.id_sha512, "SHA-512");

  private final TrustAnchors anchors;
  private final Instant now;
  private final List<Fault> faults = new ArrayList<>();

  CmsVerifier(TrustAnchors anchors, Instant now) {
    this.anchors = anchors;
    this.now = now;
  }

  /// Says what holds of `signature` over `content`.
  ///
  /// @param claimed when it was made, where the signature itself does not say
  SignatureAudit verify(byte[] signature, Content content, Optional<Instant> claimed, Form form)
      throws IOException {
    try {
      CmsEnvelope envelope = CmsEnvelope.read(signature);
      return verify(envelope, content, claimed, form);
    } catch (CMSException | GeneralSecurityException | RuntimeException malformed) {
      faults.add(new Fault(Kind.MALFORMED, Why.UNREADABLE_SIGNATURE, said(malformed)));
    } catch (StackOverflowError tooDeep) {
      faults.add(new Fault(Kind.MALFORMED, Why.NESTED_SIGNATURE));
    }
    return new SignatureAudit(
        form,
        Optional.empty(),
        claimed,
        Vouching.NOT_DETERMINED,
        Validity.NOT_DETERMINED,
        List.of(),
        faults);
  }

  /// What a library said; its kind where it said nothing.
  static String said(Exception failure) {
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message;
  }

  private SignatureAudit verify(
      CmsEnvelope envelope, Content content, Optional<Instant> claimed, Form form)
      throws IOException, CMSException, GeneralSecurityException {
    SignerInformation signer = envelope.signer();
    X509Certificate certificate = envelope.certificate();
    AttributeTable signed = signer.getSignedAttributes();
    if (signed == null) {
      throw new CMSException("the signature has no signed attributes");
    }
    Optional<SignedSums> sums =
        value(signed, SignedSums.NAME).flatMap(it -> SignedSums.read(it.getAttributeValues()[0]));
    checkContent(signer, signed, content, sums);
    checkSignature(envelope);
    checkCertificates(envelope, signed, sums);
    Optional<Instant> at = claimed.or(() -> signingTime(signed));
    Instant moment = at.orElse(now);
    Vouching vouching =
        anchors.certificates().isEmpty()
            ? Vouching.NOT_DETERMINED
            : anchors.vouchFor(certificate, envelope.certificates(), moment)
                ? Vouching.VOUCHED_FOR
                : Vouching.BY_NONE_OF_THESE;
    return new SignatureAudit(
        form,
        Optional.of(who(certificate, envelope.algorithm())),
        at,
        vouching,
        validity(certificate, at),
        List.of(),
        faults);
  }

  private static Optional<Attribute> value(AttributeTable table, ASN1ObjectIdentifier name) {
    Attribute attribute = table.get(name);
    return attribute == null || attribute.getAttributeValues().length != 1
        ? Optional.empty()
        : Optional.of(attribute);
  }

  private void checkContent(
      SignerInformation signer, AttributeTable signed, Content content, Optional<SignedSums> sums)
      throws IOException, CMSException {
    String algorithm = DIGESTS.get(signer.getDigestAlgorithmID().getAlgorithm());
    if (algorithm == null) {
      faults.add(new Fault(Kind.WEAK, Why.DIGEST_ALGORITHM, signer.getDigestAlgOID()));
      return;
    }
    Attribute expected =
        value(signed, CMSAttributes.messageDigest)
            .orElseThrow(() -> new CMSException("the signature has no digest"));
    byte[] digest = ASN1OctetString.getInstance(expected.getAttributeValues()[0]).getOctets();
    if (Arrays.equals(digest, digestOf(content, algorithm))) {
      return;
    }
    List<OctetRange> where = List.of();
    if (sums.isPresent()) {
      try (InputStream in = content.open()) {
        where = sums.get().content().differences(in);
      }
    }
    faults.add(new Fault(Kind.ALTERED, Why.OTHER_CONTENT).at(where));
  }

  private static byte[] digestOf(Content content, String algorithm) throws IOException {
    MessageDigest digest = Certificates.digest(algorithm);
    try (InputStream in = content.open();
        OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      in.transferTo(out);
    }
    return digest.digest();
  }

  private void checkSignature(CmsEnvelope envelope) throws IOException {
    if (SigningKey.algorithmFor(envelope.certificate().getPublicKey()).isEmpty()) {
      faults.add(
          new Fault(
              Kind.WEAK, Why.KIND_OF_KEY, envelope.certificate().getPublicKey().getAlgorithm()));
    }
    try {
      // With the digest that is claimed: what was signed is compared apart from who signed it.
      CMSSignedData again =
          new CMSSignedData(
              Map.of(
                  envelope.signer().getDigestAlgorithmID().getAlgorithm(),
                  envelope.claimedDigest()),
              envelope.octets().toArray());
      SignerInformation signer = again.getSignerInfos().getSigners().iterator().next();
      if (signer.verify(
          new JcaSimpleSignerInfoVerifierBuilder().build(envelope.certificate().getPublicKey()))) {
        return;
      }
    } catch (CMSException | OperatorCreationException | RuntimeException refused) {
      // told below
    }
    faults.add(new Fault(Kind.SIGNATURE, Why.OTHER_SIGNER));
  }

  private void checkCertificates(
      CmsEnvelope envelope, AttributeTable signed, Optional<SignedSums> sums)
      throws IOException, GeneralSecurityException {
    Bytes own = Certificates.sha256(envelope.certificate());
    boolean isBound =
        value(signed, PKCSObjectIdentifiers.id_aa_signingCertificateV2)
            .map(it -> SigningCertificateV2.getInstance(it.getAttributeValues()[0]).getCerts())
            .filter(certificates -> certificates.length > 0)
            .filter(certificates -> Bytes.of(certificates[0].getCertHash()).equals(own))
            .isPresent();
    if (!isBound && sums.isPresent()) {
      faults.add(new Fault(Kind.CERTIFICATES, Why.OTHER_CERTIFICATE));
    }
    if (sums.isEmpty()) {
      return;
    }
    List<Bytes> there = new ArrayList<>();
    for (X509Certificate certificate : envelope.certificates()) {
      there.add(Certificates.sha256(certificate));
    }
    if (there.size() != sums.get().certificates().size()
        || !there.containsAll(sums.get().certificates())) {
      faults.add(new Fault(Kind.CERTIFICATES, Why.OTHER_CERTIFICATES));
    } else if (!envelope.isAsMade()) {
      faults.add(new Fault(Kind.MALFORMED, Why.FRAME));
    }
  }

  private static Optional<Instant> signingTime(AttributeTable signed) {
    return value(signed, CMSAttributes.signingTime)
        .map(it -> Time.getInstance(it.getAttributeValues()[0]).getDate().toInstant());
  }

  private Validity validity(X509Certificate certificate, Optional<Instant> at) {
    if (at.isEmpty()) {
      return Validity.NOT_DETERMINED;
    }
    Instant from = certificate.getNotBefore().toInstant();
    Instant until = certificate.getNotAfter().toInstant();
    if (at.get().isBefore(from)) {
      return Validity.NOT_YET;
    }
    if (at.get().isAfter(until)) {
      return Validity.EXPIRED_BEFORE;
    }
    return now.isAfter(until) ? Validity.EXPIRED_SINCE : Validity.VALID;
  }

  private static Who who(X509Certificate certificate, String algorithm)
      throws GeneralSecurityException {
    return new Who(
        Certificates.name(certificate.getSubjectX500Principal()),
        Certificates.name(certificate.getIssuerX500Principal()),
        certificate.getSerialNumber().toString(16),
        Certificates.sha256(certificate),
        algorithm,
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant());
  }
}
