package lenswacht.agent.panel;

import java.util.function.Consumer;

/// Hands presses to the listener of a panel. A listener that fails is told to the thread's handler
/// of uncaught exceptions, and the next press is delivered all the same: the emergency stop must
/// not depend on what another press did.
public final class KeyDelivery {
  private volatile Consumer<Key> listener = _ -> {};

  /// From now on `newListener` hears of presses.
  public void to(Consumer<Key> newListener) {
    listener = newListener;
  }

  /// Tells the listener of `key`.
  public void deliver(Key key) {
    try {
      listener.accept(key);
    } catch (RuntimeException bug) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, bug);
    }
  }
}
