package lenswacht.agent.panel.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.pi4j.context.Context;
import com.pi4j.io.gpio.digital.DigitalOutput;
import com.pi4j.io.gpio.digital.DigitalState;
import com.pi4j.plugin.mock.provider.gpio.digital.MockDigitalInput;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lenswacht.agent.panel.Key;
import lenswacht.agent.panel.KeySampler;
import lenswacht.agent.panel.Panel;
import lenswacht.agent.panel.PanelState;
import lenswacht.agent.panel.Shown;
import lenswacht.agent.panel.Shows;
import lenswacht.agent.panel.Tone;
import org.junit.jupiter.api.Test;

class Pi4jPanelTest {
  private static final long MILLI = 1_000_000;

  @Test
  void lamp_of_the_state_goes_on_and_off_again_and_again() throws Exception {
    Context context = Pi4jPins.memory();
    try (Panel panel = Pi4jPanel.on(context, PanelPins.BOARD)) {
      DigitalOutput red = context.getIO("lamp-RED", DigitalOutput.class);
      BlockingQueue<DigitalState> seen = new LinkedBlockingQueue<>();
      red.addListener(event -> seen.add(event.state()));
      panel.show(shown(new PanelState.Fault("LW-217")));
      List<DigitalState> first = new ArrayList<>();
      for (int change = 0; change < 4; change++) {
        first.add(seen.poll(30, TimeUnit.SECONDS));
      }
      assertThat(first)
          .containsExactly(
              DigitalState.HIGH, DigitalState.LOW, DigitalState.HIGH, DigitalState.LOW);
      assertThat(context.getIO("lamp-GREEN", DigitalOutput.class).state())
          .isEqualTo(DigitalState.LOW);
    }
  }

  @Test
  void all_pins_are_low_after_the_end() throws Exception {
    Context context = Pi4jPins.memory();
    List<DigitalOutput> outputs = new ArrayList<>();
    BlockingQueue<DigitalState> sounded = new LinkedBlockingQueue<>();
    try (Panel panel = Pi4jPanel.on(context, PanelPins.BOARD)) {
      for (String id : List.of("lamp-RED", "lamp-AMBER", "lamp-GREEN", "buzzer")) {
        outputs.add(context.getIO(id, DigitalOutput.class));
      }
      outputs.getLast().addListener(event -> sounded.add(event.state()));
      panel.show(shown(new PanelState.Idle()));
      panel.sound(Tone.SAFE_TO_UNPLUG);
      assertThat(sounded.poll(30, TimeUnit.SECONDS)).isEqualTo(DigitalState.HIGH);
    }
    assertThat(outputs).allMatch(output -> output.state() == DigitalState.LOW);
  }

  @Test
  void bouncing_key_at_the_pins_gives_one_press() {
    Context context = Pi4jPins.memory();
    try (Pi4jPins pins = new Pi4jPins(context, PanelPins.BOARD)) {
      MockDigitalInput right = context.getIO("key-R", MockDigitalInput.class);
      KeySampler sampler = new KeySampler(pins::isDown);
      List<Key> keys = new ArrayList<>();
      long now = 0;
      for (int bounce = 0; bounce < 6; bounce++) {
        right.mockState(bounce % 2 == 0 ? DigitalState.LOW : DigitalState.HIGH);
        keys.addAll(sampler.sample(now += 3 * MILLI));
      }
      right.mockState(DigitalState.LOW);
      for (int look = 0; look < 20; look++) {
        keys.addAll(sampler.sample(now += 10 * MILLI));
      }
      right.mockState(DigitalState.HIGH);
      for (int look = 0; look < 20; look++) {
        keys.addAll(sampler.sample(now += 10 * MILLI));
      }
      assertThat(keys).containsExactly(new Key(Key.Name.R, Key.Press.SHORT));
    }
  }

  @Test
  void held_key_reaches_the_listener() throws Exception {
    Context context = Pi4jPins.memory();
    try (Panel panel = Pi4jPanel.on(context, PanelPins.BOARD)) {
      BlockingQueue<Key> keys = new LinkedBlockingQueue<>();
      panel.keys(keys::add);
      context.getIO("key-L", MockDigitalInput.class).mockState(DigitalState.LOW);
      Key key = keys.poll(30, TimeUnit.SECONDS);
      assertThat(key).isEqualTo(new Key(Key.Name.L, Key.Press.HELD));
    }
  }

  @Test
  void opening_the_pins_is_silent() {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      Pi4jPanel.inMemory(PanelPins.BOARD).close();
    } finally {
      System.setErr(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  private static Shown shown(PanelState state) {
    return Shows.of(state);
  }

  @Test
  void one_pin_cannot_serve_twice() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PanelPins(17, 17, 22, 18, 5, 6, 13));
    assertThatIllegalArgumentException().isThrownBy(() -> new PanelPins(28, 27, 22, 18, 5, 6, 13));
  }
}
