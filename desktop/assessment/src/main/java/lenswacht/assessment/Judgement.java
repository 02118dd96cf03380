package lenswacht.assessment;

import java.util.List;
import lenswacht.assessment.advisory.AdvisoryAnswer;

/// What is held of one asset.
///
/// @param findings what was judged, gravest first
/// @param advisories what each vulnerability of which an advisory names its model means for it
/// @param coverage share of the inputs of the model that were known, 0 to 1
public record Judgement(List<Finding> findings, List<AdvisoryAnswer> advisories, double coverage) {
  public Judgement {
    findings = List.copyOf(findings);
    advisories = List.copyOf(advisories);
  }
}
