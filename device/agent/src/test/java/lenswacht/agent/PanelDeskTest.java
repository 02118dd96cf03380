package lenswacht.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import lenswacht.agent.panel.Facts;
import lenswacht.agent.panel.Key;
import lenswacht.agent.panel.Panel;
import lenswacht.agent.panel.PanelState;
import lenswacht.agent.panel.PanelTexts;
import lenswacht.agent.panel.Screen;
import lenswacht.agent.panel.Settings;
import lenswacht.agent.panel.Shown;
import lenswacht.agent.panel.Tone;
import lenswacht.agent.panel.Verdict;
import lenswacht.link.Progress;
import lenswacht.observation.AddressRange;
import lenswacht.observation.Intrusiveness;
import lenswacht.observation.JournalEvent.Phase;
import lenswacht.observation.JournalEvent.RunOutcome;
import lenswacht.observation.Mandate;
import lenswacht.observation.ScanScope;
import lenswacht.observation.Whereabouts;
import lenswacht.observation.Whereabouts.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From what happens on the device to what stands on its display.
class PanelDeskTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:22:07Z");
  private static final Mandate MANDATE =
      new Mandate(
          "BZK-2026-114",
          "Turfmarkt 147",
          "Head of facilities",
          new ScanScope(List.of(AddressRange.parse("10.20.30.0/24")), List.of()),
          NOW.minusSeconds(60),
          NOW.plusSeconds(3600),
          Intrusiveness.ASK,
          100,
          false);

  private static final Progress PROGRESS =
      new Progress(Phase.ASK, 1, 2, 3, 0, 0, 0, Duration.ZERO, Duration.ofMinutes(1), true);

  @TempDir Path folder;
  private final Glass glass = new Glass();

  @Test
  void kept_mandate_waits_for_its_network_and_says_whether_it_is_the_right_one() {
    PanelDesk desk = desk(List.of());
    desk.rest();
    assertThat(glass.name()).isEqualTo(Screen.Name.IDLE);
    desk.keeps(Optional.of(MANDATE));
    assertThat(glass.name()).isEqualTo(Screen.Name.MANDATE);
    desk.stands(at("10.20.30.87", Standing.INSIDE));
    assertThat(glass.name()).isEqualTo(Screen.Name.HERE);
    assertThat(glass.rows()).contains("INSIDE MANDATE").anyMatch(row -> row.contains("VLAN 30"));
    desk.stands(at("10.9.4.20", Standing.OUTSIDE));
    assertThat(glass.name()).isEqualTo(Screen.Name.REFUSED);
    desk.stands(Optional.empty());
    assertThat(glass.name()).isEqualTo(Screen.Name.MANDATE);
    desk.keeps(Optional.empty());
    assertThat(glass.name()).isEqualTo(Screen.Name.IDLE);
  }

  @Test
  void device_is_sent_from_spot_to_spot_and_is_there_only_once_it_was_unplugged() {
    PanelDesk desk = desk(List.of("hall", "office"));
    desk.rest();
    desk.keeps(Optional.of(MANDATE));
    assertThat(glass.rows()).contains("hall");
    desk.stands(at("10.20.30.87", Standing.INSIDE));
    assertThat(desk.spot()).contains("hall");
    run(desk);
    glass.press(Key.RIGHT);
    assertThat(glass.name()).isEqualTo(Screen.Name.NEXT_SPOT);
    assertThat(glass.rows()).contains("office");
    desk.stands(at("10.20.30.87", Standing.INSIDE));
    assertThat(glass.name()).as("still in the old socket").isEqualTo(Screen.Name.NEXT_SPOT);
    desk.stands(Optional.empty());
    desk.stands(at("10.20.30.88", Standing.INSIDE));
    assertThat(glass.name()).isEqualTo(Screen.Name.HERE);
    assertThat(desk.spot()).contains("office");
    assertThat(desk.hasMoreSpots()).isFalse();
  }

  @Test
  void self_test_that_ends_late_disturbs_no_run_and_no_pairing() {
    PanelDesk desk = desk(List.of());
    desk.starting(new PanelState.Starting(List.of(), Duration.ZERO));
    desk.granted(MANDATE);
    desk.progress(PROGRESS);
    desk.starting(new PanelState.Starting(List.of(), Duration.ZERO));
    desk.rest();
    assertThat(glass.name()).isEqualTo(Screen.Name.BUSY);
  }

  @Test
  void emergency_stop_stays_until_a_person_goes_on_whatever_ends_meanwhile() {
    PanelDesk desk = desk(List.of());
    desk.rest();
    desk.granted(MANDATE);
    desk.progress(PROGRESS);
    glass.press(new Key(Key.Name.L, Key.Press.HELD));
    desk.progress(PROGRESS);
    desk.ended(RunOutcome.STOPPED, PROGRESS, 0, List.of());
    desk.keeps(Optional.empty());
    desk.rest();
    assertThat(desk.confirm("48219037")).isFalse();
    assertThat(glass.name()).isEqualTo(Screen.Name.EMERGENCY_STOP);
    assertThat(desk.isHalted()).isTrue();
    glass.press(Key.RIGHT);
    assertThat(glass.name()).isEqualTo(Screen.Name.IDLE);
    assertThat(desk.isHalted()).isFalse();
  }

  @Test
  void end_tells_the_lines_of_the_journal_and_whether_they_hold() {
    PanelDesk desk = desk(List.of());
    desk.rest();
    desk.safeToUnplug(3104, Verdict.WORKS);
    assertThat(glass.rows()).contains("3104 lines", "chain whole");
  }

  @Test
  void settings_outlive_a_restart() throws Exception {
    PanelSettings kept = new PanelSettings(folder);
    PanelTexts texts = PanelTexts.of(Locale.ENGLISH);
    assertThat(kept.read(texts)).isEqualTo(Settings.usual(texts));
    kept.keep(new Settings(texts, false, true));
    assertThat(new PanelSettings(folder).read(texts)).isEqualTo(new Settings(texts, false, true));
    Files.writeString(folder.resolve("panel.properties"), "silent=\\uXYZ");
    assertThat(kept.read(texts)).isEqualTo(Settings.usual(texts));
  }

  private void run(PanelDesk desk) {
    desk.granted(MANDATE);
    desk.progress(PROGRESS);
    assertThat(glass.name()).isEqualTo(Screen.Name.BUSY);
    desk.ended(RunOutcome.COMPLETE, PROGRESS, 0, List.of());
    assertThat(glass.name()).isEqualTo(Screen.Name.DONE);
  }

  private PanelDesk desk(List<String> spots) {
    Settings settings = Settings.usual(PanelTexts.of(Locale.ENGLISH));
    Facts facts = Facts.of("LW-0042", "0.1.0");
    return new PanelDesk(glass, facts, settings, new SpotList(spots), () -> NOW);
  }

  private static Optional<Whereabouts> at(String address, Standing standing) {
    return Optional.of(
        new Whereabouts(
            "eth0",
            List.of(InetAddress.ofLiteral(address)),
            List.of(),
            List.of(),
            List.of(30),
            List.of(),
            standing));
  }

  /// A panel that keeps what it shows.
  private static final class Glass implements Panel {
    private final List<Shown> shown = new ArrayList<>();
    private Consumer<Key> finger = _ -> {};

    Screen.Name name() {
      return shown.getLast().screen().name();
    }

    List<String> rows() {
      return shown.getLast().screen().rows();
    }

    void press(Key key) {
      finger.accept(key);
    }

    @Override
    public void show(Shown next) {
      shown.add(next);
    }

    @Override
    public void keys(Consumer<Key> listener) {
      finger = listener;
    }

    @Override
    public void sound(Tone tone) {}

    @Override
    public void close() {}
  }
}
