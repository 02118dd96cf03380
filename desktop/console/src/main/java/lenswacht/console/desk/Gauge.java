package lenswacht.console.desk;

/// How far a piece of work is. Whoever does the work tells it between two steps.
@FunctionalInterface
public interface Gauge {
  /// So many steps of so many are done.
  ///
  /// @throws StoppedException if a person stopped the work; nothing may be begun after this
  void at(long done, long of) throws StoppedException;
}
