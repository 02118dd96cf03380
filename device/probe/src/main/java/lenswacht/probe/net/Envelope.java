package lenswacht.probe.net;

/// The headers that stand in front of each IPv4 packet's contents where the system does not write
/// them.
interface Envelope {
  /// Length of the headers.
  int length();

  /// Writes the headers at `at`, for contents that go to `address`.
  ///
  /// @param contents length of what follows them
  void write(byte[] octets, int at, int contents, int address);
}
