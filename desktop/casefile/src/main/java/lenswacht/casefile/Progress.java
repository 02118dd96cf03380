package lenswacht.casefile;

/// Is told how far the reading of journals has come.
@FunctionalInterface
public interface Progress {
  /// Nobody asks.
  Progress NONE = (done, of) -> {};

  /// So many lines of so many were read. Is called now and then.
  ///
  /// @throws java.util.concurrent.CancellationException to stop the reading; nothing is kept of it
  void at(long done, long of);
}
