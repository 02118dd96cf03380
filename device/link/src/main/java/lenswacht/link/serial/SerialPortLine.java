package lenswacht.link.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;

/// A line over a serial port of this computer.
///
/// No listener is registered: one that hears of a lost port is called without pause until the port
/// is closed. A lost port shows itself by a failing read.
public final class SerialPortLine implements OctetLine {
  /// Bits per second. A USB cable between two computers ignores it.
  public static final int BAUD = 921_600;

  private static final int READ_WAITS_MILLIS = 100;

  private final SerialPort port;

  private SerialPortLine(SerialPort port) {
    this.port = port;
  }

  /// Opens the port called `name`, with 8 data bits, no parity, 1 stop bit and no flow control.
  ///
  /// @throws IOException if there is no such port or another program has it
  public static SerialPortLine open(String name) throws IOException {
    SerialPort port;
    try {
      port = SerialPort.getCommPort(name);
    } catch (SerialPortInvalidPortException absent) {
      throw new IOException("there is no serial port " + name, absent);
    }
    port.setComPortParameters(BAUD, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_WAITS_MILLIS, 0);
    if (!port.openPort()) {
      throw new IOException(
          "the serial port " + name + " cannot be opened: absent, taken or not allowed");
    }
    return new SerialPortLine(port);
  }

  @Override
  public int read(byte[] octets) throws IOException {
    int count = port.readBytes(octets, octets.length);
    if (count < 0) {
      throw new IOException("the serial port " + name() + " is gone");
    }
    return count;
  }

  @Override
  public void write(byte[] octets) throws IOException {
    int written = 0;
    while (written < octets.length) {
      int count = port.writeBytes(octets, octets.length - written, written);
      if (count <= 0) {
        throw new IOException("the serial port " + name() + " is gone");
      }
      written += count;
    }
  }

  @Override
  public String name() {
    return port.getSystemPortPath();
  }

  @Override
  public void close() {
    port.closePort();
  }
}
