package lenswacht.agent.update;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which program is to be started: one line, which the launcher reads and writes as well.
///
/// @param slot what to start: `a`, `b`, or `ground`, the program that came with the box
/// @param standing how far that has proved itself
/// @param other what to start where it does not
record SlotState(String slot, Standing standing, String other) {
  /// Name of the program that came with the box, which nothing can damage.
  static final String GROUND = "ground";

  /// How often a program on trial is started before the box falls back.
  static final int TRIALS = 3;

  private static final Pattern SHAPE =
      Pattern.compile("(a|b|ground) (good|back|[0-3]) (a|b|ground)\n?");

  /// How far a program has proved itself.
  sealed interface Standing {
    /// It is on trial.
    ///
    /// @param left how often it may still be started
    record OnTrial(int left) implements Standing {}

    /// It has proved itself.
    record Good() implements Standing {}

    /// The box fell back to it from the other one, and nobody was told yet.
    record FellBack() implements Standing {}
  }

  /// Of a box to which nothing came.
  static SlotState initial() {
    return good(GROUND, GROUND);
  }

  /// A program that is to be tried.
  static SlotState trial(String slot, String other) {
    return new SlotState(slot, new Standing.OnTrial(TRIALS), other);
  }

  /// A program that has proved itself.
  static SlotState good(String slot, String other) {
    return new SlotState(slot, new Standing.Good(), other);
  }

  /// What the line says; empty where it is damaged.
  static Optional<SlotState> parse(String line) {
    Matcher shape = SHAPE.matcher(line);
    if (!shape.matches()) {
      return Optional.empty();
    }
    Standing standing =
        switch (shape.group(2)) {
          case "good" -> new Standing.Good();
          case "back" -> new Standing.FellBack();
          default -> new Standing.OnTrial(Integer.parseInt(shape.group(2)));
        };
    return Optional.of(new SlotState(shape.group(1), standing, shape.group(3)));
  }

  /// The line.
  String line() {
    String word =
        switch (standing) {
          case Standing.OnTrial(int left) -> String.valueOf(left);
          case Standing.Good() -> "good";
          case Standing.FellBack() -> "back";
        };
    return slot + " " + word + " " + other + "\n";
  }
}
