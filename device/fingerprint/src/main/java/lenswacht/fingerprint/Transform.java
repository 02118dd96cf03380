package lenswacht.fingerprint;

import java.util.Optional;
import lenswacht.observation.CleanText;

/// How a captured text becomes the value of a claim.
enum Transform {
  /// As it stands.
  TEXT,
  /// A model: without the brand in front, underscores as blanks, placeholders dropped.
  MODEL,
  /// A model in which underscores are part of the name.
  RAWMODEL,
  /// The brand that the first words name, if it is known.
  NAME,
  /// The maker that the first words name, if it is known.
  MAKER,
  /// A label: the known spelling, or else the text itself unless it is a placeholder.
  LABEL,
  /// A day as 180326 or 20180326, perhaps followed by an hour.
  DIGITS,
  /// A day as `Mar 13 2008`.
  MONTH,
  /// A day as `2008-03-13`, `2008.3.13` or `2008/03/13`.
  PARTS,
  /// A day as `13.03.2008`.
  DAYFIRST;

  private static final int LONGEST_NAME = 40;
  private static final int LONGEST_MODEL = 64;

  /// The value, or nothing if `text` does not hold one.
  Optional<String> value(String text, Names names) {
    String stripped = CleanText.of(text, Integer.MAX_VALUE);
    return switch (this) {
      case TEXT -> stripped.isEmpty() ? Optional.empty() : Optional.of(stripped);
      case MODEL -> model(stripped.replace('_', ' '), names);
      case RAWMODEL -> model(stripped, names);
      case NAME -> names.brand(stripped);
      case MAKER -> names.brand(stripped).filter(names::isMaker);
      case LABEL -> label(stripped, names);
      case DIGITS -> Days.digits(stripped);
      case MONTH -> Days.month(stripped);
      case PARTS -> Days.parts(stripped, true);
      case DAYFIRST -> Days.parts(stripped, false);
    };
  }

  private static Optional<String> model(String text, Names names) {
    String model = names.withoutBrand(text);
    boolean isNone =
        names.isPlaceholder(text) || names.isPlaceholder(model) || model.length() > LONGEST_MODEL;
    return isNone || names.wholeBrand(model).isPresent() ? Optional.empty() : Optional.of(model);
  }

  private static Optional<String> label(String text, Names names) {
    if (names.isPlaceholder(text)) {
      return Optional.empty();
    }
    Optional<String> known = names.wholeBrand(text).or(() -> names.brand(text));
    boolean isName =
        text.length() <= LONGEST_NAME && !text.isEmpty() && Character.isLetter(text.charAt(0));
    return known.isPresent() || !isName ? known : Optional.of(text);
  }
}
