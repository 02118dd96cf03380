package lenswacht.cli;

import java.io.IOException;
import lenswacht.casefile.CaseFile;
import lenswacht.casefile.OnSiteVisit;
import lenswacht.link.Cables;
import lenswacht.link.HomeFolder;
import lenswacht.link.Identity;
import lenswacht.link.LinkAddress;
import lenswacht.link.LinkException;
import lenswacht.link.PairedPeers;

/// Addresses of devices as they are typed, and sessions with the devices behind them.
final class Links {
  private Links() {}

  /// Reads an address.
  ///
  /// @throws CommandException if it is none, with a sentence that says why
  static LinkAddress parse(String text) throws CommandException {
    try {
      return LinkAddress.parse(text);
    } catch (IllegalArgumentException malformed) {
      throw new CommandException(ExitCode.USAGE, String.valueOf(malformed.getMessage()), malformed);
    }
  }

  /// Begins a session with the paired device at `address`.
  static OnSiteVisit connect(CaseFile file, LinkAddress address) throws LinkException, IOException {
    PairedPeers peers = PairedPeers.open(HomeFolder.console());
    return OnSiteVisit.begin(
        file,
        Cables.open(address, peers),
        Identity.openOrCreate(HomeFolder.console(), "console"),
        peers);
  }
}
