package lenswacht.agent.panel.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lenswacht.agent.panel.Key;
import lenswacht.agent.panel.Panel;
import lenswacht.agent.panel.PanelState;
import lenswacht.agent.panel.Shows;
import lenswacht.agent.panel.Tone;
import org.junit.jupiter.api.Test;

class ScreenlessPanelTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

  @Test
  void each_change_is_one_line_and_the_pairing_digits_stand_alone() {
    try (Panel panel = ScreenlessPanel.on(out, InputStream.nullInputStream(), Locale.ENGLISH)) {
      panel.show(Shows.of(new PanelState.Idle()));
      panel.show(Shows.of(new PanelState.NeedsHuman("48219037")));
      panel.show(Shows.of(new PanelState.Idle()));
      panel.show(Shows.of(new PanelState.Idle()));
      panel.sound(Tone.NEEDS_HUMAN);
    }
    assertThat(written.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "PANEL idle No mandate. Nothing is sent.",
            "PANEL needs-human 4821 9037",
            "PANEL idle No mandate. Nothing is sent.",
            "TONE needs-human");
  }

  @Test
  void lines_are_keys_and_other_lines_are_not() throws Exception {
    PipedOutputStream hand = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(hand);
    BlockingQueue<Key> keys = new LinkedBlockingQueue<>();
    try (Panel panel = ScreenlessPanel.on(out, in, Locale.ENGLISH)) {
      panel.keys(keys::add);
      String lines = "L\nX\n\n" + "R".repeat(100_000) + "\nR hold\r\nL hold\nM\nM hold\nR\n";
      hand.write(lines.getBytes(StandardCharsets.UTF_8));
      hand.flush();
      assertThat(next(keys)).isEqualTo(new Key(Key.Name.L, Key.Press.SHORT));
      assertThat(next(keys)).isEqualTo(new Key(Key.Name.R, Key.Press.HELD));
      assertThat(next(keys).isEmergencyStop()).isTrue();
      assertThat(next(keys)).isEqualTo(new Key(Key.Name.M, Key.Press.SHORT));
      assertThat(next(keys)).isEqualTo(new Key(Key.Name.R, Key.Press.SHORT));
    }
  }

  @Test
  void listener_that_fails_still_hears_the_emergency_stop() throws Exception {
    PipedOutputStream hand = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(hand);
    BlockingQueue<Key> keys = new LinkedBlockingQueue<>();
    try (Panel panel = ScreenlessPanel.on(out, in, Locale.ENGLISH)) {
      panel.keys(
          key -> {
            keys.add(key);
            if (!key.isEmergencyStop()) {
              throw new IllegalStateException("a failing listener, on purpose");
            }
          });
      hand.write("M\nL hold\n".getBytes(StandardCharsets.UTF_8));
      hand.flush();
      assertThat(next(keys).name()).isEqualTo(Key.Name.M);
      assertThat(next(keys).isEmergencyStop()).isTrue();
    }
  }

  @Test
  void stranger_s_text_cannot_start_a_new_line() {
    try (Panel panel = ScreenlessPanel.on(out, InputStream.nullInputStream(), Locale.ENGLISH)) {
      panel.show(Shows.of(new PanelState.NextSpot(1, 2, "hall\nPANEL done")));
    }
    assertThat(written.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
  }

  private static Key next(BlockingQueue<Key> keys) throws InterruptedException {
    Key key = keys.poll(30, TimeUnit.SECONDS);
    assertThat(key).isNotNull();
    return key;
  }
}
