package lenswacht.link;

import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;

/// Two byte streams to the other end. Bytes arrive whole, in order and once, or the streams end
/// with an exception that says why. Closing from another thread ends a read or write that waits.
public interface Cable extends Closeable {
  /// What the other end writes.
  InputStream in();

  /// What the other end reads. A write has left this end at the latest after a flush.
  OutputStream out();

  /// Where this cable leads, for people.
  String description();
}
