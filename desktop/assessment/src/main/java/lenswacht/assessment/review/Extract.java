package lenswacht.assessment.review;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lenswacht.observation.Bytes;
import lenswacht.observation.FactJson;

/// What an assessor is given, and nothing else: each statement, the conclusions that can be drawn,
/// the deviation that was put forward, and the evidence. Not what the machine concludes, not who
/// handled it or what that person noted, and nothing of the other assessor.
///
/// @param version of this shape, 1
/// @param site name of the site
/// @param caseMark tells one case file from another
/// @param pack id of the policy pack
/// @param role which assessor
/// @param assessor name of the assessor
/// @param statements what is to be assessed
public record Extract(
    int version,
    String site,
    String caseMark,
    String pack,
    Role role,
    String assessor,
    List<Passed> statements) {
  /// The version that this program writes.
  public static final int VERSION = 1;

  /// Most statements in one extract.
  public static final int MOST = 20_000;

  private static final int MOST_PIECES = 12;

  public Extract {
    statements = List.copyOf(statements);
    if (version != VERSION || !role.isAssessor() || statements.size() > MOST) {
      throw new IllegalArgumentException("that is no extract for an assessor of version 1");
    }
  }

  /// One statement as it is passed on.
  ///
  /// @param carried the conclusions that can be drawn without a deviation of one's own
  /// @param deviation what was put forward; empty where nothing was
  /// @param evidence what it rests on, as it may be shown
  public record Passed(
      String key,
      String hash,
      StatementKind kind,
      String name,
      String about,
      Map<String, String> content,
      List<Conclusion> carried,
      Optional<Deviation> deviation,
      List<Piece> evidence) {
    public Passed {
      content = Collections.unmodifiableMap(new TreeMap<>(content));
      carried = List.copyOf(carried);
      evidence = List.copyOf(evidence);
    }
  }

  /// A piece of evidence as it may be shown.
  ///
  /// @param id SHA-256, hex
  /// @param from the service that it was read from
  /// @param question what was asked
  /// @param text what was read, shortened
  public record Piece(String id, String from, String question, String text) {
    /// Most characters of what was read.
    public static final int LONGEST = 1_500;
  }

  /// Gives the evidence of a statement as it may be shown.
  @FunctionalInterface
  public interface Shower {
    /// The pieces, at most `most`.
    List<Piece> show(Statement statement, int most);
  }

  /// What waits for an assessor in `review`.
  public static Extract of(
      Review review, String site, String caseMark, Role role, Shower evidence) {
    return new Extract(
        VERSION,
        site,
        caseMark,
        review.pack(),
        role,
        review.roles().getOrDefault(role, ""),
        review.waiting(role).stream().map(one -> passed(one, evidence)).toList());
  }

  private static Passed passed(Reviewed one, Shower evidence) {
    Statement statement = one.statement();
    return new Passed(
        statement.key(),
        statement.hash(),
        statement.kind(),
        statement.name(),
        statement.about(),
        statement.content(),
        one.carried(),
        one.deviation().filter(Reviewed.Noted::isInForce).map(Reviewed.Noted::deviation),
        evidence.show(statement, MOST_PIECES));
  }

  /// SHA-256 of all of it, 64 hex digits.
  public String hash() {
    return Bytes.of(FactJson.writeLine(this)).sha256().hex();
  }
}
