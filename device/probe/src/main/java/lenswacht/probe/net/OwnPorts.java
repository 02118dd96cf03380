package lenswacht.probe.net;

/// The two ports that a sweep sends from, turn about. A system that has answered a first segment
/// does not answer its copy again within half a second, so a lost answer would stay lost for the
/// next rounds; from the other port the same question is a new one.
///
/// @param odd for the first, third, fifth round
/// @param even for the rounds between
record OwnPorts(int odd, int even) {
  /// The port of this round; rounds are counted from 1.
  int in(int round) {
    return (round & 1) == 1 ? odd : even;
  }

  boolean include(int port) {
    return port == odd || port == even;
  }
}
