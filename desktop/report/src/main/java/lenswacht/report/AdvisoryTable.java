package lenswacht.report;

import java.util.ArrayList;
import java.util.List;
import lenswacht.assessment.RatedAsset;

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

  Html html(List<RatedAsset> assets) {
    List<List<Html>> rows = new ArrayList<>();
    for (RatedAsset asset : assets) {
      for (AdvisoryTale.Told told : tale.tell(asset.advisories())) {
        rows.add(
            List.of(
                Html.text(asset.address()),
                Html.text(told.answer()),
                Html.text(named(told.cves())),
                Html.text(told.because())));
      }
    }
    if (rows.isEmpty()) {
      return Html.several(
          Html.element("h3", wording.say("advisory.title")), wording.paragraph("advisory.none"));
    }
    return Html.several(
        Html.element("h3", wording.say("advisory.title")),
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
