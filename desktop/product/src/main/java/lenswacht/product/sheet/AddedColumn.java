package lenswacht.product.sheet;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// A column that is written behind those of a spreadsheet.
///
/// @param texts what stands in it, by row counted from 0; rows without a text stay empty there
public record AddedColumn(Map<Integer, String> texts) {
  public AddedColumn {
    texts = Collections.unmodifiableMap(new TreeMap<>(texts));
  }
}
