package lenswacht.rig;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;

/// A router's side of NAT-PMP and PCP: gives its outer address, answers announcements, and writes
/// down every question, so that a test can see that nobody asked for a mapping.
public final class MappingResponderMain {
  private MappingResponderMain() {}

  /// @param arguments the address to listen on, the outer address, the file for the questions
  public static void main(String[] arguments) throws Exception {
    byte[] outer = InetAddress.ofLiteral(arguments[1]).getAddress();
    Path book = Path.of(arguments[2]);
    try (DatagramSocket socket =
        new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(arguments[0]), 5351))) {
      System.out.println("ready");
      while (true) {
        DatagramPacket question = new DatagramPacket(new byte[1100], 1100);
        socket.receive(question);
        byte[] asked = Arrays.copyOf(question.getData(), question.getLength());
        Files.writeString(
            book,
            HexFormat.of().formatHex(asked) + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
        byte[] answer = answer(asked, outer);
        socket.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
      }
    }
  }

  private static byte[] answer(byte[] asked, byte[] outer) {
    if (asked.length >= 24 && asked[0] == 2) {
      byte[] answer = new byte[24];
      answer[0] = 2;
      answer[1] = (byte) (0x80 | asked[1]);
      answer[3] = (byte) (asked[1] == 0 ? 0 : 2);
      answer[11] = 42;
      return answer;
    }
    byte[] answer = new byte[12];
    answer[1] = (byte) (0x80 | (asked.length > 1 ? asked[1] : 0));
    answer[3] = (byte) (asked.length == 2 && asked[1] == 0 ? 0 : 2);
    answer[7] = 42;
    System.arraycopy(outer, 0, answer, 8, outer.length);
    return answer;
  }
}
