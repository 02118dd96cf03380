package lenswacht.console.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lenswacht.casefile.CaseAudit;
import lenswacht.console.text.Phrase;
import lenswacht.observation.JournalAudit;

/// What came of verifying a journal, in sentences.
final class AuditPhrases {
  private static final int KEY_DIGITS = 16;

  private AuditPhrases() {}

  static Phrase of(CaseAudit.OneJournal journal) {
    JournalAudit audit = journal.audit();
    List<Phrase> said = new ArrayList<>();
    said.add(Phrase.of("evidence.journal", "number", journal.number(), "device", journal.device()));
    said.add(
        audit
            .broken()
            .map(
                at ->
                    Phrase.of(
                        "evidence.broken",
                        "line",
                        at.line(),
                        "why",
                        at.why(),
                        "lost",
                        audit.lost().size()))
            .orElse(Phrase.of("evidence.whole", "lines", audit.lines())));
    if (audit.clear() > 0) {
      said.add(Phrase.of("evidence.clear", "lines", audit.clear()));
    }
    if (!audit.devices().isEmpty()) {
      said.add(
          Phrase.of(
              "evidence.signed",
              "keys",
              audit.devices().stream()
                  .map(key -> key.sha256().hex().substring(0, KEY_DIGITS))
                  .collect(Collectors.joining(", "))));
    }
    said.add(Phrase.of(audit.isClosed() ? "evidence.closed" : "evidence.not-closed"));
    if (audit.unread() > audit.lost().size()) {
      said.add(Phrase.of("evidence.unread", "count", audit.unread()));
    }
    journal.index().forEach(odd -> said.add(Phrase.of("evidence.index", "what", odd)));
    return new Phrase.Joined(said, " ");
  }
}
