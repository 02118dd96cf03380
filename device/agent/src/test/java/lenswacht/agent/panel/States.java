package lenswacht.agent.panel;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import lenswacht.agent.panel.PartCheck.Part;
import lenswacht.link.Progress;
import lenswacht.observation.JournalEvent.Phase;
import lenswacht.observation.ScanLevel;
import lenswacht.observation.Whereabouts;
import lenswacht.observation.Whereabouts.Standing;

/// One panel state of each kind, with the longest values that occur, and what surrounds them.
public final class States {
  /// The moment at which every test of the panel happens.
  public static final Instant NOW = Instant.parse("2026-11-21T10:22:07Z");

  static final Permit PERMIT =
      new Permit(
          "BZK-2026-1147-A-00021",
          "Turfmarkt 147, Den Haag, tweede verdieping",
          ScanLevel.CAREFUL,
          LocalDateTime.of(2026, 12, 31, 17, 0),
          List.of("10.20.30.0/24", "10.20.31.0/24"),
          List.of("10.20.30.250"));

  static final Battery LOW =
      new Battery(OptionalInt.of(9), Optional.of(Duration.ofMinutes(34)), false);

  private States() {}

  /// All of them.
  public static List<PanelState> all() {
    Progress most = progress(Phase.FOLLOW_UP, 65_535, Duration.ofHours(97), Duration.ofHours(99));
    Optional<Whereabouts> place = Optional.of(place("255.255.255.255", 4094, Standing.INSIDE));
    List<PanelState> states =
        new ArrayList<>(
            List.of(
                new PanelState.Idle(),
                new PanelState.Mandated(PERMIT),
                new PanelState.Mandated(other(ScanLevel.LISTEN)),
                new PanelState.Mandated(other(ScanLevel.THOROUGH)),
                new PanelState.Ready(PERMIT, place),
                new PanelState.Listening(most, place),
                new PanelState.Paused(most),
                new PanelState.Done(most, true, Long.MAX_VALUE, found()),
                new PanelState.Done(most, false, 9_999_999, List.of()),
                new PanelState.NeedsHuman("48219037"),
                new PanelState.NextSpot(99, 99, "kantoor 1.12 zuid-hal"),
                new PanelState.EmergencyStop(LocalTime.of(22, 22, 7)),
                new PanelState.Fault("LW-217"),
                new PanelState.Fault("LW-110"),
                new PanelState.Fault("LW-100"),
                new PanelState.Fault("LW-999")));
    for (Part part : Part.values()) {
      for (Verdict verdict : Verdict.values()) {
        states.add(
            new PanelState.Starting(
                List.of(new PartCheck(part, verdict, "")), Duration.ofSeconds(28)));
      }
    }
    for (Phase phase : Phase.values()) {
      for (int unit : new int[] {1, 5, 100, 5000, 300_000}) {
        Duration left = Duration.ofSeconds(unit);
        states.add(new PanelState.Transmitting(progress(phase, 1, left, left.plus(left)), place));
        states.add(new PanelState.Transmitting(progress(phase, 0, left, left), Optional.empty()));
      }
    }
    for (Standing standing : Standing.values()) {
      states.add(new PanelState.Ready(PERMIT, Optional.of(place("10.20.30.87", 30, standing))));
    }
    states.add(new PanelState.Ready(PERMIT, Optional.of(bare())));
    for (PanelState.Refusal reason : PanelState.Refusal.values()) {
      states.add(new PanelState.Refused(reason, place));
      states.add(new PanelState.Refused(reason, Optional.empty()));
    }
    for (Verdict chain : Verdict.values()) {
      states.add(new PanelState.SafeToUnplug(9_999_999, chain));
      states.add(new PanelState.SafeToUnplug(1, chain));
    }
    return states;
  }

  private static Permit other(ScanLevel level) {
    return new Permit("M-1", "Hal", level, PERMIT.until(), List.of("10.20.30.0/24"), List.of());
  }

  static Progress progress(Phase phase, int cameras, Duration least, Duration most) {
    return new Progress(phase, 5, 12, cameras, cameras, cameras, cameras, least, most, true);
  }

  static Whereabouts place(String address, int vlan, Standing standing) {
    return new Whereabouts(
        "eth0",
        List.of(InetAddress.ofLiteral(address)),
        List.of(InetAddress.ofLiteral("10.20.30.1")),
        List.of(),
        List.of(vlan),
        List.of(new Whereabouts.SwitchPort("lldp", "CAM-2", "", "14", vlan, "")),
        standing);
  }

  /// A place of which nothing but a network card is known.
  static Whereabouts bare() {
    return new Whereabouts(
        "eth0", List.of(), List.of(), List.of(), List.of(), List.of(), Standing.NOT_DETERMINED);
  }

  static List<String> found() {
    return List.of("10.20.30.7 Hikvision", "10.20.30.8 Dahua", "10.20.30.12");
  }

  /// A device in this state, with what surrounds it.
  static PanelModel model(PanelState state, Facts facts, Settings settings) {
    PanelModel fresh = PanelModel.fresh(facts, settings, NOW);
    return new PanelModel(state, facts, settings, fresh.view(), Optional.empty(), 0, NOW, false);
  }

  static Facts facts() {
    return Facts.of("LW-0042", "0.1.0")
        .around(
            new Battery(OptionalInt.of(83), Optional.of(Duration.ofHours(7)), false),
            UsbCable.NONE,
            Verdict.FAILS);
  }

  static Settings settings(String language, boolean large) {
    return new Settings(PanelTexts.of(Locale.of(language)), true, large);
  }
}
