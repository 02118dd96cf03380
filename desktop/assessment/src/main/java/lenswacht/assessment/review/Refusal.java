package lenswacht.assessment.review;

import java.util.Locale;

/// Why something cannot be done in a review.
public enum Refusal {
  /// That is no name of one person, in one script.
  NO_NAME,
  /// Nobody said who ran the scan.
  NO_OPERATOR,
  /// Who ran or ordered the scan cannot assess second.
  OPERATOR_IS_SECOND,
  /// Who handled it cannot assess it.
  HANDLER_ASSESSES,
  /// One person cannot be both assessors.
  SAME_ASSESSOR,
  /// The role was given to somebody else, or to nobody.
  NOT_ASSIGNED,
  /// There is no such statement.
  NO_STATEMENT,
  /// Its content is another by now.
  CONTENT_CHANGED,
  /// It was not passed on yet.
  NOT_HANDLED,
  /// It was passed on already.
  ALREADY_HANDLED,
  /// What was filed cannot be changed.
  ALREADY_FILED,
  /// The evidence does not carry the conclusion.
  NOT_CARRIED,
  /// No deviation can conclude that.
  NO_DEVIATION,
  /// The end date has passed.
  DEVIATION_ENDED,
  /// Not every statement was assessed twice.
  NOT_ALL_ASSESSED,
  /// What an assessor filed is still sealed.
  NOT_OPENED,
  /// An assessor cannot determine.
  ASSESSOR_DETERMINES,
  /// It is not what was passed on to this assessor.
  NOT_PASSED_ON,
  /// The file was altered, or is none of these.
  NOT_WHOLE,
  /// It is about another case.
  OTHER_CASE;

  /// Key of its sentence.
  public String key() {
    return "refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
