package lenswacht.agent;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lenswacht.agent.panel.Battery;
import lenswacht.agent.panel.Panel;
import lenswacht.agent.service.BoxLook;
import lenswacht.observation.Mandate;
import lenswacht.observation.Whereabouts;
import lenswacht.probe.listen.ListeningPost;
import lenswacht.probe.listen.NameWatch;
import lenswacht.probe.net.DoorLimits;
import lenswacht.probe.net.NetworkDoor;
import lenswacht.probe.net.PortPlan;

/// Looks around for the panel as long as the program lives: battery, cables, and, while a mandate
/// waits for its start, where the device stands. It sends nothing.
final class PanelWatch implements AutoCloseable {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final int LOOKS_PER_BATTERY = 20;

  /// Switches announce themselves every 30 seconds.
  private static final Duration ANNOUNCED = Duration.ofSeconds(32);

  private final Panel panel;
  private final PanelDesk desk;
  private final BoxLook box;
  private final InstantSource clock;
  private final Thread thread;
  private Optional<Whereabouts> heard = Optional.empty();
  private Optional<Thread> listening = Optional.empty();

  /// Begins to look.
  PanelWatch(Panel panel, PanelDesk desk, Path home, InstantSource clock) {
    this.panel = panel;
    this.desk = desk;
    this.box = new BoxLook(Path.of("/"), home);
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("panel-watch").start(this::watch);
  }

  private void watch() {
    Battery battery = Battery.NOT_DETERMINED;
    try {
      for (long look = 0; !Thread.currentThread().isInterrupted(); look++) {
        if (look % LOOKS_PER_BATTERY == 0) {
          Battery gauged = panel.battery();
          battery = gauged.percent().isPresent() ? gauged : box.battery();
        }
        Battery now = battery;
        desk.learn(facts -> facts.around(now, box.cable(), box.network()));
        Optional<Mandate> mandate = desk.kept();
        if (mandate.isPresent()) {
          desk.stands(place(mandate.get()));
        }
        desk.pass();
        Thread.sleep(LOOK);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  /// Where the device stands by its own settings, and by what a switch announced meanwhile.
  private Optional<Whereabouts> place(Mandate mandate) throws InterruptedException {
    Optional<Whereabouts> now = listen(mandate, Duration.ZERO);
    Optional<Whereabouts> before = heard();
    boolean same =
        now.isPresent()
            && before.isPresent()
            && now.get().addresses().equals(before.get().addresses());
    if (now.isPresent() && !now.get().addresses().isEmpty() && !same && isFree()) {
      hear(now.get());
      Thread ear = Thread.ofVirtual().name("panel-ear").unstarted(() -> listenOn(mandate));
      listening = Optional.of(ear);
      ear.start();
    }
    return same ? before : now;
  }

  private boolean isFree() {
    return listening.map(ear -> !ear.isAlive()).orElse(true);
  }

  private void listenOn(Mandate mandate) {
    try {
      listen(mandate, ANNOUNCED).ifPresent(this::hear);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } catch (UncheckedIOException deaf) {
      System.err.println("lenswacht agent: no switch can be heard: " + deaf.getMessage());
    }
  }

  private Optional<Whereabouts> listen(Mandate mandate, Duration time) throws InterruptedException {
    try (NetworkDoor door =
        new NetworkDoor(mandate, PortPlan.standard(), clock, DoorLimits.standard())) {
      List<Whereabouts> places =
          new ListeningPost(door, _ -> NameWatch.Noted.NOT)
              .listen(time, () -> desk.kept().isPresent(), _ -> {}, _ -> {})
              .whereabouts();
      return places.stream().min(Comparator.comparing(Whereabouts::standing));
    }
  }

  private synchronized Optional<Whereabouts> heard() {
    return heard;
  }

  private synchronized void hear(Whereabouts where) {
    heard = Optional.of(where);
  }

  /// Looks no more.
  @Override
  public void close() {
    thread.interrupt();
    listening.ifPresent(Thread::interrupt);
  }
}
