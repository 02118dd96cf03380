package lenswacht.agent.panel;

import com.pi4j.context.Context;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// The panel on the Pi's header: three lamps, three keys and a buzzer.
public final class Pi4jPanel implements Panel {
  /// How often the keys are looked at.
  private static final Duration LOOK = Duration.ofMillis(10);

  private final Pi4jPins pins;
  private final BeatPlayer lamps = new BeatPlayer();
  private final BeatPlayer buzzer = new BeatPlayer();
  private final Thread sampling;
  private final KeyDelivery delivery = new KeyDelivery();
  private PanelState shown = new PanelState.Idle();
  private boolean closed;

  private Pi4jPanel(Context context, PanelPins numbers) {
    this.pins = new Pi4jPins(context, numbers);
    this.sampling = Thread.ofVirtual().name("panel-keys").unstarted(this::watchKeys);
  }

  /// The panel of the Pi this program runs on.
  public static Pi4jPanel onBoard(PanelPins numbers) {
    return on(Pi4jPins.board(), numbers);
  }

  /// A panel whose pins exist in memory alone, for a machine without a header.
  public static Pi4jPanel inMemory(PanelPins numbers) {
    return on(Pi4jPins.memory(), numbers);
  }

  /// The panel in a given context, which it ends when closed.
  static Pi4jPanel on(Context context, PanelPins numbers) {
    Pi4jPanel panel = new Pi4jPanel(context, numbers);
    panel.play(panel.shown);
    panel.sampling.start();
    return panel;
  }

  @Override
  public synchronized void show(PanelState state) {
    if (closed) {
      return;
    }
    PanelState before = shown;
    shown = before.then(state);
    if (!before.key().equals(shown.key())) {
      play(shown);
    }
  }

  @Override
  public void keys(Consumer<Key> listener) {
    delivery.to(listener);
  }

  @Override
  public synchronized void sound(Tone tone) {
    if (!closed) {
      buzzer.play(pins::buzz, tone.beats(), List.of());
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      lamps.close();
      buzzer.close();
    }
    sampling.interrupt();
    if (!Thread.currentThread().equals(sampling)) {
      awaitSampling();
    }
    pins.close();
  }

  private void awaitSampling() {
    try {
      sampling.join(Duration.ofSeconds(1));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void play(PanelState state) {
    LampRhythm.of(state)
        .ifPresentOrElse(
            rhythm ->
                lamps.play(on -> pins.light(rhythm.lamp(), on), rhythm.opening(), rhythm.cycle()),
            lamps::close);
  }

  private void watchKeys() {
    KeySampler sampler = new KeySampler(pins::isDown);
    try {
      while (!Thread.currentThread().isInterrupted()) {
        sampler.sample(System.nanoTime()).forEach(delivery::deliver);
        Thread.sleep(LOOK);
      }
    } catch (InterruptedException _) {
      // The panel is closing.
    }
  }
}
