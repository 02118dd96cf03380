package lenswacht.product;

import java.util.List;
import java.util.Optional;
import lenswacht.assessment.RatedAsset;

/// A line of a list with what the rules say of it.
///
/// @param recognition what it is
/// @param rated both ratings with their findings; empty where it takes and keeps no pictures
/// @param sourceDate date of the oldest source that the verdict rests on; empty where it rests on
///     none
/// @param questions what only the supplier can answer
public record JudgedProduct(
    Recognition recognition,
    Optional<RatedAsset> rated,
    Optional<String> sourceDate,
    List<SupplierQuestion> questions) {
  public JudgedProduct {
    questions = List.copyOf(questions);
  }
}
