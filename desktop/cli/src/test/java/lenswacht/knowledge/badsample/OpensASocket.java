package lenswacht.knowledge.badsample;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/// A socket where none may be opened.
public final class OpensASocket {
  /// Connects to this computer.
  public void open() throws IOException {
    new Socket(InetAddress.getLoopbackAddress(), 9).close();
  }
}
