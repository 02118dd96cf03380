package lenswacht.agent.panel;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import lenswacht.agent.panel.Screen.Name;
import lenswacht.link.Progress;
import lenswacht.observation.Whereabouts;

/// What each screen says.
final class Bodies {
  private static final int BAR = 12;
  private static final long MOST_COUNTED = 9_999_999;

  private final PanelModel model;
  private final PanelTexts texts;

  Bodies(PanelModel model) {
    this.model = model;
    this.texts = model.settings().texts();
  }

  /// The body of the screen `name`, for what the device is doing.
  Body of(Name name) {
    return switch (name) {
      case IDLE -> idle();
      case BATTERY -> battery();
      case POWER_ONLY ->
          new Body().words(texts.text("cable.power")).gap().words(texts.text("cable.other"));
      case START,
          PAIRING,
          MANDATE,
          HERE,
          REFUSED,
          BUSY,
          DONE,
          NEXT_SPOT,
          EMERGENCY_STOP,
          OFF,
          FAULT ->
          of(model.state());
      case MENU, PAGES -> throw new IllegalArgumentException(name + " is written elsewhere");
    };
  }

  private Body of(PanelState state) {
    return switch (state) {
      case PanelState.Starting starting -> start(starting);
      case PanelState.Idle() -> idle();
      case PanelState.NeedsHuman human ->
          new Body().words(texts.text("pairing.same")).gap().headline(human.grouped());
      case PanelState.Mandated(Permit permit) -> mandate(permit);
      case PanelState.Ready(Permit _, Optional<Whereabouts> place) -> here(place);
      case PanelState.Refused refused -> refused(refused);
      case PanelState.Listening listening -> busy(listening.progress(), "phase.LISTEN");
      case PanelState.Transmitting asking ->
          busy(asking.progress(), "phase." + asking.progress().phase());
      case PanelState.Paused paused -> busy(paused.progress(), "phase.PAUSED");
      case PanelState.Done done -> done(done);
      case PanelState.NextSpot spot -> spot(spot);
      case PanelState.EmergencyStop stop ->
          new Body()
              .headline(texts.text("stop.at", Times.second(stop.at())))
              .words(texts.text("stop.nothing"))
              .words(texts.text("stop.reason"));
      case PanelState.Fault(String code) ->
          new Body()
              .line(texts.text("fault.code", code))
              .words(texts.textOr("fault." + code, "fault.other"))
              .words(texts.text("fault.kept"));
      case PanelState.SafeToUnplug(long lines, Verdict chain) ->
          new Body()
              .headline(texts.text("off.1"))
              .headline(texts.text("off.2"))
              .line(texts.text("off.closed"))
              .line(texts.count("lines", lines))
              .line(texts.text("chain." + chain));
    };
  }

  private Body start(PanelState.Starting starting) {
    int all = PartCheck.Part.values().length;
    int done = starting.done().size();
    Body body = new Body().pair(texts.text("start.name"), "v" + model.facts().version()).gap();
    body.line(texts.text("start.left", starting.left().toSeconds()));
    body.pair(bar(done, all), 100 * done / all + "%");
    if (done > 0) {
      PartCheck last = starting.done().getLast();
      body.pair(
          texts.text("start.test", done, all),
          texts.text("part." + last.part()) + " " + texts.text("verdict." + last.verdict()));
    }
    return body.gap().line(model.facts().device());
  }

  private Body idle() {
    Optional<Permit> permit = model.facts().permit();
    return new Body()
        .gap()
        .headline(texts.text("idle.ready"))
        .line(permit.map(Permit::number).orElseGet(() -> texts.text("idle.none")))
        .gap()
        .line(texts.text(permit.isPresent() ? "mandate.connect" : "idle.pair"));
  }

  private Body mandate(Permit permit) {
    return new Body()
        .line(texts.text("mandate.title"))
        .line(permit.number())
        .pair(
            texts.text("level." + permit.level()), texts.count("networks", permit.ranges().size()))
        .line(until(permit.until()))
        .gap()
        .line(texts.text("mandate.connect"));
  }

  /// Until when a mandate holds; the day is left out where there is no other clock to compare with.
  String until(LocalDateTime until) {
    String day = DateTimeFormatter.ofPattern(texts.text("format.day"), Locale.ROOT).format(until);
    String time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(until);
    return texts.text("mandate.until", day, time);
  }

  private Body here(Optional<Whereabouts> place) {
    Body body = place(new Body(), place);
    Optional<Whereabouts.SwitchPort> port =
        place.flatMap(where -> where.switchPorts().stream().findFirst());
    port.ifPresent(one -> body.line(one.name(), texts.text("here.port", one.port())));
    if (port.isEmpty()) {
      body.line(texts.text("here.noport"));
    }
    String standing = place.map(where -> where.standing().name()).orElse("NOT_DETERMINED");
    return body.headline(texts.text("here." + standing)).gap().line(texts.text("here.start"));
  }

