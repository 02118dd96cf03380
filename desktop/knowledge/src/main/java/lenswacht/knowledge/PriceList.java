package lenswacht.knowledge;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What each remedy costs, in whole euros: per asset or per site, as the remedy says.
///
/// @param euros by id of the remedy
public record PriceList(Map<String, Integer> euros) {
  public PriceList {
    euros = Collections.unmodifiableMap(new TreeMap<>(euros));
  }

  /// The price of one remedy.
  ///
  /// @throws IllegalArgumentException if the list has none
  public int of(Remedy remedy) {
    Integer price = euros.get(remedy.id());
    if (price == null) {
      throw new IllegalArgumentException("there is no price for " + remedy.id());
    }
    return price;
  }
}
