package lenswacht.console.floor;

import java.nio.file.Path;
import java.util.List;
import lenswacht.assessment.floor.PlanPicture;
import lenswacht.console.desk.CaseRefusedException;
import lenswacht.console.desk.Gauge;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.desk.Trouble;
import lenswacht.console.text.Phrase;
import lenswacht.report.plan.PlanException;
import lenswacht.report.plan.PlanFloors;
import lenswacht.report.plan.PlanReader;

/// Brings plans in, from a file that the officer chose or dropped.
final class PlanIntake {
  private final Surroundings around;
  private final FloorChanges changes;

  PlanIntake(Surroundings around, FloorChanges changes) {
    this.around = around;
    this.changes = changes;
  }

  /// Asks for a file and reads it.
  void choose() {
    around
        .files()
        .toOpen(
            around.texts().render(Phrase.of("floor.import.choose")),
            "*.pdf",
            "*.png",
            "*.jpg",
            "*.jpeg")
        .ifPresent(this::read);
  }

  /// Reads a file behind the screen and keeps each of its plans as a floor.
  void read(Path file) {
    if (changes.said().isEmpty()) {
      return;
    }
    around
        .desk()
        .ask(
            Phrase.of("floor.importing", "file", file.getFileName()),
            (kept, gauge) ->
                PlanFloors.of(
                    PlanFloors.stem(file), kept.floors().plan().floors(), pictures(file, gauge)),
            floors -> changes.said().ifPresent(said -> changes.add(floors, said)),
            around.desk()::fail);
  }

  private static List<PlanPicture> pictures(Path file, Gauge gauge) throws Exception {
    try {
      return PlanReader.read(file, gauge::at);
    } catch (PlanException refused) {
      throw new CaseRefusedException(told(refused), false, refused);
    }
  }

  /// Why a file could not be read, for a person.
  static Trouble told(PlanException refused) {
    return new Trouble(
        Phrase.of(
            "trouble.plan."
                + refused.reason().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
            "why",
            String.valueOf(refused.getMessage())),
        Phrase.of("trouble.plan.next"));
  }
}
