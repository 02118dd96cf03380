package lenswacht.probe.net;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import lenswacht.observation.Bytes;

/// Speaks TLS with anybody, to see the certificate and nothing more. Cameras sign their own
/// certificates; whether one can be trusted is not asked here, and nothing confidential is ever
/// sent over such a line.
final class CertificateReader {
  /// The same line with TLS inside, shaken hands.
  StreamLine wrap(StreamLine line, NetworkDoor door) throws IOException {
    SSLSocket tls = shakeHands(line, door);
    return new StreamLine(tls, line.deadline(), door.limits(), door.traffic());
  }

  /// The certificate of the other side, DER.
  Bytes certificate(StreamLine line, NetworkDoor door) throws IOException {
    SSLSocket tls = shakeHands(line, door);
    Certificate[] chain = tls.getSession().getPeerCertificates();
    try {
      return Bytes.of(chain[0].getEncoded());
    } catch (CertificateEncodingException malformed) {
      throw new IOException("the certificate cannot be encoded", malformed);
    }
  }

  private SSLSocket shakeHands(StreamLine line, NetworkDoor door) throws IOException {
    Socket plain = line.socket();
    plain.setSoTimeout((int) door.limits().readWait().toMillis());
    SSLSocket tls =
        (SSLSocket)
            Tls.CONTEXT
                .getSocketFactory()
                .createSocket(
                    plain, plain.getInetAddress().getHostAddress(), plain.getPort(), false);
    tls.setEnabledProtocols(Tls.CONTEXT.getSupportedSSLParameters().getProtocols());
    tls.startHandshake();
    return tls;
  }

  /// Made when the first line needs it: a sweep has no use for it.
  private static final class Tls {
    static final SSLContext CONTEXT = context();

    private static SSLContext context() {
      try {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        return context;
      } catch (GeneralSecurityException absent) {
        throw new IllegalStateException("every Java platform has TLS", absent);
      }
    }
  }

  /// Takes every certificate: it is looked at, not relied on.
  private static final class Anybody extends X509ExtendedTrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
