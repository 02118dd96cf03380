package lenswacht.fingerprint.domain;

import java.util.Locale;

/// What a service outside is there for.
public enum Purpose {
  /// Pictures are watched or kept through it, or it brings viewers and equipment together.
  RELAY,
  /// The maker's own site.
  MAKER,
  /// It hands out firmware.
  UPDATE,
  /// It takes in reports of equipment.
  TELEMETRY,
  /// It tells the time.
  TIME,
  /// It keeps a name for an address that changes.
  DYNAMIC_NAME,
  /// It looks for persons by their face, in pictures that it gathered itself.
  FACE_SEARCH,
  /// It recognises faces in pictures that are sent to it.
  FACE_SERVICE,
  /// A maker of face recognition; that its site was called does not show that faces were.
  FACE_MAKER,
  /// Not determined.
  UNKNOWN;

  /// Whether it is about faces. Who called such a service is told by segment, never by person.
  public boolean isAboutFaces() {
    return switch (this) {
      case FACE_SEARCH, FACE_SERVICE, FACE_MAKER -> true;
      case RELAY, MAKER, UPDATE, TELEMETRY, TIME, DYNAMIC_NAME, UNKNOWN -> false;
    };
  }

  /// The word for it in files and in tables: `face-search`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The purpose that `word` stands for.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Purpose of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
