package lenswacht.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lenswacht.assessment.advisory.AdvisoryAnswer;
import lenswacht.assessment.exposure.ExposureFact;
import lenswacht.assessment.separation.SeparationMatrix;

/// What was judged of each asset of a site the last time. When only advisories changed since, an
/// asset for which they say the same as before need not be judged anew. Belongs to one site and is
/// not safe for several threads; what it remembers never changes what comes out.
public final class Remembered {
  private Optional<Basis> basis = Optional.empty();
  private List<Held> held = List.of();

  /// Everything that a judgement rests on besides advisories.
  ///
  /// @param knowledge hash of what the edition says besides advisories
  record Basis(
      String knowledge,
      LocalDate onDay,
      Answers answers,
      List<SeenAsset> assets,
      List<Visit> visits,
      List<ExposureFact> brought,
      Optional<SeparationMatrix> separation) {}

  /// One rated asset as it was judged.
  record Held(List<AdvisoryAnswer> advisories, ControlReader.Judged judged, RatedAsset rated) {}

  /// What was judged on the same basis, in the order of the assets that are rated; nothing where
  /// the basis was another.
  List<Held> on(Basis now) {
    return basis.equals(Optional.of(now)) ? held : List.of();
  }

  void keep(Basis now, List<Held> judged) {
    basis = Optional.of(now);
    held = List.copyOf(judged);
  }
}
