package lenswacht.link;

import java.time.Duration;

/// How long the two ends wait for each other.
///
/// @param greeting from the first octet until both ends know each other
/// @param pulse between two heart-beats of one end
/// @param stuck a write that takes longer means that the other end reads no more
/// @param pairing for two persons to compare eight digits
/// @param rest between a pairing that failed and the next one
/// @param glance between two looks at the progress of a run
record LinkTimes(
    Duration greeting,
    Duration pulse,
    Duration stuck,
    Duration pairing,
    Duration rest,
    Duration glance) {
  /// What holds in earnest.
  static final LinkTimes USUAL =
      new LinkTimes(
          Duration.ofSeconds(15),
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofMinutes(3),
          Duration.ofSeconds(10),
          Duration.ofMillis(250));
}
