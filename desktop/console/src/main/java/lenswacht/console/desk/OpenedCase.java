package lenswacht.console.desk;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import lenswacht.assessment.Answers;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Visit;
import lenswacht.assessment.outward.WaysOut;
import lenswacht.fingerprint.asset.SerialMask;
import lenswacht.observation.Coverage;
import org.jspecify.annotations.Nullable;

/// A case as it lies on the desk.
///
/// @param path the case file
/// @param visit the latest visit; empty where the case holds none
/// @param answers what people answered
/// @param coverage what was looked at in all visits together; empty where there was none
/// @param waysOut whom the assets call outside, and how far that was looked at
/// @param assessment of that visit
/// @param day the day on which it was assessed, for ages
/// @param mask what hides the serial numbers in evidence that is shown
public record OpenedCase(
    Path path,
    Optional<Visit> visit,
    Answers answers,
    Optional<Coverage> coverage,
    WaysOut waysOut,
    Assessment assessment,
    LocalDate day,
    SerialMask mask) {
  /// Two openings are never the same, however alike: what a screen asks of the case file besides
  /// may have changed between them.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /// The name of the case: that of its file, without the ending.
  public String name() {
    Path file = path.getFileName();
    String name = file == null ? path.toString() : file.toString();
    return name.endsWith(".lenswacht")
        ? name.substring(0, name.length() - ".lenswacht".length())
        : name;
  }
}
