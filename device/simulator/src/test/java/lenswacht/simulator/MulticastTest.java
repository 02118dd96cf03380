package lenswacht.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MulticastTest {
  @Test
  void search_to_the_group_is_answered_by_every_host_or_the_platform_refuses() throws Exception {
    Set<String> ids = Set.of("hik-hall", "hik-stairs", "hik-square");
    try (SimulatedBuilding building =
        SimulatedBuilding.start(Building.practice().only(ids), "127.73.0.0/16", 20_000)) {
      Set<String> expected = new HashSet<>();
      ids.forEach(id -> expected.add(building.addressOf(id).getHostAddress()));
      if (!building.remarks().isEmpty()) {
        assertThat(building.remarks()).allSatisfy(r -> assertThat(r).contains("are not heard"));
        return;
      }
      Set<String> answered = new HashSet<>();
      try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
        socket.setOption(
            StandardSocketOptions.IP_MULTICAST_IF,
            NetworkInterface.getByInetAddress(InetAddress.ofLiteral("127.0.0.1")));
        socket.setSoTimeout(5_000);
        byte[] search =
            "<Probe><Uuid>M</Uuid><Types>inquiry</Types></Probe>".getBytes(StandardCharsets.UTF_8);
        socket.send(
            new DatagramPacket(
                search, search.length, InetAddress.ofLiteral("239.255.255.250"), 37020));
        while (!answered.containsAll(expected)) {
          DatagramPacket reply = new DatagramPacket(new byte[8192], 8192);
          socket.receive(reply);
          answered.add(reply.getAddress().getHostAddress());
        }
      }
      assertThat(answered).containsAll(expected);
    }
  }
}
