package lenswacht.knowledge;

/// A statement on one state: that its law can oblige firms to co-operate, or that a Dutch service
/// named it as running an offensive programme. Not a list of what may not be bought.
///
/// @param state ISO 3166-1 alpha-2
/// @param criterion which statement
/// @param nl the statement in Dutch
/// @param en the statement in English
/// @param source where this was read
/// @param date when that was written
/// @param status `read` or `secondary`
public record Jurisdiction(
    String state,
    Criterion criterion,
    String nl,
    String en,
    String source,
    String date,
    String status) {
  /// The criteria of the letter of 20 November 2019 on suppliers.
  public enum Criterion {
    /// National law can oblige suppliers to co-operate with intelligence work.
    COMPELLED,
    /// The state runs an offensive cyber programme against Dutch interests.
    OFFENSIVE
  }
}
