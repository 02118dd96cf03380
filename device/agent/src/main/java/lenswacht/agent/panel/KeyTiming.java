package lenswacht.agent.panel;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes presses of the raw contact of one key: a level counts once it has lasted 30 ms, and a
/// press that reaches the hold time is reported while the key is still down. Not safe for several
/// threads at once.
final class KeyTiming {
  /// How long a contact must be at rest before it is believed.
  static final Duration DEBOUNCE = Duration.ofMillis(30);

  private final @Nullable Duration hold;
  private boolean raw;
  private long rawSince;
  private boolean down;
  private long downSince;
  private boolean reported;

  private KeyTiming(@Nullable Duration hold) {
    this.hold = hold;
  }

  /// The timing of this key: L is held after 1 s, R after 2 s, M never.
  static KeyTiming of(Key.Name name) {
    return new KeyTiming(
        switch (name) {
          case L -> Duration.ofSeconds(1);
          case M -> null;
          case R -> Duration.ofSeconds(2);
        });
  }

  /// Takes one look at the contact.
  ///
  /// @param contact whether it is closed
  /// @param nanos when, on a clock that never goes back, such as [System#nanoTime]
  /// @return the press that became certain with this look
  Optional<Key.Press> sample(boolean contact, long nanos) {
    Optional<Key.Press> press = settle(nanos);
    if (contact != raw) {
      raw = contact;
      rawSince = nanos;
    }
    return press;
  }

  private Optional<Key.Press> settle(long nanos) {
    boolean settled = nanos - rawSince >= DEBOUNCE.toNanos();
    if (settled && raw && !down) {
      down = true;
      downSince = rawSince;
      reported = false;
    }
    long heldFor = (raw ? nanos : rawSince) - downSince;
    if (down && !reported && hold != null && heldFor >= hold.toNanos()) {
      reported = true;
      down = raw || !settled;
      return Optional.of(Key.Press.HELD);
    }
    if (settled && !raw && down) {
      down = false;
      return reported ? Optional.empty() : Optional.of(Key.Press.SHORT);
    }
    return Optional.empty();
  }
}
