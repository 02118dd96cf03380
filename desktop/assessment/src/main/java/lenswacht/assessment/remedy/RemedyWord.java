package lenswacht.assessment.remedy;

import java.time.Instant;

/// What somebody said of a remedy.
///
/// @param remedy its id
/// @param address the asset it is about, empty for the site as a whole
/// @param state what was said, never `PROVEN`
/// @param by who said it
/// @param note a remark or where the document lies; may be empty
/// @param at when
public record RemedyWord(
    String remedy, String address, RemedyState state, String by, String note, Instant at) {
  public RemedyWord {
    if (state == RemedyState.PROVEN) {
      throw new IllegalArgumentException("that a remedy is proven is found out, never said");
    }
  }
}
