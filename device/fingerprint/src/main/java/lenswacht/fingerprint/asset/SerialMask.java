package lenswacht.fingerprint.asset;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.fingerprint.Claim;
import lenswacht.fingerprint.Claim.Attribute;
import lenswacht.observation.Bytes;
import lenswacht.observation.Observation;

/// Texts without serial numbers: what names one unit becomes asterisks, as long as before. A model
/// number and a day of production inside a serial number stay, and so do letters behind it that
/// tell the sort of thing; so does a hardware address that is written as one.
public final class SerialMask {
  /// What stands for one character of a serial number.
  public static final char MASK = '*';

  private static final int SHORTEST = 6;
  private static final int SHORTEST_NUMBER = 8;

  /// Model and day, then the unit, then letters that tell a recorder.
  private static final Pattern MODEL_DAY_UNIT =
      Pattern.compile(
          "(?i)[A-Z0-9/+() -]{4,40}?20\\d{2}[01]\\d[0-3]\\d(?<unit>[A-Z]{2,6}(?<number>\\d{6,12}))"
              + "[A-Z]{0,6}");

  private static final Comparator<String> LONGEST_FIRST =
      Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

  /// Masks nothing.
  public static final SerialMask NONE = new SerialMask(Set.of());

  private final List<String> units;

  private SerialMask(Collection<String> units) {
    this.units = units.stream().sorted(LONGEST_FIRST).toList();
  }

  /// A mask for the serial numbers of one asset.
  static SerialMask of(IdentifiedAsset asset) {
    Set<String> units = new TreeSet<>();
    for (String serial : serials(asset)) {
      Matcher parts = MODEL_DAY_UNIT.matcher(serial);
      if (parts.matches()) {
        units.add(upper(parts.group("unit")));
        if (parts.group("number").length() >= SHORTEST_NUMBER) {
          units.add(parts.group("number"));
        }
      } else {
        units.add(upper(serial));
      }
    }
    List<String> models =
        asset.identification().claims().stream()
            .filter(claim -> claim.attribute() == Attribute.MODEL)
            .map(claim -> upper(claim.value()))
            .toList();
    units.removeIf(unit -> models.stream().anyMatch(model -> model.contains(unit)));
    return new SerialMask(units);
  }

  /// A mask for the serial numbers of all `assets`.
  public static SerialMask of(Collection<IdentifiedAsset> assets) {
    Set<String> units = new TreeSet<>();
    assets.forEach(asset -> units.addAll(of(asset).units));
    return new SerialMask(units);
  }

  /// Every serial number of the asset as it is written somewhere.
  static Set<String> serials(IdentifiedAsset asset) {
    Set<String> found = new TreeSet<>();
    for (Claim claim : asset.identification().claims()) {
      if (claim.attribute() == Attribute.SERIAL) {
        found.add(claim.value());
      }
    }
    for (Observation fact : asset.observations()) {
      if (fact instanceof Observation.Stated stated) {
        Serials.written(stated).ifPresent(found::add);
      }
    }
    found.removeIf(
        serial -> serial.length() < SHORTEST || serial.chars().noneMatch(Character::isDigit));
    return found;
  }

  /// `text` with asterisks where serial numbers stand.
  public String over(String text) {
    if (units.isEmpty()) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text);
    String upper = upper(text);
    for (String unit : units) {
      int at = upper.indexOf(unit);
      while (at >= 0) {
        for (int i = at; i < at + unit.length(); i++) {
          masked.setCharAt(i, MASK);
        }
        at = upper.indexOf(unit, at + unit.length());
      }
    }
    return masked.toString();
  }

  /// `bytes` with asterisks where serial numbers stand as text.
  public Bytes over(Bytes bytes) {
    if (units.isEmpty()) {
      return bytes;
    }
    return Bytes.of(over(bytes.latin1()).getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Upper case letter by letter, so that places stay where they are.
  private static String upper(String text) {
    StringBuilder upper = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char symbol = text.charAt(i);
      upper.append(symbol >= 'a' && symbol <= 'z' ? (char) (symbol - 'a' + 'A') : symbol);
    }
    return upper.toString();
  }
}
