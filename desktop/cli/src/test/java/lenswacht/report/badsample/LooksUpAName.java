package lenswacht.report.badsample;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Asks a name server for a name that came from outside.
public final class LooksUpAName {
  /// The address behind `name`.
  public InetAddress address(String name) throws UnknownHostException {
    return InetAddress.getByName(name);
  }
}
