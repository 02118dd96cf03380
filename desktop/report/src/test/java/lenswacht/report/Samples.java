package lenswacht.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lenswacht.assessment.Assessment;
import lenswacht.assessment.Judgement;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.advisory.AdvisoryAnswer;
import lenswacht.knowledge.Advisory;

/// Samples for tests outside this package.
public final class Samples {
  private Samples() {}

  /// A site with so many assets.
  public static ReportContents of(int assets) {
    return SampleContents.of(assets, "Gemeentehuis");
  }

  /// One asset that calls itself `model`.
  public static ReportContents named(String model) {
    return SampleContents.named("Gemeentehuis", model);
  }

  /// A draft in a language.
  public static ReportOrder order(ReportKind kind, String language) {
    return ReportOrder.draft(Locale.of(language), SampleContents.PRINTED, "Lenswacht 0.1.0")
        .of(kind);
  }

  /// A site with one asset for each meaning that an advisory can have for it.
  public static ReportContents vulnerable() {
    ReportContents sample = of(AdvisoryAnswer.Outcome.values().length);
    Assessment assessment = sample.assessment();
    Advisory advisory = SampleContents.EDITION.advisories().all().getFirst();
    List<RatedAsset> assets =
        assessment.assets().stream()
            .map(
                asset ->
                    new RatedAsset(
                        asset.address(),
                        asset.trace(),
                        asset.mac(),
                        asset.identification(),
                        asset.espionage(),
                        asset.privacy(),
                        new Judgement(
                            asset.findings(),
                            List.of(
                                new AdvisoryAnswer(
                                    advisory.cve(),
                                    List.of(advisory),
                                    AdvisoryAnswer.Outcome.values()[
                                        assessment.assets().indexOf(asset)],
                                    List.of(),
                                    Optional.empty(),
                                    Optional.empty())),
                            asset.exposure(),
                            List.of(),
                            asset.coverage())))
            .toList();
    return new ReportContents(
        new Assessment(
            assessment.site(),
            assessment.edition(),
            assets,
            assessment.others(),
            assessment.espionage(),
            assessment.privacy(),
            Map.of(),
            assessment.controls()),
        sample.seen(),
        sample.said(),
        sample.edition(),
        sample.evidence());
  }
}
