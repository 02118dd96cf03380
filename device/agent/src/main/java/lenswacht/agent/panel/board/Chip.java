package lenswacht.agent.panel.board;

import java.io.IOException;

/// A chip on a bus, which is written to and read from by registers.
interface Chip {
  /// Writes to a register.
  ///
  /// @throws IOException if the chip does not answer
  void write(int register, byte[] octets) throws IOException;

  /// Reads `count` octets from a register.
  ///
  /// @throws IOException if the chip does not answer
  byte[] read(int register, int count) throws IOException;
}
