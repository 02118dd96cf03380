import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** The answering side of the rigs: 1100 hosts with 3281 open ports in 10.66.0.0/16, the same each time. */
final class Fleet {
  static final List<Integer> PORTS =
      List.of(80, 443, 554, 8000, 8080, 8443, 37777, 34567, 8899, 5000, 9000, 2020, 49152, 8554);
  private static final int[] HOSTS_WITH_PORTS = {0, 219, 81, 300, 500};
  private static final int[][] LAYERS = {{1, 256, 40}, {256, 4096, 210}, {4096, 65_536, 850}};

  private Fleet() {}

  /** An open port of a host, the host as offset in the /16. */
  record Pair(int offset, int port) {
    String address() {
      return "10.66." + (offset >> 8) + "." + (offset & 255);
    }
  }

  static List<Pair> pairs() {
    Random random = new Random(20_260_101);
    List<Integer> counts = new ArrayList<>();
    for (int ports = 1; ports < HOSTS_WITH_PORTS.length; ports++) {
      counts.addAll(Collections.nCopies(HOSTS_WITH_PORTS[ports], ports));
    }
    Collections.shuffle(counts, random);
    TreeSet<Integer> offsets = new TreeSet<>();
    for (int[] layer : LAYERS) {
      int wanted = offsets.size() + layer[2];
      while (offsets.size() < wanted) {
        int offset = random.nextInt(layer[0], layer[1]);
        if ((offset & 255) != 0 && (offset & 255) != 255) {
          offsets.add(offset);
        }
      }
    }
    List<Pair> pairs = new ArrayList<>();
    int host = 0;
    for (int offset : offsets) {
      List<Integer> ports = new ArrayList<>(PORTS);
      Collections.shuffle(ports, random);
      ports.subList(0, counts.get(host++)).forEach(port -> pairs.add(new Pair(offset, port)));
    }
    return pairs;
  }

  /** Accepts connections on every open port and closes them; prints "ready" when it does. */
  public static void main(String[] arguments) throws IOException {
    Selector selector = Selector.open();
    for (Pair pair : pairs()) {
      ServerSocketChannel server = ServerSocketChannel.open();
      server.configureBlocking(false);
      server.bind(new InetSocketAddress(pair.address(), pair.port()), 256);
      server.register(selector, SelectionKey.OP_ACCEPT);
    }
    System.out.println("ready");
    while (true) {
      selector.select();
      for (SelectionKey key : selector.selectedKeys()) {
        for (SocketChannel caller; (caller = ((ServerSocketChannel) key.channel()).accept()) != null; ) {
          caller.close();
        }
      }
      selector.selectedKeys().clear();
    }
  }
}
