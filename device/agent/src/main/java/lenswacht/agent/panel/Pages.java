package lenswacht.agent.panel;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import lenswacht.link.Progress;
import lenswacht.observation.Whereabouts;

/// The texts that one screen does not hold.
final class Pages {
  private static final int LONGEST = 80;

  private final PanelModel model;
  private final PanelTexts texts;

  Pages(PanelModel model) {
    this.model = model;
    this.texts = model.settings().texts();
  }

  /// The text about `what`.
  Body of(View.About what) {
    Body body = new Body();
    switch (what) {
      case MORE -> more(body, model.state());
      case DEVICE -> device(body);
      case MANDATE ->
          model
              .facts()
              .permit()
              .ifPresentOrElse(permit -> permit(body, permit), () -> say(body, "idle.none"));
      case LAST_RUN ->
          model.last().ifPresentOrElse(done -> more(body, done), () -> say(body, "last.none"));
      case SELF_TEST -> selfTest(body);
      case UNPAIR -> say(body, "unpair.console");
    }
    return body;
  }

  private void more(Body body, PanelState state) {
    switch (state) {
      case PanelState.Mandated(Permit permit) -> permit(body, permit);
      case PanelState.Ready(Permit permit, Optional<Whereabouts> place) -> {
        place.ifPresent(where -> place(body, where));
        permit(body, permit);
      }
      case PanelState.Refused(PanelState.Refusal reason, Optional<Whereabouts> place) -> {
        say(body, "refusal." + reason);
        place.ifPresent(where -> place(body, where));
        model.facts().permit().ifPresent(permit -> permit(body, permit));
      }
      case PanelState.Listening(Progress progress, Optional<Whereabouts> place) ->
          run(body, progress, place);
      case PanelState.Transmitting(Progress progress, Optional<Whereabouts> place) ->
          run(body, progress, place);
      case PanelState.Paused(Progress progress) -> run(body, progress, Optional.empty());
      case PanelState.Done done -> {
        body.words(texts.count("cameras", done.progress().cameras()));
        body.words(texts.count("recorders", done.progress().recorders()));
        body.words(texts.text("others", done.progress().others()));
        done.found().forEach(one -> body.words(limited(one)));
      }
      case PanelState.Fault(String code) -> {
        body.words(texts.text("fault.code", code));
        body.words(texts.textOr("fault." + code, "fault.other"));
        say(body, "fault.todo");
      }
      case PanelState.Starting _,
          PanelState.Idle(),
          PanelState.NeedsHuman _,
          PanelState.NextSpot _,
          PanelState.EmergencyStop _,
          PanelState.SafeToUnplug _ ->
          device(body);
    }
  }

  private void device(Body body) {
    Facts facts = model.facts();
    body.words(limited(facts.device()));
    body.words(texts.text("device.version", limited(facts.version())));
    facts
        .battery()
        .percent()
        .ifPresentOrElse(
            percent -> body.words(texts.text("battery.percent", percent)),
            () -> say(body, "battery.unknown"));
    say(body, "cable." + facts.cable());
    say(body, "network." + facts.network());
  }

  private void permit(Body body, Permit permit) {
    body.words(limited(permit.number()));
    body.words(limited(permit.site()));
    body.words(texts.text("level." + permit.level()));
    body.words(new Bodies(model).until(permit.until()));
    named(body, "permit.ranges", permit.ranges());
    if (!permit.exclusions().isEmpty()) {
      named(body, "permit.exclusions", permit.exclusions());
    }
  }

  private void place(Body body, Whereabouts where) {
    where.vlans().forEach(number -> body.words(texts.text("here.vlan", number)));
    named(
        body,
        "place.addresses",
        where.addresses().stream().map(InetAddress::getHostAddress).toList());
    named(
        body,
        "place.gateways",
        where.gateways().stream().map(InetAddress::getHostAddress).toList());
    for (Whereabouts.SwitchPort port : where.switchPorts()) {
      body.words(limited(port.name()) + texts.text("here.port", limited(port.port())));
    }
  }

  private void run(Body body, Progress progress, Optional<Whereabouts> place) {
    body.words(texts.count("cameras", progress.cameras()));
    body.words(texts.count("recorders", progress.recorders()));
    body.words(texts.text("unknown", progress.unknown()));
    body.words(texts.text("others", progress.others()));
    place.ifPresent(where -> place(body, where));
    model.facts().permit().ifPresent(permit -> permit(body, permit));
  }

  private void selfTest(Body body) {
    if (model.facts().checks().isEmpty()) {
      say(body, "test.going");
    }
    for (PartCheck check : model.facts().checks()) {
      body.pair(texts.text("part." + check.part()), texts.text("verdict." + check.verdict()));
    }
  }

  private void named(Body body, String title, List<String> names) {
    if (names.isEmpty()) {
      body.words(texts.text(title) + " " + texts.text("verdict.NOT_DETERMINED"));
      return;
    }
    say(body, title);
    names.forEach(name -> body.words(limited(name)));
  }

  private void say(Body body, String key) {
    body.words(texts.text(key));
  }

  private static String limited(String text) {
    return Fold.cut(text, LONGEST);
  }
}
