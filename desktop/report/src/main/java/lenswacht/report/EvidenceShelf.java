package lenswacht.report;

import java.util.Optional;
import lenswacht.observation.Evidence;
import lenswacht.observation.EvidenceId;

/// Where a report looks evidence up.
public interface EvidenceShelf {
  /// Nothing is kept.
  EvidenceShelf NONE =
      new EvidenceShelf() {
        @Override
        public Optional<Evidence> kept(EvidenceId id) {
          return Optional.empty();
        }

        @Override
        public Optional<Evidence> shown(EvidenceId id) {
          return Optional.empty();
        }
      };

  /// The evidence as it was read, for its hash.
  Optional<Evidence> kept(EvidenceId id);

  /// The evidence as it may be shown: serial numbers under the key of the case.
  Optional<Evidence> shown(EvidenceId id);
}
