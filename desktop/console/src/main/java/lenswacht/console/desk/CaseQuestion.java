package lenswacht.console.desk;

import lenswacht.casefile.CaseFile;

/// Something asked of a case file, behind the screen.
@FunctionalInterface
public interface CaseQuestion<T> {
  /// Asks it.
  T ask(CaseFile file, Gauge gauge) throws Exception;
}
