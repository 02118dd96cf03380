package lenswacht.link.tls;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import lenswacht.observation.Bytes;

/// TLS 1.3 over two byte streams, both ends proving their Ed25519 key.
///
/// One thread may read while others write. Nothing is resumed from an earlier session: each
/// channel proves both keys anew.
public final class SecureChannel implements Closeable {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

  private static final int RECORDS_AT_ONCE = 3;

  private final InputStream cableIn;
  private final OutputStream cableOut;
  private final SSLEngine engine;
  private final PinnedKeys keys;
  private final ReentrantLock writing = new ReentrantLock();
  private final ByteBuffer sealedIn;
  private final ByteBuffer sealedOut;
  private final ByteBuffer plainIn;
  private volatile boolean heard;

  private SecureChannel(InputStream in, OutputStream out, SSLEngine engine, PinnedKeys keys) {
    this.cableIn = in;
    this.cableOut = out;
    this.engine = engine;
    this.keys = keys;
    this.sealedIn =
        ByteBuffer.allocate(RECORDS_AT_ONCE * engine.getSession().getPacketBufferSize());
    this.sealedOut = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
    this.plainIn = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize()).flip();
  }

  /// The end that speaks first in the handshake. Does not speak yet.
  ///
  /// @param protocols names of the protocols offered, first choice first (RFC 7301)
  public static SecureChannel client(
      InputStream in,
      OutputStream out,
      PrivateKey key,
      X509Certificate certificate,
      KeyCheck check,
      List<String> protocols) {
    PinnedKeys keys = new PinnedKeys(check);
    SSLEngine engine = engine(key, certificate, keys, protocols);
    engine.setUseClientMode(true);
    return new SecureChannel(in, out, engine, keys);
  }

  /// The end that answers in the handshake. Demands a key of the other end.
  ///
  /// @param protocols names of the protocols that may be spoken (RFC 7301)
  public static SecureChannel server(
      InputStream in,
      OutputStream out,
      PrivateKey key,
      X509Certificate certificate,
      KeyCheck check,
      List<String> protocols) {
    PinnedKeys keys = new PinnedKeys(check);
    SSLEngine engine = engine(key, certificate, keys, protocols);
    engine.setUseClientMode(false);
    engine.setNeedClientAuth(true);
    return new SecureChannel(in, out, engine, keys);
  }

  private static SSLEngine engine(
      PrivateKey key, X509Certificate certificate, PinnedKeys keys, List<String> protocols) {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(
          new KeyManager[] {new PinnedKeys.OwnKey(key, certificate)},
          new TrustManager[] {keys},
          null);
      SSLEngine engine = context.createSSLEngine();
      SSLParameters parameters = engine.getSSLParameters();
      parameters.setProtocols(new String[] {"TLSv1.3"});
      parameters.setApplicationProtocols(protocols.toArray(String[]::new));
      engine.setSSLParameters(parameters);
      return engine;
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("this Java platform has no TLS 1.3", absent);
    }
  }

  /// Shakes hands. To be called once, before anything else.
  ///
  /// @throws KeyRefusedException if this end does not accept the other's key
  /// @throws PeerBrokeOffException if the other end broke off
  /// @throws SSLException if what came is no proper TLS
  /// @throws IOException if the streams fail or end
  public void handshake() throws IOException {
    try {
      engine.beginHandshake();
      boolean done = false;
      while (!done) {
        done = step(engine.getHandshakeStatus());
      }
    } catch (SSLException failed) {
      throw explained(failed);
    }
    String protocol = engine.getApplicationProtocol();
    if (protocol == null || protocol.isEmpty()) {
      throw new SSLException("the other end named no protocol");
    }
  }

  private boolean step(HandshakeStatus status) throws IOException {
    return switch (status) {
      case NEED_TASK -> {
        runTasks();
        yield false;
      }
      case NEED_WRAP -> {
        seal(NOTHING);
        yield false;
      }
      case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
        if (unseal() < 0) {
          throw new EOFException("the other end closed the connection during the handshake");
        }
        yield false;
      }
      case FINISHED, NOT_HANDSHAKING -> true;
    };
  }

  /// Whether any octet came from the other end.
  public boolean heard() {
    return heard;
  }

  /// The key that the other end proved, X.509 form.
  ///
  /// @throws IOException before the handshake
  public Bytes peerKey() throws IOException {
    return PinnedKeys.keyOf(peerCertificate());
  }

  /// The other end's certificate. It proved that it has the key inside; what else the certificate
  /// says it said itself.
  ///
  /// @throws IOException if the handshake is not complete
  public X509Certificate peerCertificate() throws IOException {
    return (X509Certificate) engine.getSession().getPeerCertificates()[0];
  }

  /// Name of the protocol that both ends agreed upon.
  public String protocol() {
    return Optional.ofNullable(engine.getApplicationProtocol()).orElse("");
  }

  /// Reads into `octets`, at least one octet unless the end is reached.
  ///
  /// @return the number of octets, or -1 after the other end closed in order
  /// @throws EOFException if the stream ends without TLS saying so: something was cut off
  /// @throws IOException if the stream fails or what came was altered
  int read(byte[] octets, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    try {
      while (!plainIn.hasRemaining()) {
        if (unseal() < 0) {
          return -1;
        }
        afterwards();
      }
    } catch (SSLException failed) {
      throw explained(failed);
    }
    int count = Math.min(length, plainIn.remaining());
    plainIn.get(octets, from, count);
    return count;
  }

  /// What TLS wants done after a message that was not ours: new keys, for instance.
  private void afterwards() throws IOException {
    HandshakeStatus status = engine.getHandshakeStatus();
    while (status == HandshakeStatus.NEED_TASK || status == HandshakeStatus.NEED_WRAP) {
      step(status);
      status = engine.getHandshakeStatus();
    }
  }

  /// Writes all of `octets` and flushes.
  void write(byte[] octets, int from, int length) throws IOException {
    ByteBuffer plain = ByteBuffer.wrap(octets, from, length);
    try {
      do {
        seal(plain);
      } while (plain.hasRemaining());
    } catch (SSLException failed) {
      throw explained(failed);
    }
  }

  private void runTasks() {
    Runnable task = engine.getDelegatedTask();
    while (task != null) {
      task.run();
      task = engine.getDelegatedTask();
    }
  }

  private void seal(ByteBuffer plain) throws IOException {
    writing.lock();
    try {
      sealedOut.clear();
      SSLEngineResult outcome = engine.wrap(plain, sealedOut);
      switch (outcome.getStatus()) {
        case OK -> send();
        case CLOSED -> {
          send();
          throw new EOFException("the connection is closed");
        }
        case BUFFER_OVERFLOW, BUFFER_UNDERFLOW ->
            throw new IllegalStateException("TLS asks for more room than it announced");
      }
    } finally {
      writing.unlock();
    }
  }

  private void send() throws IOException {
    sealedOut.flip();
    if (sealedOut.hasRemaining()) {
      cableOut.write(sealedOut.array(), 0, sealedOut.limit());
      cableOut.flush();
    }
  }

  /// Opens one TLS message, reading as much as it needs.
  ///
  /// @return 0, or -1 once the other end has closed in order
  private int unseal() throws IOException {
    while (true) {
      sealedIn.flip();
      plainIn.compact();
      SSLEngineResult outcome;
      try {
        outcome = engine.unwrap(sealedIn, plainIn);
      } finally {
        sealedIn.compact();
        plainIn.flip();
      }
      switch (outcome.getStatus()) {
        case OK -> {
          return 0;
        }
        case CLOSED -> {
          return -1;
        }
        case BUFFER_UNDERFLOW -> receive();
        case BUFFER_OVERFLOW ->
            throw new IllegalStateException("TLS asks for more room than it announced");
      }
    }
  }

  private void receive() throws IOException {
    if (!sealedIn.hasRemaining()) {
      throw new SSLException("a TLS message is longer than any may be");
    }
    int count = cableIn.read(sealedIn.array(), sealedIn.position(), sealedIn.remaining());
    if (count < 0) {
      throw new EOFException("the connection ended without a farewell");
    }
    heard |= count > 0;
    sealedIn.position(sealedIn.position() + count);
  }

  /// Tells the other end that this end gives up, and says why: our refusal, the other's, or broken
  /// TLS. An engine that has something to say after a failure is the one that refused.
  private IOException explained(SSLException failed) {
    boolean ours = engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP;
    try {
      for (int tries = 0;
          tries < 4 && engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP;
          tries++) {
        seal(NOTHING);
      }
    } catch (IOException broken) {
      failed.addSuppressed(broken);
    }
    if (keys.refused().isPresent()) {
      return new KeyRefusedException(keys.refused().get());
    }
    return ours ? failed : new PeerBrokeOffException(failed);
  }

  /// The plain octets from the other end.
  public InputStream in() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return SecureChannel.this.read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] octets, int from, int length) throws IOException {
        return SecureChannel.this.read(octets, from, length);
      }
    };
  }

  /// Where to write plain octets; every write is flushed.
  public OutputStream out() {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        SecureChannel.this.write(new byte[] {(byte) octet}, 0, 1);
      }

      @Override
      public void write(byte[] octets, int from, int length) throws IOException {
        SecureChannel.this.write(octets, from, length);
      }
    };
  }

  /// Says farewell, unless another thread is stuck in a write. Does not close the streams.
  @Override
  public void close() throws IOException {
    if (!writing.tryLock()) {
      return;
    }
    try {
      engine.closeOutbound();
      for (int tries = 0; tries < 4 && !engine.isOutboundDone(); tries++) {
        sealedOut.clear();
        engine.wrap(NOTHING, sealedOut);
        send();
      }
    } finally {
      writing.unlock();
    }
  }
}
