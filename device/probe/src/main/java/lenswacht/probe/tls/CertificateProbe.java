package lenswacht.probe.tls;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import lenswacht.observation.Bytes;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation;
import lenswacht.observation.ProbeOutcome;
import lenswacht.observation.Service;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.PortPlan;
import lenswacht.probe.net.Reply;
import lenswacht.probe.net.StreamRequest;
import lenswacht.probe.question.Parsed;
import lenswacht.probe.question.Probe;
import lenswacht.probe.question.Reading;

/// Applies to every port that speaks TLS. An ordinary question (ASK): a handshake, to read whose
/// name the certificate carries. The certificate is not judged.
public final class CertificateProbe implements Probe {
  private static final int LONGEST = 64 * 1024;

  @Override
  public String name() {
    return "tls-certificate";
  }

  @Override
  public Intrusiveness intrusiveness() {
    return Intrusiveness.ASK;
  }

  @Override
  public boolean appliesTo(Service service, List<Observation> soFar) {
    return PortPlan.WEB_TLS.contains(service.port())
        || service.port() == PortPlan.HIKVISION_SERVER_TLS;
  }

  @Override
  public ProbeOutcome ask(Service service, NetworkDoor door) throws InterruptedException {
    return switch (door.ask(service, StreamRequest.CERTIFICATE)) {
      case Reply.Unheard unheard -> unheard.outcome();
      case Reply.Heard heard ->
          switch (parse(heard.bytes())) {
            case Parsed.Bad<X509Certificate>(String why) -> heard.garbled(heard.bytes(), why);
            case Parsed.Good<X509Certificate>(X509Certificate certificate) ->
                new Reading(heard.evidence())
                    .state(Observable.TLS_SUBJECT, certificate.getSubjectX500Principal().getName())
                    .state(Observable.TLS_ISSUER, certificate.getIssuerX500Principal().getName())
                    .state(Observable.TLS_FINGERPRINT, heard.bytes().sha256().hex())
                    .outcome();
          };
    };
  }

  /// Reads a certificate in DER form.
  static Parsed<X509Certificate> parse(Bytes der) {
    if (der.length() > LONGEST) {
      return Parsed.bad("the certificate is longer than " + LONGEST + " octets");
    }
    try {
      return Parsed.good(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der.toArray())));
    } catch (CertificateException malformed) {
      return Parsed.bad("the bytes are no X.509 certificate");
    }
  }
}
