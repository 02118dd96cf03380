package lenswacht.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lenswacht.assessment.RatedAsset;
import lenswacht.assessment.advisory.AdvisoryAnswer.Outcome;
import lenswacht.report.content.Content;

/// What the advisories mean for the assets: yes, no, possible or not determined, with the reason.
/// Assets of which the same is to be said share a row.
final class AdvisoryTable {
  /// Most vulnerabilities that are named in one line.
  private static final int MOST_NAMED = 12;

  /// Most assets in one row, so that a page can end between rows.
  private static final int TOGETHER = 30;

  private final Wording wording;
  private final AdvisoryTale tale;

  AdvisoryTable(Wording wording) {
    this.wording = wording;
    this.tale = new AdvisoryTale(wording);
  }

  /// Every answer with its reason, the gravest first.
  Content whole(List<RatedAsset> assets) {
    List<List<Content>> rows = rows(told(assets));
    return rows.isEmpty()
        ? none()
        : Content.several(
            Content.heading(3, wording.say("advisory.title")),
            wording.paragraph("advisory.meaning"),
            table(rows));
  }

  /// What is confirmed with its reason, and how much else is open.
  Content brief(List<RatedAsset> assets) {
    Map<AdvisoryTale.Told, List<String>> told = told(assets);
    if (told.isEmpty()) {
      return none();
    }
    List<Content> parts = new ArrayList<>();
    parts.add(Content.heading(3, wording.say("advisory.title")));
    parts.add(wording.paragraph("advisory.meaning"));
    List<List<Content>> counts = new ArrayList<>();
    for (Outcome outcome : Outcome.values()) {
      counts.add(
          Tables.row(
              wording.say("advisory.outcome", outcome),
              wording.say(
                  "advisory.count",
                  wording.number(
                      told.keySet().stream()
                          .filter(one -> one.outcome() == outcome)
                          .flatMap(one -> one.cves().stream())
                          .distinct()
                          .count()),
                  wording.number(
                      told.entrySet().stream()
                          .filter(one -> one.getKey().outcome() == outcome)
                          .flatMap(one -> one.getValue().stream())
                          .distinct()
                          .count()))));
    }
    parts.add(Tables.pairs(counts));
    told.keySet().removeIf(one -> one.outcome() != Outcome.CONFIRMED);
    if (!told.isEmpty()) {
      parts.add(table(rows(told)));
    }
    parts.add(wording.paragraph("advisory.elsewhere"));
    return Content.several(parts);
  }

  private Content none() {
    return Content.several(
        Content.heading(3, wording.say("advisory.title")), wording.paragraph("advisory.none"));
  }

  /// What is to be said, and of which assets.
  private Map<AdvisoryTale.Told, List<String>> told(List<RatedAsset> assets) {
    Map<AdvisoryTale.Told, List<String>> told = new LinkedHashMap<>();
    for (RatedAsset asset : assets) {
      for (AdvisoryTale.Told one : tale.tell(asset.advisories())) {
        told.computeIfAbsent(one, first -> new ArrayList<>()).add(asset.address());
      }
    }
    return told;
  }

  private List<List<Content>> rows(Map<AdvisoryTale.Told, List<String>> told) {
    List<List<Content>> rows = new ArrayList<>();
    told.entrySet().stream()
        .sorted(Comparator.comparing(one -> one.getKey().outcome()))
        .forEach(
            one -> {
              List<String> addresses = one.getValue();
              for (int from = 0; from < addresses.size(); from += TOGETHER) {
                rows.add(
                    Tables.row(
                        one.getKey().answer(),
                        named(one.getKey().cves()),
                        one.getKey().because(),
                        String.join(
                            ", ",
                            addresses.subList(from, Math.min(addresses.size(), from + TOGETHER)))));
              }
            });
    return rows;
  }

  private Content table(List<List<Content>> rows) {
    return Tables.table(
        "advisories",
        List.of(
            wording.say("advisory.answer"),
            wording.say("advisory.vulnerabilities"),
            wording.say("advisory.because"),
            wording.say("findings.assets")),
        rows);
  }

  private String named(List<String> cves) {
    String first = String.join(", ", cves.subList(0, Math.min(MOST_NAMED, cves.size())));
    int left = cves.size() - MOST_NAMED;
    return left > 0 ? wording.say("list.more", first, wording.number(left)) : first;
  }
}
