package lenswacht.agent.panel.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lenswacht.agent.panel.Key;
import lenswacht.agent.panel.PanelState;
import lenswacht.agent.panel.Shows;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalPanelTest {
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void it_draws_the_display_and_takes_keys(boolean blocks) throws Exception {
    PipedOutputStream hand = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(hand);
    Said said = new Said();
    BlockingQueue<Key> keys = new LinkedBlockingQueue<>();
    try (TerminalPanel panel =
        TerminalPanel.on(
            new PrintStream(said, true, StandardCharsets.UTF_8), in, Optional.empty(), blocks)) {
      panel.keys(keys::add);
      panel.show(Shows.of(new PanelState.Fault("LW-217")));
      said.await(blocks ? "█" : "FAULT LW-217");
      hand.write("lmrxLR".getBytes(StandardCharsets.US_ASCII));
      hand.flush();
      assertThat(keys.poll(30, TimeUnit.SECONDS)).isEqualTo(Key.LEFT);
      assertThat(keys.poll(30, TimeUnit.SECONDS)).isEqualTo(Key.MIDDLE);
      assertThat(keys.poll(30, TimeUnit.SECONDS)).isEqualTo(Key.RIGHT);
      assertThat(keys.poll(30, TimeUnit.SECONDS)).matches(Key::isEmergencyStop);
      assertThat(keys.poll(30, TimeUnit.SECONDS)).isEqualTo(new Key(Key.Name.R, Key.Press.HELD));
    }
  }

  /// What was said so far.
  private static final class Said extends ByteArrayOutputStream {
    @Override
    public synchronized void write(byte[] octets, int from, int count) {
      super.write(octets, from, count);
      notifyAll();
    }

    synchronized void await(String words) throws InterruptedException {
      long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (!toString(StandardCharsets.UTF_8).contains(words)) {
        assertThat(System.nanoTime()).isLessThan(until);
        wait(100);
      }
    }
  }
}
