package lenswacht.footage;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// What the child process is asked, as one line of JSON on its standard input, so that no address
/// or credential shows in the list of processes.
///
/// @param kind `file` or `rtsp`
/// @param address a path or a URI
/// @param cover where to keep the covered picture
record FootageQuestion(String kind, String address, Optional<String> cover) {
  static FootageQuestion of(FootageSource source, Optional<Path> cover) {
    Optional<String> path = cover.map(to -> to.toAbsolutePath().toString());
    return switch (source) {
      case FootageSource.File file -> new FootageQuestion("file", file.path().toString(), path);
      case FootageSource.Stream(URI uri) -> new FootageQuestion("rtsp", uri.toString(), path);
    };
  }

  /// @throws IllegalArgumentException if it asks for anything else than a file or a stream
  FootageSource source() {
    return switch (kind) {
      case "file" -> new FootageSource.File(Path.of(address));
      case "rtsp" -> new FootageSource.Stream(URI.create(address));
      default -> throw new IllegalArgumentException("'" + kind + "' is no source");
    };
  }
}
