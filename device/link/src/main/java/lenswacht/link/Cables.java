package lenswacht.link;

/// Opens cables by address.
public final class Cables {
  private Cables() {}

  /// Opens the cable to `address`.
  ///
  /// @throws LinkException `UNREACHABLE`, if the cable cannot be opened; also for the folder of a
  ///     journal, which is read without a cable
  public static Cable open(LinkAddress address) throws LinkException {
    return switch (address) {
      case LinkAddress.Tcp tcp -> TcpCable.open(tcp);
      case LinkAddress.Serial serial -> SerialCable.open(serial);
      case LinkAddress.JournalFolder journal ->
          throw new LinkException(
              LinkException.Reason.UNREACHABLE,
              journal + " is a folder: read its journal, no cable leads to it");
    };
  }
}
