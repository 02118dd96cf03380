package lenswacht.console.desk;

import java.nio.file.Path;
import java.util.Optional;
import lenswacht.casefile.Glance;
import lenswacht.fingerprint.Identification;
import lenswacht.report.export.Foreseen;
import lenswacht.report.export.Written;

/// Where cases come from and where reports go to. May take long: never called by the screen's own
/// thread.
public interface CaseShelf {
  /// What was kept of a case at the last judging, at once; empty where nothing was.
  Optional<Glance> glance(Path path) throws CaseRefusedException;

  /// Opens and judges a case file; nothing in it changes.
  ///
  /// @throws StoppedException what `gauge` threw
  OpenedCase open(Path path, Gauge gauge) throws CaseRefusedException, StoppedException;

  /// Opens and judges a case file, and keeps in it how its assets were judged.
  ///
  /// @throws StoppedException what `gauge` threw
  OpenedCase judge(Path path, Gauge gauge) throws CaseRefusedException, StoppedException;

  /// Asks something of a case file.
  ///
  /// @throws Exception what the question throws; what the case file says comes as a
  ///     [CaseRefusedException]
  <T> T ask(Path path, CaseQuestion<T> question, Gauge gauge) throws Exception;

  /// Says why an asset of `opened` was identified as it was.
  Explained explain(OpenedCase opened, Identification identification) throws CaseRefusedException;

  /// Says what a report of `opened` would be; nothing is written.
  Foreseen foresee(OpenedCase opened, ReportWish wish) throws CaseRefusedException;

  /// Writes a report of `opened`, reads it back and says what was written.
  Written writeReport(OpenedCase opened, ReportWish wish, Path file) throws CaseRefusedException;
}
