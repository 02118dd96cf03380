package lenswacht.fingerprint.asset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

  /// Model and day, then the unit, then letters that tell a recorder.
  private static final Pattern MODEL_DAY_UNIT =
      Pattern.compile(
          "(?i)[A-Z0-9/+() -]{4,40}?20\\d{2}[01]\\d[0-3]\\d(?<unit>[A-Z]{2,6}(?<number>\\d{6,12}))"
              + "[A-Z]{0,6}");

  /// In which words the family says the end of its serial number, and how much of it.
  private static final int TAIL_IN_BRACKETS = 5;

  private static final int TAIL_OF_NAME = 8;

  private final List<Unit> units;

  /// Masks nothing.
  public static final SerialMask NONE = new SerialMask(Set.of());

  private SerialMask(Collection<Unit> units) {
    this.units = units.stream().sorted().toList();
  }

  /// What names a unit in a text, in upper case.
  ///
  /// @param text what is looked for
  /// @param from where in it the part begins that is masked
  /// @param to where that ends
  private record Unit(String text, int from, int to) implements Comparable<Unit> {
    private static final Comparator<Unit> LONGEST_FIRST =
        Comparator.comparingInt((Unit unit) -> unit.text.length())
            .reversed()
            .thenComparing(Unit::text);

    static Unit whole(String text) {
      return new Unit(upper(text), 0, text.length());
    }

    @Override
    public int compareTo(Unit other) {
      return LONGEST_FIRST.compare(this, other);
    }
  }

  /// A mask for the serial numbers of one asset.
  static SerialMask of(IdentifiedAsset asset) {
    Set<Unit> units = units(serials(asset));
    units.addAll(units(told(asset.observations())));
    List<String> models =
        asset.identification().claims().stream()
            .filter(claim -> claim.attribute() == Attribute.MODEL)
            .map(claim -> upper(claim.value()))
            .toList();
    units.removeIf(unit -> models.stream().anyMatch(model -> model.contains(unit.text)));
    return new SerialMask(units);
  }

  /// A mask for the serial numbers that `facts` give in fields made for them.
  public static SerialMask of(List<Observation> facts) {
    Set<Unit> units = units(stated(facts));
    units.addAll(units(told(facts)));
    return new SerialMask(units);
  }

  /// A mask for the serial numbers of all `assets`.
  public static SerialMask ofAll(Collection<IdentifiedAsset> assets) {
    Set<Unit> units = new TreeSet<>();
    assets.forEach(asset -> units.addAll(of(asset).units));
    return new SerialMask(units);
  }

  /// Every serial number of the asset itself, as it is written somewhere.
  static Set<String> serials(IdentifiedAsset asset) {
    Set<String> found = stated(asset.observations());
    for (Claim claim : asset.identification().claims()) {
      if (claim.attribute() == Attribute.SERIAL) {
        found.add(claim.value());
      }
    }
    return found;
  }

  private static Set<String> stated(List<Observation> facts) {
    Set<String> found = new TreeSet<>();
    for (Observation fact : facts) {
      if (fact instanceof Observation.Stated stated) {
        Serials.written(stated).ifPresent(found::add);
      }
    }
    return found;
  }

  /// The serial numbers that are given of what is on channels.
  private static Set<String> told(List<Observation> facts) {
    Set<String> found = new TreeSet<>();
    for (Observation fact : facts) {
      if (fact instanceof Observation.Channel channel) {
        found.add(channel.source().serial());
      }
    }
    return found;
  }

  /// What names the unit in each of `serials`.
  private static Set<Unit> units(Set<String> serials) {
    Set<Unit> units = new TreeSet<>();
    for (String serial : serials) {
      Matcher parts = MODEL_DAY_UNIT.matcher(serial);
      if (parts.matches()) {
        units.add(Unit.whole(parts.group("unit")));
        units.addAll(tails(parts.group("number")));
      } else if (serial.length() >= SHORTEST && serial.chars().anyMatch(Character::isDigit)) {
        units.add(Unit.whole(serial));
      }
    }
    return units;
  }

  /// Realms such as `IP Camera(51253)` and `DS-12345678` end as the serial number does.
  private static List<Unit> tails(String number) {
    List<Unit> tails = new ArrayList<>();
    String five = number.substring(number.length() - TAIL_IN_BRACKETS);
    tails.add(new Unit("(" + five + ")", 1, 1 + TAIL_IN_BRACKETS));
    if (number.length() >= TAIL_OF_NAME) {
      tails.add(Unit.whole(number));
      String eight = number.substring(number.length() - TAIL_OF_NAME);
      tails.add(new Unit("DS-" + eight, "DS-".length(), "DS-".length() + TAIL_OF_NAME));
    }
    return tails;
  }

  /// `text` with asterisks where serial numbers stand.
  public String over(String text) {
    if (units.isEmpty()) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text);
    String upper = upper(text);
    for (Unit unit : units) {
      int at = upper.indexOf(unit.text);
      while (at >= 0) {
        for (int i = at + unit.from; i < at + unit.to; i++) {
          masked.setCharAt(i, MASK);
        }
        at = upper.indexOf(unit.text, at + unit.text.length());
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
