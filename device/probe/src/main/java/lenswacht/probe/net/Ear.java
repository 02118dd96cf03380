package lenswacht.probe.net;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Hears what is said on one network interface and asks nothing. For one thread; another may close
/// it, which takes effect within half a second.
public sealed interface Ear extends Closeable permits PacketSocket, GroupEar {
  /// How long [#next] waits, in milliseconds.
  int PATIENCE_MILLIS = 200;

  /// How it hears: `packet-socket` or `multicast-groups`.
  String means();

  /// What came next; empty where nothing came within [#PATIENCE_MILLIS], or where it is closed.
  ///
  /// @throws IOException if nothing can be heard any more
  Optional<Overheard> next() throws IOException;

  /// Number of frames lost so far because nobody took them in time, as the system says.
  long dropped();

  /// What cannot be heard this way, a sentence each.
  List<String> lost();
}
