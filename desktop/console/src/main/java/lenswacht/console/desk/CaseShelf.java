package lenswacht.console.desk;

import java.nio.file.Path;
import lenswacht.console.text.Language;
import lenswacht.fingerprint.Identification;

/// Where cases come from and where reports go to. May take long: never called by the screen's own
/// thread.
public interface CaseShelf {
  /// Opens and assesses a case file.
  OpenedCase open(Path path) throws CaseRefusedException;

  /// Asks something of a case file.
  ///
  /// @throws Exception what the question throws; what the case file says comes as a
  ///     [CaseRefusedException]
  <T> T ask(Path path, CaseQuestion<T> question, Gauge gauge) throws Exception;

  /// Says why an asset of `opened` was identified as it was.
  Explained explain(OpenedCase opened, Identification identification) throws CaseRefusedException;

  /// Writes the report of `opened` as PDF.
  void writeReport(OpenedCase opened, Language language, Path pdf) throws CaseRefusedException;
}
