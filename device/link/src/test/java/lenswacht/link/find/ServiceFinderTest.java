package lenswacht.link.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lenswacht.observation.Bytes;
import org.junit.jupiter.api.Test;

class ServiceFinderTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
  private static final Bytes DEVICE = Bytes.utf8("the key of the device");
  private static final Bytes OTHER = Bytes.utf8("the key of another one");

  @Test
  void a_device_that_is_known_is_found_with_its_port() throws Exception {
    try (DatagramSocket ear = new DatagramSocket(new InetSocketAddress(HERE, 0));
        ServiceAnswerer _ = new ServiceAnswerer(ear, DEVICE, 7443);
        MulticastSocket console = new MulticastSocket(new InetSocketAddress(HERE, 0))) {
      byte[] question = ServiceMessage.question(77);
      console.send(new DatagramPacket(new byte[] {1, 2, 3}, 3, ear.getLocalSocketAddress()));
      console.send(new DatagramPacket(question, question.length, ear.getLocalSocketAddress()));
      Map<Bytes, InetSocketAddress> found =
          ServiceFinder.hear(console, 77, List.of(OTHER, DEVICE), Duration.ofMillis(400));
      assertThat(found).containsExactly(Map.entry(DEVICE, new InetSocketAddress(HERE, 7443)));
    }
  }

  @Test
  void a_name_says_nothing_to_those_who_do_not_know_the_device() {
    String mark = ServiceMark.of(DEVICE);
    assertThat(ServiceMark.recognize(mark, List.of(OTHER))).isEmpty();
    assertThat(ServiceMark.recognize(mark, List.of(OTHER, DEVICE))).contains(DEVICE);
    assertThat(ServiceMark.of(DEVICE)).isNotEqualTo(mark);
    assertThat(ServiceMark.recognize("any printer", List.of(DEVICE))).isEmpty();
  }

  @Test
  void only_the_one_question_is_answered() {
    assertThat(ServiceMessage.asks(ServiceMessage.question(9))).contains(9);
    byte[] another = ServiceMessage.question(9);
    another[20] ^= 1;
    assertThat(ServiceMessage.asks(another)).isEmpty();
    byte[] answer =
        ServiceMessage.answer(
            9, new ServiceMessage.Offer("ab", 7443), InetAddress.ofLiteral("::1"));
    assertThat(ServiceMessage.asks(answer)).isEmpty();
    assertThat(ServiceMessage.offer(answer, 9)).contains(new ServiceMessage.Offer("ab", 7443));
    assertThat(ServiceMessage.offer(answer, 10)).isEmpty();
  }

  @Test
  void whatever_else_is_on_the_group_is_passed_over() {
    byte[] answer = ServiceMessage.answer(9, new ServiceMessage.Offer("ab", 7443), HERE);
    Random random = new Random(6);
    for (int round = 0; round < 20_000; round++) {
      byte[] octets = (random.nextBoolean() ? answer : ServiceMessage.question(9)).clone();
      for (int flips = random.nextInt(1, 12); flips > 0; flips--) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt();
      }
      byte[] cut = java.util.Arrays.copyOf(octets, random.nextInt(octets.length + 1));
      ServiceMessage.offer(cut, 9)
          .ifPresent(offer -> assertThat(offer.port()).isBetween(1, 65_535));
      assertThat(ServiceMessage.asks(cut))
          .satisfiesAnyOf(
              id -> assertThat(id).isEmpty(), id -> assertThat(id.get()).isBetween(0, 65_535));
    }
  }
}
