package lenswacht.footage;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;

/// Where one picture comes from.
public sealed interface FootageSource {
  /// A film or picture on this machine.
  ///
  /// @param path the file; made absolute
  record File(Path path) implements FootageSource {
    public File {
      path = path.toAbsolutePath().normalize();
    }
  }

  /// A stream on the network, over one TCP connection.
  ///
  /// @param uri `rtsp`, with a literal address, so that no name server is asked
  record Stream(URI uri) implements FootageSource {
    /// Longest URI, in characters.
    public static final int LONGEST_URI = 2048;

    public Stream {
      if (!"rtsp".equalsIgnoreCase(uri.getScheme())) {
        throw new IllegalArgumentException("a stream is read by rtsp only");
      }
      if (uri.toString().length() > LONGEST_URI) {
        throw new IllegalArgumentException("the URI of a stream is too long");
      }
      String host = uri.getHost();
      if (host == null) {
        throw new IllegalArgumentException("a stream needs an address");
      }
      InetAddress.ofLiteral(
          host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host);
    }
  }
}
