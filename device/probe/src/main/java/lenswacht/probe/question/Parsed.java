package lenswacht.probe.question;

/// What became of turning bytes into a message. Bytes from a network are never an exception.
///
/// @param <T> the message
public sealed interface Parsed<T> {
  /// The bytes are the message `value`.
  record Good<T>(T value) implements Parsed<T> {}

  /// The bytes are not that message.
  ///
  /// @param why a clear sentence, in English
  record Bad<T>(String why) implements Parsed<T> {}

  /// The bytes are `value`.
  static <T> Parsed<T> good(T value) {
    return new Good<>(value);
  }

  /// The bytes are nothing, because of `why`.
  static <T> Parsed<T> bad(String why) {
    return new Bad<>(why);
  }
}
