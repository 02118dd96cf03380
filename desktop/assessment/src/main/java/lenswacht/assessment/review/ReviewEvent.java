package lenswacht.assessment.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that somebody did in a review. Events are only ever added.
public sealed interface ReviewEvent {
  /// Who did it.
  String by();

  /// When, by that computer's clock.
  Instant at();

  /// Somebody was given a role.
  ///
  /// @param to who
  record Assigned(Role role, String to, String by, Instant at) implements ReviewEvent {}

  /// A statement was marked, for whom it waits or where it is.
  ///
  /// @param key of the statement
  /// @param value empty takes the mark off
  record Marked(String key, Mark mark, String value, String by, Instant at)
      implements ReviewEvent {}

  /// A statement was prepared and passed on.
  ///
  /// @param statement as it was then
  /// @param note for the file; never passed on to the assessors
  record Handled(Statement statement, String note, String by, Instant at) implements ReviewEvent {}

  /// A deviation was put forward, or withdrawn.
  ///
  /// @param key of the statement
  /// @param hash of its content
  /// @param deviation empty withdraws the one before
  record Deviated(String key, String hash, Optional<Deviation> deviation, String by, Instant at)
      implements ReviewEvent {}

  /// Statements were passed on to an assessor elsewhere.
  ///
  /// @param to the assessor
  /// @param extract SHA-256 of what was passed on, hex
  record PassedOn(Role role, String to, String extract, String by, Instant at)
      implements ReviewEvent {}

  /// An assessor filed a conclusion.
  ///
  /// @param key of the statement
  /// @param hash of its content
  /// @param commitment SHA-256 of the sealed opinion in the clear, hex
  /// @param opinion empty while it is sealed
  record Filed(
      Role role,
      String key,
      String hash,
      String commitment,
      Optional<Opinion> opinion,
      String by,
      Instant at)
      implements ReviewEvent {}

  /// Everything was determined by name.
  ///
  /// @param settled what stood then
  /// @param review SHA-256 of all of that, hex
  record Determined(List<Settled> settled, String review, String by, Instant at)
      implements ReviewEvent {
    public Determined {
      settled = List.copyOf(settled);
    }
  }

  /// What stood on one statement.
  record Settled(String key, String hash, Conclusion standing) {}

  /// A mark on a statement.
  enum Mark {
    /// Who answers for what it is about.
    OWNER,
    /// The room it is about.
    ROOM
  }
}
