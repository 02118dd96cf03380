package lenswacht.link.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import lenswacht.link.Identity;
import lenswacht.observation.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecureChannelTest {
  private static final List<String> PROTOCOL = List.of("test/1");

  @TempDir Path folder;

  private Identity one;
  private Identity two;
  private ServerSocket door;
  private Socket near;
  private Socket far;

  @BeforeEach
  void two_identities_and_two_sockets() throws IOException {
    one = Identity.openOrCreate(folder.resolve("one"), "one");
    two = Identity.openOrCreate(folder.resolve("two"), "two");
    door = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
    near = new Socket(door.getInetAddress(), door.getLocalPort());
    far = door.accept();
  }

  @AfterEach
  void close_sockets() throws IOException {
    near.close();
    far.close();
    door.close();
  }

  private SecureChannel client(InputStream in, KeyCheck check) throws IOException {
    return SecureChannel.client(
        in, near.getOutputStream(), one.privateKey(), one.certificate(), check, PROTOCOL);
  }

  private SecureChannel server(KeyCheck check) throws IOException {
    return SecureChannel.server(
        far.getInputStream(),
        far.getOutputStream(),
        two.privateKey(),
        two.certificate(),
        check,
        PROTOCOL);
  }

  private static <T> FutureTask<T> meanwhile(Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofVirtual().start(task);
    return task;
  }

  private static KeyCheck only(Identity identity) {
    return (key, _) -> key.equals(identity.key());
  }

  @Test
  void both_ends_prove_their_keys_and_octets_come_through() throws Exception {
    byte[] octets = new byte[200_000];
    new Random(1).nextBytes(octets);
    SecureChannel server = server(only(one));
    FutureTask<byte[]> received =
        meanwhile(
            () -> {
              server.handshake();
              assertThat(server.peerKey()).isEqualTo(one.key());
              return server.in().readAllBytes();
            });
    try (SecureChannel client = client(near.getInputStream(), only(two))) {
      client.handshake();
      assertThat(client.peerKey()).isEqualTo(two.key());
      assertThat(client.protocol()).isEqualTo("test/1");
      client.out().write(octets);
    }
    assertThat(received.get()).isEqualTo(octets);
  }

  @Test
  void server_with_another_key_is_refused() throws Exception {
    SecureChannel server = server((_, _) -> true);
    FutureTask<Void> fails =
        meanwhile(
            () -> {
              server.handshake();
              return null;
            });
    SecureChannel client = client(near.getInputStream(), only(one));
    assertThatThrownBy(client::handshake).isInstanceOf(KeyRefusedException.class);
    assertThatThrownBy(fails::get).hasCauseInstanceOf(PeerBrokeOffException.class);
  }

  @Test
  void client_with_another_key_is_refused() throws Exception {
    SecureChannel server = server(only(two));
    FutureTask<Void> fails =
        meanwhile(
            () -> {
              server.handshake();
              return null;
            });
    SecureChannel client = client(near.getInputStream(), only(two));
    client.handshake();
    assertThatThrownBy(() -> client.in().read()).isInstanceOf(PeerBrokeOffException.class);
    assertThatThrownBy(fails::get).hasCauseInstanceOf(KeyRefusedException.class);
  }

  @Test
  void client_without_a_certificate_is_refused() throws Exception {
    assertStrangerIsRefused("TLSv1.3", PROTOCOL.toArray(String[]::new));
  }

  @Test
  void client_with_older_tls_is_refused() throws Exception {
    assertStrangerIsRefused("TLSv1.2", PROTOCOL.toArray(String[]::new));
  }

  @Test
  void client_that_names_no_protocol_is_refused() throws Exception {
    assertStrangerIsRefused("TLSv1.3");
  }

  private void assertStrangerIsRefused(String version, String... protocols) throws Exception {
    SecureChannel server = server((_, _) -> true);
    FutureTask<Integer> fails =
        meanwhile(
            () -> {
              server.handshake();
              return server.in().read();
            });
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new PinnedKeysForSockets()}, null);
    try (SSLSocket socket =
        (SSLSocket) context.getSocketFactory().createSocket(near, "127.0.0.1", 1, true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setProtocols(new String[] {version});
      parameters.setApplicationProtocols(protocols);
      socket.setSSLParameters(parameters);
      assertThatIOException()
          .isThrownBy(
              () -> {
                socket.startHandshake();
                socket.getInputStream().read();
              });
    }
    assertThatThrownBy(fails::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  /// Trusts anyone, as a stranger would.
  private static final class PinnedKeysForSockets implements javax.net.ssl.X509TrustManager {
    @Override
    public void checkClientTrusted(java.security.cert.X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(java.security.cert.X509Certificate[] chain, String type) {}

    @Override
    public java.security.cert.X509Certificate[] getAcceptedIssuers() {
      return new java.security.cert.X509Certificate[0];
    }
  }

  @Test
  void stream_that_is_cut_off_is_not_an_end_in_order() throws Exception {
    SecureChannel server = server(only(one));
    FutureTask<Integer> received =
        meanwhile(
            () -> {
              server.handshake();
              return server.in().read();
            });
    SecureChannel client = client(near.getInputStream(), only(two));
    client.handshake();
    near.shutdownOutput();
    assertThatThrownBy(received::get).hasCauseInstanceOf(EOFException.class);
  }

  @Test
  void altered_octets_end_the_channel() throws Exception {
    for (int at = 0; at < 3_000; at += 97) {
      near.close();
      far.close();
      Socket here = new Socket(door.getInetAddress(), door.getLocalPort());
      Socket there = door.accept();
      here.setSoTimeout(5_000);
      there.setSoTimeout(5_000);
      near = here;
      far = there;
      SecureChannel server = server(only(one));
      FutureTask<Void> sent =
          meanwhile(
              () -> {
                try (there) {
                  server.handshake();
                  server.out().write(new byte[4_000]);
                  server.close();
                }
                return null;
              });
      SecureChannel client = client(flipping(here.getInputStream(), at), only(two));
      assertThatIOException()
          .as("octet %d", at)
          .isThrownBy(
              () -> {
                try (here) {
                  client.handshake();
                  client.in().readAllBytes();
                }
              });
      try {
        sent.get();
      } catch (ExecutionException refused) {
        assertThat(refused).hasCauseInstanceOf(IOException.class);
      }
    }
  }

  private static InputStream flipping(InputStream in, int at) {
    return new FilterInputStream(in) {
      private int passed;

      @Override
      public int read(byte[] octets, int from, int length) throws IOException {
        int count = super.read(octets, from, length);
        if (count > 0 && passed <= at && at < passed + count) {
          octets[from + at - passed] ^= 1;
        }
        passed += Math.max(0, count);
        return count;
      }
    };
  }

  @Test
  void key_of_another_kind_is_no_key_of_ours() {
    assertThat(Bytes.of(one.publicKey().getEncoded()).head(12).hex())
        .isEqualTo("302a300506032b6570032100");
  }
}
