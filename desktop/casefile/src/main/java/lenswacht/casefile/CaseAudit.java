package lenswacht.casefile;

import java.util.List;
import lenswacht.observation.JournalAudit;

/// What came of verifying a whole case file.
///
/// @param journals one by one, in the order in which they were received
/// @param findings of the last assessment that was kept, those that cannot be made any more from
///     what holds
/// @param content what the case holds besides its journals
public record CaseAudit(
    List<OneJournal> journals, List<LostFinding> findings, ContentAudit content) {
  public CaseAudit {
    journals = List.copyOf(journals);
    findings = List.copyOf(findings);
  }

  /// One journal in the case.
  ///
  /// @param number 1, 2, 3 ... within the case
  /// @param device what the device calls itself
  /// @param audit what came of verifying its lines
  /// @param index what the case file says of these lines and they do not say
  public record OneJournal(long number, String device, JournalAudit audit, List<String> index) {
    public OneJournal {
      index = List.copyOf(index);
    }

    /// Whether all of it holds.
    public boolean isWhole() {
      return audit.isWhole() && audit.unread() == 0 && index.isEmpty();
    }
  }

  /// A finding that falls away.
  ///
  /// @param address of the asset
  /// @param rule that had fired
  public record LostFinding(String address, String rule) {}

  /// Whether everything holds.
  public boolean isWhole() {
    return journals.stream().allMatch(OneJournal::isWhole) && content.isWhole();
  }
}
