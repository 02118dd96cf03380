package lenswacht.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/// A cable over TCP. A read that hears nothing for [#SILENCE] fails.
public final class TcpCable implements Cable {
  /// After this long without an octet the other end counts as gone.
  public static final Duration SILENCE = Duration.ofSeconds(20);

  private static final Duration DIALLING = Duration.ofSeconds(5);

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  /// Over a socket that is connected; closes it with this cable.
  ///
  /// @throws IOException if the socket is closed already
  public TcpCable(Socket socket) throws IOException {
    this(socket, SILENCE);
  }

  TcpCable(Socket socket, Duration silence) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) silence.toMillis());
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
  }

  /// Connects to `address`.
  ///
  /// @throws LinkException `UNREACHABLE`, if nobody answers there
  public static TcpCable open(LinkAddress.Tcp address) throws LinkException {
    Socket socket = new Socket();
    try {
      socket.connect(
          new InetSocketAddress(address.address(), address.port()), (int) DIALLING.toMillis());
      return new TcpCable(socket);
    } catch (IOException failed) {
      closeQuietly(socket);
      throw new LinkException(
          LinkException.Reason.UNREACHABLE, "nobody answers at " + address, failed);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      // it never was open
    }
  }

  @Override
  public InputStream in() {
    return in;
  }

  @Override
  public OutputStream out() {
    return out;
  }

  @Override
  public String description() {
    return "tcp " + socket.getRemoteSocketAddress();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
