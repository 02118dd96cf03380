package lenswacht.fingerprint;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import lenswacht.fingerprint.Claim.Attribute;

/// One thing a fingerprint says: a constant, or what a named group caught, put through a transform.
///
/// @param attribute what it is about
/// @param text the constant, or the name of the group
/// @param transform how the group becomes a value; empty for a constant
/// @param isHint whether it is only a hint, however sure the rest of the fingerprint is; written
///     with a question mark behind it
record Statement(Attribute attribute, String text, Optional<Transform> transform, boolean isHint) {
  /// Reads `model=<m:model>` or `maker=Axis`.
  static Statement parse(CatalogueRow row, String form, Names names) {
    int equals = form.indexOf('=');
    boolean isHint = form.endsWith("?");
    String value = form.substring(equals + 1, isHint ? form.length() - 1 : form.length());
    if (equals < 1 || value.isEmpty()) {
      throw row.complaint("'" + form + "' is no claim");
    }
    Attribute attribute = attribute(row, form.substring(0, equals));
    if (!value.startsWith("<") || !value.endsWith(">")) {
      return constant(row, attribute, value, isHint, names);
    }
    int colon = value.indexOf(':');
    String group = value.substring(1, colon < 0 ? value.length() - 1 : colon);
    Transform transform =
        colon < 0 ? Transform.TEXT : transform(row, value.substring(colon + 1, value.length() - 1));
    return new Statement(attribute, group, Optional.of(transform), isHint);
  }

  private static Statement constant(
      CatalogueRow row, Attribute attribute, String text, boolean isHint, Names names) {
    boolean isKnown =
        switch (attribute) {
          case KIND -> isKind(text);
          case BRAND -> names.isBrand(text);
          case MAKER, CHIP -> names.isMaker(text);
          case MODEL -> names.isProduct(text);
          case FEATURE -> Feature.isName(text);
          case FIRMWARE, BUILD_DATE, SERIAL, HARDWARE -> true;
        };
    if (!isKnown) {
      throw row.complaint(
          "'" + text + "' is no known " + attribute.name().toLowerCase(Locale.ROOT));
    }
    return new Statement(attribute, text, Optional.empty(), isHint);
  }

  private static boolean isKind(String text) {
    for (AssetKind kind : AssetKind.values()) {
      if (kind.name().equals(text)) {
        return kind != AssetKind.UNKNOWN;
      }
    }
    return false;
  }

  private static Attribute attribute(CatalogueRow row, String word) {
    return switch (word) {
      case "kind" -> Attribute.KIND;
      case "brand" -> Attribute.BRAND;
      case "maker" -> Attribute.MAKER;
      case "model" -> Attribute.MODEL;
      case "firmware" -> Attribute.FIRMWARE;
      case "build" -> Attribute.BUILD_DATE;
      case "serial" -> Attribute.SERIAL;
      case "hardware" -> Attribute.HARDWARE;
      case "chip" -> Attribute.CHIP;
      case "feature" -> Attribute.FEATURE;
      default -> throw row.complaint("'" + word + "' is nothing a claim can be about");
    };
  }

  private static Transform transform(CatalogueRow row, String how) {
    for (Transform transform : Transform.values()) {
      if (transform.name().toLowerCase(Locale.ROOT).equals(how)) {
        return transform;
      }
    }
    throw row.complaint("'" + how + "' is no transform");
  }

  /// The word that names the attribute in a catalogue file.
  static String word(Attribute attribute) {
    return attribute == Attribute.BUILD_DATE ? "build" : attribute.name().toLowerCase(Locale.ROOT);
  }

  /// What it says after `found` matched; nothing if its group caught nothing of worth.
  Optional<String> value(Matcher found, Names names) {
    if (transform.isEmpty()) {
      return Optional.of(text);
    }
    String caught = found.group(text);
    return caught == null ? Optional.empty() : transform.get().value(caught, names);
  }
}
