package lenswacht.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import lenswacht.link.serial.LineTimes;
import lenswacht.link.serial.OctetLine;
import lenswacht.link.serial.ReliableLine;
import lenswacht.link.serial.SerialPortLine;

/// A cable over a serial line. Octets that the line loses or alters are sent again; a line that
/// stays silent, is unplugged or begins anew ends the streams with an exception that says so.
public final class SerialCable implements Cable {
  private final String name;
  private final ReliableLine line;
  private final InputStream in;
  private final OutputStream out;

  SerialCable(OctetLine octets, LineTimes times) {
    this.name = octets.name();
    this.line = new ReliableLine(octets, times);
    this.in = line.in();
    this.out = line.out();
  }

  /// Opens the port. Does not wait for the other end: a read does.
  ///
  /// @throws LinkException `UNREACHABLE`, if the port is absent, taken or not allowed
  public static SerialCable open(LinkAddress.Serial address) throws LinkException {
    return open(address, LineTimes.USUAL);
  }

  static SerialCable open(LinkAddress.Serial address, LineTimes times) throws LinkException {
    try {
      return new SerialCable(SerialPortLine.open(address.port()), times);
    } catch (IOException failed) {
      throw new LinkException(
          LinkException.Reason.UNREACHABLE, String.valueOf(failed.getMessage()), failed);
    }
  }

  @Override
  public InputStream in() {
    return in;
  }

  @Override
  public OutputStream out() {
    return out;
  }

  @Override
  public String description() {
    return "serial " + name;
  }

  @Override
  public void close() throws IOException {
    line.close();
  }
}
