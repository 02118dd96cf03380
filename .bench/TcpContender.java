package lenswacht.link.serial;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plain TCP as a program: receive ADDRESS FILE, or send ADDRESS FILE. Says when it began or ended, in nanoseconds. */
final class TcpContender {
  private static final int PORT = 9;

  private TcpContender() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    InetSocketAddress there = new InetSocketAddress(InetAddress.ofLiteral(arguments[1]), PORT);
    Path file = Path.of(arguments[2]);
    if (arguments[0].equals("receive")) {
      try (ServerSocket door = new ServerSocket()) {
        door.bind(there);
        try (Socket socket = door.accept()) {
          byte[] octets = socket.getInputStream().readAllBytes();
          System.out.println(System.nanoTime());
          Files.write(file, octets);
        }
      }
    } else {
      byte[] octets = Files.readAllBytes(file);
      try (Socket socket = dialled(there)) {
        System.out.println(System.nanoTime());
        socket.getOutputStream().write(octets);
        socket.shutdownOutput();
        socket.getInputStream().read();
      }
    }
  }

  /** The receiver may not listen yet. */
  private static Socket dialled(InetSocketAddress there) throws IOException, InterruptedException {
    for (int tries = 0; ; tries++) {
      Socket socket = new Socket();
      try {
        socket.connect(there, 5_000);
        return socket;
      } catch (IOException absent) {
        socket.close();
        if (tries == 50) {
          throw absent;
        }
        Thread.sleep(100);
      }
    }
  }
}
