package lenswacht.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lenswacht.assessment.outward.WaysOut;
import lenswacht.assessment.outward.WaysOut.Call;
import lenswacht.assessment.outward.WaysOut.FaceUse;
import lenswacht.assessment.outward.WaysOut.Log;
import lenswacht.assessment.outward.WaysOut.Outcome;
import lenswacht.assessment.outward.WaysOut.Trial;

/// The ways out of a site in words.
public final class WaysOutTale {
  private static final int MOST_LINES = 200;

  private final Wording wording;

  /// @param language Dutch or English
  public WaysOutTale(Locale language) {
    this(new Wording(language));
  }

  WaysOutTale(Wording wording) {
    this.wording = wording;
  }

  /// The tale as plain text.
  public String text(WaysOut ways) {
    StringBuilder text = new StringBuilder();
    part(text, "outward.calls", ways.calls().stream().map(this::call).toList());
    if (ways.calls().isEmpty()) {
      text.append(none(ways));
    }
    part(text, "outward.faces", ways.faces().stream().map(this::face).toList());
    part(text, "outward.logs", ways.logs().stream().map(this::log).toList());
    part(text, "outward.trials", ways.trials().stream().map(this::trial).toList());
    unwatched(ways).ifPresent(sentence -> text.append(sentence).append('\n'));
    return text.toString();
  }

  private void part(StringBuilder text, String key, List<String> lines) {
    if (!lines.isEmpty()) {
      text.append(wording.say(key)).append('\n');
      lines.stream().limit(MOST_LINES).forEach(line -> text.append("  ").append(line).append('\n'));
    }
  }

  /// What it means that no call is told.
  String none(WaysOut ways) {
    String none = ways.logs().isEmpty() ? "outward.no-log" : "outward.no-call";
    return wording.say(none) + "\n";
  }

  String call(Call call) {
    return wording.say(
        "outward.call",
        call.caller(),
        call.name(),
        operator(call),
        purpose(call),
        wording.number(call.times()),
        period(call.first(), call.last()),
        call.seenBy());
  }

  /// Who runs what was called, and where that stands.
  String operator(Call call) {
    String name = call.operator().isEmpty() ? wording.say("not-determined") : call.operator();
    return call.country().isEmpty() ? name : name + " (" + call.country() + ")";
  }

  String purpose(Call call) {
    String purpose = wording.say("outward.purpose", call.purpose());
    return call.isVerified() ? purpose : wording.say("outward.not-verified", purpose);
  }

  String period(Optional<Instant> first, Optional<Instant> last) {
    return first.isEmpty()
        ? wording.say("not-determined")
        : wording.moment(first.get()) + " – " + wording.moment(last.orElse(first.get()));
  }

  String face(FaceUse use) {
    String outcome = wording.say("outward.outcome", use.outcome());
    return use.outcome() == Outcome.OBSERVED
        ? wording.say(
            "outward.face.observed",
            use.segment(),
            outcome,
            use.service(),
            wording.number(use.times()),
            period(use.first(), use.last()))
        : wording.say("outward.face", use.segment(), outcome);
  }

  String log(Log log) {
    return wording.say(
        "outward.log",
        log.name(),
        log.format(),
        period(log.first(), log.last()),
        log.segments().isEmpty()
            ? wording.say("outward.no-segment")
            : String.join(", ", log.segments()),
        wording.number(log.lines()),
        wording.number(log.broken()));
  }

  String trial(Trial trial) {
    return wording.say(
        "outward.trial",
        trial.segment(),
        wording.say("outward.truth", trial.route()),
        wording.say("outward.truth", trial.names()),
        trial.endpoint(),
        wording.say("outward.truth", trial.reached()));
  }

  /// Of which assets nothing can be told, as no log of their segment was read.
  Optional<String> unwatched(WaysOut ways) {
    List<String> named = new ArrayList<>(ways.unwatched().stream().limit(20).toList());
    int more = ways.unwatched().size() - named.size();
    if (named.isEmpty()) {
      return Optional.empty();
    }
    String all = String.join(", ", named);
    return Optional.of(
        wording.say(
            "outward.unwatched",
            more > 0 ? wording.say("list.more", all, wording.number(more)) : all));
  }
}
