package lenswacht.assessment.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What one assessor concludes, and why.
///
/// @param conclusion from the fixed list
/// @param reason in the assessor's words
/// @param deviation what carries a conclusion that the evidence does not
public record Opinion(Conclusion conclusion, String reason, Optional<Deviation> deviation) {
  public Opinion {
    reason = text(reason, "a reason");
    if (deviation.filter(own -> own.instead() != conclusion).isPresent()) {
      throw new IllegalArgumentException("the deviation is for another conclusion");
    }
  }

  /// Whether it can be drawn: the evidence carries it, or a deviation that holds on that day does.
  ///
  /// @param common the deviation that was put forward before; empty where there is none
  public boolean isCarried(Statement statement, Optional<Deviation> common, LocalDate onDay) {
    return statement.allowed().contains(conclusion)
        || carries(statement, common, onDay)
        || carries(statement, deviation, onDay);
  }

  private boolean carries(Statement statement, Optional<Deviation> one, LocalDate onDay) {
    return one.filter(
            its ->
                its.instead() == conclusion
                    && its.isInForce(onDay)
                    && canDeviate(statement).contains(conclusion))
        .isPresent();
  }

  /// What a deviation can put instead of the machine's conclusion: any other level of a rating, and
  /// of a claim only one that says less. No deviation makes a claim that nothing carries: what was
  /// not seen is not observed by it, and what was not looked at is not cleared.
  public static List<Conclusion> canDeviate(Statement statement) {
    return statement.kind().list().stream()
        .filter(one -> one != statement.proposed())
        .filter(one -> one.isLevel() || one.compareTo(statement.proposed()) < 0)
        .filter(one -> one != Conclusion.NOT_OBSERVED || statement.allowed().contains(one))
        .filter(one -> one != Conclusion.OBSERVED || !statement.evidence().isEmpty())
        .toList();
  }

  static String text(String text, String what) {
    String bare = text.strip();
    if (bare.isEmpty() || bare.length() > Deviation.LONGEST) {
      throw new IllegalArgumentException(what + " has 1 to " + Deviation.LONGEST + " characters");
    }
    return bare;
  }
}
