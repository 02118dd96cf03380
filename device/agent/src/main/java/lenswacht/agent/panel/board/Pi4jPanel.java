package lenswacht.agent.panel.board;

import com.pi4j.context.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lenswacht.agent.panel.Battery;
import lenswacht.agent.panel.BeatPlayer;
import lenswacht.agent.panel.Key;
import lenswacht.agent.panel.KeyDelivery;
import lenswacht.agent.panel.KeySampler;
import lenswacht.agent.panel.Lamp;
import lenswacht.agent.panel.LampRhythm;
import lenswacht.agent.panel.Panel;
import lenswacht.agent.panel.PartCheck;
import lenswacht.agent.panel.PartCheck.Part;
import lenswacht.agent.panel.Shown;
import lenswacht.agent.panel.Tone;
import lenswacht.agent.panel.Verdict;

/// The panel on the Pi's header: three lamps, three keys, a buzzer, a display and a battery gauge.
public final class Pi4jPanel implements Panel {
  /// How often the keys are looked at.
  private static final Duration LOOK = Duration.ofMillis(10);

  /// How long each lamp is lit in the self-test.
  private static final Duration WALK = Duration.ofMillis(150);

  private final Pi4jPins pins;
  private final DisplayThread display;
  private final Max17048 gauge;
  private final BeatPlayer lamps = new BeatPlayer();
  private final BeatPlayer buzzer = new BeatPlayer();
  private final Thread sampling;
  private final KeyDelivery delivery = new KeyDelivery();
  private Optional<LampRhythm> rhythm = Optional.empty();
  private boolean closed;

  private Pi4jPanel(Context context, PanelPins numbers) {
    this.pins = new Pi4jPins(context, numbers);
    this.display = new DisplayThread(new Ssd1306(pins.chip("display", Ssd1306.ADDRESS)));
    this.gauge = new Max17048(pins.chip("gauge", Max17048.ADDRESS));
    this.sampling = Thread.ofVirtual().name("panel-keys").unstarted(this::watchKeys);
  }

  /// The panel of the Pi this program runs on.
  public static Pi4jPanel onBoard(PanelPins numbers) {
    return on(Pi4jPins.board(), numbers);
  }

  /// A panel whose pins exist in memory alone, for a machine without a header.
  public static Pi4jPanel inMemory(PanelPins numbers) {
    Pi4jPanel panel = on(Pi4jPins.memory(), numbers);
    panel.pins.release();
    return panel;
  }

  /// The panel in a given context, which it ends when closed.
  static Pi4jPanel on(Context context, PanelPins numbers) {
    Pi4jPanel panel = new Pi4jPanel(context, numbers);
    panel.sampling.start();
    return panel;
  }

  @Override
  public synchronized void show(Shown shown) {
    if (closed) {
      return;
    }
    display.show(shown);
    if (!shown.lamps().equals(rhythm)) {
      rhythm = shown.lamps();
      play();
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
  public Battery battery() {
    try {
      return gauge.read();
    } catch (IOException silent) {
      return Battery.NOT_DETERMINED;
    }
  }

  @Override
  public List<PartCheck> check() {
    List<PartCheck> checks = new ArrayList<>();
    try {
      checks.add(checkLamps());
      checks.add(checkKeys());
      sound(Tone.READY);
      checks.add(
          new PartCheck(Part.BUZZER, Verdict.WORKS, "its pin follows; one short tone to hear"));
      Optional<String> failure = display.failure();
      checks.add(
          new PartCheck(
              Part.DISPLAY,
              failure.isEmpty() ? Verdict.WORKS : Verdict.FAILS,
              failure.orElse("it takes pictures")));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    checks.add(checkBattery());
    return checks;
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
    display.close();
    pins.close();
  }

  private synchronized PartCheck checkLamps() throws InterruptedException {
    lamps.close();
    List<String> dead = new ArrayList<>();
    for (Lamp lamp : Lamp.values()) {
      pins.light(lamp, true);
      Thread.sleep(WALK);
      boolean wasLit = pins.isLit(lamp);
      pins.light(lamp, false);
      if (!wasLit || pins.isLit(lamp)) {
        dead.add(lamp.toString());
      }
    }
    play();
    return dead.isEmpty()
        ? new PartCheck(Part.LAMPS, Verdict.WORKS, "their pins follow, red, amber, green to see")
        : new PartCheck(Part.LAMPS, Verdict.FAILS, "pins do not follow: " + dead);
  }

  private PartCheck checkKeys() {
    List<Key.Name> stuck = new ArrayList<>();
    for (Key.Name key : Key.Name.values()) {
      if (pins.isDown(key)) {
        stuck.add(key);
      }
    }
    return stuck.isEmpty()
        ? new PartCheck(Part.KEYS, Verdict.WORKS, "none is stuck")
        : new PartCheck(Part.KEYS, Verdict.FAILS, "down without being pressed, or held: " + stuck);
  }

  private PartCheck checkBattery() {
    try {
      Battery battery = gauge.read();
      return new PartCheck(
          Part.BATTERY, Verdict.WORKS, battery.percent().orElse(0) + " % by its gauge");
    } catch (IOException silent) {
      return new PartCheck(
          Part.BATTERY, Verdict.NOT_DETERMINED, String.valueOf(silent.getMessage()));
    }
  }

  private void awaitSampling() {
    try {
      sampling.join(Duration.ofSeconds(1));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void play() {
    rhythm.ifPresentOrElse(
        beats -> lamps.play(on -> pins.light(beats.lamp(), on), beats.opening(), beats.cycle()),
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
