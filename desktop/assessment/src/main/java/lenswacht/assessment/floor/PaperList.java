package lenswacht.assessment.floor;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A list of what should hang at the site: an inventory, a contract, a delivery.
///
/// @param name of the list; one that comes under the same name takes its place
/// @param rows in the order of the list
/// @param said who brought it
public record PaperList(String name, List<Row> rows, Said said) {
  /// Most rows of a list.
  public static final int MOST_ROWS = 20_000;

  public PaperList {
    rows = List.copyOf(rows);
    TextLimits.checked(name);
    if (name.isBlank() || rows.size() > MOST_ROWS) {
      throw new IllegalArgumentException("a list has a name and at most " + MOST_ROWS + " rows");
    }
    Set<String> ids = new HashSet<>();
    if (!rows.stream().map(Row::id).allMatch(ids::add)) {
      throw new IllegalArgumentException("two rows of a list have one name");
    }
  }

  /// One camera or recorder on the list.
  ///
  /// @param id names it within the list: what the list calls it, or else its row
  /// @param address its IP address as the list writes it; may be empty
  /// @param place where it should hang; may be empty
  /// @param label brand, model, hardware address and serial number
  public record Row(String id, String address, String place, Label label) {
    public Row {
      TextLimits.checked(id, address, place);
      if (id.isBlank()) {
        throw new IllegalArgumentException("a row of a list has a name");
      }
    }
  }
}
