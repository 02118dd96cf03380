package lenswacht.casefile;

import java.util.List;
import java.util.Optional;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;
import lenswacht.observation.JournalEvent;
import lenswacht.observation.ProbeOutcome;

/// Where evidence sits in a journal line.
final class StoredEvidence {
  private StoredEvidence() {}

  /// Whether the id is the one that time, service, question and bytes give.
  static boolean bearsItsName(Evidence piece) {
    return piece
        .id()
        .equals(EvidenceId.of(piece.at(), piece.service(), piece.question(), piece.bytes()));
  }

  /// Everything that a line brings along.
  static List<Evidence> in(ProbeOutcome outcome) {
    return switch (outcome) {
      case ProbeOutcome.Answered answered -> answered.evidence();
      case ProbeOutcome.Garbled garbled -> List.of(garbled.evidence());
      case ProbeOutcome.Silent _, ProbeOutcome.Refused _, ProbeOutcome.NotAsked _ -> List.of();
    };
  }

  /// The piece with this id, if the line brings it.
  static Optional<Evidence> find(JournalEvent event, EvidenceId id) {
    return event.brings().stream()
        .flatMap(outcome -> in(outcome).stream())
        .filter(piece -> piece.id().equals(id))
        .findFirst();
  }
}
