package lenswacht.probe.dhip;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lenswacht.observation.Bytes;
import lenswacht.probe.question.Parsed;

/// The greeting of the Dahua family's private port: 32 octets of header, then the realm of a login
/// that is not made.
///
/// @param realm as sent, for example `Login to 7G0A1B2PAZ3C4D5`
public record RealmMessage(String realm) {
  private static final int HEADER = 32;
  private static final int GREETING = 0xb0;
  private static final Pattern REALM = Pattern.compile("Realm:([^\\r\\n]{1,128})");
  private static final Pattern SERIAL = Pattern.compile("Login to ([0-9A-Za-z]{8,32})");

  /// Reads a greeting. The length in the header is not relied on.
  public static Parsed<RealmMessage> parse(Bytes bytes) {
    if (bytes.length() < HEADER || bytes.at(0) != GREETING) {
      return Parsed.bad("the reply does not begin with a greeting's header");
    }
    Matcher realm = REALM.matcher(bytes.head(512).latin1());
    return realm.find()
        ? Parsed.good(new RealmMessage(realm.group(1).strip()))
        : Parsed.bad("the greeting holds no realm");
  }

  /// The serial number in the realm, if it is one.
  public Optional<String> serial() {
    Matcher serial = SERIAL.matcher(realm);
    return serial.matches() ? Optional.of(serial.group(1)) : Optional.empty();
  }
}
