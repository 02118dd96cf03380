package lenswacht.report.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lenswacht.assessment.floor.Floor;
import lenswacht.assessment.floor.PlanPicture;

/// Floors made of plans that were read.
public final class PlanFloors {
  private static final int LONGEST_STEM = Floor.LONGEST_NAME - 10;

  private PlanFloors() {}

  /// The name of a file without its ending, as the name of a floor.
  public static String stem(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String cut = stem.substring(0, Math.min(stem.length(), LONGEST_STEM)).strip();
    return cut.isEmpty() ? "plan" : cut;
  }

  /// Each plan as a floor above those that are there, under a name that none of them has: `name`,
  /// with a number where there are several.
  public static List<Floor> of(String name, List<Floor> there, List<PlanPicture> pictures) {
    Set<String> names = new HashSet<>();
    there.forEach(floor -> names.add(floor.name()));
    List<Floor> floors = new ArrayList<>();
    int rank = there.stream().mapToInt(Floor::rank).max().orElse(-1) + 1;
    for (PlanPicture picture : pictures) {
      String called = pictures.size() == 1 ? name : name + " " + (floors.size() + 1);
      String free = called;
      for (int again = 2; !names.add(free); again++) {
        free = called + " (" + again + ")";
      }
      floors.add(new Floor(free, rank++, picture, Optional.empty()));
    }
    return floors;
  }
}
