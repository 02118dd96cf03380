package lenswacht.product;

import java.util.Optional;
import java.util.OptionalInt;

/// One line of a list, as somebody wrote it.
///
/// @param row where it stands, counted from 0
/// @param brand the name on the label; may be empty
/// @param model the model number; may be empty
/// @param firmware the firmware version; may be empty
/// @param place where it hangs or will hang; may be empty
/// @param number how many of them, where that is stated
public record ListedProduct(
    int row, String brand, String model, String firmware, String place, OptionalInt number) {
  /// Brand and model as one text, for people.
  public String name() {
    return (brand + " " + model).strip();
  }

  /// What two lines on the same product share.
  String key() {
    return Spelling.plain(brand) + "\n" + Spelling.plain(model) + "\n" + Spelling.plain(firmware);
  }

  /// The same line with another brand.
  ListedProduct of(String other) {
    return new ListedProduct(row, other, model, firmware, place, number);
  }

  /// The row as people count it.
  public int line() {
    return row + 1;
  }

  static Optional<String> given(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(text);
  }
}
