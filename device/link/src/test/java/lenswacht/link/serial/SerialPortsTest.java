package lenswacht.link.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SerialPortsTest {
  private static final LineTimes QUICK =
      new LineTimes(Duration.ofMillis(30), Duration.ofMillis(100), Duration.ofSeconds(2));

  @Test
  void the_port_is_found_by_what_is_heard_on_it_and_the_others_hear_nothing() throws Exception {
    try (PoorCable cable = new PoorCable(0, 0);
        ReliableLine device = new ReliableLine(SerialPortLine.open(cable.right()), QUICK);
        PseudoTerminal silent = new PseudoTerminal();
        PseudoTerminal chatting = new PseudoTerminal()) {
      Thread chat =
          Thread.ofVirtual()
              .start(() -> chatting.write("AT\r\nlogin: ".getBytes(StandardCharsets.US_ASCII)));
      assertThat(
              SerialPorts.greeting(
                  List.of(silent.name(), "/dev/no-such-port", chatting.name(), cable.left()),
                  Duration.ofSeconds(1)))
          .containsExactly(cable.left());
      chat.join();
      assertThat(silent.read()).isEmpty();
      assertThat(chatting.read()).isEmpty();
      assertThat(device).isNotNull();
    }
  }
}
