package lenswacht.fingerprint;

import java.util.Locale;
import lenswacht.observation.Observable;

/// What must hold besides a fingerprint's pattern.
sealed interface Condition {
  /// The same service said something that matches, or (negated) said nothing that does.
  record SaidBesides(Observable observable, LazyPattern pattern, boolean negated)
      implements Condition {}

  /// A brand or maker of this name was claimed by something else.
  record Named(String name) implements Condition {}

  /// Reads `http-server=^Boa/`, `!http-server=.` or `name=Axis`.
  static Condition parse(CatalogueRow row, String form, Names names, Care care) {
    int equals = form.indexOf('=');
    boolean isNegated = form.startsWith("!");
    if (equals < 1 || equals == form.length() - 1) {
      throw row.complaint("'" + form + "' is no condition");
    }
    String word = form.substring(isNegated ? 1 : 0, equals);
    String text = form.substring(equals + 1);
    if (word.equals("name")) {
      if (!names.isBrand(text)) {
        throw row.complaint("'" + text + "' is no known brand");
      }
      return new Named(text);
    }
    LazyPattern pattern = FingerprintReader.pattern(row, text, true, care);
    return new SaidBesides(observable(row, word), pattern, isNegated);
  }

  private static Observable observable(CatalogueRow row, String word) {
    for (Observable observable : Observable.values()) {
      if (fileStem(observable).equals(word)) {
        return observable;
      }
    }
    throw row.complaint("'" + word + "' is nothing that can be observed");
  }

  /// Name of the catalogue file of an observable: `http-server.csv`.
  static String fileName(Observable observable) {
    return fileStem(observable).concat(".csv");
  }

  /// The same without its ending, as conditions write it.
  static String fileStem(Observable observable) {
    return observable.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
