package lenswacht.assessment;

import java.util.List;
import lenswacht.assessment.advisory.AdvisoryAnswer;
import lenswacht.assessment.exposure.Exposure;

/// What is held of one asset.
///
/// @param findings what was judged, gravest first
/// @param advisories what each vulnerability of which an advisory names its model means for it
/// @param exposure from where it can be reached
/// @param contradictions what people said of it that was seen to be otherwise
/// @param coverage share of the inputs of the model that were known, 0 to 1
public record Judgement(
    List<Finding> findings,
    List<AdvisoryAnswer> advisories,
    Exposure exposure,
    List<Contradiction> contradictions,
    double coverage) {
  public Judgement {
    findings = List.copyOf(findings);
    advisories = List.copyOf(advisories);
    contradictions = List.copyOf(contradictions);
  }
}
