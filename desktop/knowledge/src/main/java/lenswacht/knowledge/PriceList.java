package lenswacht.knowledge;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What each remedy costs, in whole euros: per asset or per site, as the remedy says.
///
/// @param euros by id of the remedy
/// @param placeholders ids of the remedies whose price nobody gave: what stands there only marks a
///     class of cost
public record PriceList(Map<String, Integer> euros, Set<String> placeholders) {
  public PriceList {
    placeholders = Collections.unmodifiableSet(new TreeSet<>(placeholders));
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

  /// Whether the price of `remedy` is only a placeholder.
  public boolean isPlaceholder(Remedy remedy) {
    return placeholders.contains(remedy.id());
  }

  /// The list with the owner's own prices in place of placeholders.
  ///
  /// @param own in whole euros, by id of the remedy
  /// @throws IllegalArgumentException if there is no such remedy
  public PriceList with(Map<String, Integer> own) {
    Map<String, Integer> prices = new TreeMap<>(euros);
    Set<String> left = new TreeSet<>(placeholders);
    for (Map.Entry<String, Integer> price : own.entrySet()) {
      if (prices.put(price.getKey(), price.getValue()) == null) {
        throw new IllegalArgumentException("there is no remedy '" + price.getKey() + "'");
      }
      left.remove(price.getKey());
    }
    return new PriceList(prices, left);
  }
}
