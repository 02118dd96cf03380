package lenswacht.agent.panel.board;

import com.pi4j.exception.Pi4JException;
import com.pi4j.io.i2c.I2C;
import java.io.IOException;

/// A chip on an I2C bus of Pi4J.
///
/// @param i2c the chip
record Pi4jChip(I2C i2c) implements Chip {
  @Override
  public void write(int register, byte[] octets) throws IOException {
    try {
      i2c.writeRegister(register, octets, 0, octets.length);
    } catch (Pi4JException absent) {
      throw silent(absent);
    }
  }

  @Override
  public byte[] read(int register, int count) throws IOException {
    byte[] octets = new byte[count];
    int read;
    try {
      read = i2c.readRegister(register, octets, 0, count);
    } catch (Pi4JException absent) {
      throw silent(absent);
    }
    if (read < count) {
      throw new IOException(name() + " does not answer");
    }
    return octets;
  }

  private IOException silent(RuntimeException absent) {
    return new IOException(name() + " does not answer", absent);
  }

  private String name() {
    return "the chip at address 0x" + Integer.toHexString(i2c.device());
  }
}
