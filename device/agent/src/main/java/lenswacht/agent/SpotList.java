package lenswacht.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lenswacht.agent.panel.PanelState;
import lenswacht.observation.CleanText;

/// The sockets that the device is to be plugged into, one after the other. Safe for several
/// threads.
final class SpotList {
  private static final int MOST = 99;
  private static final int LONGEST = 60;
  private static final int MOST_OCTETS = 64 << 10;

  private final List<String> names;
  private int at;
  private boolean isThere;
  private boolean isAway = true;

  SpotList(List<String> names) {
    this.names = List.copyOf(names);
  }

  /// Reads a list: a name a line.
  ///
  /// @throws IOException if it cannot be read, or holds more than a list of spots may
  static SpotList read(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] octets = in.readNBytes(MOST_OCTETS + 1);
      List<String> names =
          new String(octets, StandardCharsets.UTF_8)
              .lines()
              .map(line -> CleanText.of(line, LONGEST))
              .filter(line -> !line.isBlank())
              .toList();
      if (octets.length > MOST_OCTETS || names.size() > MOST) {
        throw new IOException(file + " names more than " + MOST + " spots");
      }
      return new SpotList(names);
    }
  }

  /// The spot that the device is at, or on its way to.
  synchronized Optional<String> now() {
    return at < names.size() ? Optional.of(names.get(at)) : Optional.empty();
  }

  /// Whether there is a spot after this one.
  synchronized boolean hasMore() {
    return at + 1 < names.size();
  }

  /// Whether the device is on its way to a spot.
  synchronized boolean isWaited() {
    return at < names.size() && !isThere;
  }

  /// The device is plugged in. At a new spot it can only be once it was unplugged from the old one.
  synchronized void plugged() {
    isThere |= isAway;
  }

  /// The device is not plugged in.
  synchronized void unplugged() {
    isAway = true;
  }

  /// The next one.
  synchronized void next() {
    at = Math.min(at + 1, names.size());
    isAway &= !isThere;
    isThere = false;
  }

  /// What the panel says on the way.
  synchronized PanelState state() {
    return new PanelState.NextSpot(at + 1, names.size(), names.get(at));
  }
}
