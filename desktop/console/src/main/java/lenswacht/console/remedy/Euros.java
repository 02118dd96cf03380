package lenswacht.console.remedy;

import java.util.Locale;

/// Amounts in whole euros, as both languages may read them: a thin space between thousands.
final class Euros {
  private Euros() {}

  static String of(long euros) {
    return "\u20ac " + String.format(Locale.ROOT, "%,d", euros).replace(',', '\u00a0');
  }
}
