package lenswacht.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import lenswacht.observation.AddressRange;
import lenswacht.observation.ScanScope;
import lenswacht.observation.Service;
import org.junit.jupiter.api.Test;

class TcpSweepTest {
  private static final String RANGE = "127.71.3.0/27";

  @Test
  void open_ports_are_found_and_every_refusing_host_answers() throws Exception {
    Listener.Speech wait = socket -> TimeUnit.MILLISECONDS.sleep(50);
    try (Listener one = new Listener("127.71.3.5", 8080, wait);
        Listener two = new Listener("127.71.3.6", 37_777, wait);
        NetworkDoor door = Mandates.door(RANGE)) {
      List<Service> open = new ArrayList<>();
      AtomicLong progress = new AtomicLong();

      SweepOutcome outcome =
          new TcpSweep(door).sweep(door.mandate().scope(), open::add, progress::set);

      assertThat(outcome.complete()).isTrue();
      assertThat(outcome.addresses()).isEqualTo(30);
      assertThat(outcome.answering()).hasSize(30);
      assertThat(outcome.open())
          .containsExactlyInAnyOrder(
              Service.tcp(InetAddress.ofLiteral("127.71.3.5"), 8080),
              Service.tcp(InetAddress.ofLiteral("127.71.3.6"), 37_777));
      assertThat(open).isEqualTo(outcome.open());
      assertThat(progress.get()).isEqualTo(30);
      assertThat(one.accepted() + two.accepted()).isEqualTo(2);
    }
  }

  @Test
  void sweep_sends_no_byte() throws Exception {
    AtomicLong heard = new AtomicLong(-2);
    try (Listener listener =
            new Listener("127.71.3.7", 8080, socket -> heard.set(socket.getInputStream().read()));
        NetworkDoor door = Mandates.door("127.71.3.7/32")) {
      SweepOutcome outcome = sweep(door);

      assertThat(outcome.open()).hasSize(1);
      while (heard.get() == -2) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
      assertThat(heard.get()).isEqualTo(-1);
      assertThat(listener.accepted()).isEqualTo(1);
    }
  }

  @Test
  void addresses_outside_the_mandate_are_left_out() throws Exception {
    try (Listener outside = new Listener("127.71.3.40", 8080, socket -> {});
        NetworkDoor door = Mandates.door(RANGE)) {
      ScanScope wider = new ScanScope(List.of(AddressRange.parse("127.71.3.0/26")), List.of());

      SweepOutcome outcome = new TcpSweep(door).sweep(wider, open -> {}, done -> {});

      assertThat(outcome.addresses()).isEqualTo(31);
      assertThat(outcome.open()).isEmpty();
      assertThat(outside.accepted()).isZero();
    }
  }

  @Test
  void stopped_sweep_is_not_complete() throws Exception {
    try (NetworkDoor door = Mandates.door("127.71.0.0/16")) {
      SweepOutcome outcome =
          new TcpSweep(door)
              .sweep(
                  door.mandate().scope(),
                  open -> {},
                  done -> {
                    if (done > 0) {
                      door.stop();
                    }
                  });

      assertThat(outcome.complete()).isFalse();
      assertThat(outcome.addresses()).isLessThan(65_534);
    }
  }

  @Test
  void sweep_without_a_mandate_in_force_does_nothing() throws Exception {
    try (NetworkDoor door =
        new NetworkDoor(
            Mandates.of(RANGE),
            PortPlan.standard(),
            InstantSource.fixed(Mandates.NOW.minus(Duration.ofDays(9))),
            DoorLimits.practice())) {
      SweepOutcome outcome = sweep(door);

      assertThat(outcome.complete()).isFalse();
      assertThat(outcome.addresses()).isZero();
      assertThat(door.counters()).isEmpty();
    }
  }

  private static SweepOutcome sweep(NetworkDoor door) throws InterruptedException {
    return new TcpSweep(door).sweep(door.mandate().scope(), open -> {}, done -> {});
  }
}
