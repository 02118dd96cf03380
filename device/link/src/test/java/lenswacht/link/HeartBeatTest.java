package lenswacht.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import lenswacht.link.tls.SecureChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeartBeatTest {
  private static final Duration SILENCE = Duration.ofMillis(1_500);

  @TempDir Path folder;

  private TwoEnds ends;
  private ServerSocket door;
  private Cable console;
  private Cable device;

  @BeforeEach
  void two_ends_and_a_cable_that_is_impatient() throws Exception {
    ends = new TwoEnds(folder).paired();
    door = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
    console = new TcpCable(new Socket(door.getInetAddress(), door.getLocalPort()), SILENCE);
    device = new TcpCable(door.accept(), SILENCE);
  }

  @AfterEach
  void close() throws Exception {
    console.close();
    device.close();
    door.close();
    ends.close();
  }

  @Test
  void device_that_thinks_long_and_console_that_idles_long_stay_connected() throws Exception {
    Thread.ofVirtual().start(() -> ends.link.serve(device));
    try (ConsoleLink link = ends.connect(console)) {
      ends.desk.takeTimeToThink(SILENCE.plusMillis(500));
      assertThat(link.order(ends.mandate())).isInstanceOf(OrderReply.Accepted.class);
      Thread.sleep(SILENCE.plusMillis(500));
      assertThat(link.progress().running()).isTrue();
    }
  }

  @Test
  void device_that_falls_silent_breaks_the_session_off() throws Exception {
    Thread.ofVirtual()
        .start(
            () -> {
              SecureChannel channel =
                  SecureChannel.server(
                      device.in(),
                      device.out(),
                      ends.device.privateKey(),
                      ends.device.certificate(),
                      (key, protocol) -> true,
                      java.util.List.of(Conversation.SESSION));
              try {
                channel.handshake();
                channel.in().transferTo(OutputStream.nullOutputStream());
              } catch (java.io.IOException left) {
                // the console has given up
              }
            });
    SessionOverTcpTest.assertThatReason(() -> ends.connect(console))
        .isEqualTo(LinkException.Reason.BROKEN_OFF);
  }
}
