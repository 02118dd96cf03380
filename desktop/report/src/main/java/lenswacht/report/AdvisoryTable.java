package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import lenswacht.assessment.RatedAsset;
import lenswacht.report.content.Content;

/// What the advisories mean for each asset: yes, no, possible or not determined, with the reason.
final class AdvisoryTable {
  /// Most vulnerabilities that are named in one line.
  private static final int MOST_NAMED = 12;

  private final Wording wording;
  private final AdvisoryTale tale;

  AdvisoryTable(Wording wording) {
    this.wording = wording;
    this.tale = new AdvisoryTale(wording);
  }

  Content html(List<RatedAsset> assets) {
    List<List<Content>> rows = new ArrayList<>();
    for (RatedAsset asset : assets) {
      for (AdvisoryTale.Told told : tale.tell(asset.advisories())) {
        rows.add(
            List.of(
                Content.text(asset.address()),
                Content.text(told.answer()),
                Content.text(named(told.cves())),
                Content.text(told.because())));
      }
    }
    if (rows.isEmpty()) {
      return Content.several(
          Content.heading(3, wording.say("advisory.title")), wording.paragraph("advisory.none"));
    }
    return Content.several(
        Content.heading(3, wording.say("advisory.title")),
        wording.paragraph("advisory.meaning"),
        Tables.table(
            "advisories",
            List.of(
                wording.say("assets.address"),
                wording.say("advisory.answer"),
                wording.say("advisory.vulnerabilities"),
                wording.say("advisory.because")),
            rows));
  }

  private String named(List<String> cves) {
    String first = String.join(", ", cves.subList(0, Math.min(MOST_NAMED, cves.size())));
    int left = cves.size() - MOST_NAMED;
    return left > 0 ? wording.say("list.more", first, wording.number(left)) : first;
  }
}
