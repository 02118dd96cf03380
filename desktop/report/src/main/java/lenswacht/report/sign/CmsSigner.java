package lenswacht.report.sign;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import lenswacht.observation.BlockSums;
import lenswacht.observation.Bytes;
import lenswacht.report.sign.SigningException.Reason;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/// Makes the signature itself: CMS, detached, with the attributes of CAdES and PAdES at baseline
/// level B-B (ETSI EN 319 122-1 and EN 319 142-1).
final class CmsSigner {
  private final SigningKey key;

  CmsSigner(SigningKey key) {
    this.key = key;
  }

  /// Gives what is signed, from its first octet on, as often as it is asked.
  interface Content {
    InputStream open() throws IOException;
  }

  /// Signs `content`.
  ///
  /// @param octets its length
  /// @param at the moment that the signature claims; empty where something else claims it
  byte[] sign(Content content, long octets, Optional<Instant> at)
      throws IOException, SigningException {
    try {
      List<Bytes> certificates = new ArrayList<>();
      for (X509Certificate certificate : key.chain()) {
        certificates.add(Certificates.sha256(certificate));
      }
      BlockSums sums;
      try (InputStream in = content.open()) {
        sums = BlockSums.of(in, octets, SignedSums.SMALLEST);
      }
      JcaContentSignerBuilder signer = new JcaContentSignerBuilder(key.algorithm());
      key.token().ifPresent(signer::setProvider);
      JcaSignerInfoGeneratorBuilder builder =
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build());
      builder.setSignedAttributeGenerator(
          parameters -> {
            AttributeTable table =
                new DefaultSignedAttributeTableGenerator(
                        attributes(new SignedSums(sums, certificates), at))
                    .getAttributes(parameters);
            return at.isPresent() ? table : table.remove(CMSAttributes.signingTime);
          });
      CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(builder.build(signer.build(key.key()), key.certificate()));
      generator.addCertificates(new JcaCertStore(key.chain()));
      return generator.generate(new Streamed(content), false).getEncoded("DER");
    } catch (CMSException | OperatorCreationException | GeneralSecurityException refused) {
      throw new SigningException(Reason.TOKEN, key.subject(), refused);
    }
  }

  private AttributeTable attributes(SignedSums sums, Optional<Instant> at) {
    ASN1EncodableVector all = new ASN1EncodableVector();
    IssuerSerial serial =
        new IssuerSerial(
            new GeneralNames(
                new GeneralName(
                    X500Name.getInstance(key.certificate().getIssuerX500Principal().getEncoded()))),
            key.certificate().getSerialNumber());
    all.add(
        new Attribute(
            PKCSObjectIdentifiers.id_aa_signingCertificateV2,
            new DERSet(
                new SigningCertificateV2(
                    new ESSCertIDv2(sums.certificates().getFirst().toArray(), serial)))));
    all.add(new Attribute(SignedSums.NAME, new DERSet(sums.written())));
    at.ifPresent(
        moment ->
            all.add(
                new Attribute(CMSAttributes.signingTime, new DERSet(new Time(Date.from(moment))))));
    return new AttributeTable(all);
  }

  /// What is signed, passed on as it is read.
  private record Streamed(Content content) implements CMSTypedData {
    @Override
    public ASN1ObjectIdentifier getContentType() {
      return CMSObjectIdentifiers.data;
    }

    @Override
    public void write(OutputStream out) throws IOException {
      try (InputStream in = content.open()) {
        in.transferTo(out);
      }
    }

    @Override
    public Object getContent() {
      return content;
    }
  }
}
