package lenswacht.report;

import java.util.Locale;
import lenswacht.observation.BoxNote;
import lenswacht.observation.ClockTrust;

/// What befell a device itself, told to a person.
public final class HealthTale {
  private final Wording words;

  /// In Dutch or English.
  public HealthTale(Locale language) {
    this.words = new Wording(language);
  }

  /// One note, as a sentence.
  public String text(BoxNote note) {
    return switch (note) {
      case BoxNote.Battery(int percent, BoxNote.Step step) ->
          words.say("health.battery", percent, step(step));
      case BoxNote.Heat(int celsius, BoxNote.Step step) ->
          words.say("health.heat", celsius, step(step));
      case BoxNote.Storage(long free, boolean readOnly, BoxNote.Step step) ->
          words.say(
              readOnly ? "health.storage.read-only" : "health.storage",
              words.number(free >> 20),
              step(step));
      case BoxNote.Wear(int percent) -> words.say("health.wear", percent);
      case BoxNote.ProgramChanged(String from, String to) -> words.say("health.program", from, to);
      case BoxNote.ProgramFellBack(String tried, String runs) ->
          words.say("health.fell-back", tried, runs);
      case BoxNote.KnowledgeUsed used -> words.say("health.knowledge", used.version());
      case BoxNote.KnowledgeNotUsed unused -> words.say("health.no-knowledge", unused.why());
    };
  }

  private String step(BoxNote.Step step) {
    return words.say("health.step", step);
  }

  /// Where the times of so many lines came from.
  public String clock(ClockTrust trust, long lines) {
    return words.say("health.clock", words.number(lines), words.say("preflight.trust", trust));
  }
}
