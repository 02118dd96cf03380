package lenswacht.console.desk;

/// Work that may take long and is done behind the screen.
@FunctionalInterface
public interface Job<T> {
  /// Does it.
  T run(Gauge gauge) throws Exception;
}
