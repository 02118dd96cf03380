package lenswacht.observation;

import java.util.Arrays;

/// Why something in scope was not looked at.
public enum Omission {
  /// A person, or a signal, stopped the run before.
  STOPPED("stopped"),
  /// The mandate ran out before.
  MANDATE_ENDED("mandate-ended"),
  /// The power, the cable or the program was lost before.
  INTERRUPTED("interrupted"),
  /// The run was narrowed to other ranges of the mandate.
  NARROWED("narrowed"),
  /// The run, or its mandate, was to listen only.
  LISTEN_ONLY("listen-only"),
  /// The host stopped answering after a question and was left alone.
  LEFT_ALONE("left-alone"),
  /// The host is of a family that does not bear much, and had its smaller share of questions.
  TREATED_GENTLY("treated-gently"),
  /// The host has had its share of time.
  TIME_USED("time-used"),
  /// The device has no way to the address.
  NO_ROUTE("no-route"),
  /// The range has more addresses than can be swept one by one, as IPv6 networks have; only what
  /// spoke or was found otherwise was asked.
  TOO_LARGE("too-large"),
  /// The mandate does not cover it.
  NOT_IN_MANDATE("not-in-mandate"),
  /// The journal does not say why.
  NOT_DETERMINED("not-determined");

  private final String key;

  Omission(String key) {
    this.key = key;
  }

  /// Its name in the journal.
  public String key() {
    return key;
  }

  /// The one of this name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Omission of(String key) {
    return Arrays.stream(values())
        .filter(one -> one.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no reason is called so"));
  }
}
