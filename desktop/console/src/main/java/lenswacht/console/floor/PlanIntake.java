package lenswacht.console.floor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lenswacht.assessment.floor.Floor;
import lenswacht.assessment.floor.PlanPicture;
import lenswacht.console.desk.CaseRefusedException;
import lenswacht.console.desk.Gauge;
import lenswacht.console.desk.Surroundings;
import lenswacht.console.desk.Trouble;
import lenswacht.console.text.Phrase;
import lenswacht.report.plan.PlanException;
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
                floors(file, kept.floors().plan().floors(), pictures(file, gauge)),
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

  /// Each plan under a name that no floor has: that of the file, with a number where there are
  /// several.
  static List<Floor> floors(Path file, List<Floor> there, List<PlanPicture> pictures) {
    Set<String> names = new HashSet<>();
    there.forEach(floor -> names.add(floor.name()));
    String stem = stem(file);
    List<Floor> floors = new ArrayList<>();
    int rank = there.stream().mapToInt(Floor::rank).max().orElse(-1) + 1;
    for (PlanPicture picture : pictures) {
      String name = pictures.size() == 1 ? stem : stem + " " + (floors.size() + 1);
      for (int again = 2; !names.add(name); again++) {
        name = stem + " (" + again + ")";
      }
      floors.add(new Floor(name, rank++, picture, Optional.empty()));
    }
    return floors;
  }

  private static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String cut = stem.substring(0, Math.min(stem.length(), Floor.LONGEST_NAME - 10)).strip();
    return cut.isEmpty() ? "plan" : cut;
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
