package lenswacht.knowledge;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/// One input of the policy pack. Its question to people is the sentence `field.<name>`.
///
/// @param name for example `site.class`
/// @param type shape of its values
/// @param choices the values of a choice, empty for the other types
/// @param origin who can fill it
/// @param perSite whether one answer usually holds for the whole site
public record Field(String name, Type type, List<String> choices, Origin origin, boolean perSite) {
  private static final Pattern SHAPE_OF_NUMBERS = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,3})?");

  public Field {
    choices = List.copyOf(choices);
  }

  /// Shape of a field's values.
  public enum Type {
    /// `yes` or `no`.
    YES_NO,
    /// A number of at most nine digits, with at most three decimals, not negative.
    NUMBER,
    /// One of the listed words.
    CHOICE,
    /// A day, ISO 8601.
    DATE
  }

  /// Who can fill a field.
  public enum Origin {
    /// Only a scan run.
    SCAN,
    /// Only people.
    ANSWER,
    /// Either; what was seen outranks what was said.
    BOTH,
    /// Only this edition, from what was identified.
    KNOWLEDGE
  }

  /// Whether `value` has the shape of this field's values.
  public boolean accepts(String value) {
    return switch (type) {
      case YES_NO -> value.equals("yes") || value.equals("no");
      case NUMBER -> isNumber(value);
      case CHOICE -> choices.contains(value);
      case DATE -> isDay(value);
    };
  }

  static boolean isNumber(String text) {
    return text.length() <= 13 && SHAPE_OF_NUMBERS.matcher(text).matches();
  }

  private static boolean isDay(String text) {
    try {
      return text.length() == 10 && LocalDate.parse(text) != null;
    } catch (DateTimeParseException _) {
      return false;
    }
  }
}
