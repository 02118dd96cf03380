package lenswacht.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import lenswacht.link.serial.LineTimes;
import lenswacht.link.serial.OctetLine;
import lenswacht.link.serial.ReliableLine;
import lenswacht.link.serial.SerialPortLine;
import lenswacht.link.serial.SerialPorts;

/// A cable over a serial line. Octets that the line loses or alters are sent again; a line that
/// stays silent, is unplugged or begins anew ends the streams with an exception that says so.
public final class SerialCable implements Cable {
  /// A device that knows nobody yet greets every 300 ms; one that thinks it is in a session beats
  /// every second.
  private static final Duration LISTENING = Duration.ofSeconds(2);

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

  /// Opens the port, or, for [LinkAddress.Serial#ANY], the one on which a device is heard. Does not
  /// wait until the other end knows this one: a read does.
  ///
  /// @throws LinkException `UNREACHABLE`, if the port is absent, taken or not allowed, or if it is
  ///     not one port on which a device is heard
  public static SerialCable open(LinkAddress.Serial address) throws LinkException {
    return open(address, LineTimes.USUAL);
  }

  static SerialCable open(LinkAddress.Serial address, LineTimes times) throws LinkException {
    return open(
        address.equals(LinkAddress.Serial.ANY)
            ? onlyGreeting(SerialPorts.all(), LISTENING)
            : address.port(),
        times);
  }

  private static SerialCable open(String port, LineTimes times) throws LinkException {
    try {
      return new SerialCable(SerialPortLine.open(port), times);
    } catch (IOException failed) {
      throw new LinkException(
          LinkException.Reason.UNREACHABLE, String.valueOf(failed.getMessage()), failed);
    }
  }

  /// The one of `ports` on which a device is heard.
  static String onlyGreeting(List<String> ports, Duration time) throws LinkException {
    List<String> greeting = SerialPorts.greeting(ports, time);
    if (greeting.size() == 1) {
      return greeting.getFirst();
    }
    throw new LinkException(
        LinkException.Reason.UNREACHABLE,
        greeting.isEmpty()
            ? "no device is heard on the serial ports of this computer: "
                + (ports.isEmpty() ? "there are none" : String.join(", ", ports))
            : "several devices are heard, name the port of one: " + String.join(", ", greeting));
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
