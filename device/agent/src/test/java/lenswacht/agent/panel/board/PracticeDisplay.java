package lenswacht.agent.panel.board;

import java.io.IOException;
import lenswacht.agent.panel.raster.Raster;

/// Behaves as an SSD1306 in horizontal mode does: keeps a memory of points, and takes commands.
final class PracticeDisplay implements Chip {
  private final byte[] memory = new byte[Raster.OCTETS];
  private int firstColumn;
  private int lastColumn = Raster.WIDTH - 1;
  private int page;
  private int column;
  private boolean isOn;
  private boolean isThere = true;
  private int octets;

  /// What is seen.
  byte[] memory() {
    return memory.clone();
  }

  /// Whether it is switched on.
  boolean isOn() {
    return isOn;
  }

  /// Octets of points that were sent to it.
  int octets() {
    return octets;
  }

  /// Takes it off the bus, or puts it back.
  void plug(boolean there) {
    isThere = there;
    isOn &= there;
  }

  @Override
  public void write(int register, byte[] sent) throws IOException {
    if (!isThere) {
      throw new IOException("nobody is there");
    }
    if (register == 0x40) {
      octets += sent.length;
      for (byte one : sent) {
        memory[page * Raster.WIDTH + column] = one;
        column++;
        if (column > lastColumn) {
          column = firstColumn;
          page = (page + 1) % 8;
        }
      }
      return;
    }
    for (int at = 0; at < sent.length; at++) {
      switch (sent[at] & 0xff) {
        case 0x21 -> {
          firstColumn = sent[++at] & 0x7f;
          lastColumn = sent[++at] & 0x7f;
          column = firstColumn;
        }
        case 0x22 -> {
          page = sent[++at] & 7;
          at++;
        }
        case 0xae -> isOn = false;
        case 0xaf -> isOn = true;
        case 0xd5, 0xa8, 0xd3, 0x8d, 0x20, 0xda, 0x81, 0xd9, 0xdb -> at++;
        default -> {}
      }
    }
  }

  @Override
  public byte[] read(int register, int count) {
    return new byte[count];
  }
}
