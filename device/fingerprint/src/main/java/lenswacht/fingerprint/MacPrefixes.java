package lenswacht.fingerprint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.observation.MacAddress;

/// Who the blocks of hardware addresses are registered to. The longest block wins.
final class MacPrefixes {
  static final List<String> COLUMNS = List.of("prefix", "brand", "kind", "source");

  private static final int LOCAL = 2;
  private static final int[] LENGTHS = {9, 7, 6};

  private final Map<String, Owner> owners = new HashMap<>();

  /// The owner of a block.
  ///
  /// @param prefix the block: 6, 7 or 9 hex digits
  /// @param brand the registered firm as a brand
  /// @param maker the same firm if it makes what it sells
  /// @param kind what its equipment is if it sells one thing only
  record Owner(
      String prefix, Optional<String> brand, Optional<String> maker, Optional<AssetKind> kind) {}

  MacPrefixes(List<CatalogueRow> rows, Names names) {
    for (CatalogueRow row : rows) {
      for (String prefix : row.required("prefix").split(" ", -1)) {
        if (owners.put(prefix, owner(row, prefix, names)) != null) {
          throw row.complaint("prefix " + prefix + " stands there twice");
        }
      }
    }
  }

  private static Owner owner(CatalogueRow row, String prefix, Names names) {
    if (!isBlock(prefix)) {
      throw row.complaint("'" + prefix + "' is no block of hardware addresses");
    }
    if ((Character.digit(prefix.charAt(1), 16) & LOCAL) != 0) {
      throw row.complaint("block " + prefix + " is locally administered");
    }
    row.required("source");
    String brand = row.required("brand");
    if (!names.isBrand(brand)) {
      throw row.complaint("'" + brand + "' is no known brand");
    }
    Optional<AssetKind> kind =
        row.cell("kind").isEmpty()
            ? Optional.empty()
            : Optional.of(row.constant("kind", AssetKind.class));
    return new Owner(
        prefix,
        Optional.of(brand),
        names.isMaker(brand) ? Optional.of(brand) : Optional.empty(),
        kind);
  }

  private static boolean isBlock(String prefix) {
    boolean isBlock = false;
    for (int length : LENGTHS) {
      isBlock |= prefix.length() == length;
    }
    for (int at = 0; at < prefix.length(); at++) {
      char symbol = prefix.charAt(at);
      isBlock &= (symbol >= '0' && symbol <= '9') || (symbol >= 'A' && symbol <= 'F');
    }
    return isBlock;
  }

  /// The owner of the block that `mac` lies in; nobody owns a locally administered address.
  Optional<Owner> owner(MacAddress mac) {
    if (mac.isLocal()) {
      return Optional.empty();
    }
    for (int length : LENGTHS) {
      Owner owner = owners.get(mac.hex().substring(0, length));
      if (owner != null) {
        return Optional.of(owner);
      }
    }
    return Optional.empty();
  }

  int size() {
    return owners.size();
  }
}
