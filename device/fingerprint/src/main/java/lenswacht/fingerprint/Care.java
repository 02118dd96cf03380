package lenswacht.fingerprint;

/// How a catalogue file is read.
enum Care {
  /// Every line is held to its rules and its own examples. The build reads the catalogue this way,
  /// so that a broken line stops it.
  CHECKED,
  /// As the build left it: patterns are compiled when they are first tried.
  TRUSTED
}
