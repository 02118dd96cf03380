package lenswacht.fingerprint;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.observation.Observable;

/// What must hold besides a fingerprint's pattern.
sealed interface Condition {
  /// How a condition is written.
  Pattern FORM = Pattern.compile("^(!?)([a-z0-9-]+)=(.+)$");

  /// The same service said something that matches, or (negated) said nothing that does.
  record SaidBesides(Observable observable, LazyPattern pattern, boolean negated)
      implements Condition {}

  /// A brand or maker of this name was claimed by something else.
  record Named(String name) implements Condition {}

  /// Reads `http-server=^Boa/`, `!http-server=.` or `name=Axis`.
  static Condition parse(CatalogueRow row, String form, Names names, Care care) {
    Matcher parts = FORM.matcher(form);
    if (!parts.matches()) {
      throw row.complaint("'" + form + "' is no condition");
    }
    if (parts.group(2).equals("name")) {
      if (!names.isBrand(parts.group(3))) {
        throw row.complaint("'" + parts.group(3) + "' is no known brand");
      }
      return new Named(parts.group(3));
    }
    LazyPattern pattern = FingerprintReader.pattern(row, parts.group(3), true, care);
    return new SaidBesides(observable(row, parts.group(2)), pattern, !parts.group(1).isEmpty());
  }

  private static Observable observable(CatalogueRow row, String word) {
    for (Observable observable : Observable.values()) {
      if (fileStem(observable).equals(word)) {
        return observable;
      }
    }
    throw row.complaint("'" + word + "' is nothing that can be observed");
  }

  /// Name of the catalogue file of an observable, without its ending: `http-server`.
  static String fileStem(Observable observable) {
    return observable.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
