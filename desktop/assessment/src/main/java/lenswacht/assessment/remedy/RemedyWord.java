package lenswacht.assessment.remedy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// What somebody said of a remedy.
///
/// @param remedy its id
/// @param address the asset it is about, empty for the site as a whole
/// @param state what was said, never `PROVEN`
/// @param by who said it
/// @param note a remark or where the document lies; may be empty
/// @param at when
/// @param owner who is to do it; may be empty
/// @param due by which day; empty where none was agreed
public record RemedyWord(
    String remedy,
    String address,
    RemedyState state,
    String by,
    String note,
    Instant at,
    String owner,
    Optional<LocalDate> due) {
  /// A word that names nobody to do it and no day.
  public RemedyWord(
      String remedy, String address, RemedyState state, String by, String note, Instant at) {
    this(remedy, address, state, by, note, at, "", Optional.empty());
  }

  public RemedyWord {
    if (state == RemedyState.PROVEN) {
      throw new IllegalArgumentException("that a remedy is proven is found out, never said");
    }
  }
}
