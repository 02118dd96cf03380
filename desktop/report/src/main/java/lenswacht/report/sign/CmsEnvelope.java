package lenswacht.report.sign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import lenswacht.observation.Bytes;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.DefaultCMSSignatureAlgorithmNameGenerator;
import org.bouncycastle.cms.DefaultCMSSignatureEncryptionAlgorithmFinder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.operator.DefaultDigestAlgorithmIdentifierFinder;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;

/// A CMS signature as it was read: one signer, with the certificates that go with it.
///
/// @param octets all of it
/// @param certificate of the signer
/// @param certificates all that there are
record CmsEnvelope(
    Bytes octets,
    SignerInformation signer,
    X509Certificate certificate,
    List<X509Certificate> certificates) {
  private static final int MOST_CERTIFICATES = 32;

  /// @throws CMSException if it is not exactly one signature of one signer
  static CmsEnvelope read(byte[] octets)
      throws IOException, CMSException, GeneralSecurityException {
    if (octets.length > CmsVerifier.LONGEST) {
      throw new CMSException("it is too long");
    }
    try (ASN1InputStream in = new ASN1InputStream(octets)) {
      ASN1Primitive first = in.readObject();
      if (first == null || in.read() >= 0) {
        throw new CMSException("something stands behind it");
      }
    } catch (IOException malformed) {
      throw new CMSException("it is malformed", malformed);
    }
    CMSSignedData data = new CMSSignedData(octets);
    Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
    Collection<X509CertificateHolder> holders = data.getCertificates().getMatches(null);
    if (signers.size() != 1 || holders.size() > MOST_CERTIFICATES || !data.isDetachedSignature()) {
      throw new CMSException("it is not the detached signature of one signer");
    }
    SignerInformation signer = signers.iterator().next();
    List<X509Certificate> all = new ArrayList<>();
    X509Certificate own = null;
    for (X509CertificateHolder holder : holders) {
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
      all.add(certificate);
      if (signer.getSID().match(holder)) {
        own = certificate;
      }
    }
    if (own == null) {
      throw new CMSException("the certificate of the signer does not go with it");
    }
    return new CmsEnvelope(Bytes.of(octets), signer, own, List.copyOf(all));
  }

  /// The digest of what was signed, as the signer says.
  byte[] claimedDigest() {
    Attribute digest = signer.getSignedAttributes().get(CMSAttributes.messageDigest);
    return ASN1OctetString.getInstance(digest.getAttributeValues()[0]).getOctets();
  }

  /// What is signed with, by name.
  String algorithm() {
    return new DefaultCMSSignatureAlgorithmNameGenerator()
        .getSignatureName(
            signer.getDigestAlgorithmID(), signer.toASN1Structure().getDigestEncryptionAlgorithm());
  }

  /// Whether it is, to the octet, what [CmsSigner] makes of these attributes and certificates: the
  /// frame around them is signed by nobody, and this leaves no room in it.
  boolean isAsMade() throws IOException, GeneralSecurityException {
    SignerInfo there = signer.toASN1Structure();
    AlgorithmIdentifier algorithm =
        new DefaultSignatureAlgorithmIdentifierFinder()
            .find(SigningKey.algorithmFor(certificate.getPublicKey()).orElse("SHA256withRSA"));
    AlgorithmIdentifier digest = new DefaultDigestAlgorithmIdentifierFinder().find(algorithm);
    X509CertificateHolder own = new JcaX509CertificateHolder(certificate);
    SignerInfo made =
        new SignerInfo(
            new SignerIdentifier(new IssuerAndSerialNumber(own.getIssuer(), own.getSerialNumber())),
            digest,
            there.getAuthenticatedAttributes(),
            new DefaultCMSSignatureEncryptionAlgorithmFinder().findEncryptionAlgorithm(algorithm),
            new DEROctetString(signer.getSignature()),
            null);
    ASN1EncodableVector holders = new ASN1EncodableVector();
    for (X509Certificate one : certificates) {
      holders.add(new JcaX509CertificateHolder(one).toASN1Structure());
    }
    SignedData data =
        new SignedData(
            new DERSet(digest),
            new ContentInfo(CMSObjectIdentifiers.data, null),
            new DERSet(holders),
            null,
            new DERSet(made));
    byte[] expected = new ContentInfo(CMSObjectIdentifiers.signedData, data).getEncoded("DER");
    return Bytes.of(expected).equals(octets);
  }
}
