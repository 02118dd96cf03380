package lenswacht.fingerprint.asset;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.observation.Observable;
import lenswacht.observation.Observation.Stated;

/// Reads serial numbers, and leaves out what stands where one should: all zeroes, counting up,
/// "none".
final class Serials {
  private static final int SHORTEST = 6;
  private static final Set<Observable> WHOLE =
      EnumSet.of(Observable.SADP_SERIAL, Observable.DHIP_SERIAL, Observable.UPNP_SERIAL);
  private static final Set<Observable> NAMED =
      EnumSet.of(Observable.HTTP_FIELD, Observable.VENDOR_FIELD, Observable.TDP_FIELD);
  private static final Pattern FIELD =
      Pattern.compile("(?i)(?:[a-z0-9.]{1,40}\\.)?serial(?:_?(?:no|number))?=(.{1,80})");
  private static final Pattern LOGIN = Pattern.compile("(?i)login to ([0-9a-z]{10,24})");
  private static final Set<String> PLACEHOLDERS =
      Set.of("DEFAULT", "UNKNOWN", "SERIAL", "SERIALNUMBER", "NOTSET", "TOBEFILLEDBYOEM");
  private static final String COUNTING = "01234567890123456789";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private Serials() {}

  /// The serial number that `stated` gives, in the form in which it is compared.
  static Optional<String> in(Stated stated) {
    return written(stated).map(Serials::bare);
  }

  /// The serial number that `stated` gives, as it is written there.
  static Optional<String> written(Stated stated) {
    String text = "";
    if (WHOLE.contains(stated.observable())) {
      text = stated.value();
    } else if (NAMED.contains(stated.observable())) {
      text = group(FIELD.matcher(stated.value()));
    } else if (stated.observable() == Observable.HTTP_REALM
        || stated.observable() == Observable.RTSP_REALM) {
      text = group(LOGIN.matcher(stated.value()));
    }
    return isSerial(bare(text)) ? Optional.of(text) : Optional.empty();
  }

  private static String group(Matcher matcher) {
    return matcher.matches() ? matcher.group(1) : "";
  }

  static String bare(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }

  /// Whether it can be the number of one single asset.
  static boolean isSerial(String bare) {
    return bare.length() >= SHORTEST
        && bare.chars().anyMatch(Character::isDigit)
        && bare.chars().distinct().count() > 2
        && !COUNTING.contains(bare)
        && !LETTERS.contains(bare)
        && !PLACEHOLDERS.contains(bare);
  }

  /// Whether both can be the number of one asset: makers shorten them here and there.
  static boolean agree(String one, String other) {
    return one.contains(other) || other.contains(one);
  }
}
