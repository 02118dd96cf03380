package lenswacht.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lenswacht.knowledge.Edition;
import lenswacht.knowledge.Freshness;
import lenswacht.observation.BoxState;
import lenswacht.observation.ClockTrust;
import lenswacht.observation.Forecast;
import lenswacht.observation.Mandate;

/// What is looked at before a visit, each in one line: in order, to be attended to, or not known.
/// Nothing here keeps anybody from going; it says what to do next.
///
/// @param mandate what was allowed; empty where no mandate was opened
/// @param isSealHeld whether the mandate's signature holds
/// @param box how the device is; empty where none is connected
/// @param edition what is known
/// @param now the time of this computer
public record Preflight(
    Optional<Mandate> mandate,
    boolean isSealHeld,
    Optional<BoxState> box,
    Edition edition,
    Instant now) {
  private static final Duration MOST_APART = Duration.ofSeconds(10);
  private static final int LOW_PERCENT = 20;
  private static final long LITTLE_ROOM = 1L << 30;

  /// What is looked at, in order.
  public enum Part {
    /// Whether it is there, holds, and is in force.
    MANDATE,
    /// Whether the device's time can be trusted.
    CLOCK,
    /// Whether it lasts.
    BATTERY,
    /// Whether there is room for the journal.
    STORAGE,
    /// How old the list of makers is.
    MAKERS,
    /// How old what is known of vulnerabilities is.
    VULNERABILITIES,
    /// Whether the device is plugged in.
    NETWORK
  }

  /// What came of looking.
  public enum State {
    /// In order.
    READY,
    /// Somebody has to see to it.
    ATTEND,
    /// It was not, or could not be, looked at.
    NOT_KNOWN
  }

  /// One line.
  ///
  /// @param part what was looked at
  /// @param state what came of it
  /// @param says the same in words
  /// @param next what to do now; empty where it is in order
  public record Line(Part part, State state, String says, String next) {}

  /// All seven lines in a language.
  public List<Line> lines(Locale language) {
    Wording words = new Wording(language);
    List<Line> lines = new ArrayList<>();
    lines.add(mandateLine(words));
    lines.add(box.map(state -> clock(words, state)).orElseGet(() -> absent(words, Part.CLOCK)));
    lines.add(box.map(state -> battery(words, state)).orElseGet(() -> absent(words, Part.BATTERY)));
    lines.add(box.map(state -> storage(words, state)).orElseGet(() -> absent(words, Part.STORAGE)));
    lines.addAll(knowledge(words));
    lines.add(box.map(state -> network(words, state)).orElseGet(() -> absent(words, Part.NETWORK)));
    return lines;
  }

  /// The name of a part.
  public static String name(Part part, Locale language) {
    return new Wording(language).say("preflight.part", part);
  }

  private static Line ready(Part part, String says) {
    return new Line(part, State.READY, says, "");
  }

  private static Line attend(Part part, String says, String next) {
    return new Line(part, State.ATTEND, says, next);
  }

  private static Line open(Part part, String says, String next) {
    return new Line(part, State.NOT_KNOWN, says, next);
  }

  private static Line absent(Wording words, Part part) {
    return open(part, words.say("preflight.absent"), words.say("preflight.absent.next"));
  }

  private Line mandateLine(Wording words) {
    if (mandate.isEmpty()) {
      return attend(
          Part.MANDATE,
          words.say("preflight.mandate.none"),
          words.say("preflight.mandate.none.next"));
    }
    Mandate allowed = mandate.get();
    if (!isSealHeld) {
      return attend(
          Part.MANDATE,
          words.say("preflight.mandate.seal", allowed.id()),
          words.say("preflight.mandate.seal.next"));
    }
    if (now.isBefore(allowed.from())) {
      return attend(
          Part.MANDATE,
          words.say("preflight.mandate.early", allowed.id(), words.moment(allowed.from())),
          words.say("preflight.mandate.early.next"));
    }
    return now.isBefore(allowed.until())
        ? ready(
            Part.MANDATE,
            words.say("preflight.mandate.ready", allowed.id(), words.moment(allowed.until())))
        : attend(
            Part.MANDATE,
            words.say("preflight.mandate.over", allowed.id(), words.moment(allowed.until())),
            words.say("preflight.mandate.over.next"));
  }

  private Line clock(Wording words, BoxState state) {
    Duration apart = Duration.between(state.clock(), now).abs();
    if (state.trust() == ClockTrust.UNKNOWN) {
      return open(
          Part.CLOCK, words.say("preflight.clock.unknown"), words.say("preflight.clock.next"));
    }
    String says =
        words.say(
            "preflight.clock", words.say("preflight.trust", state.trust()), apart.toSeconds());
    return apart.compareTo(MOST_APART) <= 0
        ? ready(Part.CLOCK, says)
        : attend(Part.CLOCK, says, words.say("preflight.clock.next"));
  }

  private Line battery(Wording words, BoxState state) {
    if (state.batteryPercent().isEmpty()) {
      return open(
          Part.BATTERY,
          words.say("preflight.battery.unknown"),
          words.say("preflight.battery.unknown.next"));
    }
    int percent = state.batteryPercent().get();
    String says =
        words.say(
            state.charging() ? "preflight.battery.charging" : "preflight.battery",
            percent,
            mandate.map(allowed -> minutes(Forecast.of(allowed).atMost())).orElse(0L));
    return percent >= LOW_PERCENT || state.charging()
        ? ready(Part.BATTERY, says)
        : attend(Part.BATTERY, says, words.say("preflight.battery.next"));
  }

  private static long minutes(Duration time) {
    return Math.max(1, time.plusSeconds(59).toMinutes());
  }

  private static Line storage(Wording words, BoxState state) {
    if (state.readOnly()) {
      return attend(
          Part.STORAGE,
          words.say("preflight.storage.read-only"),
          words.say("preflight.storage.read-only.next"));
    }
    if (state.freeOctets().isEmpty()) {
      return open(
          Part.STORAGE,
          words.say("preflight.storage.unknown"),
          words.say("preflight.storage.next"));
    }
    long free = state.freeOctets().get();
    String says = words.say("preflight.storage", words.number(free >> 20));
    return free >= LITTLE_ROOM
        ? ready(Part.STORAGE, says)
        : attend(Part.STORAGE, says, words.say("preflight.storage.next"));
  }

  private List<Line> knowledge(Wording words) {
    Freshness age = Freshness.of(edition, LocalDate.ofInstant(now, ZoneOffset.UTC));
    String makers = days(words, age.makersDays(), age.makers());
    String holes = days(words, age.vulnerabilitiesDays(), age.vulnerabilities());
    String next = words.say("preflight.old.next");
    return List.of(
        age.areMakersOld()
            ? attend(Part.MAKERS, makers + words.say("preflight.old"), next)
            : ready(Part.MAKERS, makers),
        age.areVulnerabilitiesOld()
            ? attend(Part.VULNERABILITIES, holes + words.say("preflight.old"), next)
            : ready(Part.VULNERABILITIES, holes));
  }

  private static String days(Wording words, long days, LocalDate since) {
    return words.say(days == 1 ? "preflight.day" : "preflight.days", days, words.day(since));
  }

  private static Line network(Wording words, BoxState state) {
    Optional<BoxState.Port> plugged =
        state.ports().stream().filter(port -> port.plugged() == BoxState.Plugged.YES).findFirst();
    if (plugged.isPresent()) {
      return ready(
          Part.NETWORK,
          words.say("preflight.network", plugged.get().name(), plugged.get().hardware()));
    }
    boolean isOut =
        !state.ports().isEmpty()
            && state.ports().stream().allMatch(port -> port.plugged() == BoxState.Plugged.NO);
    return isOut
        ? attend(
            Part.NETWORK,
            words.say("preflight.network.out"),
            words.say("preflight.network.out.next"))
        : open(
            Part.NETWORK,
            words.say("preflight.network.unknown"),
            words.say("preflight.network.out.next"));
  }
}
