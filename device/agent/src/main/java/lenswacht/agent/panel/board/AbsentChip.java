package lenswacht.agent.panel.board;

import java.io.IOException;

/// A chip that cannot be spoken to.
///
/// @param why why not
record AbsentChip(String why) implements Chip {
  @Override
  public void write(int register, byte[] octets) throws IOException {
    throw new IOException(why);
  }

  @Override
  public byte[] read(int register, int count) throws IOException {
    throw new IOException(why);
  }
}
