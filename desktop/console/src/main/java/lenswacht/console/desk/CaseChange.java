package lenswacht.console.desk;

import lenswacht.casefile.CaseFile;
import lenswacht.console.text.Phrase;

/// Something that a person changes in a case, and how it is taken back. A case file forgets
/// nothing: taking back is a further statement.
///
/// @param what is changed
/// @param act makes the change
/// @param back takes it back
public record CaseChange(Phrase what, Act act, Act back) {
  /// Writes to a case file.
  @FunctionalInterface
  public interface Act {
    /// Writes.
    void on(CaseFile file) throws Exception;
  }

  /// The change that takes this one back.
  CaseChange reversed() {
    return new CaseChange(what, back, act);
  }
}
