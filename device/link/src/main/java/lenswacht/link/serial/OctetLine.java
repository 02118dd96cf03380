package lenswacht.link.serial;

import java.io.Closeable;
import java.io.IOException;

/// A bare line: octets go in at one end and mostly come out at the other, in order, some of them
/// altered or missing.
public interface OctetLine extends Closeable {
  /// Waits a short while for octets.
  ///
  /// @return how many were put into `octets`; 0 if none came
  /// @throws IOException if the line is gone
  int read(byte[] octets) throws IOException;

  /// Writes all of `octets`. May wait as long as nobody reads; closing from another thread ends
  /// that.
  ///
  /// @throws IOException if the line is gone
  void write(byte[] octets) throws IOException;

  /// What the line is called, for people.
  String name();
}