  private Body refused(PanelState.Refused refused) {
    Body body = new Body();
    refused.place().ifPresent(where -> body.line(address(where)));
    return body.gap()
        .headline(texts.text("refused.title"))
        .words(texts.text("refusal.short." + refused.reason()))
        .words(texts.text("refused.nothing"));
  }

  private Body place(Body body, Optional<Whereabouts> place) {
    return place
        .map(
            where ->
                body.pair(
                    where.vlans().stream()
                        .findFirst()
                        .map(number -> texts.text("here.vlan", number))
                        .orElse(""),
                    address(where)))
        .orElseGet(() -> body.line(texts.text("here.unknown")));
  }

  /// The address that a person knows the device by: of IPv4, where there is one.
  private String address(Whereabouts where) {
    return where.addresses().stream()
        .filter(Inet4Address.class::isInstance)
        .findFirst()
        .or(() -> where.addresses().stream().findFirst())
        .map(InetAddress::getHostAddress)
        .orElseGet(() -> texts.text("here.unknown"));
  }

  private Body busy(Progress progress, String phase) {
    String last = phase.equals("phase.PAUSED") ? texts.text("busy.on") : remaining(progress);
    return new Body()
        .pair(texts.text("busy.phase", number(progress)), texts.text(phase))
        .line(bar(progress.done(), progress.total()))
        .line(texts.count("cameras", progress.cameras()))
        .pair(
            texts.count("recorders", progress.recorders()),
            texts.text("unknown", progress.unknown()))
        .line(last);
  }

  private static int number(Progress progress) {
    return switch (progress.phase()) {
      case LISTEN -> 1;
      case SWEEP -> 2;
      case ASK, IDENTIFY -> 3;
      case FOLLOW_UP, FINISH -> 4;
    };
  }

  private String remaining(Progress progress) {
    Duration most = progress.remainingAtMost();
    String unit = Times.unit(most);
    long least = Times.in(unit, progress.remainingAtLeast());
    long longest = Math.max(1, Times.in(unit, most));
    return least == longest
        ? texts.text("left.one." + unit, longest)
        : texts.text("left." + unit, least, longest);
  }

  private Body done(PanelState.Done done) {
    Progress progress = done.progress();
    return new Body()
        .pair(
            texts.text(done.complete() ? "done.complete" : "done.stopped"),
            texts.count("cameras", progress.cameras()))
        .line(texts.count("recorders", progress.recorders()))
        .line(texts.text("unknown", progress.unknown()))
        .line(
            done.unseen() > MOST_COUNTED
                ? texts.text("unseen", ">" + MOST_COUNTED)
                : texts.text("unseen", done.unseen()))
        .gap()
        .line(texts.text("done.console"));
  }

  private Body spot(PanelState.NextSpot spot) {
    return new Body()
        .pair(texts.text("spot.title"), texts.text("spot.of", spot.number(), spot.of()))
        .line(texts.text("spot.walk"))
        .words(spot.name())
        .gap()
        .words(texts.text("spot.plug"));
  }

  private Body battery() {
    Battery battery = model.facts().battery();
    Body body = new Body().headline(texts.text("battery.low"));
    battery
        .left()
        .ifPresentOrElse(
            left -> body.line(texts.text("left.one." + Times.unit(left), inUnit(left))),
            () -> body.line(texts.text("battery.percent", battery.percent().orElse(0))));
    Duration run = running().map(Progress::remainingAtMost).orElse(Duration.ZERO);
    if (battery.left().filter(left -> left.compareTo(run) < 0).isPresent()) {
      body.line(texts.text("battery.plan"));
    }
    body.words(texts.text(running().isPresent() ? "battery.finish" : "battery.charge"));
    battery
        .untilEnd()
        .ifPresent(left -> body.line(texts.text("battery.end." + Times.unit(left), inUnit(left))));
    return body;
  }

  private static long inUnit(Duration time) {
    return Times.in(Times.unit(time), time);
  }

  private Optional<Progress> running() {
    return switch (model.state()) {
      case PanelState.Listening(Progress progress, Optional<Whereabouts> _) ->
          Optional.of(progress);
      case PanelState.Transmitting(Progress progress, Optional<Whereabouts> _) ->
          Optional.of(progress);
      case PanelState.Starting _,
          PanelState.Idle(),
          PanelState.NeedsHuman _,
          PanelState.Mandated _,
          PanelState.Ready _,
          PanelState.Refused _,
          PanelState.Paused _,
          PanelState.Done _,
          PanelState.NextSpot _,
          PanelState.EmergencyStop _,
          PanelState.Fault _,
          PanelState.SafeToUnplug _ ->
          Optional.empty();
    };
  }

  private static String bar(long done, long total) {
    int full = total <= 0 ? 0 : (int) (BAR * Math.min(done, total) / total);
    return "[" + "=".repeat(full) + ".".repeat(BAR - full) + "]";
  }
}
