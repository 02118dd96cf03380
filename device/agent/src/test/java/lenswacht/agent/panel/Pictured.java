package lenswacht.agent.panel;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lenswacht.agent.panel.PartCheck.Part;
import lenswacht.agent.panel.View.About;
import lenswacht.link.Progress;
import lenswacht.observation.JournalEvent.Phase;
import lenswacht.observation.ScanLevel;
import lenswacht.observation.Whereabouts;
import lenswacht.observation.Whereabouts.Standing;

/// The screens that the manual shows, each as it looks on an ordinary visit.
public final class Pictured {
  private static final Permit PERMIT =
      new Permit(
          "BZK-2026-114",
          "Turfmarkt 147",
          ScanLevel.CAREFUL,
          LocalDateTime.of(2026, 11, 21, 17, 0),
          List.of("10.20.30.0/24", "10.20.31.0/24"),
          List.of("10.20.30.250"));

  private Pictured() {}

  /// The screens by the name of their picture.
  public static Map<String, Screen> screens(String language, boolean large) {
    Settings settings = States.settings(language, large);
    Map<String, Screen> screens = new LinkedHashMap<>();
    models(settings).forEach((name, model) -> screens.put(name, new ScreenWriter(model).screen()));
    return screens;
  }

  private static Map<String, PanelModel> models(Settings settings) {
    Facts alone = States.facts();
    Facts cabled = alone.around(alone.battery(), UsbCable.DATA, Verdict.FAILS);
    Facts online = alone.around(alone.battery(), UsbCable.DATA, Verdict.WORKS);
    Facts walking = alone.around(alone.battery(), UsbCable.NONE, Verdict.WORKS);
    Optional<Whereabouts> here = Optional.of(States.place("10.20.30.87", 30, Standing.INSIDE));
    Optional<Whereabouts> there = Optional.of(States.place("10.9.4.20", 12, Standing.OUTSIDE));
    Progress asking = progress(Phase.ASK, 11, 2, 4);
    Map<String, PanelModel> models = new LinkedHashMap<>();
    put(models, "s01-start", starting(), alone, settings);
    put(models, "s02-idle", new PanelState.Idle(), alone, settings);
    put(models, "s03-pairing", new PanelState.NeedsHuman("48219037"), cabled, settings);
    put(models, "s04-mandate", new PanelState.Mandated(PERMIT), cabled, settings);
    put(models, "s05-here", new PanelState.Ready(PERMIT, here), online, settings);
    put(
        models,
        "s06-refused",
        new PanelState.Refused(PanelState.Refusal.OUTSIDE_MANDATE, there),
        online,
        settings);
    put(models, "s07-busy", new PanelState.Transmitting(asking, here), walking, settings);
    put(
        models,
        "s08-done",
        new PanelState.Done(progress(Phase.FINISH, 17, 2, 4), true, 4, States.found()),
        walking,
        settings);
    put(models, "s09-next-spot", new PanelState.NextSpot(2, 4, "kantoor 1.12"), alone, settings);
    put(
        models,
        "s10-emergency-stop",
        new PanelState.EmergencyStop(LocalTime.of(10, 22, 7)),
        walking,
        settings);
    put(
        models,
        "s11-battery",
        new PanelState.Transmitting(asking, here),
        alone.around(States.LOW, UsbCable.NONE, Verdict.WORKS),
        settings);
    put(models, "s12-off", new PanelState.SafeToUnplug(3104, Verdict.WORKS), alone, settings);
    put(models, "s13-fault", new PanelState.Fault("LW-217"), alone, settings);
    put(
        models,
        "s14-power-only",
        new PanelState.Idle(),
        alone.around(Battery.NOT_DETERMINED, UsbCable.POWER_ONLY, Verdict.FAILS),
        settings);
    PanelModel idle =
        States.model(new PanelState.Idle(), alone.under(Optional.of(PERMIT)), settings);
    models.put("menu", idle.at(new View.Menu(3, idle.view())));
    models.put("about", idle.at(new View.Pages(About.DEVICE, 0, idle.view())));
    models.put("self-test", tested(idle));
    return models;
  }

  private static PanelModel tested(PanelModel idle) {
    List<PartCheck> checks =
        Stream.of(Part.values())
            .map(
                part -> new PartCheck(part, part == Part.CLOCK ? Verdict.FAILS : Verdict.WORKS, ""))
            .toList();
    return States.model(idle.state(), idle.facts().checked(checks), idle.settings())
        .at(new View.Pages(About.SELF_TEST, 0, idle.view()));
  }

  private static void put(
      Map<String, PanelModel> models,
      String name,
      PanelState state,
      Facts facts,
      Settings settings) {
    models.put(name, States.model(state, facts, settings));
  }

  private static PanelState starting() {
    List<PartCheck> done =
        Stream.of(Part.LAMPS, Part.KEYS, Part.BUZZER, Part.CLOCK)
            .map(part -> new PartCheck(part, Verdict.WORKS, ""))
            .toList();
    return new PanelState.Starting(done, Duration.ofSeconds(28));
  }

  private static Progress progress(Phase phase, int cameras, int recorders, int unknown) {
    return new Progress(
        phase,
        7,
        12,
        cameras,
        recorders,
        unknown,
        23,
        Duration.ofMinutes(9),
        Duration.ofMinutes(13),
        phase != Phase.FINISH);
  }
}
