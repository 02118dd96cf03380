package lenswacht.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import lenswacht.link.frame.Frame;
import lenswacht.link.frame.FrameCodec;
import lenswacht.link.tls.SecureChannel;
import lenswacht.observation.Bytes;
import lenswacht.observation.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostilePeersTest {
  @TempDir Path folder;
  private TwoEnds ends;
  private LinkAddress.Tcp address;

  @BeforeEach
  void two_ends() throws Exception {
    ends = new TwoEnds(folder).paired();
    address = ends.listen();
  }

  @AfterEach
  void close() {
    ends.close();
  }

  @Test
  void a_session_that_was_recorded_gives_no_order_when_it_is_played_again() throws Exception {
    Recorded recorded = new Recorded(Cables.open(address));
    try (ConsoleLink console = ends.connect(recorded)) {
      console.give(new Order.Stop());
    }
    assertThat(ends.desk.carriedOut).hasSize(1);
    try (Socket socket = new Socket(address.address(), address.port())) {
      recorded.said.writeTo(socket.getOutputStream());
      socket.shutdownOutput();
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException reset) {
      // the device has left, as it should
    }
    assertThat(ends.desk.carriedOut).hasSize(1);
    assertThat(ends.desk.stops).hasValue(1);
  }

  @Test
  void heart_beats_without_end_fill_nothing_and_hinder_nobody() throws Exception {
    Cable cable = Cables.open(address);
    SecureChannel channel =
        SecureChannel.client(
            cable.in(),
            cable.out(),
            ends.console.privateKey(),
            ends.console.certificate(),
            (key, protocol) -> true,
            List.of(Conversation.SESSION));
    channel.handshake();
    byte[] beat = FrameCodec.write(new Frame(LinkMessageCodec.PULSE, Bytes.EMPTY));
    byte[] beats = new byte[beat.length * 3_000];
    for (int at = 0; at < beats.length; at += beat.length) {
      System.arraycopy(beat, 0, beats, at, beat.length);
    }
    try (Conversation talk = Conversation.asking(cable, channel, TwoEnds.QUICK)) {
      talk.hear(LinkMessage.Hello.class);
      talk.say(new LinkMessage.Chosen(2, "never silent"));
      for (int round = 0; round < 300; round++) {
        channel.out().write(beats);
      }
      try (ConsoleLink other = ends.connect(Cables.open(address))) {
        assertThat(other.progress().running()).isFalse();
      }
      talk.say(new LinkMessage.AskProgress());
      assertThat(talk.hear()).isInstanceOf(LinkMessage.ProgressNow.class);
    }
  }

  @Test
  void more_consoles_than_there_are_places_are_closed_unheard_and_the_places_come_free()
      throws Exception {
    Socket[] strangers = new Socket[12];
    for (int at = 0; at < strangers.length; at++) {
      strangers[at] = new Socket(address.address(), address.port());
    }
    assertThat(strangers[strangers.length - 1].getInputStream().read()).isEqualTo(-1);
    for (Socket stranger : strangers) {
      stranger.close();
    }
    ConsoleLink console = null;
    for (int tries = 0; console == null && tries < 100; tries++) {
      try {
        console = ends.connect(Cables.open(address));
      } catch (LinkException full) {
        Thread.sleep(20);
      }
    }
    assertThat(console).isNotNull();
    assertThat(console.progress()).as("the session is whole").isNotNull();
    console.close();
  }

  /// A cable that keeps what this end says.
  private static final class Recorded implements Cable {
    final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Cable cable;
    private final OutputStream out;

    Recorded(Cable cable) {
      this.cable = cable;
      this.out =
          new FilterOutputStream(cable.out()) {
            @Override
            public void write(byte[] octets, int from, int length) throws IOException {
              said.write(octets, from, length);
              out.write(octets, from, length);
            }
          };
    }

    @Override
    public InputStream in() {
      return cable.in();
    }

    @Override
    public OutputStream out() {
      return out;
    }

    @Override
    public String description() {
      return cable.description();
    }

    @Override
    public void close() throws IOException {
      cable.close();
    }
  }
}
