package lenswacht.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.Answers;
import lenswacht.assessment.remedy.RemedyState;
import lenswacht.assessment.remedy.RemedyWord;

/// What people said, made by hand.
final class SampleSaid {
  private SampleSaid() {}

  static Answers answers() {
    return new Answers(
        Map.of("site.class", "ministry", "purchase.quickscan", "no", "retention.days", "28"),
        Map.of());
  }

  static List<RemedyWord> remedies() {
    return List.of(
        new RemedyWord(
            "M07",
            "",
            RemedyState.AGREED,
            "J. Jansen",
            "",
            SampleContents.VISITED,
            "P. de Vries, netwerkbeheer",
            Optional.of(LocalDate.of(2026, 4, 1))));
  }
}
