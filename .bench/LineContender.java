package lenswacht.link.serial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Our own line as a program: send PORT FILE, or receive PORT FILE. Says when it began or ended, in nanoseconds. */
final class LineContender {
  private LineContender() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[2]);
    try (ReliableLine line = new ReliableLine(SerialPortLine.open(arguments[1]), LineTimes.USUAL)) {
      if (arguments[0].equals("receive")) {
        line.out().write(1);
        byte[] octets = line.in().readAllBytes();
        System.out.println(System.nanoTime());
        Files.write(file, octets);
      } else {
        byte[] octets = Files.readAllBytes(file);
        line.in().read();
        System.out.println(System.nanoTime());
        line.out().write(octets);
      }
    }
  }
}
